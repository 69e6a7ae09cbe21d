"""Lists and pages cost the same with one row and with thirty; search forgives accents."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.training.enrolment.builders import a_learner, an_open_session, sent
from tests.training.planning.builders import a_room
from training.models import Enrolment, Session

pytestmark = pytest.mark.django_db


def queries(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


@pytest.mark.parametrize(
    "name", ["enrolments_office", "people_office", "sessions_office", "half_days_office", "accounts_office"]
)
def test_lists(office, name):
    session = an_open_session(capacity=40, room=a_room(capacity=40))
    sent(session)
    address = reverse(f"{name}:index")
    one = queries(office, address)
    for _number in range(30):
        sent(session)
    for _number in range(3):
        an_open_session()
    assert queries(office, address) == one
    assert one <= 16


def test_the_page_of_a_session_and_the_dashboard(office):
    session = an_open_session(capacity=2, minimum_group=2, needs_decision=True)
    sent(session)
    pages = [reverse("sessions_office:inspect", args=[session.pk]), reverse("wagtailadmin_home")]
    one = [queries(office, page) for page in pages]
    for _number in range(30):
        sent(session)
    assert [queries(office, page) for page in pages] == one


def test_search_forgives_accents_and_capitals(office):
    session = an_open_session(capacity=3)
    sent(session, a_learner(given_name="Zoé", family_name="Ménard"))
    sent(session, a_learner(given_name="Ali", family_name="Kaya"))
    found = office.get(reverse("enrolments_office:index"), {"q": "MENARD"}).content.decode()
    assert "Ménard" in found
    assert "Kaya" not in found


def test_filters(office):
    session = an_open_session(capacity=1, minimum_group=1)
    first, second = sent(session), sent(session)
    found = office.get(reverse("enrolments_office:index"), {"status": "WAITLISTED"}).content.decode()
    assert second.person.family_name in found
    assert first.person.family_name not in found
    for when, number in {"upcoming": 1, "running": 0, "finished": 0, "draft": 0, "cancelled": 0}.items():
        rows = office.get(reverse("sessions_office:index"), {"when": when}).context["object_list"]
        assert len(rows) == number, when
    for state, number in {"late": 0, "open": session.half_days.count(), "closed": 0, "cancelled": 0}.items():
        rows = office.get(reverse("half_days_office:index"), {"state": state}).context["page_obj"].paginator
        assert rows.count == number, state
    assert Enrolment.objects.count() == 2
    assert Session.objects.count() == 1
