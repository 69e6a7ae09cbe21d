"""That somebody whom no letter reaches was told by telephone: the diary keeps who called, and when.

A call counts until something new happens to the request: a place is offered, something is asked. Then the
person is called again.
"""

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from accounts.models import User
from training.domain.moves import fresh, insist_on, remark, said_already
from training.enums import EventReason
from training.models import Enrolment, EnrolmentEvent

NEWS = ~Q(from_status=F("to_status")) | Q(reason=EventReason.MORE_ASKED)


@transaction.atomic
def note_call(*, enrolment: Enrolment, by: User | None, note: str = "") -> Enrolment:
    """The person was told how their request stands; `note` is for the office. Locks the row.

    Idempotent while nothing new has happened; another note is another call.
    """
    enrolment = fresh(enrolment.pk)
    insist_on("note_call", enrolment=enrolment, by=by)
    known = not untold(Enrolment.objects.filter(pk=enrolment.pk)).exists()
    if not (known and said_already(enrolment, EventReason.CALLED, note.strip())):
        remark(enrolment, EventReason.CALLED, by=by, note=note.strip())
    return enrolment


def untold(enrolments: QuerySet[Enrolment]) -> QuerySet[Enrolment]:
    """Those whom nobody has called since the last news of their request."""
    own = EnrolmentEvent.objects.filter(enrolment=OuterRef("pk"))
    latest = own.filter(NEWS).order_by("-pk").values("pk")[:1]
    called = own.filter(reason=EventReason.CALLED, pk__gt=OuterRef("latest_news"))
    return enrolments.annotate(latest_news=Subquery(latest)).exclude(Exists(called))
