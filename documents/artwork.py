"""Drawings worked out once and laid down again in every document: a third of the time of a page.

They are put into the `cache` that WeasyPrint keeps its images in, by address. One drawing is recorded per
size as the operators of a form of its own, so it depends on nothing around it.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pydyf
from PIL import Image

from documents import square_code
from documents.engraving import Elaborate, engraved
from documents.exceptions import PressFault

PNG = b"\x89PNG\r\n\x1a\n"
DEPTH = 24  # of the depth in a PNG: signature, length and name of its head, width, height


class PaintedOnce:
    """Stands for an image of WeasyPrint. For drawings in plain colours: no gradients, no pictures inside.

    `lettered`: its letters are a form of their own, which `finishing` puts into the file once for all
    drawings that have the same.
    """

    def __init__(self, image, *, lettered: bool = False) -> None:
        self.image, self.lettered = image, lettered
        self.recorded: dict[tuple[float, float], Painting] = {}

    def get_intrinsic_size(self, *args):
        return self.image.get_intrinsic_size(*args)

    def draw(self, stream, width: float, height: float, style) -> None:
        form = stream.add_group(0, 0, width, height)
        if (width, height) not in self.recorded:
            self.recorded[width, height] = self._painted(form, width, height, style)
        painting = self.recorded[width, height]
        form.stream[:] = painting.operators
        form.extra["Resources"]["ExtGState"] = pydyf.Dictionary(painting.states)
        if not painting.states:
            del form.extra["Group"]  # nothing to blend
        if painting.lettering:
            letters = form.add_group(0, 0, width, height)
            letters.stream[:] = [painting.lettering]
            letters.is_shared = True
            del letters.extra["Group"]
            form.draw_x_object(letters.id)
        stream.draw_x_object(form.id)

    def _painted(self, form, width: float, height: float, style) -> "Painting":
        self.image.draw(form, width, height, style)
        resources = form.extra["Resources"]
        if resources["Pattern"] or resources["Shading"] or resources["XObject"]:
            raise PressFault("a drawing of the press has a gradient or a picture inside")
        states = dict(resources["ExtGState"])
        try:
            engraving = engraved(form.stream, states, lettered=self.lettered)
        except Elaborate:
            return Painting(list(form.stream), states)
        if engraving.lettering:
            return Painting([b"q", engraving.plate, b"Q"], {}, engraving.lettering)
        return Painting([engraving.plate], {})


@dataclass(frozen=True)
class Painting:
    """What is written for a drawing in one size."""

    operators: list
    states: dict
    lettering: bytes = b""


class SquareCode:
    """Stands for an image of WeasyPrint: the square code of an address, as one form of whole modules."""

    def __init__(self, address: str) -> None:
        self.matrix = square_code.matrix(address)
        self.side = len(self.matrix) + 2 * square_code.QUIET

    def get_intrinsic_size(self, *args):
        return self.side, self.side, 1

    def draw(self, stream, width: float, height: float, style) -> None:
        form = stream.add_group(0, 0, width, height)
        del form.extra["Group"]  # nothing to blend: a group would round a shade at the edges
        form.transform(a=width / self.side, d=height / self.side)
        form.set_color_rgb(1, 1, 1)
        form.rectangle(0, 0, self.side, self.side)
        form.fill()
        form.set_color_rgb(0, 0, 0)
        form.stream += [b"%d %d %d 1 re" % run for run in square_code.runs(self.matrix)]
        form.fill()
        stream.draw_x_object(form.id)


class PrintedLogo:
    """Stands for an image of WeasyPrint, which writes every pixel in three bytes: a PNG as it was kept, its
    few colours as a table, its deflated rows as they are.
    """

    def __init__(self, png: bytes) -> None:
        picture = Image.open(BytesIO(png))
        self.id = hashlib.sha256(png).hexdigest()[:32]
        self.width, self.height = picture.size
        colours = picture.getpalette("RGB")
        self.rows = b"".join(_chunks(png, b"IDAT"))
        self.extra = {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": self.width,
            "Height": self.height,
            "ColorSpace": pydyf.Array(
                ["/Indexed", "/DeviceRGB", len(colours) // 3 - 1, f"<{bytes(colours).hex()}>"]
            ),
            "BitsPerComponent": png[DEPTH],
            "Filter": "/FlateDecode",
            "DecodeParms": pydyf.Dictionary(
                {"Predictor": 15, "Columns": self.width, "BitsPerComponent": png[DEPTH]}
            ),
        }

    def get_intrinsic_size(self, resolution, font_size):
        return self.width / resolution, self.height / resolution, self.width / self.height

    def draw(self, stream, width: float, height: float, style) -> None:
        name = stream.add_image(self, interpolate=False, ratio=1)  # PDF/A: nothing is smoothed
        stream.transform(width, 0, 0, -height, 0, height)
        stream.draw_x_object(name)

    def get_x_object(self, interpolate: bool, dpi_ratio: float) -> pydyf.Stream:
        return pydyf.Stream([self.rows], pydyf.Dictionary(self.extra))


def _chunks(png: bytes, wanted: bytes) -> Iterator[bytes]:
    place = len(PNG)
    while place < len(png):
        length, name = int.from_bytes(png[place : place + 4]), png[place + 4 : place + 8]
        if name == wanted:
            yield png[place + 8 : place + 8 + length]
        place += 12 + length
