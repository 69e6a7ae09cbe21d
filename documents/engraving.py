"""A drawing in as few words as it can be said: what is on the paper stays, what is said twice goes.

WeasyPrint says for every stroke of a drawing which pen, colour and joint it takes, with six decimals. Here a
word is said when it changes something, a corner of a line is set to a hundredth of a unit of its drawing, and
four lines around a box are one.
"""

import re
from dataclasses import dataclass

import pydyf

PAINTS = {"f": "fill", "f*": "fill", "S": "stroke", "s": "stroke", "B": "both", "B*": "both", "b": "both"}
OF_FILL, OF_STROKE = ("rg",), ("RG", "w", "d", "J", "j", "M")
PATH = {"m", "l", "c", "h", "re"}
OPAQUE = {"A1.0": {"CA": 1}, "a1.0": {"ca": 1}, "a1": {"ca": 1}, "A1": {"CA": 1}}
FRACTION = re.compile(r"\d+\.\d*")
SAME = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Matrix = tuple[float, float, float, float, float, float]


class Elaborate(Exception):
    """More than opaque shapes: it is printed as it came."""


@dataclass
class _Ground:
    """What a shape is drawn with: the words for it, and how its numbers become places."""

    said: dict[str, str]
    turned: Matrix


@dataclass(frozen=True)
class Engraving:
    """`lettering` is what stands at the end of the drawing, each shape in a place of its own: with `plate`
    painted first it may be a form that several drawings share. Empty: all is in `plate`.
    """

    plate: bytes
    lettering: bytes


def engraved(operators: list, states: dict, *, lettered: bool = False) -> Engraving:
    """The same shapes; `lettered`: those at its end apart. Raises Elaborate for anything that is not opaque,
    plain and unclipped.
    """
    if any(OPAQUE.get(name) != dict(state) for name, state in states.items()):
        raise Elaborate
    shapes = list(_shapes(operators))
    base = shapes[0][0].turned
    end = len(shapes)
    while lettered and end > 1 and shapes[end - 1][0].turned != base:
        end -= 1
    return Engraving(_said(shapes[:end], base), _said(shapes[end:], base) if end < len(shapes) else b"")


def _said(shapes: list, base: Matrix) -> bytes:
    words, said = [f"{_matrix(base)} cm"], {}
    for ground, path, paint in shapes:
        needed = {"fill": OF_FILL, "stroke": OF_STROKE, "both": OF_FILL + OF_STROKE}[PAINTS[paint]]
        for name in needed:
            if name in ground.said and said.get(name) != ground.said[name]:
                said[name] = ground.said[name]
                words.append(f"{said[name]} {name}")
        inside = [*_lines(path), paint]
        if ground.turned != base:
            inside = ["q", f"{_matrix(_between(base, ground.turned))} cm", *inside, "Q"]
        words += inside
    return "\n".join(words).encode()


def _shapes(operators: list):
    """Each shape with its ground: what was said before it, as deep as it lies."""
    ground, deeper, path = _Ground({}, SAME), [], []
    for token in b"\n".join(map(pydyf._to_bytes, operators)).decode().split("\n"):
        values, _space, name = token.rpartition(" ")
        if name in PATH:
            path.append((name, [float(value) for value in values.split()]))
        elif name in PAINTS:
            yield ground, path, name
            path = []
        elif name == "q":
            deeper.append(_Ground(dict(ground.said), ground.turned))
        elif name == "Q":
            ground = deeper.pop()
        elif name == "cm":
            ground = _Ground(ground.said, _times(tuple(map(float, values.split())), ground.turned))
        elif name in OF_FILL + OF_STROKE:
            ground = _Ground(ground.said | {name: _short(values)}, ground.turned)
        elif name == "n":
            path = []
        elif name != "gs":
            raise Elaborate


def _lines(path: list) -> list[str]:
    """The outline, from its first real point on; a box as one word."""
    said, number = [], 0
    while number < len(path):
        name, values = path[number]
        following = path[number + 1][0] if number + 1 < len(path) else ""
        if name == "m" and following in ("m", "re", ""):
            number += 1
        elif box := _box(path[number : number + 5]):
            said.append(f"{' '.join(map(_number, box))} re")
            number += 5
        else:
            said.append(" ".join([*map(_number, values), name]))
            number += 1
    return said


def _box(part: list) -> list[float] | None:
    """Left, top, width and height when these five words go around a box whose sides are upright."""
    if [name for name, _values in part] != ["m", "l", "l", "l", "h"]:
        return None
    (x, y), (right, level), (side, bottom), (left, end) = (values for _name, values in part[:4])
    if (x, y, right, bottom) != (left, level, side, end):
        return None
    return [x, y, right - x, bottom - y]


def _number(value: float) -> str:
    """To a hundredth, without a nought that says nothing."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return {"-0": "0"}.get(text, text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text)


def _short(values: str) -> str:
    """Widths, dashes and colours: to a thousandth."""
    return FRACTION.sub(lambda found: f"{float(found[0]):.3f}".rstrip("0").rstrip("."), values)


def _matrix(matrix: Matrix) -> str:
    """All of its decimals: they are multiplied."""
    return " ".join(f"{value:.6f}".rstrip("0").rstrip(".") for value in matrix)


def _times(one: Matrix, other: Matrix) -> Matrix:
    """First `one`, then `other`."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _between(base: Matrix, turned: Matrix) -> Matrix:
    """What leads from `base` to `turned`."""
    a, b, c, d, e, f = base
    determinant = a * d - b * c
    back = (
        d / determinant,
        -b / determinant,
        -c / determinant,
        a / determinant,
        (c * f - d * e) / determinant,
        (b * e - a * f) / determinant,
    )
    return _times(turned, back)
