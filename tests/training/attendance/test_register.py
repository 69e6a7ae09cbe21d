"""The register: everybody present, exceptions, closed for good."""

from datetime import date, time, timedelta

import pytest
from django.utils import translation

from tests.training.planning.builders import (
    MONDAY,
    a_coordinator,
    a_session,
    a_trainer,
    absence,
    at,
    enrolled,
    in_the_lesson,
)
from training.domain import attendance, planning
from training.enums import EnrolmentStatus, ExitReason
from training.exceptions import Refusal
from training.models import Attendance, Enrolment, HalfDay
from training.signals import register_closed

pytestmark = pytest.mark.django_db


@pytest.fixture
def trainer():
    return a_trainer()


@pytest.fixture
def session(trainer):
    return a_session(trainer=trainer)


@pytest.fixture
def half_day(session) -> HalfDay:
    return session.half_days.first()


@pytest.fixture
def group(session) -> list[Enrolment]:
    return [enrolled(session) for _ in range(3)]


@pytest.fixture
def now(half_day):
    """An hour into the first lesson."""
    with in_the_lesson(half_day):
        yield


def marks(half_day) -> dict[int, tuple]:
    return {
        one.enrolment_id: (one.absence_code_id, one.minutes_late, one.minutes_left_early)
        for one in half_day.marks.all()
    }


class TestOpening:
    def test_everybody_is_present(self, half_day, group, trainer, now):
        attendance.open_register(half_day=half_day, by=trainer)
        assert marks(half_day) == {one.pk: (None, 0, 0) for one in group}

    def test_opening_again_keeps_what_was_marked(self, half_day, group, trainer, now):
        attendance.mark(half_day=half_day, enrolment=group[0], by=trainer, minutes_late=10)
        attendance.open_register(half_day=half_day, by=trainer)
        attendance.open_register(half_day=half_day, by=trainer)
        assert marks(half_day)[group[0].pk] == (None, 10, 0)
        assert half_day.marks.count() == 3

    @pytest.mark.parametrize(
        "status", [EnrolmentStatus.WAITLISTED, EnrolmentStatus.OFFERED, EnrolmentStatus.WITHDRAWN]
    )
    def test_who_has_no_confirmed_place_is_not_on_it(self, session, half_day, status):
        dates = {
            EnrolmentStatus.OFFERED: {"offered_until": half_day.starts_at},
            EnrolmentStatus.WITHDRAWN: {"withdrawn_at": half_day.starts_at},
        }
        one = enrolled(session)
        Enrolment.objects.filter(pk=one.pk).update(status=status, **dates.get(status, {}))
        assert not attendance.register_of(half_day).exists()

    def test_who_was_confirmed_after_that_day_is_not_expected_but_can_be_added(
        self, session, half_day, trainer, now
    ):
        late = enrolled(session, confirmed_on=half_day.date + timedelta(days=1))
        attendance.open_register(half_day=half_day, by=trainer)
        assert not half_day.marks.exists()
        assert list(attendance.joined_later(half_day)) == [late]
        attendance.mark(half_day=half_day, enrolment=late, by=trainer)
        assert marks(half_day) == {late.pk: (None, 0, 0)}

    def test_who_left_before_that_day_is_not_on_it(self, session, half_day):
        stays, gone = enrolled(session), enrolled(session)
        yesterday = half_day.starts_at - timedelta(days=1)
        for one, left in ((stays, half_day.starts_at), (gone, yesterday)):
            Enrolment.objects.filter(pk=one.pk).update(
                status=EnrolmentStatus.EXITED,
                entered_at=yesterday,
                exited_at=left,
                exit_reason=ExitReason.OTHER,
            )
        assert list(attendance.register_of(half_day)) == [stays]

    def test_names_are_in_order(self, half_day, group):
        names = [one.person.name_key for one in attendance.register_of(half_day)]
        assert names == sorted(names)

    def test_not_earlier_than_a_quarter_of_an_hour_before_the_lesson(self, half_day, group, trainer):
        with at(MONDAY, time(8, 44)), translation.override("fr"), pytest.raises(Refusal) as refused:
            attendance.open_register(half_day=half_day, by=trainer)
        assert refused.value.code == "too_early"
        assert "lundi 11 janvier" in str(refused.value)
        assert "8\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}45" in str(refused.value)
        with at(MONDAY, time(8, 45)):
            attendance.open_register(half_day=half_day, by=trainer)
        assert half_day.marks.count() == 3

    def test_not_of_a_cancelled_half_day(self, half_day, trainer, now):
        planning.cancel_half_day(half_day=half_day, by=None)
        with pytest.raises(Refusal) as refused:
            attendance.open_register(half_day=half_day, by=trainer)
        assert refused.value.code == "cancelled"


