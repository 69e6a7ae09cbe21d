"""What a document says, frozen: typed values that never change and that JSON can keep for ever.

`to_json()` gives a plain dictionary (ISO dates, whole numbers, no floats); `from_json()` gives the same
facts back. Strings are in Unicode NFC from the start, so equal names are equal bytes. Each field carries
the label under which a person is told that it is missing.
"""

from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Any, Self, get_args, get_origin, get_type_hints
from unicodedata import normalize

from django.utils.translation import pgettext_lazy

# Regulation (EU) 2021/1060, annex IX: the statement is written in full and never reworded.
FUNDING_STATEMENT_FR = "Cofinancé par l’Union européenne"
FUNDING_STATEMENT_NL = "Medegefinancierd door de Europese Unie"
SPECIMEN = "SPECIMEN"  # in place of the code on a page to look at: no code has eight characters


def named(label) -> dict:
    """The words for a field that must be filled."""
    return {"label": label, "optional": False}


def optional(label) -> dict:
    """The words for a field that may stay empty."""
    return {"label": label, "optional": True}


def later(label) -> dict:
    """The words for a field that came when documents were frozen already: not written while it is empty,
    so that the facts from before keep their bytes and their hash."""
    return {"label": label, "optional": True, "later": True}


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The base of everything the press prints."""

    def __post_init__(self) -> None:
        for each in fields(self):
            object.__setattr__(self, each.name, _in_nfc(getattr(self, each.name)))

    def to_json(self) -> dict[str, Any]:
        written = {each.name: getattr(self, each.name) for each in fields(self)}
        unsaid = {name for name, nothing in self._later().items() if written[name] == nothing}
        return {name: _plain(value) for name, value in written.items() if name not in unsaid}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Raises ValueError for a missing or unknown field, another version or a wrong type."""
        hints = get_type_hints(cls)
        if unknown := data.keys() - hints.keys():
            raise ValueError(f"{cls.__name__}: unknown {', '.join(sorted(unknown))}")
        if missing := hints.keys() - data.keys() - cls._later().keys():
            raise ValueError(f"{cls.__name__}: no {', '.join(sorted(missing))}")
        if "version" in hints and data["version"] != cls.version:
            raise ValueError(f"{cls.__name__}: version {data['version']!r} is not {cls.version}")
        return cls(**{name: _typed(hints[name], value) for name, value in data.items()})

    @classmethod
    def _later(cls) -> dict[str, Any]:
        """The fields that came later, and what each is when it is empty."""
        return {each.name: each.default for each in fields(cls) if each.metadata.get("later")}


@dataclass(frozen=True, kw_only=True)
class SkillResult(Facts):
    """The level in one of the five skills (LIS REA SPI SPP WRI), before and after."""

    skill: str = field(metadata=named(pgettext_lazy("fact", "skill")))
    entry: str | None = field(metadata=optional(pgettext_lazy("fact", "level at entry")))
    exit: str = field(metadata=named(pgettext_lazy("fact", "level at the end")))
    assessed_on: date = field(metadata=named(pgettext_lazy("fact", "date of the assessment")))
    assessor_name: str = field(metadata=named(pgettext_lazy("fact", "name of the assessor")))


@dataclass(frozen=True, kw_only=True)
class CanDo(Facts):
    """One thing the holder can do in Dutch at work."""

    fr: str = field(metadata=named(pgettext_lazy("fact", "can-do statement")))
    nl: str = field(metadata=named(pgettext_lazy("fact", "can-do statement")))


@dataclass(frozen=True, kw_only=True)
class FundingStatement(Facts):
    """The statement beside the European emblem, in full."""

    statement_fr: str = field(
        metadata=named(pgettext_lazy("fact", "statement of the funding")), default=FUNDING_STATEMENT_FR
    )
    statement_nl: str = field(
        metadata=named(pgettext_lazy("fact", "statement of the funding")), default=FUNDING_STATEMENT_NL
    )


@dataclass(frozen=True, kw_only=True)
class FundingFacts(FundingStatement):
    """The statement and the programme."""

    programme: str = field(metadata=named(pgettext_lazy("fact", "funding programme")))


