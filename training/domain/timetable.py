"""From a weekly pattern to half-days: pure arithmetic on the wall clock, nothing is written."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import accumulate, pairwise

from django.utils.translation import gettext as _

from training.domain import words
from training.domain.calendar import ClosedRange, Reason, closure, public_holiday
from training.enums import DayPart, SkipKind
from training.exceptions import Refusal
from training.models.half_day import LONGEST_HALF_DAY

LONGEST_SEARCH = timedelta(days=3 * 366)
BETWEEN = {  # when a part of the day may begin: wide enough for every habit
    DayPart.MORNING: (time(5), time(13)),
    DayPart.AFTERNOON: (time(11, 30), time(18)),
    DayPart.EVENING: (time(16), time(23, 59)),
}


def minutes_of(clock: time) -> int:
    """Minutes since midnight."""
    return clock.hour * 60 + clock.minute


def is_called_so(part: str, start: time) -> bool:
    """Whether people would call it by this part of the day, which stands on the attendance sheets."""
    earliest, latest = BETWEEN[DayPart(part)]
    return earliest <= start < latest


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
    """`holiday`: it lies on this public holiday, on which the planner put it back."""

    date: date
    part: DayPart
    start_time: time
    end_time: time
    holiday: Reason | None = None

    @property
    def minutes(self) -> int:
        return minutes_of(self.end_time) - minutes_of(self.start_time)


@dataclass(frozen=True)
class Skipped:
    """A day of the pattern without lesson, or one half-day of it (`part`), and why."""

    date: date
    reason: Reason
    kind: str
    part: str = ""

    @property
    def cannot_be_put_back(self) -> bool:
        return self.kind != SkipKind.PUBLIC_HOLIDAY


@dataclass(frozen=True)
class Hindrance:
    """What keeps one half-day from being held: a room, a trainer."""

    kind: SkipKind
    reason: Reason


@dataclass(frozen=True)
class Line:
    """One line of the preview: a half-day with the minutes reached by then, or what was left out."""

    half_day: PlannedHalfDay | None = None
    total: int = 0
    skipped: Skipped | None = None

    @property
    def date(self) -> date:
        return (self.half_day or self.skipped).date


@dataclass(frozen=True)
class Plan:
    """What would be written: the half-days in order, what was left out, how much the last one was cut.

    `wanted`: the minutes of the programme, which an end date may leave out of reach.
    """

    half_days: tuple[PlannedHalfDay, ...]
    skipped: tuple[Skipped, ...]
    shortened_by: int = 0
    wanted: int = 0

    @property
    def minutes(self) -> int:
        return sum(one.minutes for one in self.half_days)

    @property
    def missing(self) -> int:
        """Minutes of the programme that do not fit before the end date."""
        return max(0, self.wanted - self.minutes)

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

    @property
    def lines(self) -> list[Line]:
        """Everything in the order of the days, with the running total."""
        totals = accumulate(one.minutes for one in self.half_days)
        held = [Line(half_day=one, total=total) for one, total in zip(self.half_days, totals, strict=True)]
        return sorted([*held, *(Line(skipped=one) for one in self.skipped)], key=_place)


def _place(line: Line) -> tuple[date, int]:
    part = (line.half_day or line.skipped).part
    return line.date, list(DayPart.values).index(part) if part else 0


def nothing(day: date, slot: WeeklySlot) -> Hindrance | None:
    """Rooms and trainers are not looked at."""
    return None


def plan(
    *,
    pattern: WeeklyPattern,
    starts_on: date,
    minutes: int,
    ends_on: date | None = None,
    school_holidays: Sequence[ClosedRange] = (),
    put_back: Collection[date] = (),
    hindrance: Callable[[date, WeeklySlot], Hindrance | None] = nothing,
) -> Plan:
    """Half-days from `starts_on` whose minutes sum exactly to `minutes`; the last one may be shortened.

    With `ends_on`, nothing after that day: `Plan.missing` says what does not fit. Public holidays of France
    and Belgium, 11 July, the given closures and what `hindrance` names are skipped, with the reason; on the
    holidays in `put_back` there is a lesson all the same. Pure. Refuses when nothing fits, or when the
    closures leave no room within three years.
    """
    if minutes <= 0:
        raise Refusal(_("A course lasts at least one minute."), code="plan_without_minutes")
    half_days: list[PlannedHalfDay] = []
    skipped: list[Skipped] = []
    left = minutes
    for day, slot in _slots_of(pattern, starts_on, ends_on):
        holiday = public_holiday(day)
        if left_out := _left_out(day, slot, None if day in put_back else holiday, school_holidays, hindrance):
            if left_out not in skipped[-3:]:
                skipped.append(left_out)
            continue
        length = min(slot.minutes, left)
        end = at_minute(minutes_of(slot.start_time) + length)
        half_days.append(PlannedHalfDay(day, slot.part, slot.start_time, end, holiday))
        left -= length
        if not left:
            return Plan(tuple(half_days), tuple(skipped), slot.minutes - length, minutes)
    if ends_on is None:
        raise Refusal(_("The hours do not fit within three years: check the closures."), code="plan_too_long")
    if not half_days:
        raise Refusal(_("No half-day fits between these two days."), code="plan_empty")
    return Plan(tuple(half_days), tuple(skipped), wanted=minutes)


def _left_out(
    day: date,
    slot: WeeklySlot,
    holiday: Reason | None,
    closed: Sequence[ClosedRange],
    hindrance: Callable[[date, WeeklySlot], Hindrance | None],
) -> Skipped | None:
    """A holiday first, then a closure, both for the whole day; then what hinders this half-day alone."""
    if holiday:
        return Skipped(day, holiday, SkipKind.PUBLIC_HOLIDAY)
    if found := closure(day, closed):
        return Skipped(day, found.reason, found.kind)
    if found := hindrance(day, slot):
        return Skipped(day, found.reason, found.kind, slot.part)
    return None


def _slots_of(
    pattern: WeeklyPattern, starts_on: date, ends_on: date | None
) -> Iterator[tuple[date, WeeklySlot]]:
    last = min(ends_on or date.max, starts_on + LONGEST_SEARCH)
    days = (starts_on + timedelta(days=offset) for offset in range((last - starts_on).days + 1))
    return ((day, slot) for day in days for slot in pattern.on(day))
