"""Writing to somebody: a row beside the facts it tells of; the outbox sends it after commit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.enums import MessageStatus
from accounts.models import Message, User
from accounts.signals import message_queued

LOG_KEPT_FOR = timedelta(days=730)
QUIET_FOR = timedelta(minutes=2)  # several changes within this time make one letter


@dataclass(frozen=True)
class Draft:
    """A message that is not queued yet."""

    recipient: User
    template: str
    ids: dict
    dedupe_key: str


def queue(
    *, recipient: User, template: str, ids: dict, dedupe_key: str, wait: timedelta = timedelta()
) -> Message | None:
    """Writes a message to be sent after commit. Idempotent by `dedupe_key`: None when it was there.

    `template`: the kind of its letter. `wait`: how long the sweeper leaves it before it goes.
    """
    message, created = Message.objects.get_or_create(
        dedupe_key=dedupe_key,
        defaults={
            "recipient": recipient,
            "template": template,
            "language": recipient.language,
            "context": ids,
            "not_before": timezone.now() + wait,
        },
    )
    if not created:
        return None
    if not wait:
        announce(message)
    return message


def announce(message: Message) -> None:
    """Wakes the outbox after commit; when nobody hears it, the sweeper comes within a minute."""
    transaction.on_commit(lambda: message_queued.send_robust(Message, message_id=message.pk))


def queue_missing(drafts: Iterable[Draft]) -> int:
    """Queues those that are not there yet, for the sweeper to send. Returns how many. Idempotent.

    Two queries for any number. Nobody is woken: hundreds of calls would wait for a broker that is down.
    """
    drafts = {draft.dedupe_key: draft for draft in drafts}
    known = set(Message.objects.filter(dedupe_key__in=drafts).order_by().values_list("dedupe_key", flat=True))
    rows = [
        Message(
            recipient=draft.recipient,
            template=draft.template,
            language=draft.recipient.language,
            context=draft.ids,
            dedupe_key=key,
        )
        for key, draft in drafts.items()
        if key not in known
    ]
    Message.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


@transaction.atomic
def gather(*, recipient: User, template: str, ids: dict, item: int, dedupe_key: str) -> Message | None:
    """Adds `item` to the letter about `ids` that still waits, or begins one that waits for two minutes.

    Ten changes in a row make one letter. Idempotent. Locks the waiting row: the outbox, which claims rows
    it can lock at once, leaves it alone until this transaction ends, so no change falls between two letters.
    """
    waiting = Message.objects.select_for_update(of=("self",)).filter(
        recipient=recipient, template=template, status=MessageStatus.QUEUED, context__contains=ids
    )
    message = waiting.order_by("pk").first()
    if message is None:
        together = ids | {"items": [item]}
        return queue(
            recipient=recipient, template=template, ids=together, dedupe_key=dedupe_key, wait=QUIET_FOR
        )
    if item not in message.context["items"]:
        message.context["items"].append(item)
        message.save(update_fields=["context"])
    return message


def over_their_time() -> QuerySet[Message]:
    """Letters of more than 24 months ago that are no longer waiting to be sent."""
    old = Message.objects.filter(created_at__lt=timezone.now() - LOG_KEPT_FOR)
    return old.exclude(status=MessageStatus.QUEUED)


def forget_old() -> int:
    """Deletes them from the log. Idempotent; returns how many."""
    return over_their_time().delete()[0]
