"""What a letter says of changes of a timetable: one line a half-day, from how it stood to how it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time

from django.utils.translation import gettext as _

from training.domain import words
from training.enums import ChangeKind
from training.models import HalfDay, TimetableChange

K = ChangeKind


@dataclass(frozen=True)
class Line:
    half_day: HalfDay
    kind: ChangeKind
    words: str


def lines(change_ids: Iterable[int]) -> list[Line]:
    """In the order of the days. A half-day that was added and cancelled again, or moved back, is left out."""
    rows = TimetableChange.objects.filter(pk__in=change_ids).order_by("at", "pk")
    rows = rows.select_related("half_day__room", "half_day__trainer", "was_room", "was_trainer")
    by_half_day: dict[int, list[TimetableChange]] = {}
    for change in rows:
        by_half_day.setdefault(change.half_day_id, []).append(change)
    found = [line for changes in by_half_day.values() for line in _line(changes)]
    return sorted(found, key=lambda line: (line.half_day.date, line.half_day.start_time))


def _line(changes: list[TimetableChange]) -> Iterator[Line]:
    first, last = changes[0], changes[-1]
    half_day = last.half_day
    was_there = first.kind != K.ADDED
    if half_day.cancelled_at:
        if was_there:
            yield Line(half_day, K.CANCELLED, _when(first.was_date, first.was_start_time, first.was_end_time))
    elif not was_there:
        yield Line(half_day, K.ADDED, f"{_when_now(half_day)}, {_where(half_day)}")
    elif difference := _difference(first, half_day):
        yield Line(half_day, K.MOVED, difference)


def _difference(before: TimetableChange, now: HalfDay) -> str:
    was = _when(before.was_date, before.was_start_time, before.was_end_time)
    found = []
    if was != _when_now(now):
        found.append(_("%(before)s becomes %(after)s") % {"before": was, "after": _when_now(now)})
    if before.was_room_id != now.room_id:
        found.append(_("now in: %(room)s") % {"room": _where(now)})
    if before.was_trainer_id != now.trainer_id and now.trainer is not None:
        found.append(_("now with: %(trainer)s") % {"trainer": now.trainer})
    if found and was == _when_now(now):
        found.insert(0, was)
    return "; ".join(found)


def _when_now(half_day: HalfDay) -> str:
    return _when(half_day.date, half_day.start_time, half_day.end_time)


def _when(day: date, start: time, end: time) -> str:
    return f"{words.day(day)}, {words.span(start, end)}"


def _where(half_day: HalfDay) -> str:
    return str(half_day.room or half_day.get_modality_display())
