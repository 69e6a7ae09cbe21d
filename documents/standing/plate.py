"""A file as a block of bytes that never changes, and room for the few objects that are cast anew."""

import hashlib
import re

import pydyf

from documents.finishing import Pressed
from documents.standing import cast

HEAD = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
STREAM = re.compile(rb"[^>]*?<<.*?/Length (\d+).*?>>\nstream\n", re.DOTALL)
OF_PYDYF = ("/ObjStm", "/XRef")


class Plate:
    """Made from the objects of a finished `pydyf.PDF`; `changing` are the numbers of those cast anew: its
    dictionaries are packed together again for each person, its streams stand alone.
    """

    def __init__(self, pdf: pydyf.PDF, *, changing: set[int]) -> None:
        objects = [
            each
            for each in pdf.objects
            if each.free != "f" and each.number not in changing and not _is_of_pydyf(each)
        ]
        self.root, self.info = pdf.catalog.reference, pdf.info.reference
        self.streams = [each for each in sorted(changing) if not pdf.objects[each].compressible]
        self.loose = sorted(changing.difference(self.streams))
        self.packed = len(pdf.objects)  # two packets of dictionaries, and then the table
        self.width = (1, 3, 1 if len(objects) < 256 else 2)  # bytes in a row: kind, place, index
        self.rows = [self._row(0, 0, 0)] * (self.packed + 3)
        parts, place = [HEAD], len(HEAD)
        packed = self._pack([each for each in objects if each.compressible])
        for each in [*(each for each in objects if not each.compressible), packed]:
            self.rows[each.number] = self._row(1, place, 0)
            parts.append(_written(each))
            place += len(parts[-1])
        for order, number in enumerate(self.loose):
            self.rows[number] = self._row(2, self.packed + 1, order)
        self.block = b"".join(parts)
        self.digest = hashlib.sha256(self.block)

    def _pack(self, objects: list[pydyf.Object]) -> Pressed:
        for order, each in enumerate(objects):
            self.rows[each.number] = self._row(2, self.packed, order)
        content, extra = _packet([each.number for each in objects], [each.data for each in objects])
        written = pydyf.Stream([content], extra, compress=True)
        written.number = self.packed
        return Pressed(written)

    def printed(self, objects: dict[int, bytes]) -> bytes:
        """The whole file. `objects`: each changing stream as it is written, and what is in each changing
        dictionary.
        """
        content, extra = _packet(self.loose, [objects[number] for number in self.loose])
        written = [(number, objects[number]) for number in self.streams]
        written.append((self.packed + 1, cast.stream(self.packed + 1, content, pydyf.Stream(extra=extra))))
        rows, place, digest = list(self.rows), len(self.block), self.digest.copy()
        for number, each in written:
            rows[number] = self._row(1, place, 0)
            digest.update(each)
            place += len(each)
        number = self.packed + 2
        rows[number] = self._row(1, place, 0)
        identity = f"<{digest.hexdigest()[:32]}>"
        extra = {
            "Type": "/XRef",
            "W": pydyf.Array(self.width),
            "Size": len(rows),
            "Root": self.root,
            "Info": self.info,
            "ID": pydyf.Array([identity, identity]),
        }
        table = cast.stream(number, b"".join(rows), pydyf.Stream(extra=extra))
        end = b"startxref\n%d\n%%%%EOF\n" % place
        return b"".join((self.block, *(each for _number, each in written), table, end))

    def _row(self, *values: int) -> bytes:
        return b"".join(value.to_bytes(width, "big") for value, width in zip(values, self.width, strict=True))


def _packet(numbers: list[int], contents: list[bytes]) -> tuple[bytes, dict]:
    """Many dictionaries as one stream (ISO 32000-1, 7.5.7), and what is said of it."""
    index, place = [], 0
    for number, content in zip(numbers, contents, strict=True):
        index += [number, place]
        place += len(content) + 1
    first = " ".join(map(str, index)).encode()
    extra = {"Type": "/ObjStm", "N": len(numbers), "First": len(first) + 1}
    return b"\n".join((first, *contents)), extra


def _is_of_pydyf(written: pydyf.Object) -> bool:
    return isinstance(written, pydyf.Stream) and written.extra.get("Type") in OF_PYDYF


def _written(each: pydyf.Object) -> bytes:
    """An object of its own; a stream ends in CR LF, so that a last byte CR of it is not read as its end."""
    stream = STREAM.match(each.indirect)
    if stream is None:
        return each.indirect + b"\n"
    content = each.indirect[stream.end() : stream.end() + int(stream[1])]
    return b"%b%b\r\nendstream\nendobj\n" % (stream[0], content)
