"""Telling the holders: an action of its own, after somebody has looked at what was issued."""

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from accounts.domain.messages import LOG_KEPT_FOR
from accounts.models import Message, User
from certificates.domain import letters
from certificates.domain.office import refuse_stranger
from certificates.models import Certificate
from training.models import Session


def untold(session: Session) -> QuerySet[Certificate]:
    """Those that stand and whose holder, having an account, has had no letter about it.

    What is older than the log of letters counts as told: nobody can know any more.
    """
    key = Concat(Value(f"{letters.ISSUED}:"), Cast(OuterRef("pk"), TextField()))
    return (
        Certificate.objects.standing()
        .filter(enrolment__session=session, enrolment__person__user__isnull=False)
        .filter(issued_at__gt=timezone.now() - LOG_KEPT_FOR)
        .exclude(Exists(Message.objects.filter(dedupe_key=key)))
    )


@transaction.atomic
def tell_holders(*, session: Session, by: User) -> int:
    """Queues a letter to each of them; returns how many. Idempotent: one letter a certificate."""
    refuse_stranger(by)
    waiting = untold(session).select_related("enrolment__person__user").order_by("pk")
    return sum(letters.tell_issued(certificate) for certificate in waiting)
