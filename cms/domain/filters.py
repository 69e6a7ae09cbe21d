"""The filters of the catalogue: plain GET values, combinable, each with the sessions it would leave."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from accounts.rules import sort_key
from cms.domain.offer import Offered
from documents.towns import searched, town_name
from training.enums import Level
from training.models import Course


@dataclass(frozen=True)
class Value:
    """One value of a facet: how it is written in the address, what a person reads, where it stands."""

    code: str
    label: str
    order: object


@dataclass(frozen=True)
class Facet:
    key: str
    name: str | Promise
    read: Callable[[Offered], Value | None]
    of_course: bool = False


@dataclass(frozen=True)
class Choice:
    label: str
    url: str
    active: bool
    count: int


@dataclass(frozen=True)
class Group:
    name: str | Promise
    choices: list[Choice]


def _entry(offered: Offered) -> Value:
    level = Level(offered.session.course.entry_level)
    label = _("I am starting out") if level is Level.A0 else _("I have %(level)s") % {"level": level.short}
    return Value(level.value, label, level.rank)


def _target(offered: Offered) -> Value:
    level = Level(offered.session.course.target_level)
    return Value(level.value, level.short, level.rank)


def _sector(offered: Offered) -> Value:
    sector = offered.session.course.sector
    return Value(sector.code, sector.name, sector.order)


def _town(offered: Offered) -> Value | None:
    name = town_name(offered.town)
    return Value(offered.town, name, sort_key(name)) if name else None


def _month(offered: Offered) -> Value:
    day = offered.session.first_day
    return Value(f"{day:%Y-%m}", date_format(day, "F Y"), f"{day:%Y-%m}")


def _rhythm(offered: Offered) -> Value:
    session = offered.session
    return Value(session.rhythm, session.get_rhythm_display(), session.rhythm)


def _modality(offered: Offered) -> Value:
    session = offered.session
    return Value(session.modality, session.get_modality_display(), session.modality)


def _places(offered: Offered) -> Value | None:
    return Value("1", _("With places left"), 0) if offered.has_places else None


FACETS = (
    Facet("from", gettext_lazy("My Dutch today"), _entry, of_course=True),
    Facet("level", gettext_lazy("Target level"), _target, of_course=True),
    Facet("sector", pgettext_lazy("of work", "Sector"), _sector, of_course=True),
    Facet("town", gettext_lazy("Town"), _town),
    Facet("month", gettext_lazy("Begins in"), _month),
    Facet("rhythm", pgettext_lazy("of a session", "Rhythm"), _rhythm),
    Facet("mode", gettext_lazy("Where"), _modality),
    Facet("places", gettext_lazy("Places"), _places),
)
KEYS = tuple(facet.key for facet in FACETS)
LONGEST_TEXT = 80


@dataclass(frozen=True)
class Chosen:
    """What the address asks for: at most one value a facet, and some words."""

    values: dict[str, str]
    text: str = ""

    @classmethod
    def read(cls, parameters) -> "Chosen":
        values = {key: parameters[key][:LONGEST_TEXT] for key in KEYS if parameters.get(key)}
        return cls(values=values, text=" ".join(parameters.get("q", "").split())[:LONGEST_TEXT])

    def __bool__(self) -> bool:
        return bool(self.values or self.text)

    @property
    def asks_about_sessions(self) -> bool:
        """Asks for something that a course without a date cannot answer."""
        return any(facet.key in self.values for facet in FACETS if not facet.of_course)

    def url(self, base: str, **changes: str | None) -> str:
        """The catalogue with these filters, one of them set or (None) taken away."""
        wanted = {**self.values, "q": self.text, **changes}
        query = urlencode({key: value for key, value in wanted.items() if value})
        return f"{base}?{query}" if query else base


@dataclass(frozen=True)
class Row:
    """One session with its value of each facet and its drawn card, in the words of one language."""

    offered: Offered
    drawn: str
    values: dict[str, Value | None]


def row(offered: Offered, *, drawn: str = "") -> Row:
    return Row(offered, drawn, {facet.key: facet.read(offered) for facet in FACETS})


class Shelf:
    """The offer seen through the chosen filters."""

    def __init__(self, rows: Iterable[Row], chosen: Chosen, *, base: str) -> None:
        self.chosen, self.base = chosen, base
        words = sort_key(chosen.text).split()
        self.rows = [
            one
            for one in rows
            if not words or speaks_of(one.offered.session.course, words, extra=searched(one.offered.town))
        ]

    @property
    def found(self) -> list[Row]:
        return [one for one in self.rows if self._fits(one.values)]

    def _fits(self, values: dict[str, Value | None], *, but: str = "") -> bool:
        return all(
            values[key] is not None and values[key].code == code
            for key, code in self.chosen.values.items()
            if key != but
        )

    def groups(self) -> list[Group]:
        """The facets that offer a choice, or of which one is made; one that changes nothing is left out."""
        groups = [Group(facet.name, self._choices(facet)) for facet in FACETS]
        total = len(self.found)
        return [group for group in groups if len(group.choices) > 1 or self._matters(group, total)]

    def _matters(self, group: Group, total: int) -> bool:
        return any(choice.active or choice.count != total for choice in group.choices)

    def _choices(self, facet: Facet) -> list[Choice]:
        known: dict[str, Value] = {}
        counts: dict[str, int] = {}
        for one in self.rows:
            if value := one.values[facet.key]:
                known[value.code] = value
                counts[value.code] = counts.get(value.code, 0) + self._fits(one.values, but=facet.key)
        return [
            self._choice(facet, value, counts[value.code])
            for value in sorted(known.values(), key=lambda value: value.order)
        ]

    def _choice(self, facet: Facet, value: Value, count: int) -> Choice:
        active = self.chosen.values.get(facet.key) == value.code
        if not count and not active:
            return Choice(value.label, "", active=False, count=0)
        url = self.chosen.url(self.base, **{facet.key: None if active else value.code})
        return Choice(value.label, url, active=active, count=count)

    def chips(self) -> list[dict[str, str]]:
        """What is chosen, each with the address that takes it away."""
        chips = [
            {"label": self._label(key, code), "url": self.chosen.url(self.base, **{key: None})}
            for key, code in self.chosen.values.items()
        ]
        if self.chosen.text:
            words = _("“%(words)s”") % {"words": self.chosen.text}
            chips.append({"label": words, "url": self.chosen.url(self.base, q=None)})
        return chips

    def _label(self, key: str, code: str) -> str:
        """The word of a value; the code itself for one that nothing in the offer has."""
        known = (one.values[key] for one in self.rows)
        return next((value.label for value in known if value and value.code == code), code)


def speaks_of(course: Course, words: list[str], *, extra: str = "") -> bool:
    """Whether each word begins a word of the course, of its trades or its sector, in either language."""
    trades = [name for trade in course.occupations.all() for name in (trade.name_fr, trade.name_nl)]
    sector = course.sector
    spoken = sort_key(
        course.title_fr, course.title_nl, course.summary_fr, course.summary_nl, course.target_level,
        sector.name_fr, sector.name_nl, *trades, extra,
    )  # fmt: skip
    known = spoken.replace("'", " ").replace("’", " ").split()
    return all(any(one.startswith(word) for one in known) for word in words)


def fits_course(course: Course, chosen: Chosen) -> bool:
    """Whether a course without a date answers the filters that concern the course."""
    if chosen.asks_about_sessions:
        return False
    own = {"from": course.entry_level, "level": course.target_level, "sector": course.sector.code}
    if any(own[key] != code for key, code in chosen.values.items()):
        return False
    words = sort_key(chosen.text).split()
    return not words or speaks_of(course, words)
