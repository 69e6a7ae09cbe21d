"""For which sessions certificates can be issued, and how far it is: for the office's list and its day."""

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.models import User
from certificates.domain.readiness import READY_STATUSES
from certificates.models import Certificate
from training.enums import ON_THE_REGISTER
from training.models import Enrolment, HalfDay, Session


def sessions(user: User) -> QuerySet[Session]:
    """Those that have begun, with `people` on the register and how many of them hold a certificate."""
    begun = Session.objects.visible_to(user).alive().filter(first_day__lte=timezone.localdate())
    holds = Exists(Certificate.objects.standing().filter(enrolment=OuterRef("enrolments")))
    return begun.annotate(
        people=Count("enrolments", filter=Q(enrolments__status__in=ON_THE_REGISTER)),
        issued=Count("enrolments", filter=Q(holds)),
    )


def ended(user: User) -> QuerySet[Session]:
    """Over, every register closed, and somebody who followed it still without a certificate."""
    open_register = HalfDay.objects.held().filter(session=OuterRef("pk"), closed_at=None)
    return (
        sessions(user)
        .filter(~Exists(open_register), last_day__lte=timezone.localdate())
        .filter(Exists(_without(OuterRef("pk"))))
        .order_by("last_day", "code")
    )


def _without(session: OuterRef) -> QuerySet[Enrolment]:
    followed = Enrolment.objects.filter(session=session, status__in=READY_STATUSES)
    return followed.filter(~Exists(Certificate.objects.filter(enrolment=OuterRef("pk")))).order_by()
