"""The addresses outside the page trees: the front door, the map for robots."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.http import require_safe

from cms.domain import links, sitemap


@login_not_required
@require_safe
def front_door(request: HttpRequest) -> HttpResponse:
    """To the tree of the language chosen before (cookie), else of the browser, else French."""
    response = redirect(f"/{language_of(request)}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


def language_of(request: HttpRequest) -> str:
    """Among the two trees: a browser that asks for English first, Dutch second, is shown Dutch."""
    accepted = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    wanted = [request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""), *(code for code, _weight in accepted)]
    trees = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
    return next((code[:2] for code in wanted if code[:2] in trees), "fr")


@login_not_required
@require_safe
def english_door(request: HttpRequest, rest: str = "") -> HttpResponse:
    """English is spoken on the verification page only: there is no English tree."""
    return redirect("front_door")


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    context = {"sitemap_url": links.absolute("/sitemap.xml")}
    return render(request, "cms/robots.txt", context, content_type="text/plain; charset=utf-8")


@login_not_required
@require_safe
def sitemap_xml(request: HttpRequest) -> HttpResponse:
    return render(request, "cms/sitemap.xml", {"entries": sitemap.entries()}, content_type="application/xml")
