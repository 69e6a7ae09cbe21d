"""What a visitor sees on each page type, beside what its editor wrote."""

from django.core.paginator import Paginator
from django.db.models import prefetch_related_objects
from django.http import HttpRequest

from cms.domain import cards, filters, front, links, offer, programme, structured
from cms.domain.chrome import chrome
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
    address = chrome().catalogue_url
    shelved = offer.shelf(locale_id=page.locale_id)
    offered = offer.upcoming(shelved)
    return links.for_page(page, request) | {
        "next_sessions": front.next_cards(offered),
        "towns": front.towns(offered, catalogue_url=address),
        "sectors": front.sectors(shelved.values(), catalogue_url=address),
        "figures": front.figures(offered, members=chrome().members),
        "find_url": address,
    }


@presents(CataloguePage)
def catalogue(page: CataloguePage, request: HttpRequest) -> dict:
    own = links.for_page(page, request)
    chosen = filters.Chosen.read(request.GET)
    shelved = offer.shelf(locale_id=page.locale_id)
    if chosen.text:
        prefetch_related_objects([one.course for one in shelved.values()], "occupations")
    offered = offer.upcoming(shelved)
    seen = filters.Shelf(offered, chosen, base=own["page_url"])
    found = seen.found
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return own | {
        "chosen": chosen,
        "groups": seen.groups(),
        "chips": seen.chips(),
        "total": len(found),
        "page_of_sessions": shown,
        "cards": [cards.card(one) for one in shown],
        "without_date": without_date(shelved, offered, chosen),
    }


def without_date(
    shelved: dict[int, offer.Shelved], offered: list[offer.Offered], chosen: filters.Chosen
) -> list[offer.Shelved]:
    """The courses that have no session yet and answer the filters."""
    dated = {one.session.course_id for one in offered}
    return [
        one
        for course_id, one in shelved.items()
        if course_id not in dated and not one.course.retired_on and filters.fits_course(one.course, chosen)
    ]


@presents(CoursePage)
def course(page: CoursePage, request: HttpRequest) -> dict:
    course, own = page.course, links.for_page(page, request)
    address = own["page_url"]
    offered = [offer.offered(one, course_url=address) for one in offer.sessions_of(course)]
    facts = structured.course(course, url=address, operator=chrome().operator, offered=offered)
    return own | {
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
