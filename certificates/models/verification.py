from django.db import models
from django.utils.translation import gettext_lazy as _

from certificates.enums import Answer
from certificates.models.certificate import Certificate


class Verification(models.Model):
    """That a code was asked for, and the answer: the holder sees how often. No data about who asked.

    Personal data: none. Kept 12 months.
    """

    certificate = models.ForeignKey(
        Certificate, on_delete=models.CASCADE, null=True, blank=True, related_name="verifications"
    )
    answer = models.CharField(_("answer"), max_length=10, choices=Answer.choices)
    language = models.CharField(_("language"), max_length=2)
    asked_at = models.DateTimeField(_("asked at"), auto_now_add=True)

    class Meta:
        verbose_name = _("verification")
        verbose_name_plural = _("verifications")
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.answer} {self.asked_at:%Y-%m-%d}"
