"""How far a town of courses is from where somebody lives: as the crow flies, from middle to middle.

By road it is farther: the form says so. Of the places in `training/reference/places.json`; of any other
nothing is known, and nothing is guessed.
"""

import json
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

PLACES = Path(__file__).resolve().parent.parent / "reference" / "places.json"
EARTH = 6371.0  # kilometres, its mean radius
Point = tuple[float, float]


def kilometres(commune_code: str | None, town: str) -> float | None:
    """From the commune (INSEE code) to the town (as on its signposts); None when one of them is not known."""
    home, there = communes().get(commune_code or ""), towns().get(town.casefold())
    return between(home, there) if home and there else None


def is_placed(commune_code: str | None) -> bool:
    return (commune_code or "") in communes()


def between(one: Point, other: Point) -> float:
    """The great circle (haversine) between two places given in degrees north and east."""
    north, east = radians(other[0] - one[0]), radians(other[1] - one[1])
    half = sin(north / 2) ** 2 + cos(radians(one[0])) * cos(radians(other[0])) * sin(east / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))


@cache
def communes() -> dict[str, Point]:
    return {code: (north, east) for code, _name, north, east in _places()["communes"]}


@cache
def towns() -> dict[str, Point]:
    """On both sides of the border, by name in small letters."""
    french = {name.casefold(): (north, east) for _code, name, north, east in _places()["communes"]}
    return french | {name.casefold(): (north, east) for name, north, east in _places()["towns"]}


@cache
def _places() -> dict:
    return json.loads(PLACES.read_text())
