"""What every template of the site is given: the shell's navigation, foot and co-funding block."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from cms.domain import version
from cms.domain.chrome import Chrome, chrome


def site_chrome(request: HttpRequest) -> dict:
    """Nothing is read before a template asks for it."""
    whole = SimpleLazyObject(chrome)
    return {
        "navigation": lambda: navigation(whole, path=request.path),
        "foot": lambda: foot(whole, is_signed_in=is_signed_in(request)),
        "catalogue_url": lambda: whole.catalogue_url,
        "contact": lambda: whole.contact,
        "page_urls": lambda: whole.purposes,
    }


def is_signed_in(request: HttpRequest) -> bool:
    """A page of an error may come before anybody asked who it is."""
    return hasattr(request, "user") and request.user.is_authenticated


def navigation(whole: Chrome, *, path: str) -> list[dict]:
    return [
        {"title": link.title, "url": link.url, "current": path.startswith(link.url)}
        for link in whole.navigation
    ]


def foot(whole: Chrome, *, is_signed_in: bool) -> str:
    """Drawn once per language and site version, for who is signed in and who is not."""

    def draw() -> str:
        facts = {
            "footer_links": whole.footer,
            "funding": whole.funding,
            "accessibility_url": whole.accessibility_url,
            "accessibility_status": whole.accessibility_status,
            "is_signed_in": is_signed_in,
        }
        return render_to_string("components/foot.html", facts)

    return version.remember(f"cms.foot.{get_language()}.{is_signed_in}", draw)
