from django.dispatch import receiver

from accounts.signals import message_queued
from accounts.tasks import deliver_message


@receiver(message_queued)
def send_soon(sender, message_id: int, **kwargs) -> None:
    deliver_message.delay(message_id)
