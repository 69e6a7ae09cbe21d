"""Reminders: the day before, a week before; once, in the person's language, never of what was cancelled."""

from datetime import date, time

import pytest
from django.core import mail

from accounts.domain import outbox
from accounts.models import Message
from tests.training.enrolment.builders import a_learner, an_open_session, in_state, sent
from tests.training.planning.builders import MON, MONDAY, SUN, a_pattern, at
from training.domain import enrolment as verbs
from training.domain import planning, reminding
from training.enums import DayPart, EnrolmentStatus

pytestmark = pytest.mark.django_db
SUNDAY = date(2027, 1, 10)  # the day before the first lesson of the builders
NOON = time(12)


def a_group(language: str = "fr", **fields):
    session = an_open_session(**fields)
    with at(date(2026, 12, 1)):
        enrolment = sent(session, a_learner(language=language))
    mail.outbox.clear()
    return session, enrolment


def reminded(day: date, clock: time = NOON) -> list[str]:
    """What goes on that day to whom: (address, subject) of each letter."""
    mail.outbox.clear()
    with at(day, clock):
        reminding.remind()
        outbox.send_due()
    return [(one.to[0], one.subject) for one in mail.outbox]


@pytest.mark.parametrize(
    ("language", "subject", "day"),
    [("fr", "À demain", "lundi 11 janvier"), ("nl", "Tot morgen", "maandag 11 januari")],
)
def test_the_day_before_each_half_day_the_group_and_the_trainer(language, subject, day):
    session, enrolment = a_group(language)
    letters = reminded(SUNDAY)
    assert (enrolment.person.user.email, subject) in letters
    assert session.trainers.get().email in [address for address, _ in letters]
    assert len(letters) == 2
    body = next(one.body for one in mail.outbox if one.to == [enrolment.person.user.email])
    assert day in body
    assert session.room.name in body


def test_not_before_ten_and_once():
    a_group()
    assert reminded(SUNDAY, time(9, 59)) == []
    assert len(reminded(SUNDAY, time(10))) == 2
    assert reminded(SUNDAY, time(10, 1)) == []
    with at(SUNDAY, NOON):
        assert reminding.remind() == 0


def test_two_half_days_of_a_day_are_one_letter():
    session, enrolment = a_group()
    with at(date(2026, 12, 2)):
        planning.add_half_day(
            session=session,
            by=None,
            date=MONDAY,
            part=DayPart.AFTERNOON,
            start_time=time(13),
            end_time=time(15),
        )
        Message.objects.all().delete()
    reminded(SUNDAY)
    (letter,) = [one for one in mail.outbox if one.to == [enrolment.person.user.email]]
    assert "9\N{NO-BREAK SPACE}h – 12" in letter.body
    assert "13\N{NO-BREAK SPACE}h – 15" in letter.body


@pytest.mark.parametrize("status", [S for S in EnrolmentStatus if S not in reminding.COMING])
def test_nobody_without_a_place(status):
    session = an_open_session()
    with at(date(2026, 12, 1)):
        in_state(status, session)
    assert [address for address, _ in reminded(SUNDAY)] == [session.trainers.get().email]


def test_none_for_a_cancelled_half_day_or_session():
    session, _ = a_group()
    assert len(reminded(date(2027, 1, 5))) == 2
    with at(date(2027, 1, 6)):
        planning.cancel_half_day(half_day=session.half_days.first(), by=None)
    assert {subject for _, subject in reminded(date(2027, 1, 7))} == {"Une demi-journée est annulée"}
    assert reminded(SUNDAY) == []
    with at(SUNDAY, time(13)):
        planning.cancel(session=session, by=None, reason="Trop peu de monde")
    mail.outbox.clear()
    assert reminded(MONDAY) == []


def test_what_is_cancelled_after_the_reminder_was_queued_is_dropped():
    session, enrolment = a_group()
    with at(SUNDAY, NOON):
        reminding.remind()
        planning.cancel_half_day(half_day=session.half_days.first(), by=None)
        verbs.withdraw(enrolment=enrolment, by=None)
        mail.outbox.clear()
        outbox.send_due()
    assert [one.subject for one in mail.outbox] == []


def test_a_reminder_that_is_too_late_is_not_sent():
    a_group()
    with at(SUNDAY, NOON):
        reminding.remind()
    with at(MONDAY, time(8)):
        outbox.send_due()
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("day", "before"),
    [(date(2027, 3, 29), date(2027, 3, 28)), (date(2027, 11, 1), date(2027, 10, 31))],
    ids=["spring", "autumn"],
)
def test_across_a_change_of_the_clock(day, before):
    """29 March and 1 November are holidays; the lesson is put there by hand."""
    session, enrolment = a_group()
    with at(date(2026, 12, 2)):
        planning.move_half_day(
            half_day=session.half_days.last(), by=None, date=day, holiday_reason="Rattrapage"
        )
        Message.objects.all().delete()
    assert enrolment.person.user.email in [address for address, _ in reminded(before, time(10))]
    assert reminded(before, time(23)) == []


class TestAWeekBefore:
    def test_the_group_and_the_trainer_once_also_when_a_day_was_missed(self):
        session, enrolment = a_group()
        assert reminded(date(2027, 1, 3)) == []
        letters = reminded(date(2027, 1, 5))
        assert {address for address, _ in letters} == {
            enrolment.person.user.email,
            session.trainers.get().email,
        }
        letter = next(one for one in mail.outbox if one.to == [enrolment.person.user.email])
        assert letter.subject == "Votre formation commence bientôt"
        assert "lundi 11 janvier" in letter.body
        assert letter.attachments
        assert reminded(date(2027, 1, 6)) == []

    def test_not_to_who_got_a_place_within_the_week(self):
        session = an_open_session()
        with at(date(2027, 1, 6)):
            late = sent(session, a_learner())
        assert late.person.user.email not in [address for address, _ in reminded(date(2027, 1, 7))]

    def test_thirty_people_cost_as_many_questions_as_one(self, django_assert_max_num_queries):
        a_group(pattern=a_pattern(MON, SUN))
        reminded(SUNDAY)
        with at(SUNDAY, NOON), django_assert_max_num_queries(6):
            reminding.remind()