class TestMarking:
    def test_an_absence_then_late_then_present_again(self, half_day, group, trainer, now):
        one = group[0]
        sick = absence("J_SICK")
        attendance.mark(half_day=half_day, enrolment=one, by=trainer, absence_code=sick)
        assert marks(half_day)[one.pk] == (sick.pk, 0, 0)
        attendance.mark(half_day=half_day, enrolment=one, by=trainer, minutes_late=15, minutes_left_early=5)
        assert marks(half_day)[one.pk] == (None, 15, 5)
        attendance.mark(half_day=half_day, enrolment=one, by=trainer)
        assert marks(half_day)[one.pk] == (None, 0, 0)

    @pytest.mark.usefixtures("now")
    @pytest.mark.parametrize(
        ("facts", "code"),
        [
            ({"minutes_late": -1}, "negative"),
            ({"minutes_late": 100, "minutes_left_early": 80}, "too_late"),
            ({"minutes_late": 180}, "too_late"),
        ],
    )
    def test_impossible_minutes_are_refused(self, half_day, group, trainer, facts, code):
        with pytest.raises(Refusal) as refused:
            attendance.mark(half_day=half_day, enrolment=group[0], by=trainer, **facts)
        assert refused.value.code == code
        assert not half_day.marks.exists()

    def test_absent_and_late_is_refused(self, half_day, group, trainer, now):
        with pytest.raises(Refusal) as refused:
            attendance.mark(
                half_day=half_day, enrolment=group[0], by=trainer, absence_code=absence(), minutes_late=5
            )
        assert refused.value.code == "absent_and_late"

    def test_somebody_of_another_session_is_refused(self, half_day, trainer, now):
        stranger = enrolled(a_session())
        with pytest.raises(Refusal) as refused:
            attendance.mark(half_day=half_day, enrolment=stranger, by=trainer)
        assert refused.value.code == "not_on_register"


