import hashlib

import rfc8785
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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
    (`documents.facts.Design`): words and layout.

    Personal data: who wrote it. Kept for good: papers were printed with it.
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
