from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.bilingual import InLanguage
from accounts.enums import Role
from certificates.enums import AttestationKind
from certificates.models.issuer import Issuer
from documents.models import Document
from training.enums import ON_THE_REGISTER
from training.models import Enrolment, Session
from training.models.frozen import StaysAsWritten

SHA256 = r"^[0-9a-f]{64}$"
MADE = models.Q(document__isnull=False)
IN_THE_CHAIN = models.Q(
    issuer__isnull=False, place__isnull=False, record_sha256__regex=SHA256, made_at__isnull=False
)
IN_NO_CHAIN = models.Q(issuer=None, place=None, previous_sha256="", record_sha256="", made_at=None)


class AttestationStays(StaysAsWritten):
    """What was ordered stays as it was frozen. Only an order that came to nothing may go: no paper ever bore
    its facts.
    """

    frozen = (
        "id", "kind", "enrolment_id", "reference", "number", "facts", "facts_sha256", "reason", "ordered_at",
        "ordered_by_id",
    )  # fmt: skip
    once = ("document_id", "replaced_at")
    of_a_paper = ("made_at", "issuer_id", "place", "previous_sha256", "record_sha256")

    def body(self) -> str:
        came_to_nothing = """
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.document_id IS NULL AND OLD.trouble_fr <> '' THEN
      RETURN OLD;
    END IF;
  END IF;"""
        changed = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in self.of_a_paper)
        body = super().body().replace("\nBEGIN", came_to_nothing, 1)
        return body.replace("  IF NEW.", f"  IF (OLD.document_id IS NOT NULL AND ({changed})) OR NEW.", 1)


class AttestationQuerySet(models.QuerySet):
    def standing(self) -> "AttestationQuerySet":
        """Made, and no newer version has been."""
        return self.filter(MADE, replaced_at=None)

    def under_way(self) -> "AttestationQuerySet":
        """Ordered and not there yet, or refused by the press."""
        return self.filter(document=None)

    def to_make(self) -> "AttestationQuerySet":
        """Ordered, and nothing is known to keep the press from making it."""
        return self.filter(document=None, trouble_fr="")

    def held_by(self, user) -> "AttestationQuerySet":
        return self.filter(enrolment__person__user=user) if user.is_authenticated else self.none()

    def visible_to(self, user) -> "AttestationQuerySet":
        """The office all; the holder their own; a trainer the language profiles of her groups."""
        if not user.is_authenticated:
            return self.none()
        if user.runs_the_office:
            return self
        mine = models.Q(enrolment__person__user=user)
        if user.has_role(Role.TRAINER):
            taught = Session.objects.taught_by(user).values("pk")
            group = {"enrolment__session__in": taught, "enrolment__status__in": ON_THE_REGISTER}
            mine |= models.Q(kind=AttestationKind.PROFILE, **group)
        return self.filter(mine)


