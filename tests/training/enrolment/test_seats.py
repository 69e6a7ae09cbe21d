"""Chairs, the waiting list and offers."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError

from accounts.models import Message
from tests.training.enrolment.builders import (
    FIRST_DAY,
    TODAY,
    a_draft,
    a_learner,
    an_open_session,
    sent,
)
from tests.training.planning.builders import a_coordinator, at
from training.domain import enrolment as verbs
from training.domain import seats
from training.enums import EnrolmentStatus as S
from training.exceptions import Refusal
from training.models import Enrolment, Session
from training.signals import seat_freed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with at(TODAY):
        yield


@pytest.fixture
def session():
    return an_open_session(capacity=2)


def facts(session: Session) -> tuple[int, int, int]:
    found = seats.with_seats(Session.objects.all()).get(pk=session.pk)
    return found.seats_taken, found.seats_left, found.waiting_count


def letters(enrolment: Enrolment) -> list[str]:
    found = Message.objects.filter(context__enrolment=enrolment.pk).order_by("pk")
    return [message.template.rsplit("/", 1)[1] for message in found]


def test_chairs_first_then_the_waiting_list(session):
    assert facts(session) == (0, 2, 0)
    sent_in = [sent(session) for _ in range(4)]
    assert [one.status for one in sent_in] == [S.CONFIRMED, S.CONFIRMED, S.WAITLISTED, S.WAITLISTED]
    assert [seats.position(one) for one in sent_in] == [None, None, 1, 2]
    assert facts(session) == (2, 0, 2)
    assert letters(sent_in[0]) == ["confirmed"]
    assert letters(sent_in[2]) == ["waiting"]


def test_no_double_enrolment(session):
    person = a_learner()
    first = verbs.begin(session=session, person=person, by=person.user)
    assert verbs.begin(session=session, person=person, by=person.user) == first
    sent(session, person)
    with pytest.raises(Refusal) as refusal:
        verbs.begin(session=session, person=person, by=person.user)
    assert refusal.value.code == "enrolment_once"
    with pytest.raises(IntegrityError):
        Enrolment.objects.create(session=session, person=person)


def test_who_withdrew_may_come_back_at_the_end_of_the_queue(session):
    person = a_learner()
    first = sent(session, person)
    verbs.withdraw(enrolment=first, by=person.user)
    second = sent(session, person)
    assert second.pk != first.pk
    assert second.queue_position > first.queue_position


def test_a_freed_chair_is_offered_to_who_waits_longest(session):
    seated = [sent(session) for _ in range(2)]
    waiting = [sent(session) for _ in range(2)]
    freed = []

    def listen(sender, session_id, **news):
        freed.append(session_id)

    seat_freed.connect(listen)
    verbs.withdraw(enrolment=seated[0], by=seated[0].person.user)
    seat_freed.disconnect(listen)
    first, second = [Enrolment.objects.get(pk=one.pk) for one in waiting]
    assert (first.status, second.status) == (S.OFFERED, S.WAITLISTED)
    assert seats.position(second) == 1
    assert facts(session) == (2, 0, 1)
    assert letters(first) == ["waiting", "offer"]
    assert letters(seated[0]) == ["confirmed", "withdrawn"]
    assert freed == [session.pk]


def test_while_somebody_waits_a_newcomer_waits_too(session):
    for _ in range(3):
        sent(session)
    Session.objects.filter(pk=session.pk).update(capacity=5)  # nobody told the list yet
    newcomer = sent(session)
    assert newcomer.status == S.WAITLISTED
    assert seats.position(newcomer) == 2


def test_an_offer_is_accepted_or_left_to_the_next(session):
    seated = [sent(session) for _ in range(2)]
    first, second = [sent(session) for _ in range(2)]
    verbs.withdraw(enrolment=seated[0], by=None)
    verbs.decline_offer(enrolment=first, by=first.person.user)
    assert Enrolment.objects.get(pk=second.pk).status == S.OFFERED
    assert verbs.accept_offer(enrolment=second, by=second.person.user).status == S.CONFIRMED
    assert facts(session) == (2, 0, 0)
    assert letters(second) == ["waiting", "offer", "confirmed"]


def test_an_offer_expires_once(session):
    seated = [sent(session) for _ in range(2)]
    first, second = [sent(session) for _ in range(2)]
    verbs.withdraw(enrolment=seated[0], by=None)
    with pytest.raises(Refusal) as refusal:
        verbs.expire_offer(enrolment=first, by=None)
    assert refusal.value.code == "not_expired"
    with at(TODAY + timedelta(days=3), time(10, 1)):
        with pytest.raises(Refusal) as refusal:
            verbs.accept_offer(enrolment=first, by=first.person.user)
        assert refusal.value.code == "expired"
        verbs.expire_offer(enrolment=first, by=None)
    assert letters(first) == ["waiting", "offer", "expired"]
    assert Enrolment.objects.get(pk=second.pk).status == S.OFFERED


def paris(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (paris(2026, 12, 1, 10), paris(2026, 12, 4, 10)),
        (paris(2027, 1, 3, 23, 59), paris(2027, 1, 6, 23, 59)),
        (paris(2027, 1, 4, 0, 0), paris(2027, 1, 5, 0, 0)),  # a week before: a day to answer
        (paris(2027, 1, 10, 9), paris(2027, 1, 11, 0, 0)),  # never into the course itself
    ],
)
def test_how_long_an_offer_holds(session, now, until):
    assert session.first_day == FIRST_DAY
    assert seats.deadline(session, now) == until


@pytest.mark.parametrize("day", [date(2027, 1, 9), FIRST_DAY])
def test_no_offer_once_enrolment_is_closed_or_the_course_runs(session, day):
    seated = [sent(session) for _ in range(2)]
    waiting = sent(session)
    with at(day):
        verbs.withdraw(enrolment=seated[0], by=None)
        assert seats.offer_next(session_id=session.pk) is None
        with pytest.raises(Refusal) as refusal:
            verbs.offer(enrolment=waiting, by=None)
    assert refusal.value.code == "full"
    assert Enrolment.objects.get(pk=waiting.pk).status == S.WAITLISTED


def test_the_office_confirms_only_onto_a_free_chair(session):
    seated = [sent(session) for _ in range(2)]
    waiting = sent(session)
    office = a_coordinator()
    with pytest.raises(Refusal):
        verbs.confirm(enrolment=waiting, by=office)
    with at(date(2027, 1, 9)):  # enrolment is closed: nobody is called in by the system
        verbs.withdraw(enrolment=seated[0], by=None)
        assert verbs.confirm(enrolment=waiting, by=office).status == S.CONFIRMED


def test_a_decision_holds_no_chair_until_it_is_taken():
    session = an_open_session(capacity=1, needs_decision=True)
    first, second = [sent(session) for _ in range(2)]
    assert [first.status, second.status] == [S.SUBMITTED, S.SUBMITTED]
    assert facts(session) == (0, 1, 0)
    office = a_coordinator()
    verbs.invite(enrolment=first, by=office, note="Mardi à 10 h")
    assert verbs.accept(enrolment=second, by=office).status == S.CONFIRMED
    first = verbs.accept(enrolment=first, by=office)
    assert first.status == S.WAITLISTED
    assert first.queue_position == 1
    assert letters(second) == ["received", "accepted"]
    assert letters(first) == ["received", "interview", "waiting"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"birth_date": date(2009, 1, 12)}, "minor"),  # 18 the day after the first day
        ({"commune": None}, "incomplete"),
        ({"france_travail_missing": ""}, "incomplete"),
        ({"given_name": ""}, "incomplete"),
    ],
)
def test_what_keeps_a_request_from_being_sent(session, change, code):
    draft = a_draft(session, a_learner(**change))
    with pytest.raises(Refusal) as refusal:
        verbs.submit(enrolment=draft, by=None)
    assert refusal.value.code == code
    assert Enrolment.objects.get(pk=draft.pk).queue_position is None


def test_eighteen_on_the_first_day_is_enough(session):
    birthday = a_learner(birth_date=FIRST_DAY.replace(year=2009))
    assert sent(session, birthday).status == S.CONFIRMED


def test_too_young_is_told_where_to_go(session):
    with pytest.raises(Refusal, match="Mission locale"):
        sent(session, a_learner(birth_date=TODAY.replace(year=2010)))


def test_the_privacy_notice_comes_first(session):
    person = a_learner()
    draft = verbs.begin(session=session, person=person, by=person.user)
    with pytest.raises(Refusal) as refusal:
        verbs.submit(enrolment=draft, by=person.user)
    assert refusal.value.code == "privacy"


@pytest.mark.parametrize("day", [date(2026, 10, 31), date(2027, 1, 9), FIRST_DAY])
def test_nobody_enrols_outside_the_window(session, day):
    draft = a_draft(session)
    with at(day):
        for attempt in (
            lambda: verbs.submit(enrolment=draft, by=None),
            lambda: verbs.begin(session=session, person=a_learner(), by=None),
        ):
            with pytest.raises(Refusal) as refusal:
                attempt()
            assert refusal.value.code == "not_open"


def test_counting_takes_one_query_for_any_number(django_assert_num_queries):
    for _ in range(3):
        sent(an_open_session(capacity=1))
    with django_assert_num_queries(1):
        found = list(seats.with_seats(Session.objects.all()))
    assert [one.seats_left for one in found] == [0, 0, 0]


def test_a_capacity_lowered_below_the_group_leaves_nothing_free(session):
    for _ in range(2):
        sent(session)
    Session.objects.filter(pk=session.pk).update(capacity=1)
    assert facts(session) == (2, 0, 0)
    assert seats.left(Session.objects.get(pk=session.pk)) == 0


def test_who_joins_the_waiting_list_holds_the_lock_for_few_trips(session, django_assert_max_num_queries):
    """Each trip under the lock makes everybody behind wait: bin/bench measures what that costs."""
    for _ in range(session.capacity):
        sent(session)
    draft = a_draft(session, a_learner(account=False))
    with django_assert_max_num_queries(9):
        assert verbs.submit(enrolment=draft, by=None).status == S.WAITLISTED
