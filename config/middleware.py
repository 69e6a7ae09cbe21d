"""Middleware of the whole house."""

from collections.abc import Callable

from csp.constants import UNSAFE_INLINE
from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware as DjangosLocaleMiddleware
from django.urls import reverse
from django.utils.translation import get_language


class LocaleMiddleware(DjangosLocaleMiddleware):
    """Django answers 404 at `/x/` with a redirect to `/fr/x/`, because Wagtail's tree could hold any page.

    When a view of ours said "not found", that is the answer: a stranger gets 404, not a detour.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.status_code == 404 and getattr(request, "resolver_match", None):
            response.headers.setdefault("Content-Language", get_language())
            return response
        return super().process_response(request, response)


class BackOfficePolicy:
    """Wagtail's editor starts its date fields, choosers and blocks with inline scripts and styles.

    They are allowed below the back office's address and nowhere else (docs/decisions/0011). A page there that
    brings its own policy (a letter in its frame) keeps it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        has_its_own = hasattr(response, "_csp_replace")
        if request.path.startswith(reverse("wagtailadmin_home")) and not has_its_own:
            response._csp_update = {
                "script-src": [UNSAFE_INLINE],
                "style-src": [UNSAFE_INLINE],
                "img-src": ["blob:"],  # the picture shown while it is being sent
            }
        return response
