"""The evaluation of one person at one moment: up to five levels, each with words in French and in Dutch.

French is for the learner, Dutch for partners. Words in one language only are kept as a draft; recording asks
for the translation.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from training.domain import progress
from training.domain.permissions import can_assess, insist
from training.enums import Level, LevelSource, Moment, Skill
from training.exceptions import Refusal
from training.models import Assessment, Enrolment, EvaluationDraft


@dataclass(frozen=True)
class Judgement:
    """A level with its words."""

    level: Level
    french: str = ""
    dutch: str = ""

    @property
    def lacks(self) -> str:
        """'fr' or 'nl': the language in which nothing is said although the other says something; or empty."""
        if bool(self.french.strip()) == bool(self.dutch.strip()):
            return ""
        return "nl" if self.french.strip() else "fr"


@transaction.atomic
def evaluate(
    *,
    enrolment: Enrolment,
    moment: str,
    judgements: Mapping[Skill, Judgement],
    by: User,
    assessed_on: date,
) -> list[Assessment]:
    """Records what is given, all or nothing, and throws the draft away. Refuses words without translation."""
    for skill, judgement in judgements.items():
        if judgement.lacks:
            raise Refusal(_("Say it in both languages, or keep a draft."), code=f"{skill}_{judgement.lacks}")
    recorded = [
        progress.record(
            enrolment=enrolment,
            moment=moment,
            skill=skill,
            level=judgement.level,
            by=by,
            assessed_on=assessed_on,
            comment_fr=judgement.french,
            comment_nl=judgement.dutch,
        )
        for skill, judgement in judgements.items()
    ]
    EvaluationDraft.objects.filter(enrolment=enrolment, moment=moment).delete()
    return recorded


@transaction.atomic
def keep_draft(*, enrolment: Enrolment, moment: str, typed: Mapping[str, str], by: User) -> EvaluationDraft:
    """Keeps what was typed, as it was typed; the next draft of the same evaluation takes its place."""
    insist(can_assess(by, enrolment))
    facts = {"typed": dict(typed), "saved_by": by, "saved_at": timezone.now()}
    draft, _created = EvaluationDraft.objects.update_or_create(
        enrolment=enrolment, moment=Moment(moment), defaults=facts
    )
    return draft


def is_begun() -> Exists:
    """For enrolments: whether an evaluation was begun and not recorded."""
    return Exists(EvaluationDraft.objects.filter(enrolment=OuterRef("pk")))


def spoken(enrolment: Enrolment, moment: str) -> dict[Skill, Assessment]:
    """The trainer's latest words on each skill at this moment."""
    said = enrolment.assessments.filter(moment=moment, source=LevelSource.TRAINER).order_by("pk")
    return {Skill(one.skill): one for one in said}
