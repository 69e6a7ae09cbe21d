from django.dispatch import receiver

from certificates.signals import batch_ordered, certificate_revoked
from certificates.tasks import renew_status_lists, run_batch


@receiver(batch_ordered)
def begin(sender, batch_id: int, **kwargs) -> None:
    run_batch.delay(batch_id)


@receiver(certificate_revoked)
def publish_status(sender, **kwargs) -> None:
    renew_status_lists.delay()
