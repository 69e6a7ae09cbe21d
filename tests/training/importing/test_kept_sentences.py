"""Lines that waited when sentences began to be kept in each language (migration 0020)."""

from importlib import import_module

import pytest
from django.apps import apps

from tests.training.importing.files import PEOPLE, K, checked, csv
from training.domain.importing.wording import to_the_reader
from training.models import ImportRow

pytestmark = pytest.mark.django_db
convert = import_module("training.migrations.0020_import_errors_in_each_language").in_the_language_of_the_file


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_a_sentence_kept_in_one_language_is_read_by_everybody(by, language):
    source = checked(K.PEOPLE, csv(PEOPLE, "Zoé;Lefèvre;hier;;;;", "Zoé;Lefèvre;12/03/1994;;;;"), by)
    source.language = language
    source.save()
    wrong, good = ImportRow.objects.order_by("number")
    wrong.errors = {"birth_date": "Une phrase.", "": {"fr": "Déjà", "nl": "Al"}}
    wrong.save()
    for _twice in range(2):
        convert(apps, None)
        wrong.refresh_from_db()
        assert wrong.errors == {"birth_date": {language: "Une phrase."}, "": {"fr": "Déjà", "nl": "Al"}}
    assert to_the_reader(wrong.errors["birth_date"]) == "Une phrase."
    good.refresh_from_db()
    assert good.errors == {}
