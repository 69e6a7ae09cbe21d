from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.bilingual import InLanguage
from training.models.session import Session


class RegisterAudit(models.Model):
    """One check of all chains (`training.domain.auditing`): how much was read. What was wrong: `findings`.

    No personal data. Kept as the audit file.
    """

    at = models.DateTimeField(_("at"), auto_now_add=True)
    sessions = models.PositiveIntegerField(_("sessions"))
    links = models.PositiveIntegerField(_("links of chains"))

    class Meta:
        verbose_name = _("check of the registers")
        verbose_name_plural = _("checks of the registers")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"


class RegisterFindingQuerySet(models.QuerySet):
    def of_the_last_check(self) -> "RegisterFindingQuerySet":
        """What is wrong as far as is known: of the newest check, whatever earlier ones found."""
        return self.filter(audit=RegisterAudit.objects.order_by("-at", "-pk").values("pk")[:1])

    def visible_to(self, user) -> "RegisterFindingQuerySet":
        return self if user.is_authenticated and user.runs_the_office else self.none()


class RegisterFinding(models.Model):
    """Something on a register that is no longer as it was frozen, in words.

    No personal data: people are called by the number of their enrolment. Kept as the audit file.
    """

    audit = models.ForeignKey(RegisterAudit, on_delete=models.CASCADE, related_name="findings")
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="register_findings")
    sentence_fr = models.TextField(_("what is wrong (French)"))
    sentence_nl = models.TextField(_("what is wrong (Dutch)"))

    sentence = InLanguage("sentence")

    objects = RegisterFindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("finding on a register")
        verbose_name_plural = _("findings on registers")
        ordering = ["audit", "session", "pk"]

    def __str__(self) -> str:
        return f"{self.session_id}: {self.sentence_fr}"
