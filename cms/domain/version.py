"""The version of the public site: what is kept in the cache carries it, one change retires everything.

A random token, not a counter: if the cache forgets it, no kept page can match the next one by accident.
"""

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.cache import cache
from django.db import transaction

KEY = "cms.version"
KNOWN_FOR = 60  # seconds that a process trusts itself before it asks the cache again
_known: dict[str, tuple[str, Any, float]] = {}  # of this process: key → version, value, until when
# Of the request that is being answered; None outside of one, "" until it is asked for.
_of_this_request: ContextVar[str | None] = ContextVar("site version", default=None)


def fresh_token() -> str:
    return secrets.token_hex(8)


@contextmanager
def one_request() -> Iterator[None]:
    """Inside, the cache is asked for the version once: a page is drawn from one version, not from several."""
    outside = _of_this_request.set("")
    try:
        yield
    finally:
        _of_this_request.reset(outside)


def current() -> str:
    return _of_this_request.get() or _noted(cache.get_or_set(KEY, fresh_token, timeout=None))


def _noted(version: str) -> str:
    if _of_this_request.get() is not None:
        _of_this_request.set(version)
    return version


def bump() -> None:
    """Everything kept so far is stale from now on."""
    cache.set(KEY, _noted(fresh_token()), timeout=None)


def bump_on_commit() -> None:
    """Others read the change only after the commit: a page drawn before it must not be kept as new."""
    transaction.on_commit(bump)


def with_kept(key: str) -> tuple[str, Any]:
    """The version, and what was kept under `key` if it still holds (else None). One round trip."""
    found = cache.get_many([KEY, key])
    version = _noted(found[KEY]) if KEY in found else current()
    kept = found.get(key)
    return version, kept[1] if kept and kept[0] == version else None


def keep(key: str, value: Any, *, version: str, seconds: int) -> None:
    """`version` is the one read before `value` was computed: a change in between makes it stale at once."""
    cache.set(key, (version, value), timeout=seconds)


def remember(key: str, compute: Callable[[], Any], *, seconds: int = 3600) -> Any:
    """What `compute` says at this site version: known to the process, else kept in the cache, else computed.

    The threads of a process share it: nobody changes what is remembered.
    """
    version, known, until = _known.get(key, ("", None, 0.0))
    if version == current() and time.monotonic() < until:
        return known
    version, kept = with_kept(key)
    if kept is None:
        kept = compute()
        keep(key, kept, version=version, seconds=seconds)
    _forget_what_nobody_asks_for()
    _known[key] = (version, kept, time.monotonic() + KNOWN_FOR)
    return kept


def _forget_what_nobody_asks_for() -> None:
    """Keys carry the day: those of yesterday are never asked for again."""
    now = time.monotonic()
    for key, (_version, _value, until) in list(_known.items()):
        if until < now:
            _known.pop(key, None)
