"""What time itself does to enrolments. Each function may run at any time, twice, or after being killed."""

import logging
from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from training.domain import seats
from training.domain.enrolment import expire_offer
from training.domain.waiting_rules import release
from training.enums import EnrolmentStatus
from training.exceptions import Refusal
from training.models import Enrolment, Reservation

logger = logging.getLogger(__name__)
DRAFTS_KEPT_FOR = timedelta(days=30)


def expire_offers() -> int:
    """Passes on every place whose time to answer is over; one transaction each. Returns how many."""
    now = timezone.now()
    late = Enrolment.objects.filter(status=EnrolmentStatus.OFFERED, offered_until__lt=now).order_by("pk")
    return sum(_expire(enrolment) for enrolment in list(late))


def _expire(enrolment: Enrolment) -> bool:
    """Somebody may have answered meanwhile, or another sweeper come first: both are fine."""
    try:
        expire_offer(enrolment=enrolment, by=None)
    except Refusal as refusal:
        logger.info("offer of enrolment %s not expired: %s", enrolment.pk, refusal.code)
        return False
    return True


def release_reservations() -> int:
    """Chairs kept for a partner go to everybody the day after their date. Returns how many reservations."""
    run_out = list(Reservation.objects.run_out().order_by("session_id", "pk"))
    return sum(release(reservation=one, by=None) for one in run_out)


def offer_free_chairs() -> int:
    """Offers chairs that came free without anybody being told: a capacity that was raised, a lost message."""
    offered = 0
    for session in list(seats.sessions_with_somebody_waiting()):
        while seats.offer_next(session_id=session.pk) is not None:
            offered += 1
    return offered


def old_drafts() -> QuerySet[Enrolment]:
    """Forms that were begun and never sent within 30 days."""
    limit = timezone.now() - DRAFTS_KEPT_FOR
    return Enrolment.objects.filter(status=EnrolmentStatus.DRAFT, created_at__lt=limit)


def forget_old_drafts() -> int:
    """Deletes them. Returns how many."""
    number = old_drafts().count()
    old_drafts().delete()
    return number
