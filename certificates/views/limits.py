"""How often one network may ask, and how often one code may be asked for.

A fixed window on the cache, both rules in one round trip. allauth's own machinery is private to it and takes
a lock and four trips; django-ratelimit has had no release since 2023 (docs/decisions).
"""

import hashlib
import logging
import time
from collections.abc import Callable
from functools import wraps
from ipaddress import ip_network

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from certificates.domain import codes

logger = logging.getLogger(__name__)
SECONDS = 60  # the length of a window
IPV6_PREFIX = 56  # one household or office; of IPv4 the whole address is one


# An agency's office behind one address checks a whole intake in a minute; nobody guesses 60 bits so.
PER_NETWORK, PER_CODE = 60, 30


def limited(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """429 in words when the network, or the code, has been asked about too often. Nothing is looked up."""

    @wraps(view)
    def guarded(request: HttpRequest, text: str = "") -> HttpResponse:
        limits = {f"network:{network_of(request)}": PER_NETWORK}
        if asked := codes.clean(text) or codes.compacted(text):
            limits[f"code:{digest(asked)}"] = PER_CODE
        if too_often(limits):
            return too_many(request)
        return view(request, text) if text else view(request)

    return guarded


def too_many(request: HttpRequest) -> HttpResponse:
    response = render(request, "429.html", status=429)
    response["Retry-After"] = "60"
    return response


def too_often(limits: dict[str, int]) -> bool:
    """Counts this question and says whether it is one too many. A cache that is away limits nobody."""
    try:
        counts = counted([window(key) for key in limits])
    except Exception:
        logger.exception("the rate limit cannot count")
        return False
    return any(count > limit for count, limit in zip(counts, limits.values(), strict=True))


def window(key: str) -> str:
    return f"verify:{key}:{int(time.time()) // SECONDS}"


def counted(windows: list[str]) -> list[int]:
    """How many questions each window has seen, this one included. One round trip where the cache can."""
    if hasattr(cache, "count_up"):
        return cache.count_up(windows, timeout=SECONDS)
    return [counted_alone(each) for each in windows]


def counted_alone(window: str) -> int:
    try:
        return cache.incr(window)
    except ValueError:  # the first one; another may be first at the same moment
        return 1 if cache.add(window, 1, timeout=SECONDS) else cache.incr(window)


def network_of(request: HttpRequest) -> str:
    """The visitor's network, seen through the proxies we trust (ALLAUTH_TRUSTED_PROXY_COUNT)."""
    address = get_adapter().get_client_ip(request)
    return str(ip_network(f"{address}/{IPV6_PREFIX}", strict=False)) if ":" in address else address


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
