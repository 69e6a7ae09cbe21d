"""The log of contacts: who was in touch with whom, about what, and what comes next.

One line, and nothing about health: what somebody is ill with is nobody's business here.
"""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.rules import YES, Verdict
from training.domain.moves import trainer_or_office
from training.domain.permissions import insist
from training.domain.violations import refused_by
from training.enums import ContactChannel, ContactDirection
from training.exceptions import Refusal
from training.models import Contact, Enrolment


def can_note(user: User | None, enrolment: Enrolment) -> Verdict:
    """A trainer of the session, or the office."""
    return YES if user is None else trainer_or_office(user, enrolment)


@transaction.atomic
def note(
    *,
    enrolment: Enrolment,
    channel: str,
    direction: str,
    by: User | None,
    what: str = "",
    next_step: str = "",
    next_on: date | None = None,
    at: datetime | None = None,
) -> Contact:
    """Writes a contact down; it settles the next step of the one before.

    Refuses a contact without words that reached somebody, a moment to come, a next step without a day or in
    the past.
    """
    insist(can_note(by, enrolment))
    now = timezone.now()
    what, next_step = what.strip(), next_step.strip()
    if channel not in ContactChannel.values or direction not in ContactDirection.values:
        raise Refusal(_("Choose from the list."), code="channel")
    if not what and direction != ContactDirection.UNREACHED:
        raise Refusal(_("Say in a line what it was about."), code="what")
    if at is not None and at > now:
        raise Refusal(_("This moment is still to come."), code="at")
    if bool(next_step) != bool(next_on):
        raise Refusal(_("A next step has a day, and a day has a next step."), code="next_on")
    if next_on is not None and next_on < timezone.localdate():
        raise Refusal(_("This day is over."), code="next_on")
    with refused_by(Contact):
        return Contact.objects.create(
            enrolment=enrolment,
            at=at or now,
            by=by,
            channel=channel,
            direction=direction,
            what=what,
            next_step=next_step,
            next_on=next_on,
        )
