"""Files of half-days: those that differ are moved, clashes are refused at their cell."""

from datetime import date, time

import pytest

from tests.training.importing.files import HALF_DAYS, K, checked, csv, written, wrong
from tests.training.planning.builders import a_session
from training.domain import half_days
from training.domain.importing import running
from training.domain.importing.half_days import part_of
from training.enums import DayPart, ImportOutcome
from training.models import HalfDay

pytestmark = pytest.mark.django_db


def test_half_days_that_differ_are_moved_and_clashes_are_refused_at_their_cell(by):
    session, other = a_session(), a_session()
    taken = other.half_days.first()
    source = checked(
        K.HALF_DAYS,
        csv(
            HALF_DAYS,
            f"{session.code};2027-02-01;9h;12h;;;",
            f"{session.code};2027-01-11;9h;12h;{taken.room.name};;",
            f"{session.code};2027-07-14;9h;12h;;;",
            f"{session.code};2027-02-02;12h;9h;;;",
            "NONE;2027-02-02;9h;12h;;;",
            f"{session.code};2027-01-12;9h30;12h;;;",
            f"{session.code};2027-01-18;9h;12h;;;",
        ),
        by,
    )
    assert {number: set(errors) for number, errors in wrong(source).items()} == {
        3: {"room"},
        4: {"holiday_reason"},
        5: {"end_time"},
        6: {"session"},
    }
    outcomes = dict(source.rows.filter(errors={}).values_list("number", "outcome"))
    assert outcomes == {2: ImportOutcome.NEW, 7: ImportOutcome.CHANGED, 8: ImportOutcome.SAME}
    assert HalfDay.objects.count() == 8  # trying writes nothing
    chosen = set(source.rows.filter(is_chosen=True).values_list("number", flat=True))
    assert chosen == {2, 7}
    running.begin_writing(source=source, by=by)
    moved = session.half_days.get(date=date(2027, 1, 12))
    assert (moved.start_time, moved.sequence) == (time(9, 30), 1)
    assert session.half_days.filter(date=date(2027, 2, 1)).exists()


def test_what_was_moved_or_cancelled_since_is_not_brought_back_by_the_same_file(by):
    session = a_session()
    days = list(session.half_days.order_by("date"))
    content = csv(HALF_DAYS, *[f"{session.code};{one.date.isoformat()};9h;12h;;;" for one in days])
    assert written(K.HALF_DAYS, content, by).same == len(days)
    half_days.cancel_half_day(half_day=days[0], by=by)
    facts = {"date": date(2027, 2, 15), "start_time": time(9), "end_time": time(12)}
    half_days.move_half_day(half_day=days[1], by=by, room=days[1].room, trainer=days[1].trainer, **facts)
    source = checked(K.HALF_DAYS, content, by)
    assert {number: set(errors) for number, errors in wrong(source).items()} == {2: {"date"}, 3: {"date"}}
    assert set(source.rows.filter(errors={}).values_list("outcome", flat=True)) == {ImportOutcome.SAME}


def test_two_lines_about_one_half_day_are_refused_however_they_are_written(by):
    session = a_session()
    lines = (f"{session.code};01/02/2027;9h;12h;;;", f"{session.code.lower()};2027-02-01;09:30;12h;;;")
    assert set(wrong(checked(K.HALF_DAYS, csv(HALF_DAYS, *lines), by))) == {3}


def test_the_part_of_the_day_follows_the_hour():
    hours = (time(8), time(12, 29), time(12, 30), time(17), time(17, 30), time(18))
    M, A, E = DayPart.MORNING, DayPart.AFTERNOON, DayPart.EVENING
    assert [part_of(one) for one in hours] == [M, M, A, A, E, E]
