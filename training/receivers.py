"""What this floor does when it hears news."""

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver

from training.domain.placement import keeping, taking
from training.models import Enrolment
from training.signals import enrolment_changed, papers_due
from training.tasks import print_papers


@receiver(user_logged_in)
def claim_placement_test(sender, request, user, **kwargs) -> None:
    """Whoever took the test before signing up keeps it."""
    if request is not None and (begun := request.session.get(taking.SESSION_KEY)):
        taking.claim(attempt_id=begun, user=user)


@receiver(enrolment_changed)
def keep_placement_levels(sender, enrolment_id: int, **kwargs) -> None:
    """A request that was just sent takes the levels of the test along."""
    if enrolment := Enrolment.objects.select_related("person").filter(pk=enrolment_id).first():
        keeping.keep_for(enrolment=enrolment)


@receiver(papers_due)
def print_at_once(sender, delivery_id: int, **kwargs) -> None:
    if settings.PAPERS_PRINTED_AT_ONCE:
        print_papers.delay(delivery_id)
