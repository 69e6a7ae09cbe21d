"""Two doors of the public site: pages kept for strangers, and the language one chose by reading."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from cms.domain import version
from cms.domain.filters import KEYS

TREES = tuple(f"/{code}/" for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES)
KEPT_PARAMETERS = frozenset(KEYS) | {"page"}
KEPT_FOR = 600
LONGEST_QUERY = 200
KEPT_HEADERS = ("Content-Type", "Content-Language", "X-Frame-Options", "Vary")

Answer = Callable[[HttpRequest], HttpResponse]


class AnonymousPageCache:
    """Answers a stranger's GET in the page trees from the cache.

    Kept are whole pages, for people without a session, under the site version of the moment the drawing
    began: publishing, or a change of places, retires them all. The day is part of the key, because a
    session's phase changes at midnight. Whoever is signed in, sends or receives a cookie that matters, or
    gets a form to send, is served afresh. No personal data.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with version.one_request():
            return self.kept_or_fresh(request)

    def kept_or_fresh(self, request: HttpRequest) -> HttpResponse:
        if not may_be_kept_for(request):
            return self.get_response(request)
        key = (
            f"cms.page.{request.scheme}.{request.get_host()}.{timezone.localdate()}.{request.get_full_path()}"
        )
        stamp, kept = version.with_kept(key)
        if kept is not None:
            return replay(*kept)
        response = self.get_response(request)
        if may_keep(request, response):
            version.keep(key, frozen(response), version=stamp, seconds=KEPT_FOR)
        return response


def may_be_kept_for(request: HttpRequest) -> bool:
    """A plain GET of a page, by somebody about whom we know nothing."""
    return (
        request.method == "GET"
        and request.path.startswith(TREES)
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "messages" not in request.COOKIES
        and "HX-Request" not in request.headers
        and "Authorization" not in request.headers
        and len(request.META.get("QUERY_STRING", "")) <= LONGEST_QUERY
        and KEPT_PARAMETERS.issuperset(request.GET)
    )


def may_keep(request: HttpRequest, response: HttpResponse) -> bool:
    """A whole page without anything meant for one person: no cookie, no token of a form."""
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "CSRF_COOKIE" not in request.META
        and response.get("Content-Type", "").startswith("text/html")
        and "private" not in response.get("Cache-Control", "")
        and "no-store" not in response.get("Cache-Control", "")
    )


def frozen(response: HttpResponse) -> tuple[bytes, dict[str, str]]:
    return response.content, {name: response[name] for name in KEPT_HEADERS if name in response}


def replay(content: bytes, headers: dict[str, str]) -> HttpResponse:
    return HttpResponse(content, headers=headers)


class RememberLanguage:
    """Who reads a page of the Dutch tree goes on in Dutch where the address carries no language.

    Sets the language cookie (no personal data, no session) when it says something else.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        language = request.path[1:3]
        known = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        if request.path.startswith(TREES) and response.status_code == 200 and known != language:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                language,
                max_age=settings.LANGUAGE_COOKIE_AGE,
                samesite=settings.LANGUAGE_COOKIE_SAMESITE,
                secure=settings.LANGUAGE_COOKIE_SECURE,
            )
        return response
