"""Referred people whom no letter reaches: somebody calls them, and says so."""

import pytest
from django.urls import reverse
from django.utils import translation

from accounts.enums import OrganisationKind
from accounts.models import User
from tests.training.enrolment.builders import a_learner, an_open_session, sent
from tests.training.planning.builders import an_organisation
from training.domain import enrolment as verbs
from training.domain.calling import note_call
from training.domain.queries import timeline
from training.domain.queries.to_do import to_do
from training.enums import EnrolmentStatus as S
from training.models import Enrolment, Session

pytestmark = pytest.mark.django_db


@pytest.fixture
def session() -> Session:
    return an_open_session(capacity=1, minimum_group=1)


def referred(session: Session) -> Enrolment:
    enrolment = sent(session, a_learner(account=False))
    enrolment.referred_by = an_organisation(OrganisationKind.PRESCRIBER)
    enrolment.save()
    return enrolment


@pytest.fixture
def unreached(session) -> Enrolment:
    """On the waiting list, without an account."""
    sent(session)
    return referred(session)


def to_call(user: User) -> list[Enrolment]:
    return to_do(user)["referred_to_call"].first


def test_who_was_called_leaves_the_pile_and_the_diary_keeps_who_and_when(unreached, office, coordinator):
    home = reverse("wagtailadmin_home")
    deed = reverse("enrolments_office:deed", args=[unreached.pk, "note_call"])
    assert f'href="{deed}?' in office.get(home).content.decode()
    answer = office.post(deed, {"note": "sa sœur a décroché", "next": home})
    assert (answer.status_code, answer.url) == (302, home)
    event = unreached.events.last()
    assert (event.reason, event.by, event.note) == ("CALLED", coordinator, "sa sœur a décroché")
    assert (event.from_status, event.to_status) == (S.WAITLISTED, S.WAITLISTED)
    assert to_call(coordinator) == []
    assert deed not in office.get(home).content.decode()
    page = office.get(reverse("enrolments_office:inspect", args=[unreached.pk])).content.decode()
    assert "La personne a été appelée" in page
    assert "sa sœur a décroché" in page


def test_the_same_call_is_noted_once_and_another_is_another(unreached, coordinator):
    for note in ("répondeur", " répondeur", "jointe"):
        note_call(enrolment=unreached, by=coordinator, note=note)
    assert [one.note for one in unreached.events.filter(reason="CALLED")] == ["répondeur", "jointe"]


def test_at_the_next_news_they_are_called_again(unreached, session, coordinator):
    note_call(enrolment=unreached, by=coordinator)
    verbs.withdraw(enrolment=session.enrolments.seated().get(), by=None)
    unreached.refresh_from_db()
    assert unreached.status == S.OFFERED
    assert to_call(coordinator) == [unreached]
    note_call(enrolment=unreached, by=coordinator)
    assert to_call(coordinator) == []


def test_a_question_is_news_too(coordinator):
    asked = referred(an_open_session(needs_decision=True))
    note_call(enrolment=asked, by=coordinator)
    assert to_call(coordinator) == []
    verbs.ask_more(enrolment=asked, by=coordinator, note="Quels jours ?")
    assert to_call(coordinator) == [asked]


def test_the_button_is_for_whom_no_letter_reaches(unreached, session, office):
    for one, is_there in ((unreached, True), (sent(session), False)):
        deeds = office.get(reverse("enrolments_office:inspect", args=[one.pk])).context["deeds"]
        assert ("note_call" in {deed.verb for deed in deeds}) == is_there


def test_the_person_reads_that_they_were_called_without_the_note(unreached, coordinator):
    note_call(enrolment=unreached, by=coordinator, note="pour nous")
    with translation.override("nl"):
        line = timeline.items(timeline.of(unreached.person))[0]
    assert line["title"] == "We hebben je gebeld"
    assert "pour nous" not in line["text"]
