from django.dispatch import receiver

from certificates.signals import batch_ordered
from certificates.tasks import run_batch


@receiver(batch_ordered)
def begin(sender, batch_id: int, **kwargs) -> None:
    run_batch.delay(batch_id)
