"""How often a square code is read, by its modules, side and resolution: the table of docs/decisions/0124.

    python -m tests.documents.square_code_measured [times, 60 unless told]

Each code is of chance, drawn as a vector at a place of chance between the pixels, and read by zxing-cpp.
"""

import sys
from base64 import b32encode
from collections.abc import Iterator
from io import BytesIO
from random import Random

import pydyf
import pypdfium2
from PIL import Image

from documents import square_code
from tests.documents.test_square_code import photographed, read

ADDRESS = "HTTPS://ATTEST.GRENSTAAL.EU/V/7K3MQ9XD2TFA"
CODES = ((0, "M"), (85, "L"), (92, "L"), (85, "M"), (112, "L"))  # bytes of the fragment, level
SIDES_MM = (20, 23.4)  # what the plan asks, what is printed
POINTS_PER_MM = 72 / 25.4
WHITE = 22  # points around, more than four modules


def measure(times: int) -> Iterator[tuple]:
    dice = Random(1)
    for size, level in CODES:
        for side in SIDES_MM:
            runs = [_once(dice, size, level, side) for _ in range(times)]
            modules = runs[0][0]
            yield (
                modules,
                level,
                side,
                *(sum(column) / times for column in zip(*(one[1] for one in runs), strict=True)),
            )


def _once(dice: Random, size: int, level: str, side: float) -> tuple[int, list[bool]]:
    """The number of modules, and whether it was read in each way."""
    fragment = "#" + b32encode(dice.randbytes(size)).decode().rstrip("=") if size else ""
    said = ADDRESS + fragment
    rows = square_code.matrix(said, level=level)
    pdf = _drawn(rows, side, place=(dice.random(), dice.random()))
    pictures = [_seen(pdf, dpi) for dpi in (72, 100, 150)]
    pictures += [photographed(_seen(pdf, dpi), angle=dice.uniform(-4, 4), dice=dice) for dpi in (100, 150)]
    return len(rows), [read(picture) == [said] for picture in pictures]


def _drawn(rows: list[bytes], side_mm: float, *, place: tuple[float, float]) -> bytes:
    side = side_mm * POINTS_PER_MM
    module = side / len(rows)
    stream = pydyf.Stream()
    stream.set_matrix(module, 0, 0, -module, WHITE + place[0], WHITE + side + place[1])
    for x, y, length in square_code.runs(rows):
        stream.rectangle(x - square_code.QUIET, y - square_code.QUIET, length, 1)
    stream.fill()
    paper = pydyf.PDF()
    paper.add_object(stream)
    box = pydyf.Array([0, 0, side + 2 * WHITE, side + 2 * WHITE])
    paper.add_page(
        pydyf.Dictionary(
            {"Type": "/Page", "Parent": paper.pages.reference, "MediaBox": box, "Contents": stream.reference}
        )
    )
    written = BytesIO()
    paper.write(written)
    return written.getvalue()


def _seen(pdf: bytes, dpi: int) -> Image.Image:
    return pypdfium2.PdfDocument(pdf)[0].render(scale=dpi / 72).to_pil().convert("L")


if __name__ == "__main__":
    print("modules level side | 72 100 150 dpi | photographed at 100 150")
    for modules, level, side, *shares in measure(int(sys.argv[1]) if len(sys.argv) > 1 else 60):
        print(f"{modules} {level} {side} mm | " + " ".join(f"{share:.0%}" for share in shares))
