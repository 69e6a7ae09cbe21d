from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.models import archive
from training.models.attendance import AbsenceCode, Attendance
from training.models.guards import AppendOnly
from training.models.signing import FINAL, ChainLink


class Amendment(models.Model):
    """A correction of one mark after its register was closed: the old value, the new one, who and why.

    The mark that was signed stays as it was. `before` is the correction that this one replaces; the last one
    counts for the hours (`Attendance.objects.standing()`). The document is optional: what proves it.
    Personal data: presence, the class of the reason, who corrected; the document may name anybody. Kept as
    the audit file.
    """

    mark = models.ForeignKey(Attendance, on_delete=models.PROTECT, related_name="amendments")
    before = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="after"
    )
    link = models.OneToOneField(ChainLink, on_delete=models.PROTECT, related_name="amendment")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"))
    reason = models.CharField(_("reason"), max_length=300)
    old_absence_code = models.ForeignKey(
        AbsenceCode, on_delete=models.PROTECT, null=True, blank=True, related_name="amended_away"
    )
    old_minutes_late = models.PositiveSmallIntegerField(_("minutes late before"), default=0)
    old_minutes_left_early = models.PositiveSmallIntegerField(_("minutes left early before"), default=0)
    absence_code = models.ForeignKey(
        AbsenceCode, on_delete=models.PROTECT, null=True, blank=True, related_name="amendments"
    )
    minutes_late = models.PositiveSmallIntegerField(_("minutes late"), default=0)
    minutes_left_early = models.PositiveSmallIntegerField(_("minutes left early"), default=0)
    document = models.FileField(_("document"), storage=archive, max_length=120, blank=True)
    media_type = models.CharField(_("media type"), max_length=40, blank=True)
    document_hash = models.CharField("SHA-256", max_length=64, blank=True)

    class Meta:
        verbose_name = _("correction of a closed register")
        verbose_name_plural = _("corrections of closed registers")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["mark"],
                condition=models.Q(before__isnull=True),
                name="amendment_one_first",
                violation_error_message=_("This mark was corrected already: the newest correction counts."),
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="amendment_has_a_reason",
                violation_error_message=_("Say why this is corrected."),
            ),
            models.CheckConstraint(
                condition=models.Q(absence_code__isnull=True)
                | models.Q(minutes_late=0, minutes_left_early=0),
                name="amendment_absent_has_no_minutes",
                violation_error_message=_("Somebody who is absent is not late."),
            ),
            models.CheckConstraint(
                condition=models.Q(document="", document_hash="", media_type="")
                | (~models.Q(document="") & ~models.Q(document_hash="") & ~models.Q(media_type="")),
                name="amendment_document_has_a_hash",
                violation_error_message=_("A document is kept with its SHA-256."),
            ),
            AppendOnly(name="amendment_is_final", violation_error_message=FINAL),
        ]

    def __str__(self) -> str:
        return f"{self.mark_id}: {self.reason}"

    @property
    def is_present(self) -> bool:
        return self.absence_code_id is None

    @property
    def minutes_followed(self) -> int:
        """Minutes in the room, as corrected. Needs `mark.half_day` loaded."""
        if not self.is_present:
            return 0
        return max(0, self.mark.half_day.minutes - self.minutes_late - self.minutes_left_early)
