from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from cms.blocks import BodyBlock
from cms.enums import Purpose
from cms.models.base import SitePage


class StandardPage(SitePage):
    """An ordinary page, made of blocks. No personal data, except what an editor writes in it."""

    purpose = models.CharField(
        _("purpose"),
        max_length=10,
        choices=Purpose.choices,
        blank=True,
        help_text=_(
            "Lets other pages find this one: the empty catalogue links to the contact page, for instance."
        ),
    )
    lead = models.TextField(_("in one sentence"), max_length=300, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("content"), blank=True)

    parent_page_types = ["cms.HomePage", "cms.StandardPage"]
    subpage_types = ["cms.StandardPage"]
    template = "cms/standard_page.html"
    searched_fields = ("title", "lead", "body")
    content_panels = [*SitePage.content_panels, FieldPanel("lead"), FieldPanel("body")]
    settings_panels = [FieldPanel("purpose"), *SitePage.settings_panels]

    class Meta:
        verbose_name = _("ordinary page")
        verbose_name_plural = _("ordinary pages")

    @property
    def description(self) -> str:
        return self.search_description or self.lead
