from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from training.enums import ChangeOutcome, ChangeRefusal
from training.models.attendance import AbsenceCode
from training.models.enrolment import Enrolment
from training.models.half_day import HalfDay

DECIDED = (ChangeOutcome.HOLDS, ChangeOutcome.SET_ASIDE)


class RegisterChangeQuerySet(models.QuerySet):
    def undecided(self) -> "RegisterChangeQuerySet":
        """Two people noted different things, and nobody has said yet which one holds."""
        return self.filter(outcome=ChangeOutcome.CONFLICT)

    def refused_unseen(self) -> "RegisterChangeQuerySet":
        return self.filter(outcome=ChangeOutcome.REFUSED, settled_at=None)


class RegisterChange(models.Model):
    """One thing noted about one person on one register, on the page or on a device without network.

    Written only through `training.domain.syncing`. `uid` is given where it is noted: what arrives twice is
    known. `seen_…`: what stood there for whoever noted it. In the order in which they arrived.
    Personal data: as the mark; who noted it, and the time on their device. Kept as the audit file; what
    concerns somebody who stands on no register goes with their request.
    """

    uid = models.UUIDField(editable=False)
    half_day = models.ForeignKey(HalfDay, on_delete=models.PROTECT, related_name="notes")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="notes")
    absence_code = models.ForeignKey(
        AbsenceCode, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    minutes_late = models.PositiveSmallIntegerField(_("minutes late"), default=0)
    minutes_left_early = models.PositiveSmallIntegerField(_("minutes left early"), default=0)
    seen_absence_code = models.ForeignKey(
        AbsenceCode, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    seen_minutes_late = models.PositiveSmallIntegerField(default=0)
    seen_minutes_left_early = models.PositiveSmallIntegerField(default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("noted at"), help_text=_("By the clock of the device."))
    received_at = models.DateTimeField(_("received at"))
    outcome = models.CharField(_("outcome"), max_length=10, choices=ChangeOutcome.choices)
    refused_because = models.CharField(
        _("refused because"), max_length=20, choices=ChangeRefusal.choices, blank=True
    )
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)

    objects = RegisterChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change on a register")
        verbose_name_plural = _("changes on registers")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["uid"],
                name="register_change_once",
                violation_error_message=_("This has arrived already."),
            ),
            models.CheckConstraint(
                condition=models.Q(settled_at__isnull=True, settled_by__isnull=True)
                | models.Q(settled_at__isnull=False, settled_by__isnull=False),
                name="register_change_settled_by_somebody",
                violation_error_message=_("What was settled was settled by somebody."),
            ),
            models.CheckConstraint(
                condition=models.Q(outcome__in=DECIDED, settled_at__isnull=False)
                | models.Q(outcome=ChangeOutcome.REFUSED)
                | (~models.Q(outcome__in=[*DECIDED, ChangeOutcome.REFUSED]) & models.Q(settled_at=None)),
                name="register_change_decided_is_settled",
                violation_error_message=_("Somebody decides which of two notes holds."),
            ),
            models.CheckConstraint(
                condition=models.Q(outcome=ChangeOutcome.REFUSED) & ~models.Q(refused_because="")
                | ~models.Q(outcome=ChangeOutcome.REFUSED) & models.Q(refused_because=""),
                name="register_change_refused_says_why",
                violation_error_message=_("What was refused says why."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.uid)
