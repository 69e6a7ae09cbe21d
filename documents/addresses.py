"""The addresses a page of the press may name; `documents.fetcher` answers them. Apart from it, because pages
are described in processes that never print.
"""

from urllib.parse import quote, unquote

QR, STAIR, STROKES, LOGO = "press:qr/", "press:stair/", "press:strokes/", "press:logo/"
PER_PERSON = (QR, STROKES)  # never kept in the cache that printings share


def stair_address(*, entry: str | None, reached: str | None, treads: int) -> str:
    return f"{STAIR}{entry or ''}/{reached or ''}/{treads}"


def qr_address(address: str) -> str:
    return QR + quote(address, safe="")


def address_of_qr(address: str) -> str:
    """What the square code says."""
    return unquote(address.removeprefix(QR))


def strokes_address(path: str, *, box: tuple[int, ...]) -> str:
    """A signature drawn with a pen: an SVG path and the width and height of what it was drawn on."""
    width, height = box
    return f"{STROKES}{width}/{height}/{quote(path, safe='')}"


def logo_address(sha256: str) -> str:
    """A logo of the archive, under its hash."""
    return LOGO + sha256
