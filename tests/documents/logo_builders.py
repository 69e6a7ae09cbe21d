"""Logos of houses that do not exist, drawn on the spot, as files that somebody uploads."""

from io import BytesIO

from PIL import Image, ImageDraw

COLOURS = ("#039", "#a83f26", "#2d6a4c", "#7a1f5c", "#0b3c49", "#c77700")
SHAPES = ((900, 420), (480, 480), (1400, 300))  # a usual one, a square, a word


def logo(number: int = 0) -> Image.Image:
    """On a transparent ground, with a margin."""
    width, height = SHAPES[number % len(SHAPES)]
    picture = Image.new("RGBA", (width + 80, height + 80), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    colour = COLOURS[number % len(COLOURS)]
    pen.ellipse((40, 40, 40 + height, 40 + height), fill=colour)
    pen.text((40 + height // 3, 40 + height // 4), f"{number + 1}", fill="white", font_size=height // 2)
    if width > height:
        pen.text((70 + height, 40 + height // 4), "Ville", fill=colour, font_size=height // 2)
    return picture


def written(picture: Image.Image, kind: str = "PNG", **options) -> bytes:
    file = BytesIO()
    picture.save(file, format=kind, **options)
    return file.getvalue()
