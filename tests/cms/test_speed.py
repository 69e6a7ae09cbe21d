"""Few queries, and the same number for one session as for thirty."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from cms.domain.chrome import chrome
from cms.domain.directory import directory
from tests.cms.builders import a_taught_course, an_offered_session, page_of

pytestmark = pytest.mark.usefixtures("site")
MOST = 10


def queries(path: str) -> list[str]:
    """Of an uncached visit, the shell round it being known already, as on all but the first visit."""
    for language in ("fr", "nl"):
        with translation.override(language):
            chrome()
    directory()
    with CaptureQueriesContext(connection) as seen:
        response = Client().get(path, headers={"hx-request": "true"})
    assert response.status_code == 200
    return [query["sql"][:160] for query in seen.captured_queries]


def test_ten_queries_at_most_and_no_more_for_thirty_sessions():
    course = a_taught_course()
    first = an_offered_session(course)
    address = page_of(course).url
    paths = [
        "/fr/",
        "/nl/",
        "/fr/formations/",
        "/fr/formations/?level=A1&places=1",
        "/fr/formations/?q=logistique",
        address,
        f"{address}{first.code}/",
    ]
    few = {path: queries(path) for path in paths}
    another = a_taught_course()
    for number in range(29):
        an_offered_session(course if number % 2 else another, town=f"Ville {number}")
    cache.clear()
    for path, before in few.items():
        after = queries(path)
        assert len(after) == len(before), f"{path}: {after}"
        assert len(after) <= MOST, f"{path}: {after}"


def test_a_first_visit_reads_what_stands_round_every_page_once():
    with CaptureQueriesContext(connection) as seen:
        Client().get("/fr/contact/")
    assert len(seen) <= 20
    with CaptureQueriesContext(connection) as seen:
        Client().get("/fr/qui-sommes-nous/")
    assert len(seen) <= 3
