"""Reads the square codes on the photo or the scan of a sheet. Knows pictures, nothing of half-days."""

from collections.abc import Iterator
from io import BytesIO

import pypdfium2
import zxingcpp
from PIL import Image

from training.domain.file_types import PDF

MOST_PAGES = 20  # of one file: a week of a large group has five
DOTS = 200  # an inch: a square code of 20 mm has 160 of them a side
SIZES = (1.0, 0.5)  # a sharp picture is read as it is, a noisy one better when it is smaller


def texts(content: bytes, *, media_type: str) -> list[str]:
    """What the codes say, each once, in the order of the pages. Empty when none can be read.

    `content` is what `file_types.accepted` let through. A PDF that cannot be opened has no codes.
    """
    found = [text for page in _pages(content, media_type) for text in _codes(page)]
    return list(dict.fromkeys(found))


def _pages(content: bytes, media_type: str) -> Iterator[Image.Image]:
    if media_type != PDF:
        with Image.open(BytesIO(content)) as picture:
            yield picture.convert("L")
        return
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return
    try:
        for number in range(min(len(document), MOST_PAGES)):
            yield document[number].render(scale=DOTS / 72, grayscale=True).to_pil()
    finally:
        document.close()


def _codes(page: Image.Image) -> list[str]:
    found: list[str] = []
    for size in SIZES:
        smaller = page.resize((round(page.width * size), round(page.height * size))) if size < 1 else page
        found += [
            each.text for each in zxingcpp.read_barcodes(smaller, formats=zxingcpp.BarcodeFormat.QRCode)
        ]
    return found
