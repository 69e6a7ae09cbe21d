"""What every template of the site is given: the shell's navigation, foot and co-funding block."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from cms.domain.chrome import Chrome, chrome


def site_chrome(request: HttpRequest) -> dict:
    """Nothing is read before a template asks for it."""
    whole = SimpleLazyObject(chrome)
    return {
        "navigation": lambda: navigation(whole, path=request.path),
        "footer_links": lambda: whole.footer,
        "funding": lambda: whole.funding,
        "accessibility_url": lambda: whole.accessibility_url,
        "accessibility_status": lambda: whole.accessibility_status,
        "catalogue_url": lambda: whole.catalogue_url,
        "contact": lambda: whole.contact,
        "page_urls": lambda: whole.purposes,
    }


def navigation(whole: Chrome, *, path: str) -> list[dict]:
    return [
        {"title": link.title, "url": link.url, "current": path.startswith(link.url)}
        for link in whole.navigation
    ]
