"""Pages kept for strangers: never stale, never in another language, never for or from a person."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client, RequestFactory

from accounts.enums import OrganisationKind
from accounts.models import User
from cms.domain import version
from cms.middleware import AnonymousPageCache
from cms.models import FundingSettings, StandardPage
from tests.cms.builders import TODAY, an_offered_session, fill, page_of
from tests.training.enrolment.builders import sent
from tests.training.planning.builders import an_organisation, at
from training.domain import enrolment, planning, waiting_rules

pytestmark = pytest.mark.usefixtures("site")
HOME, CATALOGUE = "/fr/", "/fr/formations/"


def text(path: str, client: Client | None = None, **extra) -> str:
    response = (client or Client()).get(path, **extra)
    assert response.status_code == 200
    return response.content.decode()


def kept(path: str) -> bool:
    """Whether a stranger's second visit needs no query."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(
        connection,
    ) as queries:
        text(path)
    return len(queries) == 0


@pytest.mark.parametrize("path", [HOME, CATALOGUE, "/fr/contact/", f"{CATALOGUE}?level=A1", "/nl/"])
def test_a_second_visit_costs_no_query(path):
    first = text(path)
    assert kept(path)
    assert text(path) == first


def test_a_course_and_a_session_page_are_kept_too():
    session = an_offered_session()
    for path in (page_of(session.course).url, f"{page_of(session.course).url}{session.code}/"):
        text(path)
        assert kept(path)


def test_the_headers_of_a_kept_page_are_those_of_a_fresh_one():
    fresh, again = Client().get(HOME), Client().get(HOME)
    for name in ("Content-Type", "Content-Language", "X-Frame-Options", "Content-Security-Policy"):
        assert fresh[name] == again[name], name


CHANGES = ["enrol", "withdraw", "capacity", "keep", "release", "cancel", "room", "course", "title"]


@pytest.mark.parametrize("who", ["a stranger", "somebody"])
@pytest.mark.parametrize("change", CHANGES)
def test_what_changes_is_seen_at_once(change, who):
    """By strangers, whose pages are kept whole, and by whoever is signed in, for whom only the facts are."""
    session = an_offered_session(capacity=4)
    enrolled = sent(session)
    kept_chair = keep_one(session) if change == "release" else None
    client, path = Client(), CATALOGUE
    if who == "somebody":
        client.force_login(enrolled.person.user)
    before = text(path, client)
    assert ("2 places libres" if kept_chair else "3 places libres") in before
    if change == "enrol":
        sent(session)
    elif change == "withdraw":
        enrolment.withdraw(enrolment=enrolled, by=enrolled.person.user)
    elif change == "capacity":
        session.capacity = 9
        session.save()
    elif change == "keep":
        keep_one(session)
    elif change == "release":
        waiting_rules.release(reservation=kept_chair, by=None)
    elif change == "cancel":
        planning.cancel(session=session, by=None, reason="x")
    elif change == "room":
        session.room.town = "Poperinge"
        session.room.save()
    elif change == "course":
        session.course.retired_on = TODAY
        session.course.save()
    else:
        page = page_of(session.course).get_parent().specific
        page.title = "Nos sessions"
        page.save_revision().publish()
    after = text(path, client)
    assert after != before
    said = {
        "enrol": "2 places libres", "withdraw": "4 places libres", "capacity": "8 places libres",
        "keep": "2 places libres", "release": "3 places libres",
    }  # fmt: skip
    assert said.get(change, "") in after


def keep_one(session):
    partner = an_organisation(OrganisationKind.PRESCRIBER)
    until = session.first_day - timedelta(days=1)
    return waiting_rules.keep_chairs(session=session, organisation=partner, chairs=1, until=until, by=None)


def test_filling_the_last_chair_is_seen_on_every_page():
    session = an_offered_session(capacity=2)
    course = page_of(session.course).url
    pages = (HOME, CATALOGUE, course, f"{course}{session.code}/")
    for path in pages:
        assert "2 places libres" in text(path)
    fill(session)
    for path in pages:
        assert "places libres" not in text(path).replace("0 places libres aujourd", ""), path
        assert "liste d" in text(path)


