"""The queue of decisions: one or many at once, each with its own result; more is asked before a decision."""

import html
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import Person
from tests.training.enrolment.builders import an_open_session, sent
from training.domain import enrolment as verbs
from training.domain.adjusting import set_conditions
from training.enums import EnrolmentStatus as S
from training.enums import EventReason, Inquiry
from training.exceptions import Refusal
from training.models import Enrolment, Session

pytestmark = pytest.mark.django_db
QUEUE = "/admin/decisions/"


@pytest.fixture
def session():
    return an_open_session(needs_decision=True, capacity=5)


def fresh(one: Enrolment) -> Enrolment:
    return Enrolment.objects.get(pk=one.pk)


def decide(office, *ticked, **facts):
    return office.post(QUEUE, {"enrolment": [one.pk for one in ticked]} | facts)


def test_many_at_once_and_the_one_that_cannot_be_says_why(office, session):
    first, second, third = sent(session), sent(session), sent(session)
    gone = sent(session)
    verbs.withdraw(enrolment=gone, by=None)
    set_conditions(session=session, by=None, minimum_age=18, maximum_age=60)
    second.person.birth_date = second.person.birth_date.replace(year=1950)
    second.person.save()
    page = decide(office, first, second, third, gone, verb="accept")
    results = [one for one, _step in page.context["results"]]
    assert [one.is_done for one in results] == [True, False, True, False]
    assert "60" in results[1].reason
    assert [fresh(one).status for one in (first, second, third, gone)] == [
        S.CONFIRMED,
        S.SUBMITTED,
        S.CONFIRMED,
        S.WITHDRAWN,
    ]
    assert page.context["ticked"] == {second.pk, gone.pk}


def too_old(one: Enrolment) -> str:
    set_conditions(session=one.session, by=None, minimum_age=18, maximum_age=60)
    Person.objects.filter(pk=one.person_id).update(birth_date=date(1950, 1, 1))
    return f"/admin/enrolments/{one.pk}/waive/"


def too_young(one: Enrolment) -> str:
    Person.objects.filter(pk=one.person_id).update(birth_date=date(2012, 1, 1))
    return f"/admin/people/inspect/{one.person_id}/"


def withdrawn(one: Enrolment) -> str:
    verbs.withdraw(enrolment=one, by=None)
    return f"/admin/enrolments/inspect/{one.pk}/"


def on_the_list(one: Enrolment) -> str:
    Enrolment.objects.filter(pk=one.pk).update(status=S.WAITLISTED)
    return f"/admin/sessions/{one.session_id}/waiting/"


def cancelled(one: Enrolment) -> str:
    Session.objects.filter(pk=one.session_id).update(cancelled_at=timezone.now())
    return f"/admin/enrolments/{one.pk}/transfer/"


def seated_elsewhere(one: Enrolment) -> str:
    other = an_open_session(needs_decision=True)
    verbs.accept(enrolment=sent(other, one.person), by=None)
    return f"/admin/timelines/{one.person_id}/"


@pytest.mark.parametrize(
    "happens",
    [too_old, too_young, withdrawn, on_the_list, cancelled, seated_elsewhere],
    ids=lambda one: one.__name__,
)
def test_what_cannot_be_decided_says_what_to_do_next_with_a_door_that_opens(office, session, happens):
    one = sent(session)
    door = happens(one)
    page = decide(office, one, verb="accept")
    ((result, step),) = page.context["results"]
    assert not result.is_done
    assert step.sentence in html.unescape(page.content.decode())
    assert door in [address for _words, address in step.doors]
    assert [office.get(address).status_code for _words, address in step.doors] == [200] * len(step.doors)


