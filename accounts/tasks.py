"""Background work of this floor. Ids only; each task may run twice."""

from celery import shared_task
from django.core.management import call_command

from accounts.domain import messages, outbox, people, roles


@shared_task
def deliver_message(message_id: int) -> None:
    outbox.deliver(message_id)


@shared_task
def sweep() -> None:
    """What a lost announcement or the mere passing of time left to do."""
    outbox.send_due()
    outbox.show_interrupted()
    people.forget_unconfirmed()


@shared_task
def forget() -> None:
    """Nightly: old letters, roles that ended long ago, accounts of nobody, sign-ins that ran out."""
    messages.forget_old()
    roles.forget_ended()
    people.forget_silent()
    call_command("clearsessions")
