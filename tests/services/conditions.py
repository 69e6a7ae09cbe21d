"""Waiting for what must become true, without sleeping blindly; and finding the processes of one folder."""

import os
import select
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

STEP = 0.02  # seconds between two looks


def eventually(condition: Callable[[], Any], *, within: float, what: str | Callable[[], str]) -> Any:
    """The first true value of `condition`; a clear failure when the deadline passes."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if value := condition():
            return value
        select.select([], [], [], STEP)
    raise AssertionError(f"not after {within} s: {what() if callable(what) else what}")


def processes_of(folder: Path) -> dict[int, str]:
    """Who works in `folder`: told by its environment, its command line or its working directory."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid() and belongs(entry, os.fsencode(folder)):
            found[int(entry.name)] = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
    return found


def belongs(process: Path, folder: bytes) -> bool:
    try:
        if b"State:\tZ" in (process / "status").read_bytes():
            return False
        if os.fsencode((process / "cwd").readlink()).startswith(folder):
            return True
        return folder in (process / "cmdline").read_bytes() or folder in (process / "environ").read_bytes()
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return False
