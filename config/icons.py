"""The icons of the application on a telephone, drawn from the same lines as the favicon.

`python -m config.icons` writes them to static/img/; they are kept there, as the drawing hardly ever changes.
"""

from collections.abc import Iterator
from itertools import pairwise
from math import dist

from PIL import Image, ImageDraw

from config.environment import BASE_DIR

FOLDER = BASE_DIR / "static" / "img"
SEA, SAND, RAPESEED = "#0b3c49", "#f7f2e8", "#f2b705"
GRID = 40  # units of the favicon
FINE = 4  # drawn this many times larger, then made smaller: soft edges
STROKE, GAP = 4.5, 7
WAVE = (((5, 0), (11, -6), (16, -6), (20, -1)), ((20, -1), (24, 4), (29, 4), (35, -2)))

Point = tuple[float, float]


def main() -> None:
    draw(192, corner=8).save(FOLDER / "app-192.png", optimize=True)
    draw(512, corner=8).save(FOLDER / "app-512.png", optimize=True)
    draw(512, corner=0, scale=0.72).save(FOLDER / "app-maskable-512.png", optimize=True)


def draw(size: int, *, corner: float, scale: float = 1) -> Image.Image:
    """`corner` in units of the grid; `scale`: of the waves, where a telephone cuts the edges off."""
    unit = size * FINE / GRID
    picture = Image.new("RGBA", (size * FINE, size * FINE), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    pen.rounded_rectangle((0, 0, size * FINE - 1, size * FINE - 1), radius=corner * unit, fill=SEA)

    def dot(point: Point, colour: str) -> None:
        x, y = ((one - GRID / 2) * scale * unit + GRID / 2 * unit for one in point)
        radius = STROKE / 2 * scale * unit
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)

    for height in (11, 31):
        for point in along(height):
            dot(point, SAND)
    for point in spaced(along(21), GAP):
        dot(point, RAPESEED)
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def along(height: float, steps: int = 400) -> Iterator[Point]:
    """The wave at this height, as many points."""
    for start, first, second, end in WAVE:
        for step in range(steps + 1):
            t = step / steps
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
            x, y = (
                sum(w * p[axis] for w, p in zip(weights, (start, first, second, end), strict=True))
                for axis in (0, 1)
            )
            yield x, y + height


def spaced(points: Iterator[Point], gap: float) -> Iterator[Point]:
    """Every point that lies a gap further along the line."""
    walked = gap
    for one, other in pairwise(points):
        if walked >= gap:
            yield one
            walked -= gap
        walked += dist(one, other)


if __name__ == "__main__":
    main()
