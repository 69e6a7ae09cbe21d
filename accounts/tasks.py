"""Background work of this floor. Ids only; each task may run twice."""

from celery import shared_task

from accounts.domain import messages, outbox, people


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
    """Nightly: the log of letters is kept for 24 months."""
    messages.forget_old()
