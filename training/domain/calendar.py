"""Days without lessons on one side of the border or the other, with the reason in both languages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import holidays
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from training.enums import SkipKind

YEARS_AWAY = 10
FLEMISH_COMMUNITY_DAY = (7, 11)  # not a legal holiday, but schools and town halls are closed


@dataclass(frozen=True)
class Reason:
    """Why a day is left out, as it is kept and shown: in French and in Dutch."""

    fr: str
    nl: str


@dataclass(frozen=True)
class ClosedRange:
    """Days on which the provider is closed (school holidays, works), first and last included."""

    first: date
    last: date
    reason: Reason
    kind: str = SkipKind.CLOSURE

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def is_near(day: date) -> bool:
    """Whether a lesson could be meant on this day: who types 27 for the year means another one."""
    return abs(day.year - timezone.localdate().year) <= YEARS_AWAY


def closure(day: date, closed: Iterable[ClosedRange]) -> ClosedRange | None:
    """The closure that `day` lies in, the first of those given."""
    return next((one for one in closed if day in one), None)


def public_holiday(day: date) -> Reason | None:
    """The public holiday on `day` in France (none of Alsace), Belgium or Flanders."""
    names = {language: _holiday(day, language) for language in ("fr", "nl")}
    return Reason(**names) if all(names.values()) else None


def _holiday(day: date, language: str) -> str | None:
    with override(language):
        return next(_sentences(day, language), None)


def _sentences(day: date, language: str) -> Iterator[str]:
    french = _year("FR", "fr", day.year).get(day)
    belgian = _year("BE", language, day.year).get(day)
    if french and belgian:
        yield _("Public holiday in France and Belgium: %(name)s") % {"name": belgian}
    elif french:
        yield _("Public holiday in France: %(name)s") % {"name": _french_name(day, french)}
    elif belgian:
        yield _("Public holiday in Belgium: %(name)s") % {"name": belgian}
    elif (day.month, day.day) == FLEMISH_COMMUNITY_DAY:
        yield _("Day of the Flemish Community")


def _french_name(day: date, name: str) -> str:
    """The library knows no Dutch names for France: these two days Belgium does not have."""
    return {(5, 8): _("Victory Day 1945"), (7, 14): _("French National Day")}.get((day.month, day.day), name)


@lru_cache(maxsize=32)
def _year(country: str, language: str, year: int) -> holidays.HolidayBase:
    """Computing a year takes 30 ms, and a plan asks for each of its days."""
    return holidays.country_holidays(country, language=language, years=year)
