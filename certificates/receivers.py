from django.dispatch import receiver

from certificates.signals import batch_ordered, certificate_revoked, replacement_confirmed
from certificates.tasks import make_replacement, renew_status_lists, run_batch


@receiver(batch_ordered)
def begin(sender, batch_id: int, **kwargs) -> None:
    run_batch.delay(batch_id)


@receiver(certificate_revoked)
def publish_status(sender, **kwargs) -> None:
    renew_status_lists.delay()


@receiver(replacement_confirmed)
def replace(sender, request_id: int, **kwargs) -> None:
    make_replacement.delay(request_id)
