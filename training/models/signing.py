from django.conf import settings
from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from training.enums import LinkKind, SignatureMethod
from training.models.enrolment import Enrolment
from training.models.guards import AppendOnly, SignatureBeforeClosing
from training.models.half_day import HalfDay
from training.models.session import Session

FINGERPRINT = r"^[0-9a-f]{64}$"
BEFORE_THE_FIRST = "0" * 64
LONGEST_MARK = 20_000  # characters
FINAL = _("This stands in the chain of the session: it neither changes nor goes.")


class ChainLink(models.Model):
    """One thing that happened to the registers of a session, frozen, tied to the one before (decision 0100).

    `payload` is canonical JSON (RFC 8785) that holds everything, the number and the hash of the link before
    included; `hash` is the SHA-256 of its bytes. The columns beside it are for looking up and say the same.
    Written only by `training.domain.chain.append`. Personal data: in the payload the names of who was in the
    room, marks, and how it was signed. Kept as the audit file, whole sessions only.
    """

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="chain")
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("what"), max_length=8, choices=LinkKind.choices)
    half_day = models.ForeignKey(HalfDay, on_delete=models.PROTECT, related_name="links")
    at = models.DateTimeField(_("at"))
    payload = models.TextField(_("what was frozen"))
    previous_hash = models.CharField(_("hash of the link before"), max_length=64)
    hash = models.CharField("SHA-256", max_length=64)

    class Meta:
        verbose_name = _("link of a chain")
        verbose_name_plural = _("links of a chain")
        ordering = ["session", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "number"],
                name="chain_link_once",
                violation_error_message=_("The chain of this session already has this link."),
            ),
            models.UniqueConstraint(
                fields=["session", "previous_hash"],
                name="chain_does_not_fork",
                violation_error_message=_("This link already has one that follows."),
            ),
            models.CheckConstraint(
                condition=models.Q(hash__regex=FINGERPRINT, previous_hash__regex=FINGERPRINT),
                name="chain_link_has_fingerprints",
                violation_error_message=_("A link has its SHA-256 and that of the one before."),
            ),
            AppendOnly(name="chain_link_is_final", violation_error_message=FINAL),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.number} {self.kind}"


class SignatureQuerySet(models.QuerySet):
    def standing(self) -> "SignatureQuerySet":
        """Those that count: what was signed has not changed since."""
        return self.filter(voiding__isnull=True)


class Signature(models.Model):
    """A learner's signature for one half-day, with its proof (domain report, 1.3).

    `mark`: the strokes of the pen, or the name as it was typed; empty on one's own telephone, where the
    account is the mark. `signed_by`: the account that was signed in (the trainer's on the tablet).
    `said_at`: what the clock of the device said. `attempt`: 1, and one more each time the one before was
    voided. `device`: a fingerprint of one's own telephone that says something within this group alone.
    Never changed; written by `training.domain.signing`.
    Personal data: the handwriting, name, model and fingerprint of the telephone, shortened network address.
    Kept as the audit file.
    """

    half_day = models.ForeignKey(HalfDay, on_delete=models.PROTECT, related_name="signatures")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="signatures")
    attempt = models.PositiveSmallIntegerField(_("attempt"), default=1)
    link = models.OneToOneField(ChainLink, on_delete=models.PROTECT, related_name="signature")
    method = models.CharField(_("method"), max_length=5, choices=SignatureMethod.choices)
    mark = models.TextField(_("mark"), blank=True)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(_("signed at"))
    said_at = models.DateTimeField(_("the device's clock said"), null=True, blank=True)
    user_agent = models.CharField(_("device"), max_length=200, blank=True)
    network = models.CharField(_("network"), max_length=50, blank=True)
    device = models.CharField(_("which telephone"), max_length=64, blank=True)
    signed_hash = models.CharField(_("hash of what was signed"), max_length=64)
    change_id = models.UUIDField(_("number of the change"), unique=True)

    objects = SignatureQuerySet.as_manager()

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering = ["half_day", "enrolment", "attempt"]
        constraints = [
            models.UniqueConstraint(
                fields=["half_day", "enrolment", "attempt"],
                name="signature_once",
                violation_error_message=_("This person has already signed this half-day."),
            ),
            models.CheckConstraint(
                condition=models.Q(attempt__gt=0),
                name="signature_attempts_count_from_one",
                violation_error_message=_("The first signature has the number 1."),
            ),
            models.CheckConstraint(
                condition=models.Q(method=SignatureMethod.PHONE) ^ ~models.Q(mark=""),
                name="signature_has_a_mark",
                violation_error_message=_("A signature on the tablet is drawn or typed."),
            ),
            models.CheckConstraint(
                condition=~models.Q(method=SignatureMethod.PHONE) | models.Q(device__regex=FINGERPRINT),
                name="signature_on_a_telephone_names_it",
                violation_error_message=_("A signature on a telephone says which one it was."),
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("mark"), LONGEST_MARK),
                name="signature_mark_is_short",
                violation_error_message=_("This drawing is too long. Sign again, more simply."),
            ),
            AppendOnly(name="signature_is_final", violation_error_message=FINAL),
            SignatureBeforeClosing(
                name="signature_before_closing",
                violation_error_message=_("This register is closed: nobody signs it any more."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id}@{self.half_day_id} {self.method}"


class Voiding(models.Model):
    """A signature stopped counting, because what was signed changed: visible, and asked for again.

    Personal data: who changed the mark. Kept as the audit file.
    """

    signature = models.OneToOneField(Signature, on_delete=models.PROTECT, related_name="voiding")
    link = models.OneToOneField(ChainLink, on_delete=models.PROTECT, related_name="voiding")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("voided signature")
        verbose_name_plural = _("voided signatures")
        ordering = ["at", "pk"]
        constraints = [AppendOnly(name="voiding_is_final", violation_error_message=FINAL)]

    def __str__(self) -> str:
        return f"{self.signature_id}"
