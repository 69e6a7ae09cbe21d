"""Letters that come back: a delivery status notification (RFC 3464) is read, our message is marked.

Recognised by its Message-ID alone; addresses and the other server's words are neither kept nor logged.
"""

from email import policy
from email.message import EmailMessage
from email.message import Message as Mail
from email.parser import BytesParser
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.enums import MessageStatus, Trouble
from accounts.models import Message

FAILED = "failed"
REASONS = (
    (("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"), Trouble.NO_SUCH_MAILBOX),
    (("5.2.2", "4.2.2"), Trouble.MAILBOX_FULL),
)


def read_notice(content: bytes) -> Message | None:
    """Marks the message that a notice says did not arrive. Idempotent; returns it.

    None for any other mail: a notice of delay, an answer out of office, a letter that is not ours.
    """
    notice = BytesParser(policy=policy.default).parsebytes(content)
    status = _status(notice)
    uid = _uid(notice)
    return mark(uid, _trouble(status)) if status and uid else None


@transaction.atomic
def mark(uid: UUID, trouble: str) -> Message | None:
    """That the message with this number came back. None when it is not ours, or was never sent."""
    rows = Message.objects.select_for_update(of=("self",))
    left_us = (MessageStatus.SENT, MessageStatus.UNSURE, MessageStatus.BOUNCED)
    message = rows.filter(uid=uid, status__in=left_us).first()
    if message is None:
        return None
    message.status, message.trouble = MessageStatus.BOUNCED, trouble
    message.sent_at = message.sent_at or message.claimed_at or timezone.now()
    message.save(update_fields=["status", "trouble", "sent_at"])
    return message


def _status(notice: EmailMessage) -> str:
    """The status code of the recipient for whom it failed for good; empty when there is none."""
    for part in notice.walk():
        if part.get_content_type() == "message/delivery-status":
            for group in part.get_payload():
                if str(group.get("Action", "")).strip().lower() == FAILED:
                    return str(group.get("Status", "5.0.0")).strip()
    return ""


def _uid(notice: EmailMessage) -> UUID | None:
    """Our number, from the headers of the letter that the notice brings back."""
    for part in notice.walk():
        kind = part.get_content_type()
        if kind == "message/rfc822":
            found = _number(part.get_payload(0))
        elif kind == "text/rfc822-headers":
            found = _number(BytesParser(policy=policy.default).parsebytes(part.get_payload(decode=True)))
        else:
            continue
        if found:
            return found
    return None


def _number(letter: Mail) -> UUID | None:
    try:
        return UUID(str(letter.get("Message-ID", "")).strip().strip("<>").partition("@")[0])
    except ValueError:
        return None


def _trouble(status: str) -> str:
    code = status.partition(" ")[0]
    return next((trouble for codes, trouble in REASONS if code in codes), Trouble.CAME_BACK)
