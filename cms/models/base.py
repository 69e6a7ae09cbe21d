"""What every page of the public site has: two languages, a place in the menus, words to be found by."""

from collections.abc import Iterable

from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.blocks import StreamValue
from wagtail.models import Page
from wagtail.search import index

from accounts.rules import sort_key
from cms import presenting


class SitePage(Page):
    """A page of the public site. No personal data.

    A page goes online in both languages at once, or says that it exists in one only (domain report, 6.7).
    """

    only_this_language = models.BooleanField(
        _("only in this language"),
        default=False,
        help_text=_("The page says so to the reader. Otherwise both languages go online together."),
    )
    ready = models.BooleanField(
        _("this text is ready"),
        default=False,
        help_text=_("Tick it when the text is finished: the page then goes online with its translation."),
    )
    menu_title = models.CharField(
        _("shorter title for menus"), max_length=30, blank=True, help_text=_("Empty: the title of the page.")
    )
    show_in_footer = models.BooleanField(_("in the foot of every page"), default=False)

    read_with: tuple[str, ...] = ()
    searched_fields: tuple[str, ...] = ("title", "search_description")

    search_fields = [*Page.search_fields, index.AutocompleteField("search_words")]
    promote_panels = [
        *Page.promote_panels,
        MultiFieldPanel([FieldPanel("menu_title"), FieldPanel("show_in_footer")], heading=_("In menus")),
    ]
    settings_panels = [
        MultiFieldPanel(
            [FieldPanel("ready"), FieldPanel("only_this_language")], heading=_("French and Dutch")
        ),
        *Page.settings_panels,
    ]

    class Meta:
        abstract = True

    def search_words(self) -> str:
        """Everything that finds this page, unaccented: the reader's accents and capitals do not matter."""
        return sort_key(*(strip_tags(text) for text in self.searched_texts()))

    def searched_texts(self) -> Iterable[str]:
        for name in self.searched_fields:
            value = getattr(self, name) or ""
            if isinstance(value, StreamValue):
                yield from value.stream_block.get_searchable_content(value)
            else:
                yield str(value)

    @property
    def description(self) -> str:
        """One sentence for search engines and for who shares the page."""
        return self.search_description

    def get_context(self, request, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        return context | presenting.context_of(self, request)
