"""A session whose half-days come later: from a file, one by one."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Organisation, User
from training.domain.permissions import can_plan, insist
from training.domain.violations import refused_by
from training.exceptions import Refusal
from training.models import Course, Room, Session


@transaction.atomic
def create(
    *,
    course: Course,
    code: str,
    provider: Organisation,
    room: Room | None,
    trainers: Sequence[User],
    capacity: int,
    minimum_group: int,
    first_day: date,
    last_day: date,
    by: User | None,
) -> Session:
    """Writes it unpublished: publishing refuses until the half-days are there. The first one added moves
    `first_day` and `last_day` to where the half-days are. Enrolment closes the day before the first day.
    """
    insist(can_plan(by))
    try:
        validate_slug(code)
    except ValidationError as error:
        sentence = _("A code has letters, digits and hyphens only, without accents or spaces.")
        raise Refusal(sentence, code="code") from error
    closes_on = first_day - timedelta(days=1)
    session = Session(
        course=course,
        code=code,
        provider=provider,
        room=room,
        capacity=capacity,
        minimum_group=min(minimum_group, capacity),
        first_day=first_day,
        last_day=last_day,
        enrolment_opens_on=min(timezone.localdate(), closes_on),
        enrolment_closes_on=closes_on,
    )
    with refused_by(Session):
        session.save()
    session.trainers.set(trainers)
    return session
