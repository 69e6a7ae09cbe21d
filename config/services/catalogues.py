"""Compiled translations: `django.mo` beside each `django.po`, made again only when the words changed."""

import os
from pathlib import Path

import polib

from config.environment import BASE_DIR


def catalogues(folder: Path = BASE_DIR) -> list[Path]:
    """Every catalogue of ours: one per app and language, and those of the roof."""
    patterns = ("locale/*/LC_MESSAGES/*.po", "*/locale/*/LC_MESSAGES/*.po")
    return sorted(path for pattern in patterns for path in folder.glob(pattern))


def compile_catalogues() -> int:
    """Returns how many were stale. Safe beside another process doing the same."""
    stale = [path for path in catalogues() if is_stale(path)]
    for path in stale:
        fresh = path.with_suffix(f".mo.{os.getpid()}")
        polib.pofile(str(path)).save_as_mofile(str(fresh))
        os.utime(fresh, ns=(path.stat().st_mtime_ns, path.stat().st_mtime_ns))
        fresh.rename(path.with_suffix(".mo"))
    return len(stale)


def is_stale(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime_ns != path.stat().st_mtime_ns
