from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import IN_TROUBLE, LEFT_US, Language, MessageStatus, Trouble


class MessageQuerySet(models.QuerySet):
    def visible_to(self, user) -> "MessageQuerySet":
        if not user.is_authenticated:
            return self.none()
        return self if user.runs_the_office else self.filter(recipient=user)

    def due(self, at: datetime | None = None) -> "MessageQuerySet":
        """What should go now, longest waiting first."""
        waiting = self.filter(status=MessageStatus.QUEUED, not_before__lte=at or timezone.now())
        return waiting.order_by("not_before", "pk")

    def in_trouble(self) -> "MessageQuerySet":
        return self.filter(status__in=IN_TROUBLE)


class Message(models.Model):
    """That we wrote to somebody: which letter, when, whether it went. The text itself is not kept.

    Written in the same transaction as the news it carries and sent after commit; a sweeper sends what was
    left behind. `dedupe_key` makes queueing twice impossible; a row that is being sent is never sent again
    by itself (docs/decisions/0070). `uid` is the Message-ID: a second try is the same letter to a mailer.

    Personal data: the link to the account. Kept 24 months.
    """

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="messages")
    template = models.CharField(_("letter"), max_length=100)
    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    context = models.JSONField(_("ids that the letter needs"), default=dict)
    uid = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    status = models.CharField(
        _("status"), max_length=10, choices=MessageStatus.choices, default=MessageStatus.QUEUED
    )
    trouble = models.CharField(_("trouble"), max_length=20, choices=Trouble.choices, blank=True)
    dedupe_key = models.CharField(max_length=150, unique=True)
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    not_before = models.DateTimeField(_("next try"), default=timezone.now)
    claimed_at = models.DateTimeField(_("last try"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=LEFT_US, sent_at__isnull=False)
                | (~models.Q(status__in=LEFT_US) & models.Q(sent_at__isnull=True)),
                name="message_sent_has_date",
                violation_error_message=_("A message is sent if and only if it has a sending date."),
            ),
            models.CheckConstraint(
                condition=~models.Q(status=MessageStatus.SENDING) | models.Q(claimed_at__isnull=False),
                name="message_sending_has_claim",
                violation_error_message=_("A message that is being sent says since when."),
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=IN_TROUBLE) | ~models.Q(trouble=""),
                name="message_in_trouble_says_why",
                violation_error_message=_("A message that did not arrive says why."),
            ),
        ]
        indexes = [
            models.Index(
                fields=["not_before"],
                condition=models.Q(status=MessageStatus.QUEUED),
                name="message_due",
            )
        ]

    def __str__(self) -> str:
        return f"{self.template} ({self.status})"

    @property
    def message_id(self) -> str:
        """Its Message-ID on every try, so that a mailbox shows it once and a returned one is recognised."""
        return f"<{self.uid}@{urlsplit(settings.SITE_URL).hostname}>"
