"""Where the towns stand on the line map of the coast (`components/coast_map.html`).

The projection is the plainest there is: x = (longitude - 1.75) * 606, y = (51.29 - latitude) * 963, in the
units of an SVG of 1000 × 568. 606 / 963 is the cosine of 51° north, so a kilometre is as long east as it is
north.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from documents.towns import town_name

WEST, NORTH = 1.75, 51.29
PER_DEGREE_EAST, PER_DEGREE_SOUTH = 606, 963


@dataclass(frozen=True)
class Place:
    """A dot with its name; a link when `url` is given. `anchor` is the SVG text-anchor of the name.

    `key` is the name on its signposts; the map shows the one of the page's language.

    `at_sea`: the name stands over the sea, so its halo has the sea's colour.
    """

    key: str
    x: int
    y: int
    label_x: int
    label_y: int
    anchor: str
    at_sea: bool = False
    url: str = ""
    active: bool = False
    count: int | None = None

    @property
    def name(self) -> str:
        return town_name(self.key)


def project(*, lat: float, lon: float) -> tuple[int, int]:
    """Degrees to units of the map."""
    return round((lon - WEST) * PER_DEGREE_EAST), round((NORTH - lat) * PER_DEGREE_SOUTH)


# name: latitude, longitude, side of the name
_POSITIONS = {
    "Calais": (50.951, 1.859, "s"),
    "Gravelines": (50.987, 2.128, "s"),
    "Dunkerque": (51.034, 2.377, "sea"),
    "Bergues": (50.969, 2.434, "s"),
    "Hondschoote": (50.980, 2.585, "e"),
    "De Panne": (51.098, 2.594, "nw"),
    "Veurne": (51.072, 2.662, "e"),
    "Nieuwpoort": (51.130, 2.751, "e"),
    "Diksmuide": (51.033, 2.865, "e"),
    "Ieper": (50.850, 2.885, "e"),
    "Poperinge": (50.856, 2.726, "n"),
    "Oostende": (51.225, 2.919, "e"),
    "Roeselare": (50.945, 3.125, "e"),
    "Kortrijk": (50.828, 3.265, "n"),
}
_LABELS = {
    "n": (0, -18, "middle"),
    "e": (20, 9, "start"),
    "s": (0, 38, "middle"),
    "w": (-20, 9, "end"),
    "nw": (-8, -24, "end"),
    "sea": (-4, -42, "middle"),  # over the shore, for a town whose name would lie on the coast's line
}
AT_SEA = ("nw", "sea")


def _at(name: str, *, lat: float, lon: float, side: str, **link: object) -> Place:
    x, y = project(lat=lat, lon=lon)
    dx, dy, anchor = _LABELS[side]
    return Place(
        key=name, x=x, y=y, label_x=x + dx, label_y=y + dy, anchor=anchor, at_sea=side in AT_SEA, **link
    )


def can_place(town: Mapping) -> bool:
    """An editor may open a room in a town the map does not know: it is then in the list only."""
    return bool((town.get("lat") and town.get("lon")) or town["name"] in _POSITIONS)


def place(town: Mapping) -> Place:
    """A town given by a view; `lat` and `lon` may be left out for the towns that the map knows."""
    known = _POSITIONS.get(town["name"], (None, None, "e"))
    if not (town.get("lat") or known[0]):
        raise ValueError(f"the map does not know where {town['name']} is: give lat and lon")
    return _at(
        town["name"],
        lat=float(town.get("lat") or known[0]),
        lon=float(town.get("lon") or known[1]),
        side=known[2],
        url=town.get("url", ""),
        active=bool(town.get("active")),
        count=town.get("count"),
    )


TOWNS = [_at(name, lat=lat, lon=lon, side=side) for name, (lat, lon, side) in _POSITIONS.items()]
