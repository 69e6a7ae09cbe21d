"""A sign-in belongs to the browser in which it was made (docs/decisions/0105).

At sign-in the browser gets a second cookie, random and unreadable to scripts; the session keeps its SHA-256
and which browser it is. A session cookie that turns up without the other one was taken elsewhere. Personal
data: which browser somebody uses, and that two accounts were used on it. The cookie is kept for a year, the
session as long as it holds; neither costs a query.
"""

import hashlib
import re
import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse

COOKIE = "device"
BOUND_TO = "bound_to"  # in the session
KEPT = 365 * 24 * 3600  # seconds
SECRET = re.compile(r"[\w-]{43}")
BROWSERS = ("Edg", "OPR", "SamsungBrowser", "Firefox", "FxiOS", "CriOS", "Chrome", "Safari")  # in this order


def bind(request: HttpRequest, response: HttpResponse) -> None:
    """Ties the sign-in of this request to its browser. One that has the cookie already keeps it."""
    secret = _secret(request) or secrets.token_urlsafe(32)
    request.session[BOUND_TO] = [_fingerprint(secret), browser(request)]
    response.set_cookie(
        COOKIE,
        secret,
        max_age=KEPT,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite=settings.SESSION_COOKIE_SAMESITE,
    )


def is_elsewhere(request: HttpRequest) -> bool:
    """Whether the session of this request was begun in another browser."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    bound = request.session.get(BOUND_TO)
    return bound is not None and bound != [_fingerprint(_secret(request)), browser(request)]


def key(request: HttpRequest) -> str:
    """Names the browser without telling its secret; empty for a sign-in that is bound to none."""
    return request.session.get(BOUND_TO, [""])[0]


def browser(request: HttpRequest) -> str:
    """Its family: versions change under a sign-in that lasts two weeks."""
    agent = request.headers.get("user-agent", "")
    return next((one for one in BROWSERS if f"{one}/" in agent), "")


def _secret(request: HttpRequest) -> str:
    found = request.COOKIES.get(COOKIE, "")
    return found if SECRET.fullmatch(found) else ""


def _fingerprint(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
