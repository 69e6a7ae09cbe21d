"""From a weekly pattern to half-days: pure arithmetic on the wall clock, nothing is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import pairwise

from django.utils.translation import gettext as _

from training.domain import words
from training.domain.calendar import ClosedRange, Reason, reason_to_skip
from training.enums import DayPart
from training.exceptions import Refusal
from training.models.half_day import LONGEST_HALF_DAY

LONGEST_SEARCH = timedelta(days=3 * 366)


def minutes_of(clock: time) -> int:
    """Minutes since midnight."""
    return clock.hour * 60 + clock.minute


def at_minute(minutes: int) -> time:
    return time(*divmod(minutes, 60))


@dataclass(frozen=True)
class WeeklySlot:
    """'Every Tuesday morning from 9 to 12'. `weekday` 0 is Monday; times are those of the wall clock."""

    weekday: int
    part: DayPart
    start_time: time
    end_time: time

    @property
    def minutes(self) -> int:
        return minutes_of(self.end_time) - minutes_of(self.start_time)


@dataclass(frozen=True)
class WeeklyPattern:
    """The slots of a week. Refuses what could never be a timetable: no slot, too long, overlapping, twice."""

    slots: Sequence[WeeklySlot]

    def __post_init__(self) -> None:
        slots = tuple(sorted(self.slots, key=lambda slot: (slot.weekday, slot.start_time)))
        object.__setattr__(self, "slots", slots)
        if not slots:
            raise Refusal(_("Choose at least one half-day a week."), code="pattern_empty")
        for slot in slots:
            _check_length(slot)
        for one, other in pairwise(slots):
            if one.weekday == other.weekday and one.end_time > other.start_time:
                raise Refusal(_("Two half-days of the same day overlap."), code="pattern_overlaps")
        if len({(slot.weekday, slot.part) for slot in slots}) < len(slots):
            raise Refusal(
                _("A day has one morning, one afternoon and one evening at most."), code="pattern_twice"
            )

    def on(self, day: date) -> list[WeeklySlot]:
        return [slot for slot in self.slots if slot.weekday == day.weekday()]


def _check_length(slot: WeeklySlot) -> None:
    if slot.minutes <= 0:
        raise Refusal(_("A half-day ends after it begins."), code="pattern_backwards")
    if timedelta(minutes=slot.minutes) > LONGEST_HALF_DAY:
        raise Refusal(_("A half-day lasts at most 4 hours 30."), code="pattern_too_long")


@dataclass(frozen=True)
class PlannedHalfDay:
    date: date
    part: DayPart
    start_time: time
    end_time: time

    @property
    def minutes(self) -> int:
        return minutes_of(self.end_time) - minutes_of(self.start_time)


@dataclass(frozen=True)
class Skipped:
    """A day of the pattern without lesson, and why."""

    date: date
    reason: Reason


@dataclass(frozen=True)
class Plan:
    """What would be written: the half-days in order, the days left out, how much the last one was cut."""

    half_days: tuple[PlannedHalfDay, ...]
    skipped: tuple[Skipped, ...]
    shortened_by: int = 0

    @property
    def minutes(self) -> int:
        return sum(one.minutes for one in self.half_days)

    @property
    def first_day(self) -> date:
        return self.half_days[0].date

    @property
    def last_day(self) -> date:
        return self.half_days[-1].date

    @property
    def remark(self) -> str:
        """Says that the last half-day is shorter than the pattern; empty when it is not."""
        if not self.shortened_by:
            return ""
        last = self.half_days[-1]
        return _("The last half-day, %(day)s, ends at %(time)s, so that the hours are exact.") % {
            "day": words.day(last.date),
            "time": words.clock(last.end_time),
        }


def plan(
    *,
    pattern: WeeklyPattern,
    starts_on: date,
    minutes: int,
    school_holidays: Sequence[ClosedRange] = (),
) -> Plan:
    """Half-days from `starts_on` whose minutes sum exactly to `minutes`; the last one may be shortened.

    Public holidays of France and Belgium, 11 July and the given closures are skipped, with the reason.
    Pure. Refuses when the closures leave no room within three years.
    """
    if minutes <= 0:
        raise Refusal(_("A course lasts at least one minute."), code="plan_without_minutes")
    half_days: list[PlannedHalfDay] = []
    skipped: list[Skipped] = []
    left = minutes
    for day in _days_of(pattern, starts_on):
        if reason := reason_to_skip(day, school_holidays):
            skipped.append(Skipped(day, reason))
            continue
        for slot in pattern.on(day):
            length = min(slot.minutes, left)
            end = at_minute(minutes_of(slot.start_time) + length)
            half_days.append(PlannedHalfDay(day, slot.part, slot.start_time, end))
            left -= length
            if not left:
                return Plan(tuple(half_days), tuple(skipped), shortened_by=slot.minutes - length)
    raise Refusal(_("The hours do not fit within three years: check the closures."), code="plan_too_long")


def _days_of(pattern: WeeklyPattern, starts_on: date) -> Iterator[date]:
    weekdays = {slot.weekday for slot in pattern.slots}
    days = (starts_on + timedelta(days=offset) for offset in range(LONGEST_SEARCH.days))
    return (day for day in days if day.weekday() in weekdays)
