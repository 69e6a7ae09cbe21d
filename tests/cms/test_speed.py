"""Few queries, and the same number for one session as for thirty."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from cms.domain.chrome import chrome
from tests.cms.builders import a_taught_course, an_offered_session, page_of

pytestmark = pytest.mark.usefixtures("site")
MOST = 10


def queries(path: str) -> list[str]:
    """Of an uncached visit, the shell round it being known already, as on all but the first visit."""
    from cms.middleware import AnonymousPageCache

    for language in ("fr", "nl"):
        with translation.override(language):
            chrome()
    Client().get("/fr/contact/")  # Wagtail keeps its site roots
    assert AnonymousPageCache
    with CaptureQueriesContext(connection) as seen:
        response = Client().get(path, headers={"hx-request": "true"})
    assert response.status_code == 200
    return [query["sql"][:160] for query in seen.captured_queries]


@pytest.mark.parametrize("which", ["home", "catalogue", "filtered", "searched", "course", "session", "nl"])
def test_ten_queries_at_most_and_no_more_for_thirty_sessions(which):
    course = a_taught_course()
    first = an_offered_session(course)
    address = page_of(course).url
    path = {
        "home": "/fr/",
        "nl": "/nl/",
        "catalogue": "/fr/formations/",
        "filtered": "/fr/formations/?level=A1&places=1",
        "searched": "/fr/formations/?q=logistique",
        "course": address,
        "session": f"{address}{first.code}/",
    }[which]
    few = queries(path)
    for number in range(29):
        an_offered_session(course if number % 2 else a_taught_course(), town=f"Ville {number}")
    cache.clear()
    many = queries(path)
    assert len(many) == len(few), "\n".join(many)
    assert len(few) <= MOST, "\n".join(few)
