from datetime import date, time

from django.utils.translation import gettext as _

from accounts.models import User
from training.domain import half_days
from training.domain.importing import cells
from training.domain.importing.row import Row
from training.enums import DayPart, ImportOutcome
from training.models import HalfDay, Session, TimetableChange

AT = {
    "holiday": "holiday_reason",
    "half_day_room_free": "room",
    "half_day_trainer_free": "trainer",
    "half_day_trainer_there": "trainer",
    "half_day_ends_after_start": "end_time",
    "half_day_at_most_four_and_a_half_hours": "end_time",
    "half_day_learners_free": "start_time",
    "half_day_once": "part",
    "cancelled": "session",
}
NOON, EVENING = time(12, 30), time(17, 30)


def key(row: Row) -> tuple:
    """What makes two lines the same half-day: the session, the day and the part of it."""
    start, part = row.read("start_time", cells.a_time), row.read("part", cells.a_part)
    part = part or (part_of(start) if start else None)
    return (row.texts.get("session", "").casefold(), row.read("date", cells.a_day), part)


def put(row: Row, *, by: User) -> ImportOutcome:
    """A half-day, known by its session, its day and the part of it. What differs is moved."""
    session = row.read("session", cells.a_session)
    facts = {
        "date": row.read("date", cells.a_day),
        "start_time": row.read("start_time", cells.a_time),
        "end_time": row.read("end_time", cells.a_time),
        "room": row.read("room", cells.a_room),
        "trainer": row.read("trainer", cells.a_trainer),
    }
    part = row.read("part", cells.a_part)
    reason = row.text("holiday_reason", longest=200)
    row.insist()
    part = part or part_of(facts["start_time"])
    known = session.half_days.held().filter(date=facts["date"], part=part).first()
    if known is None:
        _insist_on_never_there(row, session, facts["date"], part)
        half_days.add_half_day(session=session, part=part, by=by, holiday_reason=reason, **facts)
        return ImportOutcome.NEW
    if not _differs(known, facts | {"holiday_reason": reason}):
        return ImportOutcome.SAME
    half_days.move_half_day(half_day=known, by=by, holiday_reason=reason, **facts)
    return ImportOutcome.CHANGED


def _insist_on_never_there(row: Row, session: Session, day: date, part: str) -> None:
    """A file that is brought in again must not bring back what was moved or cancelled since."""
    before = TimetableChange.objects.filter(half_day__session=session, was_date=day)
    if any(part_of(one.was_start_time) == part for one in before):
        sentence = _(
            "The half-day that stood here was moved or cancelled. Add this one on the session's page."
        )
        row.errors["date"] = sentence
    row.insist()


def _differs(known: HalfDay, facts: dict) -> bool:
    return any(value and getattr(known, name) != value for name, value in facts.items())


def part_of(start: time) -> DayPart:
    """What people call the part of the day that begins then."""
    if start < NOON:
        return DayPart.MORNING
    return DayPart.AFTERNOON if start < EVENING else DayPart.EVENING
