import pytest

from tests.certificates.school import School, finished_session


@pytest.fixture
def school(db) -> School:
    return finished_session()
