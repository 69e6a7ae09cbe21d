from django.conf import settings
from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from training.enums import ON_THE_TABLET, ChangeOutcome, ChangeRefusal, NoteKind, SignatureMethod
from training.models.attendance import AbsenceCode
from training.models.enrolment import Enrolment
from training.models.half_day import HalfDay
from training.models.signing import LONGEST_MARK

DECIDED = (ChangeOutcome.HOLDS, ChangeOutcome.SET_ASIDE)
WRITTEN_DOWN = (ChangeOutcome.APPLIED, ChangeOutcome.HOLDS)
MARK = models.Q(kind=NoteKind.MARK, method="", written="", user_agent="", network="")
SIGNATURE = models.Q(kind=NoteKind.SIGNATURE, method__in=ON_THE_TABLET, absence_code=None)


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
    A signature says under which mark it was given; `written` (strokes or typed name) is here only while no
    row of `Signature` holds it, which has the same number (`change_id`).
    Personal data: as the mark, or as the signature; who noted it, and the time on their device. Kept as the
    audit file; what concerns somebody who stands on no register goes with their request.
    """

    uid = models.UUIDField(editable=False)
    half_day = models.ForeignKey(HalfDay, on_delete=models.PROTECT, related_name="notes")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="notes")
    kind = models.CharField(_("kind"), max_length=9, choices=NoteKind.choices, default=NoteKind.MARK)
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
    method = models.CharField(_("method"), max_length=5, choices=SignatureMethod.choices, blank=True)
    written = models.TextField(_("drawn or typed"), blank=True)
    user_agent = models.CharField(_("device"), max_length=200, blank=True)
    network = models.CharField(_("network"), max_length=50, blank=True)
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
            models.CheckConstraint(
                condition=MARK | SIGNATURE,
                name="register_change_is_mark_or_signature",
                violation_error_message=_("A signature says how it was given; a mark has none."),
            ),
            models.CheckConstraint(
                condition=models.Q(kind=NoteKind.MARK)
                | models.Q(outcome__in=WRITTEN_DOWN, written="")
                | ~models.Q(outcome__in=WRITTEN_DOWN) & ~models.Q(written=""),
                name="register_change_keeps_what_stands_nowhere_else",
                violation_error_message=_(
                    "A signature that does not count is kept here, one that counts is not."
                ),
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("written"), LONGEST_MARK),
                name="register_change_signature_is_short",
                violation_error_message=_("This drawing is too long. Sign again, more simply."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.uid)
