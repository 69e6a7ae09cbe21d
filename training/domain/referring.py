"""Who sent somebody to us: noted by the office, seen by the prescriber."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.enums import KINDS_FOR_ROLE, Role
from accounts.models import Organisation, User
from training.domain.moves import fresh
from training.domain.permissions import can_plan, insist
from training.exceptions import Refusal
from training.models import Enrolment


@transaction.atomic
def refer(*, enrolment: Enrolment, organisation: Organisation | None, by: User | None) -> Enrolment:
    """Notes which prescriber sent this person (None: nobody). Idempotent.

    From then on the people of that organisation see the stage of this enrolment, never an evaluation.
    """
    insist(can_plan(by))
    if organisation is not None and organisation.kind not in KINDS_FOR_ROLE[Role.PRESCRIBER]:
        raise Refusal(_("Only a prescriber or a member authority refers people."), code="kind")
    enrolment = fresh(enrolment.pk)
    enrolment.referred_by = organisation
    enrolment.save(update_fields=["referred_by"])
    return enrolment
