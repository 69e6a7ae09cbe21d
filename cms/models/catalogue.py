from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.models.base import SitePage


class CataloguePage(SitePage):
    """The list of sessions with its filters; the course pages live below it. No personal data."""

    lead = models.TextField(_("in one sentence"), max_length=250, blank=True)
    empty_text = models.TextField(
        _("when nothing fits"),
        max_length=400,
        blank=True,
        help_text=_("Shown when no session answers the filters: say what the reader can do."),
    )

    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.CoursePage"]
    max_count_per_parent = 1
    template = "cms/catalogue_page.html"
    searched_fields = ("title", "lead")
    content_panels = [*SitePage.content_panels, FieldPanel("lead"), FieldPanel("empty_text")]

    class Meta:
        verbose_name = _("catalogue")
        verbose_name_plural = _("catalogues")

    @property
    def description(self) -> str:
        return self.search_description or self.lead
