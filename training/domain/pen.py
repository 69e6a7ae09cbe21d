"""A signature as it was drawn: strokes of a pen on a field of 1000 × 400, and nothing else.

Written as JSON, a list of strokes, each `[x, y, x, y, …]` in whole numbers: small, drawn anew at any size.
"""

import json
from itertools import pairwise

from django.utils.translation import gettext as _

from training.exceptions import Refusal
from training.models.signing import LONGEST_MARK

WIDTH, HEIGHT = 1000, 400
SHORTEST = 60  # a dot or a slip of the finger is no signature

Stroke = list[int]


def accepted(text: str) -> str:
    """The drawing in its one way of writing. Refuses what is none, too short or too long."""
    if len(text) > LONGEST_MARK:
        raise Refusal(_("This drawing is too long. Sign again, more simply."), code="drawing")
    strokes = read(text)
    if _length(strokes) < SHORTEST:
        raise Refusal(_("The field is still empty. Sign with your finger or type your name."), code="drawing")
    return json.dumps(strokes, separators=(",", ":"))


def read(text: str) -> list[Stroke]:
    """Refuses everything but strokes on the field."""
    try:
        strokes = json.loads(text)
    except (ValueError, RecursionError):
        strokes = None
    if not isinstance(strokes, list) or not all(_is_stroke(one) for one in strokes):
        raise Refusal(_("This drawing cannot be read. Sign again."), code="drawing")
    return strokes


def _is_stroke(one: object) -> bool:
    if not isinstance(one, list) or not one or len(one) % 2:
        return False
    if not all(type(number) is int for number in one):
        return False
    return all(0 <= x <= WIDTH for x in one[::2]) and all(0 <= y <= HEIGHT for y in one[1::2])


def _length(strokes: list[Stroke]) -> float:
    steps = (step for one in strokes for step in pairwise(zip(one[::2], one[1::2], strict=True)))
    return sum(((x - a) ** 2 + (y - b) ** 2) ** 0.5 for (x, y), (a, b) in steps)


def path(text: str) -> str:
    """The strokes as the `d` of an SVG path, in a view box of 1000 × 400."""
    return " ".join(
        "M" + "L".join(f"{x} {y}" for x, y in zip(one[::2], one[1::2], strict=True)) for one in read(text)
    )
