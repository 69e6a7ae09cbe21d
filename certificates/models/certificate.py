from django.conf import settings
from django.db import models
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from certificates.enums import Answer, CertificateKind, RevocationReason
from certificates.models.guards import IssuedStays, RevokedByTwo
from certificates.models.issuer import Issuer
from certificates.models.key import IssuerKey
from certificates.models.status import StatusList
from documents.models import Document
from training.models import Enrolment


class CertificateQuerySet(models.QuerySet):
    def held_by(self, user) -> "CertificateQuerySet":
        """Their own, whatever else an account may see."""
        return self.filter(enrolment__person__user=user) if user.is_authenticated else self.none()

    def answered(self, answer: Answer) -> "CertificateQuerySet":
        """Of which the verification page says this today."""
        today = timezone.localdate()
        is_over = models.Q(valid_until__lt=today)
        standing = models.Q(revoked_at=None)
        says = {
            Answer.VALID: standing & ~is_over,
            Answer.EXPIRED: standing & is_over,
            Answer.REPLACED: models.Q(replaced_by__isnull=False),
            Answer.REVOKED: models.Q(revoked_at__isnull=False, replaced_by=None),
        }
        return self.filter(says[answer])

    def standing(self) -> "CertificateQuerySet":
        return self.filter(revoked_at__isnull=True)

    def revoked(self) -> "CertificateQuerySet":
        """Without a replacement: nothing stands in its place."""
        return self.filter(revoked_at__isnull=False, replaced_by__isnull=True)

    def visible_to(self, user) -> "CertificateQuerySet":
        """The office all; the holder their own; a trainer or prescriber none (they verify by code)."""
        if not user.is_authenticated:
            return self.none()
        if user.runs_the_office:
            return self
        return self.held_by(user)


