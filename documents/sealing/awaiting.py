"""pyHanko signs and judges in coroutines; what calls it here are plain functions."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def awaited(coroutine: Coroutine) -> Any:
    """Its result. In a thread of its own, because this one may run a loop already: a test's browser does."""
    with ThreadPoolExecutor(max_workers=1) as aside:
        return aside.submit(asyncio.run, coroutine).result()
