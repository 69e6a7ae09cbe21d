"""The rule of a course as a pure function: what the certificate still needs, and what would change it.

The numbers of the rule are data of the course; which half-days nobody may miss is data of the session.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from training.domain import words
from training.enums import Level, Skill


@dataclass(frozen=True)
class Duty:
    """A half-day that the certificate asks for. `attended`: None while its register is not closed."""

    purpose: str
    day: date
    attended: bool | None

    @property
    def said(self) -> dict[str, str]:
        return {"purpose": self.purpose, "day": words.day(self.day)}


@dataclass(frozen=True)
class CompletionFacts:
    """What the rule of a course looks at. `minutes_left`: of half-days whose register is not closed yet."""

    minutes_due: int
    minutes_followed: int
    minimum_rate: int
    target: Level
    skills_needed: int
    skills_at_target: int
    minutes_carried: int = 0  # followed in an earlier session of this course, before a transfer
    minimum_minutes: int | None = None  # counts instead of the share where it is given
    minutes_left: int = 0
    levels: Mapping[Skill, Level | None] = field(default_factory=dict)
    duties: tuple[Duty, ...] = ()

    @property
    def minutes_counted(self) -> int:
        return self.minutes_followed + self.minutes_carried

    @property
    def minutes_needed(self) -> int:
        """The minimum, never more than is due; or the share of the due minutes, rounded up to the minute."""
        if self.minimum_minutes is not None:
            return min(self.minimum_minutes, self.minutes_due)
        return -(-self.minutes_due * self.minimum_rate // 100)

    @property
    def minutes_missing(self) -> int:
        return max(0, self.minutes_needed - self.minutes_counted)

    @property
    def hours_out_of_reach(self) -> bool:
        return self.minutes_missing > self.minutes_left

    @property
    def open_duties(self) -> list[Duty]:
        return [one for one in self.duties if not one.attended]

    @property
    def nearest(self) -> list[tuple[Skill, Level]]:
        """The measured skills below the target, the nearest first."""
        below = [(s, level) for s, level in self.levels.items() if level and level.rank < self.target.rank]
        return sorted(below, key=lambda pair: -pair[1].rank)


@dataclass(frozen=True)
class Completion:
    """Whether the certificate is earned; if not, why, and what would change it: sentences for the reader."""

    reached: bool
    missing: list[str]
    facts: CompletionFacts
    changes: list[str] = field(default_factory=list)

    @property
    def out_of_reach(self) -> bool:
        """Nothing the person does from now on leads to the certificate of this session."""
        return self.facts.hours_out_of_reach or any(one.attended is False for one in self.facts.duties)


def judge(facts: CompletionFacts) -> Completion:
    """The rule itself, pure: enough hours, the target in enough skills, every mandatory half-day."""
    missing = [*_missing_hours(facts), *_missing_skills(facts), *_missing_duties(facts)]
    changes = [*_more_hours(facts), *_more_skills(facts), *_coming_duties(facts)]
    return Completion(reached=not missing, missing=missing, facts=facts, changes=changes)


def _missing_hours(facts: CompletionFacts) -> list[str]:
    if not facts.minutes_missing:
        return []
    said = {
        "missing": words.duration(facts.minutes_missing),
        "followed": words.duration(facts.minutes_counted),
        "needed": words.duration(facts.minutes_needed),
        "rate": facts.minimum_rate,
        "due": words.duration(facts.minutes_due),
    }
    if facts.minimum_minutes is not None:
        return [_("%(missing)s are missing: %(followed)s followed, %(needed)s needed.") % said]
    sentence = _(
        "%(missing)s are missing: %(followed)s followed, %(needed)s needed (%(rate)d %% of %(due)s)."
    )
    return [sentence % said]


def _missing_skills(facts: CompletionFacts) -> list[str]:
    if facts.skills_at_target >= facts.skills_needed:
        return []
    need = ngettext(
        "%(level)s is needed in %(number)d skill;",
        "%(level)s is needed in %(number)d skills;",
        facts.skills_needed,
    ) % {"level": facts.target.short, "number": facts.skills_needed}
    if not facts.skills_at_target:
        return [need + " " + _("it is reached in none yet.")]
    have = ngettext("it is reached in %(number)d.", "it is reached in %(number)d.", facts.skills_at_target)
    return [need + " " + have % {"number": facts.skills_at_target}]


def _missing_duties(facts: CompletionFacts) -> list[str]:
    return [
        (
            _("A half-day is mandatory and is still to come: %(purpose)s, %(day)s.")
            if one.attended is None
            else _("A mandatory half-day was missed: %(purpose)s, %(day)s.")
        )
        % one.said
        for one in facts.open_duties
    ]


def _more_hours(facts: CompletionFacts) -> list[str]:
    if not facts.minutes_missing:
        return []
    said = {
        "missing": words.duration(facts.minutes_missing),
        "left": words.duration(facts.minutes_left),
    }
    if not facts.hours_out_of_reach:
        return [_("Follow %(missing)s more of the %(left)s that remain.") % said]
    if not facts.minutes_left:
        return [_("The hours cannot be reached any more in this session: none remain.")]
    return [_("The hours cannot be reached any more in this session: %(left)s remain.") % said]


def _more_skills(facts: CompletionFacts) -> list[str]:
    lacking = facts.skills_needed - facts.skills_at_target
    if lacking <= 0:
        return []
    more = ngettext(
        "%(level)s in %(number)d more skill.", "%(level)s in %(number)d more skills.", lacking
    ) % {"level": facts.target.short, "number": lacking}
    if not facts.nearest:
        return [more]
    skill, level = facts.nearest[0]
    steps = level.steps_to(facts.target)
    near = ngettext(
        "The nearest is “%(skill)s”: %(number)d step.", "The nearest is “%(skill)s”: %(number)d steps.", steps
    )
    return [more + " " + near % {"skill": skill.label, "number": steps}]


def _coming_duties(facts: CompletionFacts) -> list[str]:
    coming = [
        _("Be there on %(day)s: %(purpose)s.") % one.said for one in facts.duties if one.attended is None
    ]
    if any(one.attended is False for one in facts.duties):
        coming.append(_("A mandatory half-day that was missed can only be made up with the coordination."))
    return coming