class Certificate(models.Model):
    """What was certified, once: the frozen facts, the printed file, and whether it still stands.

    `facts` and `document` never change after issue; `issued_at` is set once: a trigger refuses it, also to
    SQL. A correction is a revocation plus a replacement. A replaced certificate is a revoked one whose
    `replaced_by` is filled. Each holds the hash of the one its issuer made before.

    Personal data: in `facts` the holder's name, levels, hours. Kept 10 years, then only the hash and state.
    """

    kind = models.CharField(
        _("kind"), max_length=20, choices=CertificateKind.choices, default=CertificateKind.END_OF_TRAINING
    )
    code = models.CharField(_("verification code"), max_length=12, unique=True)
    enrolment = models.ForeignKey(
        Enrolment, on_delete=models.PROTECT, related_name="certificates", verbose_name=_("enrolment")
    )
    facts = models.JSONField(_("frozen facts"))
    facts_version = models.PositiveSmallIntegerField(default=1)
    facts_sha256 = models.CharField(max_length=64)
    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="certificate")
    issuer = models.ForeignKey(
        Issuer, on_delete=models.PROTECT, related_name="certificates", verbose_name=_("issuer")
    )
    number = models.PositiveIntegerField(_("number in the chain of its issuer"))
    previous_sha256 = models.CharField(max_length=64, blank=True)
    record_sha256 = models.CharField(max_length=64)
    credential = models.JSONField(_("signed credential"), null=True, blank=True)
    key = models.ForeignKey(
        IssuerKey, on_delete=models.PROTECT, null=True, blank=True, related_name="certificates"
    )
    status_list = models.ForeignKey(
        StatusList, on_delete=models.PROTECT, null=True, blank=True, related_name="certificates"
    )
    status_index = models.PositiveIntegerField(null=True, blank=True)
    issued_at = models.DateTimeField(_("issued at"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True, help_text=_("The last day."))
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("issued by")
    )
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("revoked by"),
    )
    revocation_reason = models.CharField(
        _("reason of the revocation"), max_length=20, choices=RevocationReason.choices, blank=True
    )
    replaced_by = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaces",
        verbose_name=_("replaced by"),
    )

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["-issued_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "kind"],
                condition=models.Q(revoked_at__isnull=True),
                name="certificate_once",
                violation_error_message=_("This person already has this certificate."),
            ),
            models.UniqueConstraint(
                fields=["issuer", "number"],
                name="certificate_number_once",
                violation_error_message=_("Each certificate of an issuer has its own number."),
            ),
            models.UniqueConstraint(
                fields=["issuer", "previous_sha256"],
                name="certificate_chain_has_no_fork",
                violation_error_message=_("Each certificate of an issuer follows another one."),
            ),
            models.UniqueConstraint(
                fields=["status_list", "status_index"],
                name="certificate_status_place_once",
                violation_error_message=_("A place in a status list is given once."),
            ),
            models.CheckConstraint(
                condition=models.Q(
                    credential__isnull=True,
                    key__isnull=True,
                    status_list__isnull=True,
                    status_index__isnull=True,
                )
                | models.Q(
                    credential__isnull=False,
                    key__isnull=False,
                    status_list__isnull=False,
                    status_index__lt=131072,
                ),
                name="certificate_credential_is_whole",
                violation_error_message=_("A credential has a key and a place in a status list."),
            ),
            models.CheckConstraint(
                condition=models.Q(number=1, previous_sha256="")
                | models.Q(number__gt=1, previous_sha256__regex=r"^[0-9a-f]{64}$"),
                name="certificate_follows_another",
                violation_error_message=_("Each certificate of an issuer follows another one."),
            ),
            models.CheckConstraint(
                condition=models.Q(code__regex=r"^[0-9A-HJKMNP-TV-Z]{12}$"),
                name="certificate_code_is_crockford",
                violation_error_message=_("A verification code has 12 characters."),
            ),
            models.CheckConstraint(
                condition=models.Q(facts_sha256__regex=r"^[0-9a-f]{64}$"),
                name="certificate_facts_have_a_hash",
                violation_error_message=_("The frozen facts have a hash."),
            ),
            models.CheckConstraint(
                condition=(models.Q(valid_until=None) & ~models.Q(facts__has_key="valid_until"))
                | models.Q(
                    valid_until__isnull=False,
                    facts__has_key="valid_until",
                    valid_until=Cast(KT("facts__valid_until"), models.DateField()),
                ),
                name="certificate_expires_as_certified",
                violation_error_message=_("A certificate expires on the day that stands in its facts."),
            ),
            models.CheckConstraint(
                condition=models.Q(valid_until=None) | models.Q(valid_until__gt=models.F("issued_at")),
                name="certificate_expires_after_issue",
                violation_error_message=_("A certificate expires after the day it was issued."),
            ),
            models.CheckConstraint(
                condition=(
                    models.Q(revoked_at__isnull=False, revoked_by__isnull=False)
                    & ~models.Q(revocation_reason="")
                )
                | models.Q(
                    revoked_at__isnull=True,
                    revoked_by__isnull=True,
                    revocation_reason="",
                    replaced_by__isnull=True,
                ),
                name="certificate_revoked_has_date_and_reason",
                violation_error_message=_("A revocation has a date, an author and a reason."),
            ),
            models.CheckConstraint(
                condition=models.Q(replaced_by__isnull=True) | ~models.Q(replaced_by=models.F("pk")),
                name="certificate_replaced_by_another",
                violation_error_message=_("A certificate is replaced by another one."),
            ),
            IssuedStays(
                name="certificate_issued_stays",
                violation_error_message=_("What was issued never changes: revoke or replace it."),
            ),
            RevokedByTwo(
                name="certificate_revoked_by_two",
                violation_error_message=_("A second person confirms before a certificate is taken back."),
            ),
        ]

    def __str__(self) -> str:
        return self.grouped_code

    @property
    def grouped_code(self) -> str:
        """The code in groups of four, as it is printed and read out."""
        return "-".join(self.code[start : start + 4] for start in range(0, len(self.code), 4))

    @property
    def holder_name(self) -> str:
        """The name that was certified, whatever the person is called today."""
        return f"{self.facts['holder_given_name']} {self.facts['holder_family_name']}".strip()

    @property
    def answer(self) -> Answer:
        """What the verification page says of it today."""
        if self.replaced_by_id:
            return Answer.REPLACED
        if self.revoked_at:
            return Answer.REVOKED
        return Answer.EXPIRED if self.has_expired else Answer.VALID

    @property
    def has_expired(self) -> bool:
        """Its last day is over here, whatever else became of it."""
        return self.valid_until is not None and self.valid_until < timezone.localdate()
