"""A closed register is final for whoever writes SQL, and a mark never slips in behind a closing."""

import threading
from time import monotonic

import pytest
from django.db import IntegrityError, connection, transaction

from tests.training.planning.builders import a_session, a_trainer, enrolled, in_the_lesson
from training.domain import attendance
from training.models import Attendance, HalfDay


@pytest.fixture
def closed(db) -> HalfDay:
    trainer = a_trainer()
    half_day = a_session(trainer=trainer).half_days.first()
    enrolled(half_day.session)
    with in_the_lesson(half_day):
        attendance.open_register(half_day=half_day, by=trainer)
        return attendance.close(half_day=half_day, by=trainer)


ON_MARKS = "attendance_of_closed_register_is_final"
ON_HALF_DAYS = "half_day_closed_is_final"


@pytest.mark.parametrize(
    ("sql", "guard"),
    [
        ("UPDATE training_attendance SET minutes_late = 5 WHERE half_day_id = %s", ON_MARKS),
        ("DELETE FROM training_attendance WHERE half_day_id = %s", ON_MARKS),
        (
            "INSERT INTO training_attendance (half_day_id, enrolment_id, minutes_late, minutes_left_early,"
            " recorded_by_id, recorded_at) SELECT half_day_id, enrolment_id + 1, 0, 0, recorded_by_id, now()"
            " FROM training_attendance WHERE half_day_id = %s",
            ON_MARKS,
        ),
        ("UPDATE training_halfday SET closed_at = NULL, closed_by_id = NULL WHERE id = %s", ON_HALF_DAYS),
        ("UPDATE training_halfday SET end_time = '11:00' WHERE id = %s", ON_HALF_DAYS),
        ("DELETE FROM training_halfday WHERE id = %s", ON_HALF_DAYS),
    ],
)
def test_sql_is_refused_by_a_named_guard(closed, sql, guard):
    with connection.cursor() as cursor, pytest.raises(IntegrityError) as refused, transaction.atomic():
        cursor.execute(sql, [closed.pk])
    assert refused.value.__cause__.diag.constraint_name == guard


def test_a_mark_is_not_moved_into_or_out_of_a_closed_register(closed):
    other = closed.session.half_days.exclude(pk=closed.pk).first()
    inside = closed.marks.get()
    for source, target in ((inside, other), (outside_mark(other), closed)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Attendance.objects.filter(pk=source.pk).update(half_day=target)


def outside_mark(half_day: HalfDay) -> Attendance:
    with in_the_lesson(half_day):
        return attendance.mark(half_day=half_day, enrolment=enrolled(half_day.session), by=half_day.trainer)


def test_writing_the_same_again_is_no_change(closed):
    closed.save()
    closed.refresh_from_db()
    assert closed.is_closed


def test_an_open_register_changes_freely(db):
    half_day = a_session().half_days.first()
    mark = outside_mark(half_day)
    Attendance.objects.filter(pk=mark.pk).update(minutes_late=5)
    assert Attendance.objects.filter(pk=mark.pk).delete()[0] == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_a_mark_waits_for_a_register_that_is_being_closed():
    """Raw SQL at the moment of closing: it waits, then is refused. Without the lock it would pass."""
    trainer = a_trainer()
    half_day = a_session(trainer=trainer).half_days.first()
    enrolled(half_day.session)
    with in_the_lesson(half_day):
        attendance.open_register(half_day=half_day, by=trainer)
    began, outcome = threading.Event(), []

    def write_late():
        try:
            with transaction.atomic():
                began.set()
                Attendance.objects.filter(half_day=half_day).update(minutes_late=60)
            outcome.append("written")
        except IntegrityError as refused:
            outcome.append(refused.__cause__.diag.constraint_name)
        finally:
            connection.close()

    writer = threading.Thread(target=write_late)
    with transaction.atomic():
        with in_the_lesson(half_day):
            attendance.close(half_day=half_day, by=trainer)
        writer.start()
        began.wait(5)
        wait_until_somebody_waits()
    writer.join(10)
    assert outcome == [ON_MARKS]
    assert half_day.marks.get().minutes_late == 0


def wait_until_somebody_waits() -> None:
    """Looks until PostgreSQL shows a session of this database that waits for a lock; five seconds at most."""
    waiting = "SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted"
    deadline = monotonic() + 5
    while monotonic() < deadline:
        with connection.cursor() as cursor:
            cursor.execute(waiting + " AND datname = current_database()")
            if cursor.fetchone()[0]:
                return
    pytest.fail("nobody waited: the guard does not lock the half-day")