class TestClosing:
    def test_it_is_final_and_says_who_and_when(self, half_day, group, trainer, now):
        attendance.open_register(half_day=half_day, by=trainer)
        closed = attendance.close(half_day=half_day, by=trainer)
        half_day.refresh_from_db()
        assert half_day.closed_by == trainer
        assert half_day.closed_at == closed.closed_at is not None

    def test_closing_twice_changes_nothing(self, half_day, group, trainer, now):
        attendance.open_register(half_day=half_day, by=trainer)
        first = attendance.close(half_day=half_day, by=trainer)
        with at(MONDAY + timedelta(days=2)):
            again = attendance.close(half_day=half_day, by=a_coordinator())
        assert (again.closed_at, again.closed_by) == (first.closed_at, trainer)

    def test_the_news_is_told_once(self, half_day, group, trainer, now):
        heard = []

        def listen(half_day_id, **kwargs):
            heard.append(half_day_id)

        register_closed.connect(listen)
        attendance.open_register(half_day=half_day, by=trainer)
        attendance.close(half_day=half_day, by=trainer)
        attendance.close(half_day=half_day, by=trainer)
        register_closed.disconnect(listen)
        assert heard == [half_day.pk]

    def test_not_before_the_lesson_begins(self, half_day, group, trainer):
        with at(MONDAY, time(8, 50)):
            attendance.open_register(half_day=half_day, by=trainer)
            with pytest.raises(Refusal) as refused:
                attendance.close(half_day=half_day, by=trainer)
        assert refused.value.code == "too_early"

    def test_not_while_somebody_has_no_mark(self, half_day, group, trainer, now):
        attendance.mark(half_day=half_day, enrolment=group[0], by=trainer)
        with translation.override("nl"), pytest.raises(Refusal, match="2 personen zijn") as refused:
            attendance.close(half_day=half_day, by=trainer)
        assert refused.value.code == "unmarked"

    def test_who_is_there_for_the_first_time_enters_the_training(self, half_day, group, trainer, now):
        attendance.open_register(half_day=half_day, by=trainer)
        attendance.mark(half_day=half_day, enrolment=group[0], by=trainer, absence_code=absence())
        attendance.mark(half_day=half_day, enrolment=group[1], by=trainer, minutes_late=30)
        attendance.close(half_day=half_day, by=trainer)
        states = [Enrolment.objects.get(pk=one.pk).status for one in group]
        assert states == ["CONFIRMED", "ENTERED", "ENTERED"]

    def test_a_mark_of_somebody_who_withdrew_meanwhile_goes(self, half_day, group, trainer, now):
        attendance.open_register(half_day=half_day, by=trainer)
        Enrolment.objects.filter(pk=group[0].pk).update(
            status=EnrolmentStatus.WITHDRAWN, withdrawn_at=half_day.starts_at
        )
        attendance.close(half_day=half_day, by=trainer)
        assert set(marks(half_day)) == {group[1].pk, group[2].pk}

    def test_every_verb_refuses_afterwards(self, half_day, group, trainer, now):
        attendance.open_register(half_day=half_day, by=trainer)
        attendance.close(half_day=half_day, by=trainer)
        verbs = [
            lambda: attendance.open_register(half_day=half_day, by=trainer),
            lambda: attendance.mark(
                half_day=half_day, enrolment=group[0], by=a_coordinator(), minutes_late=5
            ),
            lambda: planning.move_half_day(half_day=half_day, by=None, date=date(2027, 3, 1)),
            lambda: planning.cancel_half_day(half_day=half_day, by=None),
        ]
        for verb in verbs:
            with pytest.raises(Refusal) as refused:
                verb()
            assert refused.value.code == "closed"
        assert Attendance.objects.filter(minutes_late=0, absence_code=None).count() == 3


class TestWhoMay:
    def test_her_own_half_day_and_the_office(self, half_day, group, trainer, now):
        attendance.open_register(half_day=half_day, by=trainer)
        attendance.close(half_day=half_day, by=a_coordinator())
        half_day.refresh_from_db()
        assert half_day.is_closed

    @pytest.mark.parametrize("verb", [attendance.open_register, attendance.close])
    def test_not_a_colleague(self, half_day, group, now, verb):
        with pytest.raises(Refusal) as refused:
            verb(half_day=half_day, by=a_trainer())
        assert refused.value.code == "not_allowed"
        assert not half_day.marks.exists()

    def test_a_trainer_of_the_session_when_nobody_is_named(self, half_day, group, trainer, now):
        HalfDay.objects.filter(pk=half_day.pk).update(trainer=None)
        half_day.refresh_from_db()
        attendance.open_register(half_day=half_day, by=trainer)
        assert half_day.marks.count() == 3

    def test_not_somebody_who_no_longer_works_here(self, half_day, group, trainer, now):
        trainer.memberships.update(ended_on=date(2026, 12, 31))
        former = type(trainer).objects.get(pk=trainer.pk)
        with pytest.raises(Refusal):
            attendance.open_register(half_day=half_day, by=former)
