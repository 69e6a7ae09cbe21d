"""pyHanko signs and judges in coroutines; what calls it here are plain functions."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def awaited(coroutine: Coroutine, *, within: float | None = None) -> Any:
    """Its result. In a thread of its own, because this one may run a loop already: a test's browser does.

    Raises TimeoutError after so many seconds: a name that nobody looks up cannot be interrupted, only left.
    """
    aside = ThreadPoolExecutor(max_workers=1)
    try:
        return aside.submit(asyncio.run, coroutine).result(within)
    finally:
        aside.shutdown(wait=False)
