"""The system libraries WeasyPrint opens. `python3 libraries.py` prints the Debian packages that are missing.

Standard library only: `bin/setup` runs it with the system's Python before anything is installed.
"""

import ctypes

PACKAGE_OF = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}


def missing_packages() -> list[str]:
    return [package for library, package in PACKAGE_OF.items() if not opens(library)]


def opens(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    print(*missing_packages())
