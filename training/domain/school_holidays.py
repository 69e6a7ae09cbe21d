"""School holidays on both sides, from a dated file with its source; a year that is not known is said.

`training/reference/school_holidays.json`: to add a year, add its rows and move `known_until`.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.enums import Language
from training.domain import words
from training.domain.calendar import ClosedRange, Reason
from training.enums import SchoolCalendar, SkipKind

FILE = Path(__file__).resolve().parent.parent / "reference" / "school_holidays.json"


@dataclass(frozen=True)
class Known:
    """One side's calendar: where it comes from, from when to when it is known, and its holidays."""

    source: str
    first: date
    last: date
    holidays: tuple[ClosedRange, ...]


def closures(calendars: Iterable[str]) -> list[ClosedRange]:
    """The holidays of the chosen sides, all years, for the planner to leave out."""
    return [one for calendar in calendars for one in known(SchoolCalendar(calendar)).holidays]


def not_known(calendars: Iterable[str], first: date, last: date) -> list[str]:
    """A sentence for each chosen side whose holidays are not known for all of these days."""
    return [_said(SchoolCalendar(one)) for one in calendars if not _covers(known(one), first, last)]


def _covers(calendar: Known, first: date, last: date) -> bool:
    return calendar.first <= first and last <= calendar.last


def _said(calendar: SchoolCalendar) -> str:
    sentence = _(
        "%(side)s: the school holidays are known from %(first)s until %(last)s only. Check the rest."
    )
    span = known(calendar)
    return sentence % {
        "side": calendar.label,
        "first": f"{words.day(span.first)} {span.first.year}",
        "last": f"{words.day(span.last)} {span.last.year}",
    }


@lru_cache(maxsize=4)
def known(calendar: str) -> Known:
    facts = json.loads(FILE.read_text())[calendar]
    return Known(
        source=facts["source"],
        first=date.fromisoformat(facts["known_from"]),
        last=date.fromisoformat(facts["known_until"]),
        holidays=tuple(_range(calendar, *row) for row in facts["holidays"]),
    )


def _range(calendar: str, first: str, last: str, name_fr: str, name_nl: str) -> ClosedRange:
    names = {Language.FRENCH: name_fr, Language.DUTCH: name_nl}
    reasons = {language: _reason(calendar, language, name) for language, name in names.items()}
    return ClosedRange(
        date.fromisoformat(first),
        date.fromisoformat(last),
        Reason(fr=reasons[Language.FRENCH], nl=reasons[Language.DUTCH]),
        SkipKind.SCHOOL_HOLIDAY,
    )


def _reason(calendar: str, language: str, name: str) -> str:
    with override(language):
        sentence = {
            SchoolCalendar.FRANCE_B: _("School holidays in France, zone B: %(name)s"),
            SchoolCalendar.FLANDERS: _("School holidays in Flanders: %(name)s"),
        }[SchoolCalendar(calendar)]
        return sentence % {"name": name}
