from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from training.enums import ProofRefusal, ProofState, ScanState
from training.models.attendance import AbsenceCode, Attendance
from training.models.enrolment import Enrolment
from training.models.received_file import SERVED, ReceivedFile

P = ProofState


class AbsenceProofQuerySet(models.QuerySet):
    def visible_to(self, user) -> "AbsenceProofQuerySet":
        """The person their own, the office all. No trainer, no prescriber."""
        if not user.is_authenticated:
            return self.none()
        return self if user.runs_the_office else self.filter(enrolment__person__user=user)

    def served(self) -> "AbsenceProofQuerySet":
        """Whose file may be opened: found clean, not deleted yet."""
        return self.filter(scan__in=SERVED).exclude(file="")

    def counting(self) -> "AbsenceProofQuerySet":
        """Given and not refused: nobody is asked for it again."""
        return self.exclude(state=P.REFUSED).exclude(scan=ScanState.INFECTED)


class AbsenceProof(ReceivedFile):
    """A paper that proves an absence: from which day to which, and of which kind. Nothing else is noted.

    Written only through `training.domain.proofs`. Personal data: the file, until it is refused or 12 months
    after the session's last day (PROOFS_KEPT_DAYS); then only kind, days and decision stay, with the
    register. What somebody is ill with is neither read nor stored: a paper that says it is refused, and
    deleted at once.
    """

    enrolment = models.ForeignKey(
        Enrolment, on_delete=models.CASCADE, related_name="proofs", verbose_name=_("enrolment")
    )
    absence_code = models.ForeignKey(
        AbsenceCode, on_delete=models.PROTECT, related_name="+", verbose_name=_("kind of absence")
    )
    first_day = models.DateField(_("from"))
    last_day = models.DateField(_("until"))
    state = models.CharField(_("state"), max_length=8, choices=P.choices, default=P.WAITING)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    refusal = models.CharField(
        _("reason of the refusal"), max_length=12, choices=ProofRefusal.choices, blank=True
    )

    objects = AbsenceProofQuerySet.as_manager()

    class Meta:
        verbose_name = _("proof of absence")
        verbose_name_plural = _("proofs of absence")
        ordering = ["first_day", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")),
                name="proof_ends_after_start",
                violation_error_message=_("The last day comes after the first."),
            ),
            models.CheckConstraint(
                condition=models.Q(state=P.WAITING, decided_at=None)
                | (~models.Q(state=P.WAITING) & models.Q(decided_at__isnull=False)),
                name="proof_decided_has_date",
                violation_error_message=_("A proof that was decided on has a date of the decision."),
            ),
            models.CheckConstraint(
                condition=(models.Q(state=P.REFUSED, file="") & ~models.Q(refusal=""))
                | (~models.Q(state=P.REFUSED) & models.Q(refusal="")),
                name="proof_refused_has_reason_and_no_file",
                violation_error_message=_("A proof is refused with a reason, and its file is deleted."),
            ),
            models.CheckConstraint(
                condition=models.Q(scan=ScanState.INFECTED, file="") | ~models.Q(scan=ScanState.INFECTED),
                name="proof_infected_has_no_file",
                violation_error_message=_("A file with a virus is not kept."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.first_day}"

    @property
    def file_name(self) -> str:
        """Nobody's name in it."""
        return f"proof-{self.pk}.{self.media_type.rpartition('/')[2]}"


class WaivedProof(models.Model):
    """That the office leaves an absence justified although its proof never came: said once, not asked again.

    Personal data: who decided. Kept with the register.
    """

    mark = models.OneToOneField(
        Attendance, on_delete=models.CASCADE, related_name="waived_proof", verbose_name=_("mark")
    )
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("proof that is no longer asked for")
        verbose_name_plural = _("proofs that are no longer asked for")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return str(self.mark_id)
