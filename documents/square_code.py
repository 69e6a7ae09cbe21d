"""The square code of an address, as SVG, for papers and screens. Loads nothing of the press."""

import segno

QUIET = 4  # modules of white around a QR code, as the standard asks


def qr(address: str) -> str:
    """An address as a QR code, level M, one path of whole modules. Place it at 0.75 mm a module or more."""
    matrix = segno.make(address, error="m", micro=False, boost_error=False).matrix
    side = len(matrix) + 2 * QUIET
    runs = "".join(
        f"M{x + QUIET} {y + QUIET}h{length}v1h-{length}z"
        for y, row in enumerate(matrix)
        for x, length in _runs(row)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" viewBox="0 0 {side} {side}">'
        f'<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/><path d="{runs}"/></svg>'
    )


def _runs(row) -> list[tuple[int, int]]:
    """Where dark modules begin and how many there are."""
    runs, start = [], None
    for x, dark in enumerate([*row, 0]):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            runs.append((start, x - start))
            start = None
    return runs
