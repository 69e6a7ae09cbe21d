"""Go or no-go: the coordination is warned once; run, postpone, join, cancel; everybody is told of it."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.urls import reverse

from accounts.domain.roles import ensure_groups
from accounts.models import Message, Person
from tests.training.enrolment.builders import a_draft, a_learner, an_open_session, sent
from tests.training.planning.builders import MONDAY, a_coordinator, a_course, a_session, at
from training.domain import deciding, school_holidays
from training.domain import enrolment as verbs
from training.domain.calendar import ClosedRange, Reason
from training.enums import EnrolmentStatus as S
from training.enums import SchoolCalendar
from training.enums import SessionEventKind as K
from training.exceptions import Refusal
from training.models import Session

pytestmark = pytest.mark.django_db
THE_DAY = MONDAY - timedelta(days=10)
LATER = MONDAY + timedelta(days=14)


def a_small_group(**fields) -> Session:
    return an_open_session(**{"minimum_group": 3, "capacity": 6} | fields)


def letters(kind: str) -> list[str]:
    return [one.recipient.email for one in Message.objects.filter(template=f"training/emails/{kind}")]


@pytest.mark.parametrize(("day", "number"), [(THE_DAY - timedelta(days=1), 0), (THE_DAY, 1), (MONDAY, 0)])
def test_the_day_of_decision(day, number):
    a_small_group()
    with at(day):
        assert deciding.too_small(Session.objects.all()).count() == number


def test_the_coordination_is_warned_once_and_again_only_for_a_new_date():
    coordinator, session = a_coordinator(), a_small_group()
    with at(THE_DAY):
        deciding.when_their_day_has_come()
        deciding.when_their_day_has_come()
        assert letters("session_alert") == [coordinator.email]
        deciding.postpone(session=session, by=coordinator, starts_on=LATER, reason="Trop peu")
        deciding.when_their_day_has_come()
        assert len(letters("session_alert")) == 1
    with at(LATER - timedelta(days=10)):
        deciding.when_their_day_has_come()
    assert len(letters("session_alert")) == 2


def test_a_group_that_is_large_enough_is_confirmed_and_told_once():
    session = a_small_group(minimum_group=1)
    with at(date(2026, 12, 1)):
        person = sent(session).person
    with at(THE_DAY):
        deciding.when_their_day_has_come()
        deciding.when_their_day_has_come()
    session.refresh_from_db()
    assert session.confirmed_to_run_at
    assert sorted(letters("session_confirmed")) == sorted([person.user.email, session.trainers.get().email])


def test_running_with_too_few_needs_a_reason():
    session = a_small_group()
    with at(THE_DAY):
        with pytest.raises(Refusal) as refused:
            deciding.confirm_to_run(session=session, by=None)
        assert refused.value.code == "reason"
        assert deciding.confirm_to_run(session=session, by=None, reason="Deux employeurs attendent")
        assert session.events.get().kind == K.CONFIRMED


def test_a_session_comes_later_with_the_same_week_and_the_same_entries_in_calendars():
    session = a_small_group()
    with at(date(2026, 12, 1)):
        waiting = sent(session)
    before = {one.uid: one.date for one in session.half_days.all()}
    days = {"offers_until": date(2027, 1, 8), "withdrawals_until": date(2027, 1, 10)}
    type(session).objects.filter(pk=session.pk).update(**days)
    with at(THE_DAY):
        later = deciding.postpone(session=session, by=None, starts_on=LATER, reason="Trop peu de monde")
    after = {one.uid: one.date for one in session.half_days.held()}
    assert after == {uid: day + timedelta(days=14) for uid, day in before.items()}
    assert set(session.half_days.values_list("sequence", flat=True)) == {1}
    assert later.enrolment_closes_on == later.offers_until == date(2027, 1, 22)
    assert later.withdrawals_until == date(2027, 1, 24)
    assert later.events.get().first_day_before == MONDAY
    assert waiting.person.user.email in letters("session_postponed")
    with at(LATER - timedelta(days=1)):
        assert verbs.withdraw(enrolment=waiting, by=waiting.person.user).status == S.WITHDRAWN


def test_one_week_later_half_days_take_each_others_place():
    session = a_small_group()
    with at(THE_DAY):
        deciding.postpone(session=session, by=None, starts_on=MONDAY + timedelta(days=7), reason="x")
    days = [one.date for one in session.half_days.held()]
    assert days == [MONDAY + timedelta(days=offset) for offset in (7, 8, 14, 15)]


@pytest.mark.parametrize(("starts_on", "day"), [(MONDAY, THE_DAY), (LATER, MONDAY)])
def test_not_earlier_and_not_once_it_has_begun(starts_on, day):
    with at(day), pytest.raises(Refusal):
        deciding.postpone(session=a_small_group(), by=None, starts_on=starts_on, reason="x")


def test_two_groups_become_one_with_everybodys_history():
    course = a_course()
    small = a_small_group(course=course)
    large = a_small_group(course=course, starts_on=LATER)
    with at(date(2026, 12, 1)):
        people = [sent(small).person for _number in range(2)]
    with at(THE_DAY):
        deciding.join(session=small, into=large, by=None, reason="Deux petits groupes")
    small.refresh_from_db()
    assert small.merged_into == large
    assert not small.half_days.held().exists()
    arrived = large.enrolments.filter(status=S.CONFIRMED)
    assert {one.person for one in arrived} == set(people)
    assert all(one.transferred_from.session == small for one in arrived)
    assert small.enrolments.filter(status=S.TRANSFERRED).count() == 2


def test_whoever_cannot_go_over_is_named():
    course = a_course()
    small, large = a_small_group(course=course), a_small_group(course=course, starts_on=LATER)
    with at(date(2026, 12, 1)):
        person = sent(small).person
    Person.objects.filter(pk=person.pk).update(birth_date=date(2012, 5, 1))
    with at(THE_DAY), pytest.raises(Refusal) as refused:
        deciding.join(session=small, into=large, by=None, reason="Deux petits groupes")
    assert refused.value.code == "conditions"
    assert str(refused.value).startswith(person.full_name)
    assert small.enrolments.filter(status=S.CONFIRMED).exists()


def test_nobody_goes_when_there_is_not_a_chair_for_each():
    course = a_course()
    small, full = a_small_group(course=course), an_open_session(course=course, starts_on=LATER, capacity=1)
    with at(date(2026, 12, 1)):
        for _number in range(2):
            sent(small)
    with at(THE_DAY), pytest.raises(Refusal) as refused:
        deciding.join(session=small, into=full, by=None, reason="x")
    assert refused.value.code == "full"
    assert small.enrolments.filter(status=S.CONFIRMED).count() == 2
    assert not full.enrolments.exists()


def test_cancelling_leaves_a_line_and_tells_everybody():
    session = a_small_group()
    with at(date(2026, 12, 1)):
        person = sent(session).person
    with at(THE_DAY):
        deciding.cancel(session=session, by=None, reason="Trop peu de monde")
        deciding.cancel(session=session, by=None, reason="Again")
    assert session.events.get().kind == K.CANCELLED
    assert letters("session_cancelled") == [person.user.email]


def test_the_letters_say_what_was_decided():
    a_coordinator()
    session = a_small_group()
    with at(date(2026, 12, 1)):
        sent(session)
    with at(THE_DAY):
        deciding.when_their_day_has_come()
        deciding.postpone(session=session, by=None, starts_on=LATER, reason="Trop peu de monde")
        deciding.confirm_to_run(session=session, by=None, reason="Deux employeurs")
        decided = Message.objects.filter(template__startswith="training/emails/session_")
        kinds = set(decided.values_list("template", flat=True))
    assert len(kinds) == 3
    texts = " ".join(one.body for one in mail.outbox)
    assert "lundi 25 janvier" in texts
    assert "Trop peu de monde" in texts


def test_the_office_decides_after_a_preview(client):
    ensure_groups()
    coordinator, session = a_coordinator(), a_small_group()
    with at(date(2026, 12, 1)):
        person = verbs.submit(enrolment=a_draft(session, a_learner()), by=None).person
    with at(THE_DAY):
        client.force_login(coordinator)
        page = client.get(reverse("sessions_office:inspect", args=[session.pk])).content.decode()
        assert reverse("sessions_office:postpone", args=[session.pk]) in page
        address = reverse("sessions_office:postpone", args=[session.pk])
        facts = {"starts_on": LATER, "reason": "Trop peu de monde"}
        preview = client.post(address, facts).content.decode()
        assert person.full_name in preview
        session.refresh_from_db()
        assert session.first_day == MONDAY
        client.post(address, facts | {"confirm": "1"})
    session.refresh_from_db()
    assert session.first_day == LATER


def test_the_preview_of_a_later_start_shows_each_half_day_and_what_is_left_out(client):
    ensure_groups()
    session, easter_week = a_small_group(), date(2027, 3, 22)
    address = reverse("sessions_office:postpone", args=[session.pk])
    facts = {"starts_on": easter_week, "reason": "Trop peu de monde"}
    with at(THE_DAY):
        client.force_login(a_coordinator())
        preview = client.post(address, facts)
        lines = preview.context["dates"]["plan"].lines
        assert [line.date.isoformat() for line in lines if line.skipped] == ["2027-03-29"]
        page = preview.content.decode()
        assert "Lundi de Pâques" in page
        assert "22 mars 2027" in page
        assert "lundi 11 janvier" in page  # instead of
        assert 'name="back-' not in page  # nothing is put back here
        session.refresh_from_db()
        assert session.first_day == MONDAY
        client.post(address, facts | {"confirm": "1"})
    shown = [line.date for line in lines if line.half_day]
    assert [one.date for one in session.half_days.held()] == shown
    assert [one.date for one in session.skipped_days.all()] == [date(2027, 3, 29)]


def test_the_closures_it_was_planned_around_hold_for_the_new_dates_too():
    works = ClosedRange(MONDAY + timedelta(7), MONDAY + timedelta(13), Reason(fr="Travaux", nl="Werken"))
    session = a_session(school_holidays=[works])
    plan = deciding.dates_from(MONDAY + timedelta(days=7), session=session).plan
    assert plan.first_day == MONDAY + timedelta(days=14)
    assert {one.reason.fr for one in plan.skipped} == {"Travaux"}


def test_school_holidays_of_the_same_side_hold_beyond_the_dates_it_had():
    winter, spring = [
        one for one in school_holidays.known(SchoolCalendar.FRANCE_B).holidays if one.first > MONDAY
    ][:2]
    session = a_session(school_holidays=[winter], starts_on=winter.first - timedelta(days=7))
    plan = deciding.dates_from(spring.first - timedelta(days=7), session=session).plan
    assert not [one.date for one in plan.half_days if one.date in spring]
    assert {one.reason for one in plan.skipped} == {spring.reason}