@dataclass(frozen=True, kw_only=True)
class Worded(Facts):
    """A named string of a paper (`documents.phrases`), as the office worded it."""

    name: str = field(metadata=named(pgettext_lazy("fact", "name of the text")))
    fr: str = field(metadata=optional(pgettext_lazy("fact", "text")))
    nl: str = field(metadata=optional(pgettext_lazy("fact", "text")))


@dataclass(frozen=True, kw_only=True)
class Signatory(Facts):
    """Somebody who signs a paper; `logo` is the picture of their house (`documents.logos`)."""

    name: str = field(metadata=named(pgettext_lazy("fact", "name of the signatory")))
    role_fr: str = field(metadata=named(pgettext_lazy("fact", "role of the signatory")))
    role_nl: str = field(metadata=named(pgettext_lazy("fact", "role of the signatory")))
    logo: str | None = field(metadata=later(pgettext_lazy("fact", "logo of the signatory")), default=None)


@dataclass(frozen=True, kw_only=True)
class Logo(Facts):
    """A picture that is kept under its hash (`documents.logos`), and whose it is."""

    sha256: str = field(metadata=named(pgettext_lazy("fact", "picture")))
    name_fr: str = field(metadata=named(pgettext_lazy("fact", "name on the logo")))
    name_nl: str = field(metadata=named(pgettext_lazy("fact", "name on the logo")))


@dataclass(frozen=True, kw_only=True)
class Design(Facts):
    """How a paper looks and is worded: a version of a template. Words that are still missing are empty.

    `programme` in place of the one of the provider; without `signatories` the one who signs for the provider.
    """

    template: int = field(metadata=named(pgettext_lazy("fact", "template")))
    number: int = field(metadata=named(pgettext_lazy("fact", "version of the template")))
    layout: str = field(metadata=named(pgettext_lazy("fact", "layout")))
    emblem: str = field(metadata=named(pgettext_lazy("fact", "place of the emblem")))
    words: tuple[Worded, ...] = field(metadata=optional(pgettext_lazy("fact", "texts")), default=())
    signatories: tuple[Signatory, ...] = field(
        metadata=optional(pgettext_lazy("fact", "signatories")), default=()
    )
    logos: tuple[Logo, ...] = field(metadata=optional(pgettext_lazy("fact", "logos")), default=())
    programme: str = field(metadata=later(pgettext_lazy("fact", "funding programme")), default="")


