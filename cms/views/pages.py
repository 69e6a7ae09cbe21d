"""What a visitor sees on each page type, beside what its editor wrote."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language

from cms.domain import cards, filters, front, links, offer, programme, structured, version
from cms.domain.chrome import chrome
from cms.domain.directory import KEPT_FOR
from cms.models import (
    AccessibilityPage,
    CataloguePage,
    CoursePage,
    HomePage,
    PrivacyPage,
    StandardPage,
)
from cms.models.base import SitePage
from cms.presenting import presents

PER_PAGE = 20


def kept(page: SitePage, request: HttpRequest, gather: Callable[[], Any], *, part: str = "facts") -> Any:
    """The facts of a page, gathered once per site version, language and day: the same for every visitor."""
    if getattr(request, "is_preview", False):
        return gather()
    key = f"cms.{part}.{page.pk}.{get_language()}.{timezone.localdate()}"
    return version.remember(key, gather, seconds=KEPT_FOR)


def drawn(card: cards.Card, *, level: str = "h3") -> str:
    return render_to_string("cms/parts/card.html", {"card": card, "level": level})


@presents(HomePage)
def home(page: HomePage, request: HttpRequest) -> dict:
    return links.for_page(page, request) | {"front": kept(page, request, lambda: front_page(page))}


def front_page(page: HomePage) -> str:
    """Everything between head and foot, drawn."""
    shelved = offer.shelf(locale_id=page.locale_id)
    offered, known = offer.upcoming(shelved), chrome()
    facts = {
        "page": page,
        "page_urls": known.purposes,
        "next_sessions": [drawn(card) for card in front.next_cards(offered)],
        "towns": front.towns(offered, catalogue_url=known.catalogue_url),
        "sectors": front.sectors(shelved.values(), catalogue_url=known.catalogue_url),
        "figures": front.figures(offered, members=known.members),
        "find_url": known.catalogue_url,
    }
    return render_to_string("cms/parts/front.html", facts)


@presents(CataloguePage)
def catalogue(page: CataloguePage, request: HttpRequest) -> dict:
    """What is asked for is drawn for who asks; the catalogue as it stands is drawn once."""
    own, chosen = links.for_page(page, request), filters.Chosen.read(request.GET)

    def draw() -> str:
        return shelf(page, request, chosen, base=own["page_url"])

    drawn_shelf = draw() if request.GET else kept(page, request, draw, part="shelf")
    return own | {"chosen": chosen, "shelf": drawn_shelf}


def shelf(page: CataloguePage, request: HttpRequest, chosen: filters.Chosen, *, base: str) -> str:
    """The sessions, the filters that lead to others, and what has no date, drawn."""
    shelved, rows = kept(page, request, lambda: on_offer(page))
    seen = filters.Shelf(rows, chosen, base=base)
    found = seen.found
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    facts = {
        "page": page,
        "page_url": base,
        "page_urls": chrome().purposes,
        "chosen": chosen,
        "groups": seen.groups(),
        "chips": seen.chips(),
        "total": len(found),
        "page_of_sessions": shown,
        "cards": [row.drawn for row in shown],
        "without_date": without_date(shelved, rows, chosen),
    }
    return render_to_string("cms/parts/shelf.html", facts, request)


def on_offer(page: CataloguePage) -> tuple[dict[int, offer.Shelved], list[filters.Row]]:
    """The courses with the names of their trades, by which they are searched, and their sessions, drawn."""
    shelved = offer.shelf(locale_id=page.locale_id)
    prefetch_related_objects([one.course for one in shelved.values()], "occupations")
    return shelved, [
        filters.row(one, drawn=drawn(cards.card(one), level="h2")) for one in offer.upcoming(shelved)
    ]


def without_date(
    shelved: dict[int, offer.Shelved], rows: list[filters.Row], chosen: filters.Chosen
) -> list[offer.Shelved]:
    """The courses that have no session yet and answer the filters."""
    dated = {row.offered.session.course_id for row in rows}
    return [
        one
        for course_id, one in shelved.items()
        if course_id not in dated and not one.course.retired_on and filters.fits_course(one.course, chosen)
    ]


@presents(CoursePage)
def course(page: CoursePage, request: HttpRequest) -> dict:
    own = links.for_page(page, request)
    return own | kept(page, request, lambda: programme_page(page, url=own["page_url"]))


def programme_page(page: CoursePage, *, url: str) -> dict:
    """The programme, drawn, and what the head of the page says of it."""
    course, known = page.course, chrome()
    offered = [offer.offered(one, course_url=url) for one in offer.sessions_of(course)]
    facts = {
        "page": page,
        "course": course,
        "cards": [drawn(cards.card_of_course(one)) for one in offered],
        "first_open": next((one for one in offered if one.has_places), None),
        "key_facts": programme.key_facts(course),
        "legal_rows": programme.legal_rows(course),
        "stair": programme.stair(course),
        "trades": list(course.occupations.all()),
        "can_dos": list(course.can_dos.all()),
        "providers": programme.legal_mentions(one.session.provider for one in offered),
        "catalogue_url": known.catalogue_url,
        "contact": known.contact,
        "page_urls": known.purposes,
    }
    described = structured.course(course, url=url, operator=known.operator, offered=offered)
    return {
        "course_title": course.title,
        "programme": render_to_string("cms/parts/programme.html", facts),
        "structured_data": structured.as_script(described),
    }


@presents(StandardPage, AccessibilityPage, PrivacyPage)
def standard(page: StandardPage, request: HttpRequest) -> dict:
    return links.for_page(page, request)
