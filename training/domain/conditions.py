"""The conditions of a session in words: what it asks, and what somebody lacks, with whom to ask. Pure.

Somebody who lacks a condition is not turned away: their request goes to the coordination, who decides.
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


def lacking(asked: Asked, applicant: Applicant) -> list[str]:
    """A sentence for each condition that is not met: what is missing, and whom to ask. Empty: all are met."""
    checks = (_lacks_age, _lacks_registration, _lacks_residence, _lacks_level, _lacks_time)
    return [sentence for check in checks if (sentence := check(asked, applicant))]


def _lacks_age(asked: Asked, applicant: Applicant) -> str:
    age = age_on(applicant.birth_date, asked.first_day)
    facts = {"age": age, "lowest": asked.minimum_age, "highest": asked.maximum_age}
    if age < asked.minimum_age:
        sentence = _(
            "Age: the course is for people of %(lowest)d or older, and you will be %(age)d on the first day. "
            "Ask the coordination which course is for you."
        )
    elif asked.maximum_age is not None and age > asked.maximum_age:
        sentence = _(
            "Age: the course is for people up to %(highest)d, and you will be %(age)d on the first day. "
            "Ask the coordination which course is for you."
        )
    else:
        return ""
    return sentence % facts


def _lacks_registration(asked: Asked, applicant: Applicant) -> str:
    if not asked.jobseekers_only or applicant.is_registered:
        return ""
    return _(
        "France Travail: the course is for people who are registered, and your identifier is missing. "
        "Ask France Travail for it (telephone 39 49), then tell the coordination."
    )


def _lacks_residence(asked: Asked, applicant: Applicant) -> str:
    in_territory = any(lies_in(applicant.commune, one) for one in asked.territories)
    if not asked.asks_where or in_territory or applicant.commune in asked.communes:
        return ""
    sentence = _(
        "Where you live: the course is for people who live in %(places)s. "
        "Ask the coordination which course is open to you."
    )
    return sentence % {"places": _places(asked)}


def _lacks_level(asked: Asked, applicant: Applicant) -> str:
    short = {
        skill: level
        for skill, level in asked.levels.items()
        if (known := applicant.levels.get(skill)) is None or known.rank < level.rank
    }
    known = {skill: applicant.levels[skill] for skill in short if skill in applicant.levels}
    facts = {"needed": _levels(short), "known": _levels(known)}
    if not short:
        return ""
    if not known:
        sentence = _(
            "Level: the course starts from %(needed)s, and we do not know yours yet. "
            "Take the placement test on this site, or ask the coordination for a talk."
        )
    else:
        sentence = _(
            "Level: the course starts from %(needed)s; what we know of you is %(known)s. "
            "Take the placement test on this site, or ask the coordination for a talk."
        )
    return sentence % facts


def _lacks_time(asked: Asked, applicant: Applicant) -> str:
    said = applicant.availability
    if not asked.all_hours or not said or is_always_free(said):
        return ""
    return _(
        "Hours: the course asks you to come to all lessons, and you said that you cannot. "
        "Talk about it with the coordination."
    )
