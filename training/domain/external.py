"""Certificates of Dutch from elsewhere: seen here, noted with their number, their levels kept beside ours."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from training.domain import progress
from training.domain.permissions import can_assess, insist
from training.domain.violations import refused_by
from training.enums import ExamKind, Level, LevelSource, Moment, Skill
from training.exceptions import Refusal
from training.models import Enrolment, ExternalCertificate


@transaction.atomic
def note(
    *,
    enrolment: Enrolment,
    kind: str,
    level: str,
    skills: Sequence[str],
    dated: date,
    by: User,
    profile: str = "",
    number: str = "",
) -> ExternalCertificate:
    """Notes a paper that was shown, and its level in each skill it is about (source: external exam).

    It says where somebody stood before the course when it is older than the first day, else where they stand
    at its end. Refuses what is noted already.
    """
    insist(can_assess(by, enrolment))
    if dated > timezone.localdate():
        raise Refusal(_("The day of the assessment is in the future."), code="future")
    if not skills:
        raise Refusal(_("Tick the skills that were examined."), code="skills")
    with refused_by(ExternalCertificate):
        paper = ExternalCertificate.objects.create(
            enrolment=enrolment,
            kind=ExamKind(kind),
            profile=profile.strip(),
            level=Level(level),
            skills=[str(Skill(skill)) for skill in skills],
            dated=dated,
            number=number.strip(),
            seen_by=by,
        )
    before = dated <= enrolment.session.first_day
    for skill in paper.skills:
        progress.record(
            enrolment=enrolment,
            moment=Moment.ENTRY if before else Moment.EXIT,
            skill=skill,
            level=level,
            by=by,
            assessed_on=dated,
            source=LevelSource.EXTERNAL_EXAM,
        )
    return paper
