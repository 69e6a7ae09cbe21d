import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from certificates.enums import Answer
from certificates.models.certificate import Certificate


class Verification(models.Model):
    """That a code was asked for, and the answer: the holder sees how often. No data about who asked.

    The key is made where the question is asked, so that counting it twice is impossible.
    Personal data: none. Kept 12 months.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    certificate = models.ForeignKey(
        Certificate,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="verifications",
        verbose_name=_("certificate"),
    )
    answer = models.CharField(_("answer"), max_length=10, choices=Answer.choices)
    language = models.CharField(_("language"), max_length=2)
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)

    class Meta:
        verbose_name = _("verification")
        verbose_name_plural = _("verifications")
        ordering = ["-asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer=Answer.UNKNOWN, certificate__isnull=True)
                | (~models.Q(answer=Answer.UNKNOWN) & models.Q(certificate__isnull=False)),
                name="verification_known_has_certificate",
                violation_error_message=_("A code that is known has a certificate."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.answer} {self.asked_at:%Y-%m-%d}"
