from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.blocks import ListBlock
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField

from cms import presenting
from cms.blocks import StepBlock
from cms.models.base import SitePage


class HomePage(RoutablePageMixin, SitePage):
    """The front page of one language: who, what, where, for free, what begins next. No personal data."""

    lead = models.TextField(_("the promise"), max_length=300, help_text=_("Who, what, where, at what price."))
    steps = StreamField(
        [("steps", ListBlock(StepBlock(), label=_("steps"), min_num=3, max_num=4))],
        verbose_name=_("how it works"),
        max_num=1,
        blank=True,
    )
    agencies_title = models.CharField(_("title"), max_length=100)
    agencies_text = models.TextField(_("text"), max_length=400)

    parent_page_types = ["wagtailcore.Page"]
    template = "cms/home_page.html"
    searched_fields = ("title", "lead", "agencies_text")
    content_panels = [
        *SitePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("steps"),
        MultiFieldPanel(
            [FieldPanel("agencies_title"), FieldPanel("agencies_text")], heading=_("For agencies")
        ),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @property
    def description(self) -> str:
        return self.search_description or self.lead

    @path("recherche/")
    @path("zoeken/")
    def search(self, request: HttpRequest) -> HttpResponse:
        return presenting.answer("search", self, request)
