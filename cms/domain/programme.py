"""A course page and a session page: the legal programme, the timetable, and who gives it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.days import said
from accounts.models import Organisation
from cms.domain.cards import price
from training.domain import words
from training.enums import Level
from training.models import Course, HalfDay


@dataclass(frozen=True)
class Month:
    name: str
    half_days: list[HalfDay]


def stair(course: Course) -> list[dict[str, str]]:
    """One stair: from the level asked to the level aimed at."""
    levels = {"level": Level(course.target_level).short, "entry": Level(course.entry_level).short}
    return [{"name": pgettext("of Dutch", "Level"), **levels}]


def key_facts(course: Course) -> list[dict[str, str]]:
    """What one wants to know first, with the words the law uses (Code du travail L6353-1, Qualiopi 1)."""
    return [
        {"term": _("Price"), "value": price(course.price_cents)},
        {"term": _("Duration"), "value": words.duration(course.minutes)},
        {"term": _("Sector"), "value": course.sector.name},
    ]


def legal_rows(course: Course) -> list[dict[str, str]]:
    """The rest of the programme, in the order of the law."""
    return [
        {"term": _("Who it is for"), "value": course.audience},
        {"term": _("What you need to begin"), "value": course.prerequisites},
        {"term": _("How we teach"), "value": course.methods},
        {"term": _("How progress is evaluated"), "value": course.evaluation},
        {"term": _("Accessibility and disability"), "value": course.accessibility},
        {"term": _("Access delay"), "value": course.access_delay},
        {"term": _("Programme updated on"), "value": said(course.updated_on)},
    ]


def months(half_days: Iterable[HalfDay]) -> list[Month]:
    def first_of_month(one: HalfDay) -> date:
        return one.date.replace(day=1)

    return [
        Month(capfirst(date_format(first, "F Y")), list(group))
        for first, group in groupby(half_days, key=first_of_month)
    ]


def legal_mentions(providers: Iterable[Organisation]) -> list[dict[str, str]]:
    """The provider and, when it has one, the mention that goes with its declaration number (L6352-12)."""
    distinct = {provider.pk: provider for provider in providers}
    return [{"name": one.name, "mention": mention(one)} for one in distinct.values()]


def mention(provider: Organisation) -> str:
    if not provider.activity_number:
        return ""
    return _(
        "Training activity registered under number %(number)s with the prefect of the region "
        "%(region)s. This registration is not an approval by the State."
    ) % {"number": provider.activity_number, "region": provider.activity_region}
