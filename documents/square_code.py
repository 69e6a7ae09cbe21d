"""The square code of an address, as SVG, for papers and screens. Loads nothing of the press.

An address alone is written with level M. One with a signed fragment takes level L: it is four times as long,
and finer modules lose more than a higher level gives back (measured: docs/decisions/0124).
"""

from collections.abc import Iterator

import zxingcpp

QUIET = 4  # modules of white around a QR code, as the standard asks
DARK, LIGHT = 0, 255
MOST_MODULES = 41  # version 6: what is read at 20 mm and 100 dpi every time
FRAGMENT = "#"


def qr(address: str) -> str:
    """An address as a QR code, one path of whole modules. Place it at 0.5 mm a module or more."""
    rows = matrix(address)
    side = len(rows) + 2 * QUIET
    path = "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in runs(rows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" viewBox="0 0 {side} {side}">'
        f'<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/><path d="{path}"/></svg>'
    )


def matrix(address: str, *, level: str = "") -> list[bytes]:
    """A byte for each module, row by row, without the quiet zone. `level`: another than the one we print."""
    level = level or ("L" if FRAGMENT in address else "M")
    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level=level)
    modules = memoryview(code.to_image(scale=1, add_quiet_zones=False))
    side = modules.shape[0]
    pixels = modules.tobytes()
    return [pixels[start : start + side] for start in range(0, len(pixels), side)]


def is_fine_enough(address: str) -> bool:
    """Whether its modules are large enough to be read from a print of 20 mm."""
    return len(matrix(address)) <= MOST_MODULES


def runs(rows: list[bytes]) -> Iterator[tuple[int, int, int]]:
    """Where dark modules begin (x, y, with the quiet zone) and how many there are side by side."""
    for y, row in enumerate(rows, start=QUIET):
        start = row.find(DARK)
        while start != -1:
            end = row.find(LIGHT, start)
            end = len(row) if end == -1 else end
            yield start + QUIET, y, end - start
            start = row.find(DARK, end)
