"""What a language profile says, frozen: the five skills, at entry and now, each with its source and day."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import pgettext_lazy

from documents.facts import (
    SPECIMEN,
    CanDo,
    Design,
    Facts,
    FundingStatement,
    Signatory,
    later,
    named,
    optional,
)
from documents.register_facts import Identity


@dataclass(frozen=True, kw_only=True)
class Found(Facts):
    """A level, who found it (a key of `documents.sheets.profile.SOURCES`), and on which day."""

    level: str = field(metadata=named(pgettext_lazy("fact", "level")))
    source: str = field(metadata=named(pgettext_lazy("fact", "source of a level")))
    on: date = field(metadata=named(pgettext_lazy("fact", "date of the assessment")))


@dataclass(frozen=True, kw_only=True)
class SkillOfProfile(Facts):
    """One of the five skills (LIS REA SPI SPP WRI). `now` is empty while nothing was found since entry."""

    skill: str = field(metadata=named(pgettext_lazy("fact", "skill")))
    entry: Found | None = field(metadata=optional(pgettext_lazy("fact", "level at entry")), default=None)
    now: Found | None = field(metadata=optional(pgettext_lazy("fact", "level now")), default=None)
    can_do: tuple[CanDo, ...] = field(
        metadata=optional(pgettext_lazy("fact", "can-do statements")), default=()
    )


@dataclass(frozen=True, kw_only=True)
class ProfileFacts(Identity):
    """The language-profile sheet of one person, as it stood on `issued_on`.

    Personal data: the holder's name and levels. Who assessed them is said as a kind, never by name.
    """

    version: int = 1
    number: int = field(metadata=named(pgettext_lazy("fact", "number of the version")))
    holder_name: str = field(metadata=named(pgettext_lazy("fact", "name of the learner")))
    first_day: date = field(metadata=named(pgettext_lazy("fact", "first day")))
    last_day: date = field(metadata=named(pgettext_lazy("fact", "last day")))
    target: str = field(metadata=named(pgettext_lazy("fact", "level the course leads to")))
    skills: tuple[SkillOfProfile, ...] = field(metadata=named(pgettext_lazy("fact", "levels")))
    issued_on: date = field(metadata=named(pgettext_lazy("fact", "date of issue")))
    funding: FundingStatement = field(metadata=named(pgettext_lazy("fact", "funding")))
    design: Design | None = field(metadata=later(pgettext_lazy("fact", "template")), default=None)

    @property
    def signatories(self) -> tuple[Signatory, ...]:
        """Nobody, unless the template says so: the sheet is no act of the training provider."""
        return self.design.signatories if self.design else ()

    @property
    def is_specimen(self) -> bool:
        return self.session_code == SPECIMEN

    @property
    def dated(self) -> date:
        return self.issued_on
