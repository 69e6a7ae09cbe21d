"""The two statements the law asks of a public site: accessibility and privacy."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField

from cms.blocks import PLAIN_FEATURES, LayerBlock
from cms.enums import Conformity
from cms.models.base import SitePage


class AccessibilityPage(SitePage):
    """The accessibility statement: the headings of the RGAA and of the Flemish bestuursdecreet, in order.

    A status other than "not compliant" needs a dated audit with its rate. Its version is its day.
    No personal data, except the name of who verified it.
    """

    conformity = models.CharField(
        _("status"), max_length=10, choices=Conformity.choices, default=Conformity.NONE
    )
    audited_on = models.DateField(_("audited on"), null=True, blank=True)
    audited_by = models.CharField(_("audited by"), max_length=150, blank=True)
    audit_rate = models.PositiveSmallIntegerField(_("criteria met, in %"), null=True, blank=True)
    results = RichTextField(_("results of the tests"), features=PLAIN_FEATURES)
    not_accessible = RichTextField(_("content that is not accessible"), features=PLAIN_FEATURES)
    derogations = RichTextField(_("disproportionate burden"), features=PLAIN_FEATURES, blank=True)
    out_of_scope = RichTextField(_("content outside the law"), features=PLAIN_FEATURES, blank=True)
    technologies = models.CharField(_("technologies"), max_length=200)
    tested_with = RichTextField(_("how it was tested"), features=PLAIN_FEATURES)
    contact = RichTextField(_("feedback and contact"), features=PLAIN_FEATURES)
    recourse = RichTextField(_("enforcement procedure"), features=PLAIN_FEATURES)
    established_on = models.DateField(_("statement made on"))
    verified_on = models.DateField(_("verified on"), null=True, blank=True)
    verified_by = models.CharField(_("verified by"), max_length=150, blank=True)

    parent_page_types = ["cms.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    template = "cms/accessibility_page.html"
    searched_fields = ("title", "not_accessible", "contact")
    content_panels = [
        *SitePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("conformity"),
                FieldRowPanel([FieldPanel("audited_on"), FieldPanel("audited_by"), FieldPanel("audit_rate")]),
                FieldPanel("results"),
            ],
            heading=_("Conformity"),
        ),
        MultiFieldPanel(
            [FieldPanel("not_accessible"), FieldPanel("derogations"), FieldPanel("out_of_scope")],
            heading=_("Content that is not accessible"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [FieldPanel("established_on"), FieldPanel("verified_on"), FieldPanel("verified_by")]
                ),
                FieldPanel("technologies"),
                FieldPanel("tested_with"),
            ],
            heading=_("How the statement was made"),
        ),
        FieldPanel("contact"),
        FieldPanel("recourse"),
    ]

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(conformity=Conformity.NONE)
                | models.Q(audited_on__isnull=False, audit_rate__isnull=False),
                name="accessibility_compliance_needs_an_audit",
                violation_error_message=_(
                    "Without a dated audit and its rate the status is “not compliant”."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(audit_rate__isnull=True) | models.Q(audit_rate__lte=100),
                name="accessibility_rate_is_a_percentage",
                violation_error_message=_("A rate goes from 0 to 100 %."),
            ),
        ]

    def clean(self) -> None:
        super().clean()
        if self.conformity == Conformity.PARTIAL and (self.audit_rate or 0) < 50:
            raise ValidationError(
                {"audit_rate": _("“Partially compliant” needs at least 50 % of the criteria.")}
            )

    @property
    def description(self) -> str:
        return self.search_description or self.title


class PrivacyPage(SitePage):
    """What is done with people's data: short answers first, details below, and who verified which version.

    No personal data, except the name of who verified it.
    """

    lead = models.TextField(_("in short"), max_length=400)
    version = models.CharField(
        _("version"),
        max_length=20,
        help_text=_("Kept with each enrolment: change it when the meaning changes."),
    )
    verified_on = models.DateField(_("verified on"), null=True, blank=True)
    verified_by = models.CharField(_("verified by"), max_length=150, blank=True)
    layers = StreamField([("layer", LayerBlock())], verbose_name=_("headings"))

    parent_page_types = ["cms.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    template = "cms/privacy_page.html"
    searched_fields = ("title", "lead", "layers")
    content_panels = [
        *SitePage.content_panels,
        FieldPanel("lead"),
        FieldRowPanel([FieldPanel("version"), FieldPanel("verified_on"), FieldPanel("verified_by")]),
        FieldPanel("layers"),
    ]

    class Meta:
        verbose_name = _("privacy notice")
        verbose_name_plural = _("privacy notices")

    @property
    def description(self) -> str:
        return self.search_description or self.lead
