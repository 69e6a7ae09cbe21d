"""Background work of this floor. Ids only; each task may run twice."""

from celery import shared_task

from accounts.domain import messages, people
from accounts.models import Message


@shared_task
def deliver_message(message_id: int) -> None:
    messages.deliver(message_id)


@shared_task
def sweep() -> None:
    """Sends what an announcement missed: a lost task is a delay, never a loss."""
    for message_id in Message.objects.unsent().values_list("pk", flat=True)[:200]:
        messages.deliver(message_id)
    people.forget_unconfirmed()


@shared_task
def forget() -> None:
    """Nightly: the log of letters is kept for 24 months."""
    messages.forget_old()