def test_a_page_drawn_before_a_change_is_not_kept_as_new():
    """Somebody enrols while the page is being drawn: what was drawn is old before it is kept."""
    session = an_offered_session(capacity=5)

    def drawn_while_somebody_enrols(request):
        response = Client().get(CATALOGUE, headers={"hx-request": "true"})
        sent(session)
        return response

    response = AnonymousPageCache(drawn_while_somebody_enrols)(RequestFactory().get(CATALOGUE))
    assert "5 places libres" in response.content.decode()
    assert "4 places libres" in text(CATALOGUE)


def test_midnight_changes_the_phase():
    session = an_offered_session()
    with at(session.enrolment_closes_on):
        assert "places libres" in text(CATALOGUE)
    with at(session.enrolment_closes_on + timedelta(days=1)):
        assert "12 places libres" not in text(CATALOGUE)


def test_settings_of_the_foot_are_seen_at_once():
    text(HOME)
    funding = FundingSettings.load()
    funding.project_fr = "Un projet tout neuf."
    funding.save()
    assert "Un projet tout neuf." in text(HOME)


def test_languages_never_mix():
    for _visit in range(2):
        assert '<html lang="fr">' in text(HOME, HTTP_ACCEPT_LANGUAGE="nl")
        assert '<html lang="nl">' in text("/nl/", HTTP_ACCEPT_LANGUAGE="fr")


def signed_in() -> Client:
    client = Client()
    client.force_login(
        User.objects.create_user("yasmine@example.org", first_name="Yasmine", last_name="Haddad")
    )
    return client


def test_nothing_of_a_signed_in_person_is_kept():
    assert "Yasmine" in text(HOME, signed_in())
    assert "Yasmine" not in text(HOME)
    assert "Se connecter" in text(HOME)


def test_a_signed_in_person_is_not_served_the_strangers_page():
    text(HOME)
    assert kept(HOME)
    page = text(HOME, signed_in())
    assert "Yasmine" in page


@pytest.mark.parametrize(
    "extra",
    [
        {"QUERY_STRING": "q=secret"},
        {"QUERY_STRING": "utm_source=mail"},
        {"QUERY_STRING": "town=" + "x" * 300},
        {"HTTP_HX_REQUEST": "true"},
        {"HTTP_COOKIE": "messages=something"},
    ],
)
def test_what_is_not_a_plain_page_is_not_kept(extra):
    Client().get(CATALOGUE, **extra)
    assert not [key for key in cache._cache if "cms.page" in key]


def test_posts_and_other_addresses_are_left_alone():
    client = Client()
    assert client.post(HOME).status_code in (200, 405)
    client.get("/account/login/")
    client.get("/fr/nulle-part/")
    assert not [key for key in cache._cache if "cms.page" in key]


def test_a_page_with_a_form_to_send_is_not_kept(rf):
    from django.http import HttpResponse
    from django.middleware.csrf import get_token

    request = rf.get(HOME)

    def page_with_a_token(request):
        return HttpResponse(get_token(request))

    AnonymousPageCache(page_with_a_token)(request)
    assert not [key for key in cache._cache if "cms.page" in key]


def test_two_hosts_are_kept_apart():
    text(HOME, HTTP_HOST="testserver")
    assert [key for key in cache._cache if "cms.page.http.testserver" in key]
    assert not [key for key in cache._cache if "other.example.org" in key]


def test_the_version_is_forgotten_without_harm():
    first = text(HOME)
    cache.delete(version.KEY)
    assert text(HOME) == first


def test_reading_dutch_goes_on_in_dutch():
    client = Client()
    client.get("/nl/")
    assert client.cookies[settings.LANGUAGE_COOKIE_NAME].value == "nl"
    assert client.get("/")["Location"] == "/nl/"
    client.get("/fr/")
    assert client.get("/")["Location"] == "/fr/"


def test_a_draft_is_not_shown_to_strangers():
    page = StandardPage.objects.get(purpose="CONTACT", locale__language_code="fr")
    text("/fr/contact/")
    page.lead = "Un brouillon secret"
    page.save_revision()
    assert "brouillon secret" not in text("/fr/contact/")


def test_a_page_is_drawn_from_one_version():
    """Somebody else's change counts from the next request on, one's own at once."""
    before = version.current()
    with version.one_request():
        assert version.current() == before
        cache.set(version.KEY, "of another process", timeout=None)
        assert version.current() == before
    with version.one_request():
        assert version.current() == "of another process"
        version.bump()
        assert version.current() == cache.get(version.KEY) != "of another process"
    assert version.current() == cache.get(version.KEY)
