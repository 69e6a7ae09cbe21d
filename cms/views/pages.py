"""What a visitor sees on each page type, beside what its editor wrote."""

from django.core.paginator import Paginator
from django.db.models import prefetch_related_objects
from django.http import HttpRequest

from cms.domain import cards, filters, front, links, offer, programme, structured
from cms.models import (
    AccessibilityPage,
    CataloguePage,
    CoursePage,
    HomePage,
    PrivacyPage,
    StandardPage,
)
from cms.presenting import presents

PER_PAGE = 20


@presents(HomePage)
def home(page: HomePage, request: HttpRequest) -> dict:
    catalogue = CataloguePage.objects.child_of(page).live().first()
    address = catalogue.url if catalogue else page.url
    pages = offer.course_pages(locale_id=page.locale_id)
    offered = offer.upcoming(pages)
    return links.for_page(page, request) | {
        "next_sessions": front.next_cards(offered),
        "towns": front.towns(offered, catalogue_url=address),
        "sectors": front.sectors(pages.values(), catalogue_url=address),
        "figures": front.figures(offered),
        "find_url": address,
    }


@presents(CataloguePage)
def catalogue(page: CataloguePage, request: HttpRequest) -> dict:
    chosen = filters.Chosen.read(request.GET)
    pages = offer.course_pages(locale_id=page.locale_id)
    if chosen.text:
        prefetch_related_objects([one.course for one in pages.values()], "occupations")
    offered = offer.upcoming(pages)
    shelf = filters.Shelf(with_trades(offered, pages), chosen, base=page.url)
    found = shelf.found
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return links.for_page(page, request) | {
        "chosen": chosen,
        "groups": shelf.groups(),
        "chips": shelf.chips(),
        "total": len(found),
        "page_of_sessions": shown,
        "cards": [cards.card(one) for one in shown],
        "without_date": without_date(pages, offered, chosen),
        "towns": front.towns(offered, catalogue_url=page.url, chosen=chosen.values.get("town", "")),
    }


def with_trades(offered: list[offer.Offered], pages: dict[int, CoursePage]) -> list[offer.Offered]:
    """Gives each session the course of its page, whose trades were read once for all its sessions."""
    for one in offered:
        one.session.course = pages[one.session.course_id].course
    return offered


def without_date(pages: dict[int, CoursePage], offered: list[offer.Offered], chosen: filters.Chosen) -> list:
    dated = {one.session.course_id for one in offered}
    return [
        page
        for course_id, page in pages.items()
        if course_id not in dated and not page.course.retired_on and filters.fits_course(page.course, chosen)
    ]


@presents(CoursePage)
def course(page: CoursePage, request: HttpRequest) -> dict:
    course = page.course
    offered = [offer.offered(one, course_url=page.url) for one in offer.sessions_of(course.pk)]
    operator = programme.operator_name()
    facts = structured.course(course, url=page.url, operator=operator, offered=offered)
    return links.for_page(page, request) | {
        "course": course,
        "cards": [cards.card_of_course(one) for one in offered],
        "first_open": next((one for one in offered if one.has_places), None),
        "key_facts": programme.key_facts(course),
        "legal_rows": programme.legal_rows(course),
        "stair": programme.stair(course),
        "trades": course.occupations.all(),
        "can_dos": course.can_dos.all(),
        "providers": programme.legal_mentions(one.session.provider for one in offered),
        "structured_data": structured.as_script(facts),
    }


@presents(StandardPage, AccessibilityPage, PrivacyPage)
def standard(page: StandardPage, request: HttpRequest) -> dict:
    return links.for_page(page, request)