@dataclass(frozen=True, kw_only=True)
class CertificateFacts(Facts):
    """All that an end-of-training certificate says. Duration is in minutes, exactly. Without a `design` it
    looks and is worded as it was before there were templates.

    Personal data: the holder's name, levels and hours; the names of assessors and signatories. `compact` is
    what the square code says for who has no network (`certificates.domain.compact`).
    """

    version: int = 1
    code: str = field(metadata=named(pgettext_lazy("fact", "verification code")))
    verify_url: str = field(metadata=named(pgettext_lazy("fact", "verification address")))
    kind: str = field(metadata=named(pgettext_lazy("fact", "kind of certificate")))
    holder_given_name: str = field(metadata=optional(pgettext_lazy("fact", "given name")))
    holder_family_name: str = field(metadata=named(pgettext_lazy("fact", "family name")))
    course_code: str = field(metadata=named(pgettext_lazy("fact", "code of the course")))
    title_fr: str = field(metadata=named(pgettext_lazy("fact", "title of the course")))
    title_nl: str = field(metadata=named(pgettext_lazy("fact", "title of the course")))
    sector_code: str = field(metadata=optional(pgettext_lazy("fact", "code of the sector")))
    session_code: str = field(metadata=named(pgettext_lazy("fact", "code of the session")))
    provider_name: str = field(metadata=named(pgettext_lazy("fact", "name of the training provider")))
    provider_nda: str = field(metadata=named(pgettext_lazy("fact", "activity declaration number")))
    provider_siret: str = field(metadata=optional("SIRET"))
    provider_region: str = field(metadata=named(pgettext_lazy("fact", "region of the training provider")))
    operator_name_fr: str = field(metadata=named(pgettext_lazy("fact", "name of the operator")))
    operator_name_nl: str = field(metadata=named(pgettext_lazy("fact", "name of the operator")))
    first_day: date = field(metadata=named(pgettext_lazy("fact", "first day")))
    last_day: date = field(metadata=named(pgettext_lazy("fact", "last day")))
    minutes_planned: int = field(metadata=named(pgettext_lazy("fact", "hours planned")))
    minutes_followed: int = field(metadata=named(pgettext_lazy("fact", "hours followed")))
    levels: tuple[SkillResult, ...] = field(metadata=named(pgettext_lazy("fact", "levels")))
    objectives_fr: tuple[str, ...] = field(metadata=optional(pgettext_lazy("fact", "objectives")), default=())
    objectives_nl: tuple[str, ...] = field(metadata=optional(pgettext_lazy("fact", "objectives")), default=())
    can_do: tuple[CanDo, ...] = field(metadata=named(pgettext_lazy("fact", "can-do statements")))
    signatory_name: str = field(metadata=named(pgettext_lazy("fact", "name of the signatory")))
    signatory_role_fr: str = field(metadata=named(pgettext_lazy("fact", "role of the signatory")))
    signatory_role_nl: str = field(metadata=named(pgettext_lazy("fact", "role of the signatory")))
    place: str = field(metadata=named(pgettext_lazy("fact", "place of signature")))
    issued_on: date = field(metadata=named(pgettext_lazy("fact", "date of issue")))
    funding: FundingFacts = field(metadata=named(pgettext_lazy("fact", "funding")))
    replaces_code: str | None = field(
        metadata=optional(pgettext_lazy("fact", "code of the replaced certificate")), default=None
    )
    valid_until: date | None = field(
        metadata=later(pgettext_lazy("fact", "last day of validity")), default=None
    )
    design: Design | None = field(metadata=later(pgettext_lazy("fact", "template")), default=None)
    compact: str | None = field(metadata=later(pgettext_lazy("fact", "signed short form")), default=None)

    @property
    def scanned(self) -> str:
        """What the square code says. In capitals it is smaller; what follows # never leaves a device."""
        return f"{self.verify_url.upper()}#{self.compact}" if self.compact else self.verify_url

    @property
    def holder_name(self) -> str:
        return f"{self.holder_given_name} {self.holder_family_name}".strip()

    @property
    def is_specimen(self) -> bool:
        return self.code == SPECIMEN

    @property
    def signatories(self) -> tuple[Signatory, ...]:
        """Those of the template, else the one who signs for the training provider."""
        own = Signatory(
            name=self.signatory_name, role_fr=self.signatory_role_fr, role_nl=self.signatory_role_nl
        )
        return (self.design.signatories if self.design else ()) or (own,)

    @property
    def dated(self) -> date:
        """The day the document bears: its metadata never shows the day of printing."""
        return self.issued_on


@dataclass(frozen=True, kw_only=True)
class Place(Facts):
    """Where lessons are and how one gets there."""

    name: str = field(metadata=named(pgettext_lazy("fact", "name of the room")))
    address: str = field(metadata=named(pgettext_lazy("fact", "address of the room")))
    access: str = field(metadata=optional(pgettext_lazy("fact", "how to get there")), default="")


@dataclass(frozen=True, kw_only=True)
class Lesson(Facts):
    """One half-day of a timetable; `hours` as people say them."""

    day: date = field(metadata=named(pgettext_lazy("fact", "day of a lesson")))
    hours: str = field(metadata=named(pgettext_lazy("fact", "hours of a lesson")))
    place: str = field(metadata=optional(pgettext_lazy("fact", "place of a lesson")), default="")
    trainer: str = field(metadata=optional(pgettext_lazy("fact", "trainer of a lesson")), default="")


@dataclass(frozen=True, kw_only=True)
class Article(Facts):
    """A heading of the internal rules and what stands under it."""

    heading: str = field(metadata=optional(pgettext_lazy("fact", "heading of a rule")), default="")
    paragraphs: tuple[str, ...] = field(metadata=named(pgettext_lazy("fact", "internal rules")))


