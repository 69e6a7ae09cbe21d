"""How often one network may ask, and how often one code may be asked for.

A fixed window on the cache: one round trip for each rule. allauth's own machinery is private to it and takes
a lock and four trips; django-ratelimit has had no release since 2023 (docs/decisions).
"""

import hashlib
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from ipaddress import ip_network

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from certificates.domain import codes

logger = logging.getLogger(__name__)
IPV6_PREFIX = 56  # one household or office; of IPv4 the whole address is one


@dataclass(frozen=True)
class Limit:
    """At most `amount` questions in `seconds`."""

    amount: int
    seconds: int = 60


# An agency's office behind one address checks a whole intake in a minute; nobody guesses 60 bits so.
PER_NETWORK, PER_CODE = Limit(60), Limit(30)


def limited(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """429 in words when the network, or the code, has been asked about too often. Nothing is looked up."""

    @wraps(view)
    def guarded(request: HttpRequest, text: str = "") -> HttpResponse:
        asked = codes.clean(text) or codes.compacted(text)
        if too_often(f"network:{network_of(request)}", PER_NETWORK) or (
            asked and too_often(f"code:{digest(asked)}", PER_CODE)
        ):
            return too_many(request)
        return view(request, text) if text else view(request)

    return guarded


def too_many(request: HttpRequest) -> HttpResponse:
    response = render(request, "429.html", status=429)
    response["Retry-After"] = "60"
    return response


def too_often(key: str, limit: Limit) -> bool:
    """Counts this question and says whether it is one too many. A cache that is away limits nobody."""
    if not getattr(settings, "VERIFY_IS_LIMITED", True):  # bin/bench measures without
        return False
    window = f"verify:{key}:{int(time.time()) // limit.seconds}"
    try:
        return counted(window, seconds=limit.seconds) > limit.amount
    except Exception:
        logger.exception("the rate limit cannot count")
        return False


def counted(window: str, *, seconds: int) -> int:
    """How many questions this window has seen, this one included."""
    try:
        return cache.incr(window)
    except ValueError:  # the first one; another may be first at the same moment
        return 1 if cache.add(window, 1, timeout=seconds) else cache.incr(window)


def network_of(request: HttpRequest) -> str:
    """The visitor's network, seen through the proxies we trust (ALLAUTH_TRUSTED_PROXY_COUNT)."""
    address = get_adapter().get_client_ip(request)
    return str(ip_network(f"{address}/{IPV6_PREFIX}", strict=False)) if ":" in address else address


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
