"""How often something may be asked for: fixed windows on the cache, counted together in one trip.

allauth's own machinery is private to it and takes a lock and four trips; django-ratelimit has had no release
since 2023.
"""

import hashlib
import logging
import time
from ipaddress import ip_network

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

logger = logging.getLogger(__name__)
SECONDS = 60  # the length of a window
IPV6_PREFIX = 56  # one household or office; of IPv4 the whole address is one


def too_many(request: HttpRequest) -> HttpResponse:
    response = render(request, "429.html", status=429)
    response["Retry-After"] = "60"
    return response


def too_often(limits: dict[str, int]) -> bool:
    """Counts this question and says whether it is one too many. A cache that is away limits nobody."""
    return bool(over(limits))


def over(limits: dict[str, int]) -> set[str]:
    """Counts one question for each key and says for which it is one too many, in one trip."""
    try:
        counts = counted([window(key) for key in limits])
    except Exception:
        logger.exception("the rate limit cannot count")
        return set()
    return {key for (key, limit), count in zip(limits.items(), counts, strict=True) if count > limit}


def window(key: str) -> str:
    return f"limit:{key}:{int(time.time()) // SECONDS}"


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
