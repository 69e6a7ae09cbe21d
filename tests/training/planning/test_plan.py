"""From a weekly pattern to half-days: exact to the minute, whatever is skipped."""

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st

from tests.training.planning.builders import FRI, MON, MONDAY, SAT, SUN, TUE, a_pattern
from training.domain.calendar import ClosedRange, Reason, public_holiday
from training.domain.planning import WeeklyPattern, WeeklySlot, plan
from training.enums import DayPart
from training.exceptions import Refusal
from training.models import HalfDay

PARTS = [
    (DayPart.MORNING, 8 * 60),
    (DayPart.AFTERNOON, 13 * 60),
    (DayPart.EVENING, 18 * 60),
]


@st.composite
def patterns(draw) -> WeeklyPattern:
    """Any week of half-days from 30 minutes to 4 h 30."""
    places = draw(st.lists(st.tuples(st.integers(0, 6), st.sampled_from(PARTS)), min_size=1, unique=True))
    return WeeklyPattern(
        [a_slot(day, part, start, draw(st.integers(30, 270))) for day, (part, start) in places]
    )


def a_slot(weekday: int, part: DayPart, start: int, minutes: int) -> WeeklySlot:
    return WeeklySlot(weekday, part, time(*divmod(start, 60)), time(*divmod(start + minutes, 60)))


@given(
    pattern=patterns(),
    minutes=st.integers(1, 4000),
    starts_on=st.dates(date(2026, 1, 1), date(2030, 12, 31)),
)
def test_the_half_days_sum_exactly_to_the_minutes_of_the_course(pattern, minutes, starts_on):
    planned = plan(pattern=pattern, starts_on=starts_on, minutes=minutes)
    assert planned.minutes == minutes
    assert all(0 < one.minutes <= 270 for one in planned.half_days)
    assert [one.date for one in planned.half_days] == sorted(one.date for one in planned.half_days)
    assert len({(one.date, one.part) for one in planned.half_days}) == len(planned.half_days)
    assert planned.first_day >= starts_on
    taught, skipped = {one.date for one in planned.half_days}, {one.date for one in planned.skipped}
    assert not taught & skipped
    assert not any(public_holiday(day) for day in taught)
    assert all(public_holiday(day) for day in skipped)
    weekdays = {slot.weekday for slot in pattern.slots}
    assert {day.weekday() for day in taught | skipped} <= weekdays


def test_a_week_of_holidays_is_skipped_and_said():
    planned = plan(pattern=a_pattern(MON, FRI), starts_on=date(2027, 12, 20), minutes=9 * 60)
    assert [one.date for one in planned.half_days] == [
        date(2027, 12, 20),
        date(2027, 12, 24),
        date(2027, 12, 27),
    ]
    later = plan(pattern=a_pattern(SAT), starts_on=date(2027, 12, 20), minutes=6 * 60)
    assert [one.date for one in later.skipped] == [date(2027, 12, 25), date(2028, 1, 1)]
    assert later.skipped[0].reason.nl == "Feestdag in Frankrijk en België: Kerstmis"


def test_closures_are_skipped_with_their_own_reason():
    reason = Reason(fr="Travaux dans la salle", nl="Werken in het lokaal")
    closed = [ClosedRange(MONDAY, MONDAY + timedelta(days=6), reason)]
    planned = plan(pattern=a_pattern(), starts_on=MONDAY, minutes=180, school_holidays=closed)
    assert planned.first_day == MONDAY + timedelta(days=7)
    assert [one.reason for one in planned.skipped] == [reason, reason]


def test_the_last_half_day_is_shortened_and_the_plan_says_so():
    planned = plan(pattern=a_pattern(MON, TUE), starts_on=MONDAY, minutes=7 * 60 + 30)
    assert planned.shortened_by == 90
    assert planned.half_days[-1].end_time == time(10, 30)
    with translation.override("fr"):
        assert "lundi 18 janvier" in planned.remark
        assert "10\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}30" in planned.remark
    with translation.override("nl"):
        assert "maandag 18 januari" in planned.remark
        assert "10.30\N{NO-BREAK SPACE}uur" in planned.remark


def test_nothing_is_said_when_it_fits():
    planned = plan(pattern=a_pattern(), starts_on=MONDAY, minutes=6 * 60)
    assert (planned.shortened_by, planned.remark) == (0, "")


@pytest.mark.parametrize(
    ("sunday", "utc_before", "utc_after"),
    [(date(2027, 3, 28), 8, 7), (date(2027, 10, 31), 7, 8)],
)
def test_lessons_keep_their_hour_and_length_over_the_change_of_the_clock(sunday, utc_before, utc_after):
    """Nine o'clock is nine o'clock, the week before and the week after; three hours stay three hours."""
    tuesday = sunday - timedelta(days=5)
    planned = plan(pattern=a_pattern(TUE), starts_on=tuesday, minutes=6 * 60)
    halves = [
        HalfDay(date=one.date, start_time=one.start_time, end_time=one.end_time) for one in planned.half_days
    ]
    assert [timezone.localtime(one.starts_at).hour for one in halves] == [9, 9]
    assert [one.starts_at.astimezone(ZoneInfo("UTC")).hour for one in halves] == [utc_before, utc_after]
    assert [one.minutes for one in halves] == [180, 180]
    assert halves[0].ends_at - halves[0].starts_at == timedelta(hours=3)


@pytest.mark.parametrize("sunday", [date(2027, 10, 31), date(2026, 3, 29)])
def test_a_lesson_on_the_sunday_of_the_change_keeps_its_length(sunday):
    planned = plan(pattern=a_pattern(SUN), starts_on=sunday, minutes=180)
    assert planned.first_day == sunday
    assert planned.half_days[0].minutes == 180


@pytest.mark.parametrize(
    ("slots", "code"),
    [
        ([], "pattern_empty"),
        ([WeeklySlot(MON, DayPart.MORNING, time(12), time(9))], "pattern_backwards"),
        ([WeeklySlot(MON, DayPart.MORNING, time(8), time(12, 31))], "pattern_too_long"),
        (
            [
                WeeklySlot(MON, DayPart.MORNING, time(9), time(12)),
                WeeklySlot(MON, DayPart.AFTERNOON, time(11), time(13)),
            ],
            "pattern_overlaps",
        ),
        (
            [
                WeeklySlot(MON, DayPart.MORNING, time(9), time(10)),
                WeeklySlot(MON, DayPart.MORNING, time(11), time(12)),
            ],
            "pattern_twice",
        ),
    ],
)
def test_what_could_never_be_a_timetable_is_refused(slots, code):
    with pytest.raises(Refusal) as refused:
        WeeklyPattern(slots)
    assert refused.value.code == code


def test_a_plan_that_never_ends_is_refused():
    closed = [ClosedRange(MONDAY, MONDAY + timedelta(days=4000), Reason("a", "b"))]
    with pytest.raises(Refusal) as refused:
        plan(pattern=a_pattern(), starts_on=MONDAY, minutes=60, school_holidays=closed)
    assert refused.value.code == "plan_too_long"


def test_a_course_without_minutes_is_refused():
    with pytest.raises(Refusal):
        plan(pattern=a_pattern(), starts_on=MONDAY, minutes=0)
