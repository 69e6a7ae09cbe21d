from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.enums import Language, MessageStatus


class MessageQuerySet(models.QuerySet):
    def visible_to(self, user) -> "MessageQuerySet":
        if not user.is_authenticated:
            return self.none()
        return self if user.runs_the_office else self.filter(recipient=user)

    def unsent(self) -> "MessageQuerySet":
        return self.filter(status=MessageStatus.QUEUED)


class Message(models.Model):
    """That we wrote to somebody: which template, when, whether it went. The text itself is not kept.

    Written in the same transaction as the news it carries and sent after commit; a sweeper sends
    what was left behind. `dedupe_key` makes sending twice impossible.

    Personal data: the link to the account. Kept 24 months.
    """

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="messages")
    template = models.CharField(_("template"), max_length=100)
    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    context = models.JSONField(_("ids that the template needs"), default=dict)
    status = models.CharField(
        _("status"), max_length=10, choices=MessageStatus.choices, default=MessageStatus.QUEUED
    )
    dedupe_key = models.CharField(max_length=150, unique=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status=MessageStatus.SENT, sent_at__isnull=False)
                | (~models.Q(status=MessageStatus.SENT) & models.Q(sent_at__isnull=True)),
                name="message_sent_has_date",
                violation_error_message=_("A message is sent if and only if it has a sending date."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template} ({self.status})"
