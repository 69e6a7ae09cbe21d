"""The calendar on the site: one's own lessons, and the dates of the courses. Plain links, nothing written."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from training.domain.period import Length
from training.domain.queries import calendar_page
from training.domain.queries.calendar_page import Page, Wanted
from training.forms.calendar import OfficeForm, PeriodForm


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """What the reader follows or teaches; the office sees all and may look at a town, a room, a trainer."""
    office = request.user.runs_the_office
    form = OfficeForm(request.GET) if office else PeriodForm(request.GET)
    wanted = form.wanted() if office else Wanted()
    page = calendar_page.own(request.user, form.period(), wanted)
    kept = {name: request.GET[name] for name in ("town", "room", "trainer") if request.GET.get(name)}
    context = {"page": page, "links": links(page, kept), "form": form if office else None, "kept": kept}
    return render(request, "training/calendar/own.html", context)


@require_safe
@login_not_required
def calendar_courses(request: HttpRequest) -> HttpResponse:
    page = calendar_page.courses(PeriodForm(request.GET).period())
    return render(request, "training/calendar/courses.html", {"page": page, "links": links(page, {})})


def links(page: Page, kept: dict[str, str]) -> dict[str, str]:
    """The addresses around a page: before, after, today, the other length, the next entry."""
    period = page.period
    around = {"previous": period.previous, "following": period.following, "today": page.today}
    found = {name: _link(period.length, day, kept) for name, day in around.items()}
    middle = page.today if page.today in period else period.first
    found |= {length.value: _link(length, middle, kept) for length in Length}
    return found | {"next_day": _link(period.length, page.next_day, kept) if page.next_day else ""}


def _link(length: str, day, kept: dict[str, str]) -> str:
    return "?" + urlencode({"view": str(length), "day": day.isoformat()} | kept)
