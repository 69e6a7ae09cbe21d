"""Can this machine print? Asked by a system check at start, and once more before the first page."""

import ctypes

from documents.exceptions import PressFault

SUBSET_LIBRARIES = ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll")
REMEDY = "Install it: apt-get install libharfbuzz-subset0"


def can_subset_fonts() -> bool:
    """WeasyPrint works without this library, but ten times slower, and no longer byte for byte the same."""
    return any(_loads(name) for name in SUBSET_LIBRARIES)


def refuse_to_start() -> None:
    """Raises PressFault when a page would take a second instead of a blink."""
    if not can_subset_fonts():
        raise PressFault(f"the press needs the library harfbuzz-subset. {REMEDY}")


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
