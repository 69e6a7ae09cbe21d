import hashlib

import rfc8785
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation
from training.models.guards import Guard


class PublishedStays(Guard):
    """On versions: one that was published neither changes nor goes."""

    events = "UPDATE OR DELETE"

    def body(self) -> str:
        return f"""
BEGIN
  IF OLD.published_at IS NOT NULL AND (TG_OP = 'DELETE' OR NEW IS DISTINCT FROM OLD) THEN
    RAISE EXCEPTION 'a published version stays'
      USING ERRCODE = 'check_violation', CONSTRAINT = '{self.name}';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END"""

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS) -> None:
        if model._default_manager.using(using).filter(pk=instance.pk, published_at__isnull=False).exists():
            raise ValidationError(self.get_violation_error_message())


class OfficeQuerySet(models.QuerySet):
    def visible_to(self, user) -> "OfficeQuerySet":
        return self if user.is_authenticated and user.runs_the_office else self.none()


class Template(models.Model):
    """How a kind of paper looks and is worded: for one training provider, or for all that have none of
    their own. What it says stands in its versions.

    `paper` is the name of a sheet of the press that can be designed. Personal data: none. Kept for good.
    """

    paper = models.CharField(pgettext_lazy("template", "paper"), max_length=40)
    provider = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="templates",
        verbose_name=_("training provider"),
    )

    objects = OfficeQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("paper", "template")
        verbose_name_plural = pgettext_lazy("paper", "templates")
        ordering = ["paper", models.F("provider").asc(nulls_first=True), "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["paper", "provider"],
                nulls_distinct=False,
                name="template_once",
                violation_error_message=_("There is a template of this paper for this provider already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paper} {self.pk}"


class VersionQuerySet(OfficeQuerySet):
    def drafts(self) -> "VersionQuerySet":
        return self.filter(published_at=None)

    def published(self) -> "VersionQuerySet":
        """The one that counts first."""
        return self.filter(published_at__isnull=False).order_by("-number")


class TemplateVersion(models.Model):
    """One version of a template: a draft that the office changes, then published and never changed again.

    The published one with the highest number counts. `design` is what is frozen into the facts of each paper
    (`documents.facts.Design`): words, signatories, logos and layout.

    Personal data: names of signatories, who wrote it. Kept for good: papers were printed with it.
    """

    template = models.ForeignKey(
        Template, on_delete=models.CASCADE, related_name="versions", verbose_name=_("template")
    )
    number = models.PositiveSmallIntegerField(pgettext_lazy("template", "version"))
    design = models.JSONField(_("design"))
    changed_at = models.DateTimeField(_("changed at"))
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a template")
        verbose_name_plural = _("versions of templates")
        ordering = ["template", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["template", "number"],
                name="template_version_number_once",
                violation_error_message=_("This version exists already."),
            ),
            models.UniqueConstraint(
                fields=["template"],
                condition=models.Q(published_at=None),
                name="template_one_draft",
                violation_error_message=_("This template has a draft already."),
            ),
            PublishedStays(
                name="template_published_stays",
                violation_error_message=_("A published version never changes: begin a new one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template_id} v{self.number}"

    @property
    def is_draft(self) -> bool:
        return self.published_at is None

    @property
    def design_sha256(self) -> str:
        """Of the design as it is written into facts: what somebody looked at, or what was printed."""
        return hashlib.sha256(rfc8785.dumps(self.design)).hexdigest()


class ProofQuerySet(OfficeQuerySet):
    def to_make(self) -> "ProofQuerySet":
        return self.filter(made_at=None)


class TemplateProof(models.Model):
    """A version printed for somebody who does not exist, as file and as picture, to be looked at before it is
    published. One of each sample, printed anew when the draft changes: `design_sha256` says of what it is.

    `trouble_fr`, `trouble_nl`: why it cannot be printed. Personal data: the names of the signatories. Kept
    with the version.
    """

    version = models.ForeignKey(
        TemplateVersion,
        on_delete=models.CASCADE,
        related_name="proofs",
        verbose_name=_("version of a template"),
    )
    sample = models.CharField(_("sample"), max_length=20)
    design_sha256 = models.CharField(max_length=64)
    asked_at = models.DateTimeField(_("asked at"))
    made_at = models.DateTimeField(_("made at"), null=True, blank=True)
    trouble_fr = models.TextField(blank=True)
    trouble_nl = models.TextField(blank=True)
    pdf = models.BinaryField(null=True, blank=True)
    picture = models.BinaryField(null=True, blank=True)

    objects = ProofQuerySet.as_manager()

    class Meta:
        verbose_name = _("proof of a template")
        verbose_name_plural = _("proofs of templates")
        ordering = ["version", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "sample"],
                name="template_proof_once",
                violation_error_message=_("There is one proof of each sample."),
            ),
            models.CheckConstraint(
                name="template_proof_is_made_or_says_why",
                condition=models.Q(made_at=None, pdf=None, picture=None, trouble_fr="", trouble_nl="")
                | models.Q(made_at__isnull=False, pdf__isnull=False, picture__isnull=False)
                & models.Q(trouble_fr="", trouble_nl="")
                | models.Q(made_at__isnull=False, pdf=None, picture=None)
                & ~models.Q(trouble_fr="")
                & ~models.Q(trouble_nl=""),
                violation_error_message=_("A proof is there, or says in both languages why it is not."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.sample}"

    @property
    def is_being_made(self) -> bool:
        return self.made_at is None

    def is_of(self, version: TemplateVersion) -> bool:
        """Whether the version still looks and reads as it did then."""
        return self.design_sha256 == version.design_sha256

    @property
    def trouble(self) -> str:
        """In the active language."""
        return self.trouble_nl if get_language() == "nl" else self.trouble_fr
