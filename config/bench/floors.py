"""What pages are measured against: nothing, one indexed SELECT, and an ordinary page of Wagtail.

The ordinary page is drawn the way Wagtail's handbook and its demo site draw theirs: a menu that asks whether
each entry has children, breadcrumbs, cards of child pages with `specific`, `{% pageurl %}`, `{% image %}` and
the first pages below, a StreamField and a foot. The home page of Wagtail's demo site asks 43 times.
"""

from functools import partial
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.files.images import ImageFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import clear_url_caches
from PIL import Image as Canvas
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from certificates.models import Certificate
from certificates.views import limits

PICTURES = 10


def open_addresses() -> None:
    """Adds the floors to the site's addresses, in this process."""
    settings.ROOT_URLCONF = "config.bench.urls"
    clear_url_caches()


def lift_limits() -> None:
    """In this process every question is counted, as always, and none is refused."""
    limits.PER_NETWORK = limits.PER_CODE = 10**9


@login_not_required
def trivial(request: HttpRequest) -> HttpResponse:
    return HttpResponse("<!doctype html><title>-</title>")


@login_not_required
def one_select(request: HttpRequest, code: str) -> HttpResponse:
    found = Certificate.objects.filter(code=code).values_list("issued_at", flat=True).first()
    return HttpResponse(f"<!doctype html><title>{found}</title>")


@login_not_required
def ordinary(request: HttpRequest) -> HttpResponse:
    page, _args, _kwargs = Page.route_for_request(request, "")
    images = get_image_model().objects
    keys = list(images.order_by("pk").values_list("pk", flat=True)[:PICTURES])
    pictures = [partial(images.get, pk=key) for key in keys]  # as a page's foreign key: read when drawn
    children = page.get_children().live().public()[: PICTURES - 1]
    return render(
        request,
        "bench/ordinary.html",
        {
            "page": page,
            "root": Site.find_for_request(request).root_page.localized,
            "hero": pictures[0](),
            "cards": list(zip(children, pictures[1:], strict=False)),
        },
    )


def hang_pictures(folder: Path) -> None:
    """The pictures of the ordinary page; their renditions are made at its first drawing."""
    for number in range(PICTURES):
        path = folder / f"bench-{number}.png"
        Canvas.new("RGB", (600, 400), (number * 20, 90, 120)).save(path)
        with path.open("rb") as content:
            get_image_model().objects.create(title=path.stem, file=ImageFile(content, name=path.name))
