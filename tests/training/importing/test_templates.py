"""The files to begin with."""

import io

import pytest
from django.utils import translation
from openpyxl import load_workbook

from tests.training.importing.files import K
from training.domain.importing import tables
from training.domain.importing.columns import columns, guess
from training.domain.importing.templates import template

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", list(K))
@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["fr", "nl"])
def test_templates_are_read_back_with_every_column_recognised(kind, form, language):
    with translation.override(language):
        table = tables.read(template(kind, form))
        assert guess(kind, table.headers) == {one.name: n for n, one in enumerate(columns(kind))}
    assert len(table.rows) == 1


def test_templates_hold_no_formula():
    sheet = load_workbook(io.BytesIO(template(K.PEOPLE, "xlsx"))).active
    assert "f" not in {cell.data_type for row in sheet for cell in row}
    assert not any(str(cell.value or "").startswith("=") for row in sheet for cell in row)
