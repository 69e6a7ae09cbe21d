"""What stands round every page: navigation, foot, co-funding. Read once per language and site version."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext
from wagtail.models import Page

from accounts.bilingual import reader_language
from accounts.enums import OrganisationKind
from accounts.models import Organisation
from cms.domain import version
from cms.domain.searching import SEARCH_TAILS
from cms.enums import Purpose
from cms.models import (
    AccessibilityPage,
    CataloguePage,
    ContactSettings,
    FundingSettings,
    PrivacyPage,
    StandardPage,
)


@dataclass(frozen=True)
class Link:
    title: str
    url: str


@dataclass(frozen=True)
class Chrome:
    """All of it is public and the same for everybody who reads this language."""

    navigation: list[Link]
    footer: list[Link]
    purposes: dict[str, str]
    catalogue_url: str
    accessibility_url: str
    accessibility_status: str
    funding: dict[str, str]
    contact: ContactSettings
    operator: str
    members: int


def chrome() -> Chrome:
    """For the reader's language. No query when it is kept.

    In its words too: whoever reads English on the way (a code, a sign-in page) must not leave them to others.
    """
    language = reader_language()

    def read_in_language() -> Chrome:
        with override(language):
            return read(language)

    return version.remember(f"cms.chrome.{language}", read_in_language)


def read(language: str) -> Chrome:
    pages = list(_pages(language).specific())
    statement = next((page for page in pages if isinstance(page, AccessibilityPage)), None)
    funding = FundingSettings.objects.first() or FundingSettings()  # load() would write on a GET
    return Chrome(
        navigation=[Link(page.menu_title or page.title, page.url) for page in pages if page.show_in_menus]
        + _application_links(),
        footer=[Link(page.menu_title or page.title, page.url) for page in pages if page.show_in_footer]
        + [Link(pgettext("page", "Search"), f"/{language}/{SEARCH_TAILS[language]}")],
        purposes=_purposes(pages),
        catalogue_url=next((page.url for page in pages if isinstance(page, CataloguePage)), f"/{language}/"),
        accessibility_url=statement.url if statement else "",
        accessibility_status=str(statement.get_conformity_display()) if statement else "",
        funding={"programme": funding.programme, "project": funding.project},
        contact=ContactSettings.objects.first() or ContactSettings(),
        operator=_operator_name(),
        members=Organisation.objects.members().count(),
    )


def _purposes(pages: list[Page]) -> dict[str, str]:
    """Where to find what other pages point at; the privacy notice is found by its type."""
    found = {page.purpose: page.url for page in pages if isinstance(page, StandardPage) and page.purpose}
    notice = next((page for page in pages if isinstance(page, PrivacyPage)), None)
    return found | ({"PRIVACY": notice.url} if notice else {})


def _operator_name() -> str:
    """The grouping, as it calls itself in this language."""
    operator = Organisation.objects.filter(kind=OrganisationKind.OPERATOR).order_by("pk").first()
    return operator.name if operator else "Grenstaal"


def _pages(language: str):
    """The live children of the front page, in the editor's order."""
    return Page.objects.live().public().filter(locale__language_code=language, depth=3).order_by("path")


def _application_links() -> list[Link]:
    try:
        return [Link(_("Check a certificate"), reverse("verify"))]
    except NoReverseMatch:
        return []


def purpose_url(purpose: Purpose) -> str:
    return chrome().purposes.get(purpose, "")
