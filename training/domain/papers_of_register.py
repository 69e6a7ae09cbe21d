"""Which papers a session's register has: its weeks and days, and the whole sheet of one of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from documents import press
from documents.exceptions import PressRefusal
from documents.press import Printed
from documents.register_facts import AttendanceFacts
from training.domain import sheet_facts
from training.exceptions import Refusal
from training.models import HalfDay, Session


@dataclass(frozen=True)
class Stretch:
    """A day or a week of a session: the half-days of one sheet. `name` is 2026-11-24 or 2026-W48."""

    name: str
    half_days: tuple[HalfDay, ...]

    @property
    def first_day(self) -> date:
        return self.half_days[0].date

    @property
    def last_day(self) -> date:
        return self.half_days[-1].date

    @property
    def closed(self) -> int:
        return sum(1 for one in self.half_days if one.is_closed)


def weeks(half_days: Iterable[HalfDay]) -> list[Stretch]:
    """In order; each with its half-days that take place."""
    return [Stretch(name, tuple(some)) for name, some in groupby(half_days, lambda one: _week(one.date))]


def days(half_days: Iterable[HalfDay]) -> list[Stretch]:
    return [Stretch(name, tuple(some)) for name, some in groupby(half_days, lambda one: one.date.isoformat())]


def stretch(session: Session, name: str) -> Stretch | None:
    """The day or week of this name; None when the session has no lesson in it."""
    first = _first_day(name)
    if first is None:
        return None
    last = first + timedelta(days=6) if "W" in name else first
    held = session.half_days.held().filter(date__range=(first, last)).select_related("room", "trainer")
    half_days = tuple(held.order_by("date", "start_time", "pk"))
    return Stretch(name, half_days) if half_days else None


def print_sheet(session: Session, stretch: Stretch, *, is_filled: bool, language: str = "fr") -> Printed:
    """The attendance sheet, blank or as the registers stand. Keeps nothing: the same registers give the same
    bytes, whenever it is asked for. Refuses what the press cannot print, with its sentence.
    """
    return print_facts(sheet_facts.gather(session, stretch.half_days, is_filled=is_filled), language=language)


def print_facts(facts: AttendanceFacts, *, language: str) -> Printed:
    """The same of facts that are gathered already."""
    try:
        return press.print_document("attendance", facts, language=language)
    except PressRefusal as refusal:
        raise Refusal(str(refusal), code="press") from refusal


def _week(day: date) -> str:
    year, week, _day = day.isocalendar()
    return f"{year}-W{week:02}"


def _first_day(name: str) -> date | None:
    """Python reads 2026-11-24 and, as its Monday, 2026-W48."""
    try:
        return date.fromisoformat(name)
    except ValueError:
        return None