def test_refusing_many_needs_one_reason_and_says_it_to_each(office, session):
    first, second = sent(session), sent(session)
    page = decide(office, first, second, verb="refuse")
    assert page.context["form"].errors["reason"]
    assert page.context["ticked"] == {first.pk, second.pk}
    decide(office, first, second, verb="refuse", reason="LEVEL_TOO_LOW", note="Un cours A0 commence en mars.")
    for one in (first, second):
        assert (fresh(one).status, fresh(one).refusal_reason) == (S.REFUSED, "LEVEL_TOO_LOW")
        assert one.person.user.messages.filter(template="training/emails/refused").count() == 1


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({}, "verb"),
        ({"verb": "expel"}, "verb"),
        ({"verb": "refuse", "reason": "BECAUSE"}, "reason"),
        ({"verb": "ask_more"}, "note"),
        ({"verb": "ask_more", "note": "x" * 301}, "note"),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_is_decided(office, session, facts, field):
    one = sent(session)
    page = decide(office, one, **facts)
    assert page.context["form"].errors[field]
    assert fresh(one).status == S.SUBMITTED


@pytest.mark.parametrize("ticked", [[], ["x"], ["999999"]])
def test_nothing_ticked_is_said(office, session, ticked):
    page = office.post(QUEUE, {"enrolment": ticked, "verb": "accept"})
    assert page.status_code == 200
    assert bool(page.context["form"].errors) == (ticked != ["999999"])
    assert not page.context["results"]


def test_more_is_asked_answered_and_comes_back_marked(office, session, client):
    one = sent(session)
    decide(office, one, verb="ask_more", note="Quels jours êtes-vous libre ?")
    assert (fresh(one).inquiry, fresh(one).status) == (Inquiry.ASKED, S.SUBMITTED)
    assert one.person.user.messages.filter(template="training/emails/ask_more").count() == 1
    assert not office.get(f"{QUEUE}?state=ours").context["rows"]
    assert len(office.get(f"{QUEUE}?state=asked").context["rows"]) == 1
    client.force_login(one.person.user)
    assert "Quels jours" in client.get(f"/my/enrolments/{one.pk}/").content.decode()
    empty = client.post(f"/my/enrolments/{one.pk}/answer/", {"note": " "})
    assert empty.context["form"].errors["note"]
    client.post(f"/my/enrolments/{one.pk}/answer/", {"note": "Tous les matins."})
    assert fresh(one).inquiry == Inquiry.ANSWERED
    assert client.get(f"/my/enrolments/{one.pk}/answer/").status_code == 302


def test_the_answer_stands_in_the_queue(office, session):
    one = sent(session)
    verbs.ask_more(enrolment=one, by=None, note="Quels jours ?")
    verbs.answer(enrolment=one, by=one.person.user, note="Tous les matins.")
    page = office.get(f"{QUEUE}?state=answered").content.decode()
    assert "Tous les matins." in page
    assert verbs.accept(enrolment=one, by=None).inquiry == ""


def test_nobody_answers_what_was_not_asked_and_nobody_for_another(session):
    one, other = sent(session), sent(session)
    with pytest.raises(Refusal) as refusal:
        verbs.answer(enrolment=one, by=one.person.user, note="Bonjour")
    assert refusal.value.code == "not_asked"
    verbs.ask_more(enrolment=one, by=None, note="Quels jours ?")
    with pytest.raises(Refusal) as refusal:
        verbs.answer(enrolment=one, by=other.person.user, note="Jamais")
    assert refusal.value.code == "not_allowed"
    assert one.events.filter(reason=EventReason.MORE_GIVEN).count() == 0


def test_thirty_requests_cost_as_many_queries_as_one(office):
    sessions = [an_open_session(needs_decision=True, capacity=5) for _number in range(2)]
    for session in sessions:
        set_conditions(session=session, by=None, minimum_age=18, levels={"REA": "A1"})

    def queries() -> int:
        office.get(QUEUE)
        with CaptureQueriesContext(connection) as seen:
            office.get(QUEUE)
        return len(seen)

    sent(sessions[0])
    one = queries()
    for number in range(8):
        sent(sessions[number % 2])
    assert queries() == one
