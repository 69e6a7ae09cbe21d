"""What a new session takes over from an old one: its facts and the week it had."""

from collections import Counter

from training.domain import school_holidays
from training.domain.calendar import ClosedRange, Reason
from training.domain.timetable import WeeklyPattern, WeeklySlot
from training.enums import DayPart, SchoolCalendar, SkipKind
from training.models import HalfDay, Session

COPIED = (
    "course",
    "provider",
    "room",
    "capacity",
    "minimum_group",
    "decision_days",
    "modality",
    "rhythm",
    "needs_decision",
    "meeting_url",
)


def starting_point(session: Session) -> dict:
    """Initial values of the form for a new session: everything but its code and its dates."""
    facts = {name: getattr(session, name) for name in COPIED}
    half_days = list(session.half_days.held())
    week = {"slots": _slots(half_days), "trainers": list(session.trainers.all())}
    return facts | week | _clocks(half_days)


def week_of(half_days: list[HalfDay]) -> WeeklyPattern:
    """The usual week of these half-days, as the planner reads it."""
    clocks = _clocks(half_days)
    cells = [cell.split("-") for cell in _slots(half_days)]
    return WeeklyPattern(
        [
            WeeklySlot(int(day), DayPart(part), clocks[f"{part}_from"], clocks[f"{part}_until"])
            for day, part in cells
        ]
    )


def closed_days(session: Session) -> list[ClosedRange]:
    """When its provider was closed as it was planned, and all school holidays of the sides it kept to."""
    days = session.skipped_days.filter(kind__in=[SkipKind.SCHOOL_HOLIDAY, SkipKind.CLOSURE])
    kept = [
        ClosedRange(one.date, one.date, Reason(one.reason_fr, one.reason_nl), one.kind)
        for one in days.order_by("date", "part")
    ]
    reasons = {one.reason for one in kept}
    sides = [
        side
        for side in SchoolCalendar
        if any(one.reason in reasons for one in school_holidays.known(side).holidays)
    ]
    return [*kept, *school_holidays.closures(sides)]


def _slots(half_days: list[HalfDay]) -> list[str]:
    """The cells of the week that held more than a lesson moved there once."""
    cells = Counter(f"{one.date.weekday()}-{one.part}" for one in half_days)
    usual = max(cells.values(), default=0)
    return sorted(cell for cell, number in cells.items() if number * 4 >= usual)


def _clocks(half_days: list[HalfDay]) -> dict:
    """The usual hours of each part of the day."""
    found = {}
    for part in DayPart:
        hours = Counter((one.start_time, one.end_time) for one in half_days if one.part == part)
        if hours:
            ((start, end), _number), *_others = hours.most_common()
            found |= {f"{part.value}_from": start, f"{part.value}_until": end}
    return found
