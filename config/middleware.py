"""Middleware of the whole house."""

from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware as DjangosLocaleMiddleware
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
