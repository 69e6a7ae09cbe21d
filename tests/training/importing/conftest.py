"""The day of every test about files, and who brings them in."""

import pytest

from tests.training.enrolment.builders import TODAY
from tests.training.planning.builders import a_coordinator, at


@pytest.fixture(autouse=True)
def _today():
    with at(TODAY):
        yield


@pytest.fixture
def by():
    return a_coordinator()
