"""What a court looks at in an attendance sheet: the ten rules of coherence, one class each, in their order.

Source: domain report, 1.3. Each is refused, or asks for a reason that is kept; where a rule must never be
broken the database refuses too.
"""

import uuid
from datetime import date, time, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from tests.training.planning.builders import (
    MONDAY,
    a_coordinator,
    a_room,
    a_session,
    a_trainer,
    at,
    enrolled,
    in_the_lesson,
)
from training.domain import amending, attendance, half_days, hours, planning, signing
from training.domain.sheet_facts import gather
from training.enums import DayPart, LinkKind, SignatureMethod, Signing
from training.exceptions import Refusal
from training.models import Attendance, HalfDay

pytestmark = pytest.mark.django_db
ASCENSION, FLEMISH_DAY = date(2027, 5, 6), date(2027, 7, 21)  # a holiday of both sides; of the Belgian one
DRAWING = "[[100,200,300,150,500,220],[520,180,600,260]]"


@pytest.fixture
def trainer():
    return a_trainer()


@pytest.fixture
def session(trainer):
    return a_session(trainer=trainer, signing=Signing.SCREEN)


@pytest.fixture
def half_day(session) -> HalfDay:
    return session.half_days.first()


@pytest.fixture
def learner(session):
    return enrolled(session)


def add(session, day: date, start: time, end: time, *, part: str = DayPart.AFTERNOON, reason: str = ""):
    facts = {"part": part, "start_time": start, "end_time": end, "holiday_reason": reason}
    return half_days.add_half_day(session=session, date=day, by=a_coordinator(), **facts)


def sign(half_day, enrolment):
    facts = {"method": SignatureMethod.DRAWN, "mark": DRAWING, "change_id": uuid.uuid4()}
    return signing.sign(half_day=half_day, enrolment=enrolment, by=half_day.trainer, **facts)


def close(half_day, **fields) -> HalfDay:
    attendance.open_register(half_day=half_day, by=half_day.trainer)
    present = half_day.marks.filter(absence_code=None).count()
    facts = {"head_count": present, "unsigned_reason": "Panne de tablette."} | fields
    return attendance.close(half_day=half_day, by=half_day.trainer, **facts)


def code_of(refused) -> str:
    return refused.value.code


class Test1ATrainerIsInOnePlace:
    def test_two_lessons_at_once_are_refused_by_the_verb_and_by_the_database(
        self, session, half_day, trainer
    ):
        with pytest.raises(Refusal):
            a_session(trainer=trainer)
        other = a_session(trainer=a_trainer()).half_days.first()
        with pytest.raises(IntegrityError, match="half_day_trainer_free"), transaction.atomic():
            HalfDay.objects.filter(pk=other.pk).update(trainer=trainer)


class Test2AHolidayHasAReason:
    @pytest.mark.parametrize("day", [ASCENSION, FLEMISH_DAY])
    def test_of_either_side_of_the_border(self, session, day):
        with pytest.raises(Refusal) as refused:
            add(session, day, time(9), time(12))
        assert code_of(refused) == "holiday"
        kept = add(session, day, time(9), time(12), reason="Foire de l’emploi.")
        assert kept.holiday_reason == "Foire de l’emploi."


class Test3TheRoomHoldsThem:
    def test_more_people_than_chairs_need_a_reason_that_the_sheet_keeps(self, trainer):
        session = a_session(trainer=trainer, room=a_room(capacity=1), capacity=1)
        half_day = session.half_days.first()
        for _twice in range(2):
            enrolled(session)
        with in_the_lesson(half_day):
            with pytest.raises(Refusal) as refused:
                close(half_day)
            closed = close(half_day, crowded_reason="Cours dans la grande salle.")
        assert code_of(refused) == "crowded"
        assert "Cours dans la grande salle." in closed.links.get(kind=LinkKind.CLOSED).payload


class Test4NobodySignsBeforehand:
    @pytest.mark.parametrize(("minutes", "code"), [(15, None), (16, "too_early")])
    def test_fifteen_minutes_before_the_start(self, half_day, learner, minutes, code):
        start = half_day.starts_at - timedelta(minutes=minutes)
        with at(start.date(), start.astimezone(half_day.starts_at.tzinfo).time()):
            if code is None:
                assert sign(half_day, learner)
            else:
                with pytest.raises(Refusal) as refused:
                    sign(half_day, learner)
                assert code_of(refused) == code


class Test5NobodySignsLongAfterwards:
    def test_after_two_days_there_is_only_the_correction(self, half_day, learner):
        late = half_day.date + timedelta(days=3)
        with at(late):
            with pytest.raises(Refusal) as refused:
                sign(half_day, learner)
            close(half_day)
            corrected = amending.amend(
                half_day=half_day,
                enrolment=learner,
                by=half_day.trainer,
                reason="A signé la feuille de papier.",
                minutes_late=10,
            )
        assert code_of(refused) == "late"
        assert corrected.at.date() == late


