from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.models import Document
from training.models import Enrolment
from training.models.frozen import StaysAsWritten


class RealisationStays(StaysAsWritten):
    frozen = ("id", "enrolment_id", "number", "facts", "reason", "issued_at", "issued_by_id", "document_id")
    once = ("replaced_at",)


class RealisationQuerySet(models.QuerySet):
    def standing(self) -> "RealisationQuerySet":
        return self.filter(replaced_at=None)

    def visible_to(self, user) -> "RealisationQuerySet":
        """The office all; the holder their own."""
        if not user.is_authenticated:
            return self.none()
        return self if user.runs_the_office else self.filter(enrolment__person__user=user)


class Realisation(models.Model):
    """The Ministry's certificat de réalisation of one person: hours followed, by closed registers.

    Frozen and printed when it is issued; a trigger refuses every change, also to SQL. A correction is a new
    version with a reason; the one before stays and says since when it no longer counts. Personal data: in
    `facts` the holder's name and hours. Kept 3 years after the end of the year of the last payment, longer
    where European money is in it (domain report, 6.3).
    """

    enrolment = models.ForeignKey(
        Enrolment, on_delete=models.PROTECT, related_name="realisations", verbose_name=_("enrolment")
    )
    number = models.PositiveSmallIntegerField(_("version"), default=1)
    facts = models.JSONField(_("frozen facts"))
    reason = models.CharField(_("reason for a new version"), max_length=200, blank=True)
    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="realisation")
    issued_at = models.DateTimeField(_("issued at"))
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("issued by")
    )
    replaced_at = models.DateTimeField(_("replaced at"), null=True, blank=True)

    objects = RealisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate of completed hours")
        verbose_name_plural = _("certificates of completed hours")
        ordering = ["enrolment", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment"],
                condition=models.Q(replaced_at=None),
                name="realisation_one_standing",
                violation_error_message=_("This person already has this certificate."),
            ),
            models.UniqueConstraint(
                fields=["enrolment", "number"],
                name="realisation_number_once",
                violation_error_message=_("This version exists already."),
            ),
            models.CheckConstraint(
                condition=models.Q(number=1, reason="") | (models.Q(number__gt=1) & ~models.Q(reason="")),
                name="realisation_new_version_has_a_reason",
                violation_error_message=_("A new version has a reason."),
            ),
            RealisationStays(
                name="realisation_issued_stays",
                violation_error_message=_("What was issued never changes: make a new version."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id} v{self.number}"
