"""The addresses below a page: one per session, and the search."""

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from cms.domain import cards, links, offer, programme, searching
from cms.models import CoursePage, HomePage
from cms.presenting import answers
from training.domain import words
from training.domain.queries.enrolments import conditions_in_words
from training.models import Session


@answers("search")
def search(page: HomePage, request: HttpRequest) -> HttpResponse:
    text = " ".join(request.GET.get("q", "").split())[: searching.LONGEST_TEXT]
    context = links.for_page(page, request, tails=searching.SEARCH_TAILS) | {
        "page": page,
        "text": text,
        "found": searching.search(text, locale_id=page.locale_id),
    }
    return TemplateResponse(request, "cms/search.html", context)


@answers("session")
def session(page: CoursePage, request: HttpRequest, *, code: str) -> HttpResponse:
    """One session, for who wants to come: when, where, how many places. Unpublished ones do not exist."""
    wanted = offer.session_of(page.course, code)
    if wanted is None:
        raise Http404
    tail = f"{wanted.code}/"
    own = links.for_page(page, request, tails={"fr": tail, "nl": tail})
    context = {"page": page} | own | session_facts(page, wanted, address=own["page_url"])
    return TemplateResponse(request, "cms/session.html", context)


def session_facts(page: CoursePage, session: Session, *, address: str) -> dict:
    offered = offer.offered(session, course_url=address)
    half_days = list(session.half_days.held())
    return {
        "course": page.course,
        "session": session,
        "offered": offered,
        "state": cards.state(offered),
        "queue": cards.queue(session),
        "conditions": conditions_in_words(session),
        "price": cards.price(page.course.price_cents),
        "hours": words.duration(page.course.minutes),
        "weekly": words.weekly(half_days),
        "months": programme.months(half_days),
        "skipped": session.skipped_days.filter(date__gte=session.first_day),
        "providers": programme.legal_mentions([session.provider]),
    }
