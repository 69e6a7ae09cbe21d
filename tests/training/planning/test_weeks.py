"""Tuesday and Thursday at six in the evening, from 5 October 2027: what a person would write by hand."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from tests.training.planning.builders import THU, TUE
from training.domain.calendar import ClosedRange, Reason
from training.domain.planning import WeeklyPattern, WeeklySlot, plan
from training.domain.school_holidays import closures, not_known
from training.enums import DayPart, SchoolCalendar, SkipKind
from training.exceptions import Refusal
from training.models import HalfDay

EVENINGS = WeeklyPattern([WeeklySlot(day, DayPart.EVENING, time(18), time(21)) for day in (TUE, THU)])
START = date(2027, 10, 5)
EIGHT_WEEKS_LATER = date(2027, 11, 28)
OCTOBER = [date(2027, 10, day) for day in (5, 7, 12, 14, 19, 21, 26, 28)]
NOVEMBER = [date(2027, 11, day) for day in (2, 4, 9, 16, 18, 23, 25)]  # Thursday the 11th is Armistice Day


def days(planned) -> list[date]:
    return [one.date for one in planned.half_days]


def test_eight_weeks_by_their_end():
    planned = plan(pattern=EVENINGS, starts_on=START, ends_on=EIGHT_WEEKS_LATER, minutes=48 * 60)
    assert days(planned) == OCTOBER + NOVEMBER
    assert [one.date for one in planned.skipped] == [date(2027, 11, 11)]
    assert planned.skipped[0].kind == SkipKind.PUBLIC_HOLIDAY
    assert (planned.minutes, planned.missing) == (45 * 60, 3 * 60)


def test_eight_weeks_by_their_sixteen_evenings():
    planned = plan(pattern=EVENINGS, starts_on=START, minutes=48 * 60)
    assert days(planned) == [*OCTOBER, *NOVEMBER, date(2027, 11, 30)]
    assert (planned.missing, planned.shortened_by) == (0, 0)


def test_all_of_them_begin_at_six_on_the_wall_clock():
    """The clock goes back on Sunday 31 October: 16.00 UTC before, 17.00 UTC after."""
    planned = plan(pattern=EVENINGS, starts_on=START, minutes=48 * 60)
    starts = [HalfDay(date=one.date, start_time=one.start_time).starts_at for one in planned.half_days]
    assert {timezone.localtime(one).strftime("%H:%M") for one in starts} == {"18:00"}
    assert [one.astimezone(ZoneInfo("UTC")).hour for one in starts] == [16] * 8 + [17] * 8


@pytest.mark.parametrize(
    ("calendars", "without"),
    [
        ([SchoolCalendar.FLANDERS], [date(2027, 11, 2), date(2027, 11, 4)]),
        (
            [SchoolCalendar.FRANCE_B],
            [date(2027, 10, 26), date(2027, 10, 28), date(2027, 11, 2), date(2027, 11, 4)],
        ),
    ],
)
def test_school_holidays_of_the_side_that_is_chosen(calendars, without):
    planned = plan(
        pattern=EVENINGS,
        starts_on=START,
        ends_on=EIGHT_WEEKS_LATER,
        minutes=48 * 60,
        school_holidays=closures(calendars),
    )
    assert days(planned) == [day for day in OCTOBER + NOVEMBER if day not in without]
    left_out = [one.date for one in planned.skipped if one.kind == SkipKind.SCHOOL_HOLIDAY]
    assert left_out == without


def test_a_school_holiday_says_whose_it_is():
    planned = plan(
        pattern=EVENINGS,
        starts_on=date(2027, 11, 2),
        minutes=180,
        school_holidays=closures([SchoolCalendar.FRANCE_B]),
    )
    assert planned.skipped[0].reason == Reason(
        fr="Vacances scolaires en France, zone B\N{NO-BREAK SPACE}: Toussaint",
        nl="Schoolvakantie in Frankrijk, zone B: herfstvakantie",
    )


@pytest.mark.parametrize(
    ("calendars", "last", "sides"),
    [
        ([SchoolCalendar.FRANCE_B, SchoolCalendar.FLANDERS], date(2028, 8, 31), 0),
        ([SchoolCalendar.FRANCE_B, SchoolCalendar.FLANDERS], date(2028, 9, 1), 1),
        ([SchoolCalendar.FRANCE_B, SchoolCalendar.FLANDERS], date(2030, 9, 1), 2),
        ([], date(2030, 9, 1), 0),
    ],
)
def test_a_year_that_is_not_known_is_said(calendars, last, sides):
    assert len(not_known(calendars, START, last)) == sides


def test_a_holiday_that_is_put_back_is_held_and_marked():
    armistice = date(2027, 11, 11)
    planned = plan(pattern=EVENINGS, starts_on=START, minutes=48 * 60, put_back=[armistice])
    assert days(planned) == sorted([*OCTOBER, *NOVEMBER, armistice])
    assert not planned.skipped
    marked = [one for one in planned.half_days if one.holiday]
    assert [one.date for one in marked] == [armistice]


def test_the_lines_count_up_and_hold_what_was_left_out():
    planned = plan(pattern=EVENINGS, starts_on=date(2027, 11, 9), minutes=400)
    lines = [(one.date.day, one.total, bool(one.skipped)) for one in planned.lines]
    assert lines == [(9, 180, False), (11, 0, True), (16, 360, False), (18, 400, False)]
    assert planned.half_days[-1].end_time == time(18, 40)
    assert planned.remark


def test_nothing_between_two_days_is_refused():
    closed = [ClosedRange(START, EIGHT_WEEKS_LATER, Reason("a", "b"))]
    with pytest.raises(Refusal) as refused:
        plan(pattern=EVENINGS, starts_on=START, ends_on=EIGHT_WEEKS_LATER, minutes=60, school_holidays=closed)
    assert refused.value.code == "plan_empty"
