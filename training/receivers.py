"""What this floor does when it hears news."""

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver

from training.domain.placement import keeping, taking
from training.models import Enrolment
from training.signals import enrolment_changed


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
