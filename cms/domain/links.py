"""A page and its translation: canonical address, hreflang, and the switch that stays on the same page."""

from dataclasses import dataclass
from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_info
from wagtail.models import Page

from cms.models.base import SitePage


@dataclass(frozen=True)
class LanguageLink:
    code: str
    name: str
    url: str
    current: bool
    stays: bool = False


def absolute(path: str) -> str:
    """The address on the public host, whatever host this request came through."""
    return urljoin(settings.SITE_URL, path)


def for_page(page: SitePage, request: HttpRequest, *, tails: dict[str, str] | None = None) -> dict:
    """`tails` is the rest of the address below the page, by language (a session, the search)."""
    tails = tails or {}
    urls = {code: url + tails.get(code, "") for code, url in translated_urls(page).items()}
    own = urls.get(get_language() or "", request.path)
    return {
        "canonical": absolute(own),
        "site_origin": settings.SITE_URL.rstrip("/"),
        "alternates": [{"code": code, "url": absolute(url)} for code, url in urls.items()]
        if len(urls) > 1
        else [],
        "language_links": switch(urls, query=request.META.get("QUERY_STRING", "")),
    }


def translated_urls(page: SitePage) -> dict[str, str]:
    """The address of the page in each language in which it is online. One query."""
    same = Page.objects.filter(translation_key=page.translation_key).select_related("locale")
    return {
        one.locale.language_code: one.url
        for one in same.order_by("locale__language_code")
        if one.live or one.pk == page.pk
    }


def switch(urls: dict[str, str], *, query: str = "") -> list[LanguageLink]:
    """The languages of the site; one without this page leads to its own front page."""
    links = []
    for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        url = urls.get(code, f"/{code}/")
        name = get_language_info(code)["name_local"].capitalize()
        address = f"{url}?{query}" if query and code in urls else url
        links.append(LanguageLink(code, name, address, current=code == get_language()))
    return links