class Test6TheTrainerSignsLast:
    def test_nobody_signs_once_the_trainer_has(self, half_day, learner):
        other = enrolled(half_day.session)
        with in_the_lesson(half_day):
            sign(half_day, learner)
            close(half_day)
            with pytest.raises(Refusal) as refused:
                sign(half_day, other)
        assert code_of(refused) == "closed"
        kinds = half_day.links.order_by("number").values_list("kind", flat=True)
        assert list(kinds) == [LinkKind.SIGNED, LinkKind.CLOSED]

    def test_the_trainer_does_not_while_somebody_has_not_and_nobody_says_why(self, half_day, learner):
        with in_the_lesson(half_day):
            with pytest.raises(Refusal) as refused:
                close(half_day, unsigned_reason="")
            sign(half_day, learner)
            assert close(half_day, unsigned_reason="").is_closed
        assert code_of(refused) == "unsigned"


class Test7AClosedRegisterIsOnlyAddedTo:
    def test_the_mark_stays_in_the_database_and_the_sheet_shows_both(self, half_day, learner):
        with in_the_lesson(half_day):
            close(half_day)
            with pytest.raises(Refusal) as refused:
                attendance.mark(half_day=half_day, enrolment=learner, by=half_day.trainer, minutes_late=9)
            reason, facts = "Parti à 11 h 30.", {"half_day": half_day, "enrolment": learner}
            amending.amend(**facts, by=half_day.trainer, reason=reason, minutes_left_early=30)
        assert code_of(refused) == "closed"
        for change in ("UPDATE training_attendance SET minutes_late = 9", "DELETE FROM training_attendance"):
            with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(change)
        sheet = gather(half_day.session, [half_day], is_filled=True)
        [shown] = sheet.amendments
        assert (shown.reason, shown.old_fr == shown.new_fr) == (reason, False)
        assert Attendance.objects.get().minutes_left_early == 0


class Test8TheTitleIsTheOneOfTheSession:
    def test_a_course_that_is_renamed_renames_no_sheet(self, session, half_day):
        was, course = session.title_fr, session.course
        course.title_fr = "Un autre titre"
        course.save()
        session.refresh_from_db()
        assert gather(session, [half_day], is_filled=False).title_fr == was != course.title_fr


class Test9TheHoursAreTheSumOfTheHalfDays:
    def test_on_the_sheet_and_for_the_certificate_after_each_change(self, session):
        by = a_coordinator()
        first, second, *_others = session.half_days.all()
        add(session, first.date, time(13, 30), time(15, 45))
        half_days.move_half_day(half_day=first, by=by, end_time=time(11, 20))
        half_days.cancel_half_day(half_day=second, by=by)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT SUM(EXTRACT(EPOCH FROM end_time - start_time)) / 60 FROM training_halfday"
                " WHERE session_id = %s AND cancelled_at IS NULL",
                [session.pk],
            )
            [total] = cursor.fetchone()
        assert hours.planned(session) == total == 140 + 135 + 2 * 180

    def test_other_hours_than_the_programme_promises_are_not_published(self, session):
        half_days.cancel_half_day(half_day=session.half_days.last(), by=a_coordinator())
        blockers = planning.blockers(session)
        assert any("9 h" in sentence.replace("\u202f", " ").replace("\xa0", " ") for sentence in blockers), (
            blockers
        )
        with pytest.raises(Refusal):
            planning.publish(session=session, by=a_coordinator())


class Test10ADayHasItsMeasure:
    def test_four_and_a_half_hours_and_not_a_minute_more(self, session):
        assert add(session, MONDAY + timedelta(days=3), time(13), time(17, 30))
        with pytest.raises(Refusal):
            add(session, MONDAY + timedelta(days=4), time(13), time(17, 31))

    def test_a_morning_an_afternoon_and_an_evening(self, session):
        add(session, MONDAY, time(13), time(16))
        add(session, MONDAY, time(18), time(20), part=DayPart.EVENING)
        with pytest.raises(Refusal):
            add(session, MONDAY, time(16), time(17))
        with pytest.raises(IntegrityError, match="half_day_is_of_a_part"), transaction.atomic():
            session.half_days.filter(date=MONDAY, part=DayPart.EVENING).update(part="NUI")


def test_each_of_the_ten_stands_here():
    rules = [name for name in globals() if name.startswith("Test")]
    assert [int("".join(filter(str.isdigit, name))) for name in rules] == list(range(1, 11))
