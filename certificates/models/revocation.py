from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.bilingual import InLanguage
from certificates.enums import Decision, RevocationReason, Wish
from certificates.models.certificate import Certificate
from training.models.frozen import StaysAsWritten

CONFIRMED = models.Q(decision=Decision.CONFIRMED)


class RequestStays(StaysAsWritten):
    frozen = ("certificate_id", "wish", "reason", "asked_at", "asked_by_id")
    once = ("decided_at", "decided_by_id", "done_at")


class RevocationRequestQuerySet(models.QuerySet):
    def waiting(self) -> "RevocationRequestQuerySet":
        """For the second person."""
        return self.filter(decision="")

    def under_way(self) -> "RevocationRequestQuerySet":
        """Waiting, or confirmed and not carried out yet."""
        return self.filter(models.Q(decision="") | CONFIRMED, done_at=None)

    def confirmed(self) -> "RevocationRequestQuerySet":
        """To be carried out."""
        return self.filter(CONFIRMED, done_at=None)

    def failed_last(self) -> "RevocationRequest | None":
        """The newest, when it was confirmed and came to nothing."""
        newest = self.order_by("-asked_at", "-pk").first()
        return newest if newest and newest.decision == Decision.FAILED else None

    def visible_to(self, user) -> "RevocationRequestQuerySet":
        return self if user.is_authenticated and user.runs_the_office else self.none()


class RevocationRequest(models.Model):
    """That somebody of the office asks to revoke or replace a certificate, and what a second person decided.

    `done_at`: when it was carried out. A replacement that could not be made is FAILED, with the reason in
    words. Personal data: who asked and who decided. Kept as the audit file.
    """

    certificate = models.ForeignKey(
        Certificate,
        on_delete=models.PROTECT,
        related_name="revocation_requests",
        verbose_name=_("certificate"),
    )
    wish = models.CharField(_("what is asked"), max_length=8, choices=Wish.choices)
    reason = models.CharField(_("reason"), max_length=20, choices=RevocationReason.choices)
    asked_at = models.DateTimeField(_("asked at"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    decision = models.CharField(_("decision"), max_length=9, choices=Decision.choices, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    done_at = models.DateTimeField(_("carried out at"), null=True, blank=True)
    message_fr = models.TextField(_("message (French)"), blank=True)
    message_nl = models.TextField(_("message (Dutch)"), blank=True)

    message = InLanguage("message")

    objects = RevocationRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request to revoke")
        verbose_name_plural = _("requests to revoke")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["certificate"],
                condition=models.Q(decision="", done_at=None)
                | models.Q(decision=Decision.CONFIRMED, done_at=None),
                name="revocation_request_one_at_a_time",
                violation_error_message=_("Somebody asked this already: decide on it first."),
            ),
            models.CheckConstraint(
                condition=models.Q(decision="", decided_at=None, decided_by=None)
                | (~models.Q(decision="") & models.Q(decided_at__isnull=False, decided_by__isnull=False)),
                name="revocation_request_decided_by_somebody",
                violation_error_message=_("A decision has a date and an author."),
            ),
            models.CheckConstraint(
                condition=models.Q(decision__in=["", Decision.DECLINED])
                | ~models.Q(decided_by=models.F("asked_by")),
                name="revocation_request_second_person",
                violation_error_message=_("Somebody else confirms what you asked."),
            ),
            models.CheckConstraint(
                condition=models.Q(done_at=None) | CONFIRMED,
                name="revocation_request_done_was_confirmed",
                violation_error_message=_("Only what was confirmed is carried out."),
            ),
            RequestStays(
                name="revocation_request_stays",
                violation_error_message=_("What was asked and decided never changes."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.certificate}: {self.get_wish_display()}"

    @property
    def is_waiting(self) -> bool:
        return not self.decision
