"""The conditions of a session in words: what it asks, and what somebody lacks, with whom to ask. Pure.

What is lacking is read by the person, the coordination and who brings files in: it addresses nobody. Only the
advice is said to the person. Somebody who lacks a condition is not turned away: their request goes to the
coordination, who decides.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from accounts.rules import ADULT_AGE, age_on
from training.domain.requests import is_always_free
from training.domain.territories import lies_in
from training.enums import Level, Skill, Territory
from training.models import Conditions

Levels = Mapping[Skill, Level]


@dataclass(frozen=True)
class Applicant:
    """What is known of somebody. `availability`: in their own words; empty when they were not asked."""

    birth_date: date
    is_registered: bool = False
    commune: str = ""
    availability: str = ""
    levels: Levels = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """The conditions of one session, read once."""

    first_day: date
    minimum_age: int = ADULT_AGE
    maximum_age: int | None = None
    jobseekers_only: bool = False
    territories: tuple[str, ...] = ()
    communes: Mapping[str, str] = field(default_factory=dict)
    all_hours: bool = False
    levels: Levels = field(default_factory=dict)

    @property
    def asks_where(self) -> bool:
        return bool(self.territories or self.communes)


def read(conditions: Conditions | None, first_day: date) -> Asked:
    """In lists, give it with `communes` and `entry_levels` prefetched."""
    if conditions is None:
        return Asked(first_day)
    levels = {Skill(one.skill): Level(one.level) for one in conditions.entry_levels.all()}
    return Asked(
        first_day,
        minimum_age=conditions.minimum_age,
        maximum_age=conditions.maximum_age,
        jobseekers_only=conditions.jobseekers_only,
        territories=tuple(conditions.territories),
        communes={one.code: one.name for one in conditions.communes.all()},
        all_hours=conditions.all_hours,
        levels={skill: levels[skill] for skill in Skill if skill in levels},
    )


# What is asked


def in_words(asked: Asked) -> list[str]:
    """For who wants to enrol, before they fill anything in."""
    said = [_age(asked)]
    if asked.jobseekers_only:
        said.append(_("To be registered with France Travail"))
    if asked.asks_where:
        said.append(_("To live in %(places)s") % {"places": _places(asked)})
    if asked.all_hours:
        said.append(_("To be free for all lessons"))
    if asked.levels:
        said.append(_("To know some Dutch: %(levels)s") % {"levels": _levels(asked.levels)})
    return said


def _age(asked: Asked) -> str:
    ages = {"lowest": asked.minimum_age, "highest": asked.maximum_age}
    if asked.maximum_age is None:
        return _("To be %(lowest)d or older on the first day") % ages
    return _("To be between %(lowest)d and %(highest)d years old on the first day") % ages


def _places(asked: Asked) -> str:
    named = [str(Territory(one).label) for one in asked.territories]
    return _or([*named, *sorted(asked.communes.values())])


def _or(names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s or %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def _levels(levels: Levels) -> str:
    """'A1 lire, écrire; A0 parler': skills of one level stand together."""
    together: dict[Level, list[str]] = {}
    for skill, level in levels.items():
        together.setdefault(level, []).append(str(skill.label).lower())
    return "; ".join(f"{level.short} ({', '.join(skills)})" for level, skills in together.items())


# What is lacking


@dataclass(frozen=True)
class Lack:
    """A condition that is not met: `what`, for whoever reads it; `advice`, for the person: whom to ask."""

    what: str
    advice: str = ""

    def __str__(self) -> str:
        return self.what

    @property
    def to_the_person(self) -> str:
        return f"{self.what} {self.advice}".strip()


def lacking(asked: Asked, applicant: Applicant) -> list[Lack]:
    """One for each condition that is not met. Empty: all are met."""
    checks = (_lacks_age, _lacks_registration, _lacks_residence, _lacks_level, _lacks_time)
    return [lack for check in checks if (lack := check(asked, applicant))]


def _ask_the_coordination() -> str:
    return _("Ask the coordination which course fits.")


def _lacks_age(asked: Asked, applicant: Applicant) -> Lack | None:
    age = age_on(applicant.birth_date, asked.first_day)
    facts = {"age": age, "lowest": asked.minimum_age, "highest": asked.maximum_age}
    if age < asked.minimum_age:
        sentence = _("Age: the course is for people of %(lowest)d or older; age on the first day: %(age)d.")
    elif asked.maximum_age is not None and age > asked.maximum_age:
        sentence = _("Age: the course is for people up to %(highest)d; age on the first day: %(age)d.")
    else:
        return None
    return Lack(sentence % facts, _ask_the_coordination())


def _lacks_registration(asked: Asked, applicant: Applicant) -> Lack | None:
    if not asked.jobseekers_only or applicant.is_registered:
        return None
    return Lack(
        _("France Travail: the course is for people who are registered, and the identifier is missing."),
        _("Ask France Travail for it (telephone 39 49), then tell the coordination."),
    )


def _lacks_residence(asked: Asked, applicant: Applicant) -> Lack | None:
    in_territory = any(lies_in(applicant.commune, one) for one in asked.territories)
    if not asked.asks_where or in_territory or applicant.commune in asked.communes:
        return None
    sentence = _("Home: the course is for people who live in %(places)s.")
    return Lack(sentence % {"places": _places(asked)}, _ask_the_coordination())


def _lacks_level(asked: Asked, applicant: Applicant) -> Lack | None:
    short = {
        skill: level
        for skill, level in asked.levels.items()
        if (known := applicant.levels.get(skill)) is None or known.rank < level.rank
    }
    known = {skill: applicant.levels[skill] for skill in short if skill in applicant.levels}
    facts = {"needed": _levels(short), "known": _levels(known)}
    if not short:
        return None
    if not known:
        sentence = _("Level: the course starts from %(needed)s, and no level is known yet.")
    else:
        sentence = _("Level: the course starts from %(needed)s; known until now: %(known)s.")
    advice = _("Take the placement test on this site, or ask the coordination for a talk.")
    return Lack(sentence % facts, advice)


def _lacks_time(asked: Asked, applicant: Applicant) -> Lack | None:
    said = applicant.availability
    if not asked.all_hours or not said or is_always_free(said):
        return None
    return Lack(
        _("Hours: the course asks people to come to all lessons, and the answer was that this cannot be."),
        _("Talk about it with the coordination."),
    )
