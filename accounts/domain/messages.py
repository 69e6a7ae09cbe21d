"""The outbox: news to a person is written with the facts and sent after commit, once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import F, QuerySet
from django.template.loader import render_to_string
from django.utils import timezone, translation

from accounts.enums import MessageStatus
from accounts.models import Message, User
from accounts.signals import message_queued

MAX_ATTEMPTS = 5
LOG_KEPT_FOR = timedelta(days=730)


@dataclass(frozen=True)
class Letter:
    """What a builder makes of a message's ids: a subject without personal data, the page's facts, files.

    `template`: the pair of files to render, when several messages share one.
    """

    subject: str
    context: dict
    attachments: list[tuple[str, bytes, str]] = field(default_factory=list)
    template: str = ""


Builder = Callable[[dict], Letter]
_builders: dict[str, Builder] = {}


def letter(template: str) -> Callable[[Builder], Builder]:
    """Registers the builder of `<template>.html` and `.txt`; apps call it in their `emails.py`."""

    def register(builder: Builder) -> Builder:
        _builders[template] = builder
        return builder

    return register


def queue(*, recipient: User, template: str, ids: dict, dedupe_key: str) -> Message | None:
    """Writes a message to be sent after commit. Idempotent by `dedupe_key`: None when it was there."""
    message, created = Message.objects.get_or_create(
        dedupe_key=dedupe_key,
        defaults={
            "recipient": recipient,
            "template": template,
            "language": recipient.language,
            "context": ids,
        },
    )
    if not created:
        return None
    transaction.on_commit(lambda: message_queued.send_robust(Message, message_id=message.pk))
    return message


@transaction.atomic
def deliver(message_id: int) -> bool:
    """Sends one message unless it went already; locks its row, so two workers never send it twice.

    Returns whether it is sent. A failing mail server leaves it queued; after five attempts it is marked
    as failed and shows on the person's page.
    """
    message = (
        Message.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("recipient")
        .filter(pk=message_id, status=MessageStatus.QUEUED)
        .first()
    )
    if message is None:
        return False
    try:
        with translation.override(message.language):
            _mail(message).send()
    except OSError:
        attempts = message.attempts + 1
        status = MessageStatus.FAILED if attempts >= MAX_ATTEMPTS else MessageStatus.QUEUED
        Message.objects.filter(pk=message.pk).update(attempts=F("attempts") + 1, status=status)
        return False
    Message.objects.filter(pk=message.pk).update(status=MessageStatus.SENT, sent_at=timezone.now())
    return True


def over_their_time() -> QuerySet[Message]:
    """Letters of more than 24 months ago that are no longer waiting to be sent."""
    old = Message.objects.filter(created_at__lt=timezone.now() - LOG_KEPT_FOR)
    return old.exclude(status=MessageStatus.QUEUED)


def forget_old() -> int:
    """Deletes them from the log. Idempotent; returns how many."""
    return over_their_time().delete()[0]


def _mail(message: Message) -> EmailMultiAlternatives:
    built = _builders[message.template](message.context)
    context = {
        "recipient": message.recipient,
        "site_url": settings.SITE_URL,
        "language": message.language,
        "subject": built.subject,
        **built.context,
    }
    template = built.template or message.template
    mail = EmailMultiAlternatives(
        subject=built.subject,
        body=render_to_string(f"{template}.txt", context),
        to=[message.recipient.email],
    )
    mail.attach_alternative(render_to_string(f"{template}.html", context), "text/html")
    for name, content, mimetype in built.attachments:
        mail.attach(name, content, mimetype)
    return mail
