"""Thirty requests and three sessions: the same every time, and explained line by line (`simulation.txt`)."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from accounts.enums import OrganisationKind
from accounts.models import Person
from tests.training.enrolment.builders import TODAY, a_draft, a_learner, an_open_session
from tests.training.planning.builders import a_room, an_organisation, at
from training.domain import enrolment as verbs
from training.domain import open_requests, pairing, waiting_rules
from training.domain.queries.waiting_page import as_text, waiting_page
from training.domain.referring import refer
from training.models import Enrolment, EnrolmentEvent, Session
from training.tasks import sweep

pytestmark = pytest.mark.django_db
TOLD = Path(__file__).with_name("simulation.txt")
NAMES = (
    *("Ada", "Bea", "Cas", "Dan", "Eva", "Fay", "Gus", "Hal", "Ida", "Jef"),
    *("Kim", "Leo", "Mia", "Nel", "Oda", "Pia", "Quy", "Ria", "Sam", "Tom"),
    *("Una", "Val", "Wim", "Xan", "Yve", "Zoe", "Abe", "Bob", "Cyd", "Dee"),
)


def person(name: str) -> Person:
    return a_learner(account=False, given_name=name, family_name="Essai")


def story() -> list[Session]:
    """Eleven for each of two sessions, one for the third, seven for any; chairs come free; time passes."""
    partner = an_organisation(OrganisationKind.PRESCRIBER)
    places = {"Hondschoote": 3, "Bergues": 3, "Veurne": 2}
    sessions = [an_open_session(capacity=number, room=a_room(town=town)) for town, number in places.items()]
    north, south, east = sessions
    with at(TODAY, time(8)):
        waiting_rules.set_priority(session=south, organisation=partner, rank=1, by=None)
        until = TODAY + timedelta(days=3)
        waiting_rules.keep_chairs(session=north, organisation=partner, chairs=1, until=until, by=None)
    files = {}
    for minute, name in enumerate(NAMES):
        with at(TODAY, time(9, minute)):
            if minute % 10 in (6, 7) or name == "Dee":
                towns = ["Veurne"] if name in ("Gus", "Quy") else []
                files[name] = open_requests.ask(
                    person=person(name), level="A0", towns=towns, not_before=TODAY, by=None
                )
                continue
            session = east if name in ("Abe", "Bob", "Cyd") else (north, south)[minute % 2]
            draft = a_draft(session, person(name))
            if name in ("Mia", "Nel"):
                refer(enrolment=draft, organisation=partner, by=None)
            files[name] = verbs.submit(enrolment=Enrolment.objects.get(pk=draft.pk), by=None)
    with at(TODAY, time(10)):
        pairing.pair(first=files["Eva"], second=files["Kim"], by=None)
        sweep()
    with at(TODAY + timedelta(days=1)):
        for name in ("Ada", "Bea"):
            verbs.withdraw(enrolment=files[name], by=None)
        sweep()
    with at(TODAY + timedelta(days=5)):
        sweep()
    return sessions


def told(sessions: list[Session]) -> str:
    pages = [f"{one.room.town}\n{as_text(waiting_page(one))}" for one in sessions]
    events = (
        EnrolmentEvent.objects.exclude(reason="").select_related("enrolment__person").order_by("at", "pk")
    )
    diary = [f"{one.at:%d %H:%M} {one.enrolment.person.given_name} {one.reason}" for one in events]
    return "\n\n".join([*pages, "\n".join(diary)]) + "\n"


def test_it_is_explained_line_by_line():
    with at(date(2026, 11, 2)):
        sessions = story()
    with at(TODAY + timedelta(days=5), time(11)):
        assert told(sessions) == TOLD.read_text()
