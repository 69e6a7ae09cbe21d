"""The distance to a job: what an occupation asks for in each skill against what a person has. Pure.

Nothing here ranks people: it says to one person, or to who coordinates them, which steps are missing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from training.enums import Level, Skill
from training.models import Occupation


@dataclass(frozen=True)
class Gap:
    """One skill that is not there yet. `has` is None where nothing was measured."""

    skill: Skill
    needs: Level
    has: Level | None

    @property
    def steps(self) -> int:
        return (self.has or Level.A0).steps_to(self.needs)

    @property
    def sentence(self) -> str:
        """'Reading: 1 step missing (A1, A2 is needed).'"""
        said = {
            "skill": self.skill.label,
            "number": self.steps,
            "needs": self.needs.short,
            "has": self.has.short if self.has else "",
        }
        if self.has is None:
            return _("%(skill)s: not measured yet, %(needs)s is needed.") % said
        sentence = ngettext(
            "%(skill)s: %(number)d step missing (%(has)s, %(needs)s is needed).",
            "%(skill)s: %(number)d steps missing (%(has)s, %(needs)s is needed).",
            self.steps,
        )
        return sentence % said


@dataclass(frozen=True)
class Distance:
    """One occupation seen from one person."""

    occupation: Occupation
    gaps: tuple[Gap, ...]

    @property
    def is_reached(self) -> bool:
        """In the language; the conditions are for the person and the agency to look at."""
        return not self.gaps

    @property
    def steps(self) -> int:
        return sum(one.steps for one in self.gaps)

    @property
    def condition(self) -> str:
        return self.occupation.condition

    @property
    def reasons(self) -> list[str]:
        return [one.sentence for one in self.gaps]

    @property
    def summary(self) -> str:
        """In one line: how far it is."""
        if self.is_reached:
            return _("Your Dutch is enough for this job.")
        return ngettext("%(number)d step missing", "%(number)d steps missing", self.steps) % {
            "number": self.steps
        }


def distance(occupation: Occupation, levels: Mapping[Skill, Level | None]) -> Distance:
    """What is missing for this occupation, skill by skill in their fixed order."""
    return Distance(
        occupation,
        tuple(
            Gap(skill, needs, levels.get(skill))
            for skill, needs in occupation.profile.items()
            if (levels.get(skill) or Level.A0).rank < needs.rank
        ),
    )


def distances(
    occupations: Iterable[Occupation], levels: Mapping[Skill, Level | None], *, chosen: Iterable[int] = ()
) -> list[Distance]:
    """The chosen ones first, then the nearest."""
    first = set(chosen)
    found = [distance(one, levels) for one in occupations]
    return sorted(
        found, key=lambda one: (one.occupation.pk not in first, one.steps, one.occupation.rome_code)
    )


def at_the_end(levels: Mapping[Skill, Level | None], target: Level) -> dict[Skill, Level]:
    """An assumption, to be said as one: everybody reaches the target level of the course in every skill."""
    return {
        skill: max(target, levels.get(skill) or Level.A0, key=lambda level: level.rank) for skill in Skill
    }
