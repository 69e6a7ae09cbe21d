"""What the components of `templates/components/` compute: geometry and links, never facts."""

import datetime
from dataclasses import dataclass
from functools import lru_cache

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import translate_url
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info

from accounts.days import said
from config.coast import TOWNS, Place, can_place, place
from documents import towns

register = template.Library()

STEPS = ["A1", "A2", "B1", "B2", "C1"]


@dataclass(frozen=True)
class LanguageLink:
    """`stays`: the address is the same in both languages, so the choice is sent to `set_language` instead."""

    code: str
    name: str
    url: str
    current: bool
    stays: bool = False


@dataclass(frozen=True)
class Step:
    """One step of a CEFR stair, in the units of its SVG (180 × 96, the floor at y = 76)."""

    label: str
    x: int
    y: int
    height: int
    label_x: int
    entry_width: int
    exit_width: int


@register.simple_tag
@lru_cache(maxsize=1)
def assets() -> SafeString:
    """What every page fetches first; a release alone changes the addresses."""
    return render_to_string("components/assets.html")


@register.simple_tag
@lru_cache(maxsize=512)
def icon(name: str, title: str = "", *, large: bool = False) -> SafeString:
    """One icon of the set. `title` when it stands alone.

    A tag rather than an include, and kept, since a list of thirty sessions shows a hundred and fifty of them.
    """
    return format_html(
        '<svg class="icon{}" width="24" height="24" focusable="false"{}><use href="{}#{}"/></svg>',
        " icon-large" if large else "",
        format_html(' role="img" aria-label="{}"', title) if title else SafeString(' aria-hidden="true"'),
        static("img/icons.svg"),
        name,
    )


register.filter("said", said)


@register.filter
def day_words(value: datetime.date | None, year: bool = True) -> str:
    """A date as people say it: mardi 1er décembre 2026, dinsdag 1 december 2026.

    `|day_words:False` leaves out the year.
    """
    return said(value, "l j F Y" if year else "l j F")


@register.filter
def time_words(value: datetime.time | datetime.datetime | None) -> str:
    """A time as people say it: 18 h, 18 h 30 (with no-break spaces); 18.00 uur, 18.30 uur."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    if get_language() == "fr":
        return f"{value.hour}\N{NO-BREAK SPACE}h" + (f"\N{NO-BREAK SPACE}{value:%M}" if value.minute else "")
    return f"{value.hour}.{value:%M}\N{NO-BREAK SPACE}uur" if get_language() == "nl" else f"{value:%H:%M}"


@register.simple_tag(takes_context=True)
def language_links(context: template.Context) -> list[LanguageLink]:
    """The same page in the languages of the site, unless the view gave its own `language_links`."""
    if given := context.get("language_links"):
        return given
    here = context["request"].get_full_path()
    return [_language_link(code, here=here) for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]


def _language_link(code: str, *, here: str) -> LanguageLink:
    url, current = translate_url(here, code), code == get_language()
    name = get_language_info(code)["name_local"].capitalize()
    return LanguageLink(code=code, name=name, url=url, current=current, stays=url == here and not current)


@register.simple_tag
@lru_cache(maxsize=256)
def stair_drawing(level: str, entry: str = "") -> SafeString:
    """The stair of one skill, without a word in it. Kept: there are a dozen levels, a page shows five."""
    return render_to_string("components/stair_drawing.html", {"steps": stair_steps(level, entry)})


def stair_steps(level: str, entry: str = "") -> list[Step]:
    """The five steps of one skill; a half level (A1.1, A2+) fills half a step.

    What was known on entry and what was gained are told apart. An unknown or empty level fills nothing.
    """
    reached, known = _rank(level), _rank(entry)
    steps = []
    for index, label in enumerate(STEPS):
        height = 12 + index * 14
        entry_width = round(36 * min(1, max(0, known - index)))
        exit_width = round(36 * min(1, max(0, reached - index)))
        steps.append(Step(label, index * 36, 76 - height, height, index * 36 + 18, entry_width, exit_width))
    return steps


def _rank(level: str) -> float:
    """How many steps are climbed: A1.1 is 0.5, A1 is 1, A1+ and A2.1 are 1.5; 0 for less or nothing."""
    base, suffix = (level or "")[:2], (level or "")[2:]
    if base == "C2":
        return len(STEPS)
    if base not in STEPS:
        return 0
    return STEPS.index(base) + {"": 1, "+": 1.5, ".1": 0.5, ".2": 0.75}.get(suffix, 1)


@register.simple_tag
def coast_places(towns: list | None = None) -> list[Place]:
    """The towns of the map; those given (name, url, lat, lon, active, count) that it can place are links."""
    given = [place(town) for town in towns or [] if can_place(town)]
    keys = {one.key for one in given}
    return [one for one in TOWNS if one.key not in keys] + given


@register.filter
def town_name(town: str) -> str:
    """What the language of the page calls a town: Duinkerke, Furnes."""
    return towns.town_name(town)
