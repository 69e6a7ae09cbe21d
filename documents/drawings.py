"""Drawings made from facts, as SVG: the stair of a skill and the strokes of a signature.

They survive a black-and-white copier: solid, grey and empty, never colour alone.
"""

import re
from fractions import Fraction

from documents import glyphs
from documents.exceptions import PressFault
from documents.ladder import HALF, HEIGHTS, MAIN_LEVELS

SEA, STONE, INK, SUN = "#0b3c49", "#b3c3c6", "#17262b", "#f2b705"
TREAD, RISE, FLAG, LETTERS = 10, 4, 13, 14  # width and height of one tread, room above and below
ONLY_LINES = re.compile(r"[MLmlQq0-9 .,-]*")


def stair(*, entry: str | None, reached: str | None, treads: int) -> str:
    """The stair of one skill: what was there at entry (grey), was gained (solid), is still to climb.

    `treads` is how many are drawn (`ladder.treads_for`), the same for all stairs of one page. Without
    `reached` it is a stair nobody was seen on.
    """
    start, end = HEIGHTS[entry or "A0"], HEIGHTS[reached or "A0"]
    width, height = treads * TREAD, FLAG + treads * RISE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height + LETTERS}"'
        f' viewBox="-1 0 {width + 6} {height + LETTERS}">'
        + "".join(_tread(number, ground=height, start=start, end=end) for number in range(1, treads + 1))
        + (_flag(end, ground=height) if reached else "")
        + "".join(_letters(number, ground=height) for number in range(treads // 3))
        + "</svg>"
    )


def strokes(path: str, *, width: int, height: int) -> str:
    """A signature as it was drawn: lines only, black, whatever the colour of the screen was.

    Raises PressFault for a path that is more than moves and lines: it comes from outside.
    """
    if not ONLY_LINES.fullmatch(path):
        raise PressFault("a signature is not a path of lines")
    pen = max(width // 120, 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}"><path fill="none" stroke="{INK}" stroke-width="{pen}"'
        f' stroke-linecap="round" stroke-linejoin="round" d="{path}"/></svg>'
    )


def _tread(number: int, *, ground: int, start: Fraction, end: Fraction) -> str:
    x, top = (number - 1) * TREAD, ground - number * RISE
    parts = [f'<path fill="none" stroke="{SEA}" stroke-width=".7" d="{_box(x, top, TREAD, number * RISE)}"/>']
    for colour, level in ((SEA, end), (STONE, start)):
        if share := min(max(level - number + 1, 0), 1):
            shape = _box(x, top, int(share * TREAD), number * RISE)
            parts.append(f'<path fill="{colour}" stroke="{SEA}" stroke-width=".7" d="{shape}"/>')
    return "".join(parts)


def _flag(level: Fraction, *, ground: int) -> str:
    """A pennant where the holder stands now."""
    x = max(int(level * TREAD) - TREAD // 2, 2)
    foot = ground - int(level + HALF) * RISE
    return (
        f'<path fill="{SUN}" stroke="{INK}" stroke-width="1" stroke-linejoin="round"'
        f' d="M{x} {foot}v-12l9 3.2l-9 3.2"/>'
    )


def _letters(number: int, *, ground: int) -> str:
    x = number * 3 * TREAD + 3 * TREAD // 2
    path = glyphs.outline(MAIN_LEVELS[number], size=11)
    return f'<path fill="{INK}" transform="translate({x} {ground + 12})" d="{path}"/>'


def _box(x: int, y: int, width: int, height: int) -> str:
    return f"M{x} {y}h{width}v{height}h-{width}z"
