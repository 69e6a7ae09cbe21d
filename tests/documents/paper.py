"""Looking at a printed file: its pixels, its words, its tags."""

from io import BytesIO

import pikepdf
import pypdfium2
from PIL import ImageChops
from PIL.Image import Image, new

MM_PER_INCH = 25.4


def seen(pdf: bytes, *, dpi: int) -> Image:
    """The first page as a picture."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[0].render(scale=dpi / 72).to_pil().convert("RGB")
    finally:
        document.close()


def words(pdf: bytes) -> str:
    """All text in reading order; PDFium marks a hyphen at the end of a line with a code of its own."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    return " ".join(text.replace("\ufffe", "-").replace("\x02", "-").split())


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def tags(pdf: bytes, name: str) -> list[dict[str, str]]:
    """The elements of the tag tree with this name, in reading order: their alternative text and language."""

    def walk(element):
        if not isinstance(element, pikepdf.Dictionary):
            return
        if element.get("/S") == name:
            yield {key: str(element.get(key, "")) for key in ("/Alt", "/Lang")}
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            yield from walk(kid)

    with opened(pdf) as document:
        return list(walk(document.Root.StructTreeRoot))


def bounds_mm(
    picture: Image, colour: tuple[int, int, int], *, dpi: int, until_gap: bool = False
) -> tuple[float, float]:
    """Width and height in mm of the rectangle that holds every pixel of this colour, or only the leftmost
    of those that a column without the colour keeps apart."""
    apart = ImageChops.difference(picture, new("RGB", picture.size, colour)).convert("L")
    found = apart.point(lambda distance: 255 if distance < 4 else 0)
    left, top, right, bottom = found.getbbox()
    if until_gap:
        columns = range(left, right)
        right = next(x for x in columns if not found.crop((x, top, x + 1, bottom)).getbbox())
        _, top, _, bottom = found.crop((left, 0, right, picture.height)).getbbox()
    return (right - left) * MM_PER_INCH / dpi, (bottom - top) * MM_PER_INCH / dpi
