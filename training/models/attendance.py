from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.bilingual import InLanguage
from training.enums import PayEffect
from training.models.enrolment import Enrolment
from training.models.guards import MarkOfClosedRegister, MeaningOfAmendedCode, MeaningOfUsedCode
from training.models.half_day import HalfDay


class AbsenceCode(models.Model):
    """Why somebody was not there (domain report, 1.6): data, so each funder's list can be followed.

    No personal data.
    """

    code = models.CharField(_("code"), max_length=20, unique=True)
    label_fr = models.CharField(_("label (French)"), max_length=100)
    label_nl = models.CharField(_("label (Dutch)"), max_length=100)
    justified = models.BooleanField(_("justified"))
    proof_required = models.BooleanField(_("proof required"), default=False)
    hours_due = models.BooleanField(
        _("hours were due"), default=True, help_text=_("Not when the provider cancelled the lesson.")
    )
    pay_effect = models.CharField(
        _("effect on pay"), max_length=8, choices=PayEffect.choices, default=PayEffect.NONE
    )
    may_be_announced = models.BooleanField(
        _("learners may announce it"),
        default=False,
        help_text=_("They see this reason when they say beforehand that they cannot come."),
    )
    tells_nobody = models.BooleanField(
        _("causes no alert"),
        default=False,
        help_text=_("A job interview is what the course is for: nobody is alerted."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    retired = models.BooleanField(_("no longer used"), default=False)

    label = InLanguage("label")

    class Meta:
        verbose_name = _("absence code")
        verbose_name_plural = _("absence codes")
        ordering = ["order", "code"]
        constraints = [
            MeaningOfUsedCode(
                name="absence_code_in_use_keeps_meaning",
                violation_error_message=_(
                    "This code stands in closed registers: its code and what it counts for stay. "
                    "Note it as no longer used and make a new one."
                ),
            ),
            MeaningOfAmendedCode(
                name="absence_code_in_amendment_keeps_meaning",
                violation_error_message=_(
                    "This code stands in corrections of closed registers: its code and what it counts for "
                    "stay. Note it as no longer used and make a new one."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.label


class AttendanceQuerySet(models.QuerySet):
    def standing(self) -> "AttendanceQuerySet":
        """Each mark once, with what counts of it: as the last correction says, else as it was signed.

        Adds `stands_code` (None: present), `stands_late`, `stands_early`, `stands_justified` and
        `stands_due` (both None for who was present). In SQL, so sums can be made of it.
        """

        def last(field: str) -> models.Case:
            corrected = models.When(amendments__isnull=False, then=models.F(f"amendments__{field}"))
            return models.Case(corrected, default=models.F(field))

        return self.filter(amendments__after__isnull=True).annotate(
            stands_code=last("absence_code"),
            stands_late=last("minutes_late"),
            stands_early=last("minutes_left_early"),
            stands_justified=last("absence_code__justified"),
            stands_due=last("absence_code__hours_due"),
        )


class Attendance(models.Model):
    """One learner's mark for one half-day: present, late, left early, or absent with a code.

    Written only through `training.domain.attendance`; final once the half-day is closed.
    Personal data: presence and the class of the reason, never a medical fact. Kept as the audit file.
    """

    half_day = models.ForeignKey(HalfDay, on_delete=models.PROTECT, related_name="marks")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="marks")
    absence_code = models.ForeignKey(
        AbsenceCode, on_delete=models.PROTECT, null=True, blank=True, related_name="marks"
    )
    minutes_late = models.PositiveSmallIntegerField(_("minutes late"), default=0)
    minutes_left_early = models.PositiveSmallIntegerField(_("minutes left early"), default=0)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(_("recorded at"))

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendance mark")
        verbose_name_plural = _("attendance marks")
        ordering = ["half_day", "enrolment"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "half_day"],
                name="attendance_once",
                violation_error_message=_("This person already has a mark for this half-day."),
            ),
            models.CheckConstraint(
                condition=models.Q(absence_code__isnull=True)
                | models.Q(minutes_late=0, minutes_left_early=0),
                name="attendance_absent_has_no_minutes",
                violation_error_message=_("Somebody who is absent is not late."),
            ),
            MarkOfClosedRegister(
                name="attendance_of_closed_register_is_final",
                violation_error_message=_("This register is closed: nothing in it changes any more."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id}@{self.half_day_id}"

    @property
    def amended(self):
        """What counts: the last correction, else this mark. `prefetch_related("amendments")` for a list."""
        return max(self.amendments.all(), key=lambda one: one.pk, default=self)

    @property
    def is_present(self) -> bool:
        return self.absence_code_id is None

    @property
    def minutes_followed(self) -> int:
        """Minutes in the room; an absence counts for none. Needs `half_day` loaded."""
        if not self.is_present:
            return 0
        return max(0, self.half_day.minutes - self.minutes_late - self.minutes_left_early)