@dataclass(frozen=True, kw_only=True)
class WelcomeFacts(Facts):
    """All that the welcome pack of one person says (Code du travail L6353-8), in the person's language.

    Personal data: the holder's name and France Travail identifier; the names of the trainers.
    """

    version: int = 1
    number: int = field(metadata=named(pgettext_lazy("fact", "number of the version")))
    holder_name: str = field(metadata=named(pgettext_lazy("fact", "name of the learner")))
    identifier: str = field(metadata=optional(pgettext_lazy("fact", "France Travail identifier")))
    page_url: str = field(metadata=named(pgettext_lazy("fact", "address of the personal page")))
    delivered_on: date = field(metadata=named(pgettext_lazy("fact", "date of delivery")))
    title: str = field(metadata=named(pgettext_lazy("fact", "title of the course")))
    session_code: str = field(metadata=named(pgettext_lazy("fact", "code of the session")))
    provider_name: str = field(metadata=named(pgettext_lazy("fact", "name of the training provider")))
    provider_nda: str = field(metadata=optional(pgettext_lazy("fact", "activity declaration number")))
    provider_siret: str = field(metadata=optional("SIRET"))
    provider_region: str = field(metadata=optional(pgettext_lazy("fact", "region of the training provider")))
    provider_contact: tuple[str, ...] = field(metadata=optional(pgettext_lazy("fact", "contact")))
    operator_name: str = field(metadata=optional(pgettext_lazy("fact", "name of the operator")))
    operator_contact: tuple[str, ...] = field(metadata=optional(pgettext_lazy("fact", "contact")))
    first_day: date = field(metadata=named(pgettext_lazy("fact", "first day")))
    last_day: date = field(metadata=named(pgettext_lazy("fact", "last day")))
    minutes_planned: int = field(metadata=named(pgettext_lazy("fact", "hours planned")))
    weekly: tuple[str, ...] = field(metadata=optional(pgettext_lazy("fact", "week of the course")))
    trainers: tuple[str, ...] = field(metadata=named(pgettext_lazy("fact", "trainers")))
    places: tuple[Place, ...] = field(metadata=optional(pgettext_lazy("fact", "places")))
    price_cents: int = field(metadata=named(pgettext_lazy("fact", "price")))
    objectives: tuple[str, ...] = field(metadata=named(pgettext_lazy("fact", "objectives")))
    audience: str = field(metadata=named(pgettext_lazy("fact", "audience")))
    prerequisites: str = field(metadata=named(pgettext_lazy("fact", "prerequisites")))
    methods: str = field(metadata=named(pgettext_lazy("fact", "methods")))
    evaluation: str = field(metadata=named(pgettext_lazy("fact", "evaluation")))
    accessibility: str = field(metadata=named(pgettext_lazy("fact", "accessibility")))
    access_delay: str = field(metadata=optional(pgettext_lazy("fact", "access delay")))
    updated_on: date = field(metadata=named(pgettext_lazy("fact", "date of the programme")))
    lessons: tuple[Lesson, ...] = field(metadata=named(pgettext_lazy("fact", "timetable")))
    rules_number: int = field(metadata=named(pgettext_lazy("fact", "version of the internal rules")))
    rules_since: date = field(metadata=named(pgettext_lazy("fact", "date of the internal rules")))
    articles: tuple[Article, ...] = field(metadata=named(pgettext_lazy("fact", "internal rules")))
    funding: FundingStatement = field(metadata=named(pgettext_lazy("fact", "funding")))

    @property
    def dated(self) -> date:
        return self.delivered_on


def _in_nfc(value: Any) -> Any:
    if isinstance(value, str):
        return normalize("NFC", value)
    if isinstance(value, list | tuple):
        return tuple(_in_nfc(each) for each in value)
    return value


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return value.to_json()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _typed(hint: Any, value: Any) -> Any:
    if get_origin(hint) is UnionType:
        (kind,) = [each for each in get_args(hint) if each is not NoneType]
        return None if value is None else _typed(kind, value)
    if get_origin(hint) is tuple:
        return tuple(_typed(get_args(hint)[0], each) for each in value)
    if is_dataclass(hint):
        return hint.from_json(value)
    if hint is date:
        return date.fromisoformat(value)
    if type(value) is not hint:
        raise ValueError(f"{value!r} is not {hint.__name__}")
    return value
