"""The outbox: claims a message, sends it, writes down what became of it (docs/decisions/0070).

Nothing is lost: what waits is in PostgreSQL. Nothing is doubled: a row is marked as being sent, and that is
committed, before a mail server hears of it; when the process then dies, the row stays visible as "perhaps
sent" until somebody looks. Only a message that certainly did not go is tried again by itself.
"""

import logging
from datetime import timedelta

from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.domain import messages, writing
from accounts.domain.posting import NotPosted, PerhapsPosted, post
from accounts.enums import IN_TROUBLE, MessageStatus, Trouble
from accounts.exceptions import Refusal
from accounts.models import Message

logger = logging.getLogger(__name__)

MINUTE = timedelta(minutes=1)
RETRY_AFTER = tuple(MINUTE * number for number in (1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60))
LEASE = timedelta(minutes=5)  # longer than any talk with a mail server
S = MessageStatus


def deliver(message_id: int) -> str:
    """Sends one message if it is due. May run at any time, twice, or be killed. Returns its new status.

    An empty status means that there was nothing to do: sent already, not due yet, or in other hands.
    """
    message, mail = _claim(message_id)
    if message is None or mail is None:
        return message.status if message else ""
    try:
        post(mail)
    except NotPosted as refused:
        return _try_later(message, refused.trouble, final=refused.is_final)
    except PerhapsPosted:
        return _note(message, status=S.UNSURE, trouble=Trouble.INTERRUPTED)
    return _note(message, status=S.SENT, sent_at=timezone.now())


@transaction.atomic
def _claim(message_id: int) -> tuple[Message | None, EmailMultiAlternatives | None]:
    """The row, marked as being sent, and its mail; no mail when it went another way.

    The letter is written while the row is locked: killed here, nothing has happened.
    """
    rows = Message.objects.select_for_update(of=("self",), skip_locked=True).select_related("recipient")
    message = rows.due().filter(pk=message_id).first()
    if message is None:
        return None, None
    message.attempts += 1
    message.claimed_at = timezone.now()
    try:
        with translation.override(message.language), transaction.atomic():
            mail = writing.mail(message)
    except Exception:
        logger.exception("message %s could not be written", message.pk)
        _try_later(message, Trouble.NOT_WRITTEN)
        return message, None
    _note(message, status=S.SENDING if mail else S.DROPPED)
    return message, mail


def _try_later(message: Message, trouble: str, *, final: bool = False) -> str:
    tries_left = message.attempts <= len(RETRY_AFTER) and not final
    if not tries_left:
        return _note(message, status=S.FAILED, trouble=trouble)
    next_try = timezone.now() + RETRY_AFTER[message.attempts - 1]
    return _note(message, status=S.QUEUED, trouble=trouble, not_before=next_try)


def _note(message: Message, **facts: object) -> str:
    for name, value in ({"trouble": ""} | facts).items():
        setattr(message, name, value)
    message.save(
        update_fields=["status", "trouble", "attempts", "claimed_at", "not_before", "sent_at"],
    )
    return message.status


def send_due(limit: int = 200) -> int:
    """What an announcement missed: a lost task is a delay, never a loss. Returns how many went.

    Stops when the mail server is silent: the others would wait for it one after the other.
    """
    sent = 0
    for message_id in list(Message.objects.due().values_list("pk", flat=True)[:limit]):
        status = deliver(message_id)
        sent += status == S.SENT
        if status == S.QUEUED and _server_was_silent(message_id):
            break
    return sent


def _server_was_silent(message_id: int) -> bool:
    return Message.objects.filter(pk=message_id, trouble=Trouble.SERVER_SILENT).exists()


def show_interrupted() -> int:
    """Messages whose sender died in the middle of it: shown as "perhaps sent", never sent again by itself."""
    lost = Message.objects.filter(status=S.SENDING, claimed_at__lt=timezone.now() - LEASE)
    return lost.update(status=S.UNSURE, trouble=Trouble.INTERRUPTED)


@transaction.atomic
def send_again(*, message: Message) -> Message:
    """Puts a message that did not arrive back into the outbox, with all its tries. Same Message-ID.

    Refuses one that waits, was sent or is no longer needed.
    """
    message = _in_trouble(message)
    message.attempts = 0
    _note(message, status=S.QUEUED, not_before=timezone.now(), sent_at=None)
    messages.announce(message)
    return message


@transaction.atomic
def note_arrived(*, message: Message) -> Message:
    """Somebody found out that it did arrive: it counts as sent at its last try."""
    message = _in_trouble(message)
    _note(message, status=S.SENT, sent_at=message.sent_at or message.claimed_at)
    return message


def _in_trouble(message: Message) -> Message:
    fresh = Message.objects.select_for_update(of=("self",)).get(pk=message.pk)
    if fresh.status not in IN_TROUBLE:
        raise Refusal(_("This message is on its way or arrived: there is nothing to do."), code="no_trouble")
    return fresh
