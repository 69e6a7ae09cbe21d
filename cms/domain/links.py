"""A page and its translation: canonical address, hreflang, and the switch that stays on the same page."""

from dataclasses import dataclass
from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_info

from cms.domain.directory import directory
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
    whole = directory()
    urls = {code: url + tails.get(code, "") for code, url in whole.translations(page).items()}
    own = urls.get(get_language() or "", request.path)
    return {
        "page_url": whole.url(page),
        "canonical": absolute(own),
        "site_origin": settings.SITE_URL.rstrip("/"),
        "alternates": [{"code": code, "url": absolute(url)} for code, url in urls.items()]
        if len(urls) > 1
        else [],
        "language_links": switch(urls, query=request.META.get("QUERY_STRING", "")),
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