class Attestation(models.Model):
    """A paper about one person and session: the order with its frozen facts, then the sealed file.

    The Ministry's certificat de réalisation, the attendance attestation, the language profile. Frozen when it
    is ordered; the file follows from the signer, and with it the place in the chain of its issuer; a trigger
    refuses every change, also to SQL. A correction is a new version: the one before counts until the new one
    is there, and stays. Personal data: in `facts` the
    holder's name and hours or levels. Kept 3 years after the end of the year of the last payment, longer
    where European money is in it (domain report, 6.3).
    """

    kind = models.CharField(_("kind"), max_length=20, choices=AttestationKind.choices)
    enrolment = models.ForeignKey(
        Enrolment, on_delete=models.PROTECT, related_name="attestations", verbose_name=_("enrolment")
    )
    # Inside the file, so that one whose page was changed still says which paper it means; nobody guesses it.
    reference = models.UUIDField(_("reference"), unique=True, editable=False, db_default=RandomUUID())
    number = models.PositiveSmallIntegerField(_("version"), default=1)
    facts = models.JSONField(_("frozen facts"))
    facts_sha256 = models.CharField(max_length=64)
    reason = models.CharField(_("reason for a new version"), max_length=200, blank=True)
    ordered_at = models.DateTimeField(_("ordered at"))
    ordered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("ordered by")
    )
    document = models.OneToOneField(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="attestation"
    )
    made_at = models.DateTimeField(_("made at"), null=True, blank=True)
    issuer = models.ForeignKey(
        Issuer,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="attestations",
        verbose_name=_("issuer"),
    )
    place = models.PositiveIntegerField(_("number in the chain of its issuer"), null=True, blank=True)
    previous_sha256 = models.CharField(max_length=64, blank=True)
    record_sha256 = models.CharField(max_length=64, blank=True)
    trouble_fr = models.CharField(_("why it could not be made (French)"), max_length=300, blank=True)
    trouble_nl = models.CharField(_("why it could not be made (Dutch)"), max_length=300, blank=True)
    replaced_at = models.DateTimeField(_("replaced at"), null=True, blank=True)

    trouble = InLanguage("trouble")

    objects = AttestationQuerySet.as_manager()

    class Meta:
        verbose_name = _("attestation")
        verbose_name_plural = _("attestations")
        ordering = ["enrolment", "kind", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "kind"],
                condition=MADE & models.Q(replaced_at=None),
                name="attestation_one_standing",
                violation_error_message=_("This person already has this paper."),
            ),
            models.UniqueConstraint(
                fields=["enrolment", "kind"],
                condition=models.Q(document=None),
                name="attestation_one_under_way",
                violation_error_message=_("This paper is being made already."),
            ),
            models.UniqueConstraint(
                fields=["enrolment", "kind", "number"],
                name="attestation_number_once",
                violation_error_message=_("This version exists already."),
            ),
            models.CheckConstraint(
                condition=models.Q(number=1, reason="")
                | models.Q(kind=AttestationKind.PROFILE, number__gt=1)
                | (models.Q(number__gt=1) & ~models.Q(reason="")),
                name="attestation_new_version_has_a_reason",
                violation_error_message=_("A new version has a reason."),
            ),
            models.CheckConstraint(
                condition=models.Q(replaced_at=None) | MADE,
                name="attestation_replaced_was_made",
                violation_error_message=_("Only a paper that was made is replaced."),
            ),
            models.CheckConstraint(
                condition=models.Q(trouble_fr="", trouble_nl="")
                | (~models.Q(trouble_fr="") & ~models.Q(trouble_nl="") & ~MADE),
                name="attestation_trouble_in_both_languages",
                violation_error_message=_("Why a paper was not made is said in both languages."),
            ),
            models.UniqueConstraint(
                fields=["issuer", "place"],
                name="attestation_place_once",
                violation_error_message=_("Each paper of an issuer has its own number."),
            ),
            models.UniqueConstraint(
                fields=["issuer", "previous_sha256"],
                name="attestation_chain_has_no_fork",
                violation_error_message=_("Each paper of an issuer follows another one."),
            ),
            models.CheckConstraint(
                condition=(MADE & IN_THE_CHAIN) | (models.Q(document=None) & IN_NO_CHAIN),
                name="attestation_made_is_in_the_chain",
                violation_error_message=_("A paper that was made has its place in the chain of its issuer."),
            ),
            models.CheckConstraint(
                condition=models.Q(place=None)
                | models.Q(place=1, previous_sha256="")
                | models.Q(place__gt=1, previous_sha256__regex=SHA256),
                name="attestation_follows_another",
                violation_error_message=_("Each paper of an issuer follows another one."),
            ),
            models.CheckConstraint(
                condition=models.Q(facts_sha256__regex=SHA256),
                name="attestation_facts_have_a_hash",
                violation_error_message=_("The frozen facts have a hash."),
            ),
            AttestationStays(
                name="attestation_ordered_stays",
                violation_error_message=_("What was ordered never changes: make a new version."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.enrolment_id} v{self.number}"

    @property
    def is_made(self) -> bool:
        return self.document_id is not None

    @property
    def counts(self) -> bool:
        """The version that stands (`standing()` of the queryset)."""
        return self.is_made and self.replaced_at is None

    @property
    def is_being_made(self) -> bool:
        return not (self.is_made or self.trouble_fr)
