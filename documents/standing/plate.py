"""A file as a block of bytes that never changes, and room for the few objects that are cast anew."""

import hashlib
import re

import pydyf

from documents.finishing import Pressed
from documents.standing import cast

HEAD = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
ROW = (1, 4, 2)  # bytes in a row of the table of objects: kind, place, index
STREAM = re.compile(rb"[^>]*?<<.*?/Length (\d+).*?>>\nstream\n", re.DOTALL)
OF_PYDYF = ("/ObjStm", "/XRef")


class Plate:
    """Made from the objects of a finished `pydyf.PDF`; `changing` are the numbers of those cast anew."""

    def __init__(self, pdf: pydyf.PDF, *, changing: set[int]) -> None:
        objects = [
            each
            for each in pdf.objects
            if each.free != "f" and each.number not in changing and not _is_of_pydyf(each)
        ]
        self.root, self.info = pdf.catalog.reference, pdf.info.reference
        self.packed = len(pdf.objects)
        self.rows = [_row(0, 0, 0)] * (self.packed + 2)
        self.rows[0] = _row(0, 0, 0xFFFF)
        parts, place = [HEAD], len(HEAD)
        packed = self._pack([each for each in objects if each.compressible])
        for each in [*(each for each in objects if not each.compressible), packed]:
            self.rows[each.number] = _row(1, place, 0)
            parts.append(_written(each))
            place += len(parts[-1])
        self.block = b"".join(parts)
        self.digest = hashlib.sha256(self.block)

    def _pack(self, objects: list[pydyf.Object]) -> Pressed:
        index, data, place = [], [], 0
        for order, each in enumerate(objects):
            index += [each.number, place]
            data.append(each.data)
            place += len(data[-1]) + 1
            self.rows[each.number] = _row(2, self.packed, order)
        first = " ".join(map(str, index)).encode()
        extra = {"Type": "/ObjStm", "N": len(objects), "First": len(first) + 1}
        written = pydyf.Stream([first, *data], extra, compress=True)
        written.number = self.packed
        return Pressed(written)

    def printed(self, objects: dict[int, bytes]) -> bytes:
        """The whole file. `objects`: each changing object as it is written."""
        rows, place, digest = list(self.rows), len(self.block), self.digest.copy()
        for number, written in objects.items():
            rows[number] = _row(1, place, 0)
            digest.update(written)
            place += len(written)
        number = self.packed + 1
        rows[number] = _row(1, place, 0)
        identity = f"<{digest.hexdigest()[:32]}>"
        extra = {
            "Type": "/XRef",
            "W": pydyf.Array(ROW),
            "Size": len(rows),
            "Root": self.root,
            "Info": self.info,
            "ID": pydyf.Array([identity, identity]),
        }
        table = cast.stream(number, b"".join(rows), pydyf.Stream(extra=extra))
        return b"".join((self.block, *objects.values(), table, b"startxref\n%d\n%%%%EOF\n" % place))


def _is_of_pydyf(written: pydyf.Object) -> bool:
    return isinstance(written, pydyf.Stream) and written.extra.get("Type") in OF_PYDYF


def _written(each: pydyf.Object) -> bytes:
    """An object of its own; a stream ends in CR LF, so that a last byte CR of it is not read as its end."""
    stream = STREAM.match(each.indirect)
    if stream is None:
        return each.indirect + b"\n"
    content = each.indirect[stream.end() : stream.end() + int(stream[1])]
    return b"%b%b\r\nendstream\nendobj\n" % (stream[0], content)


def _row(*values: int) -> bytes:
    return b"".join(value.to_bytes(width, "big") for value, width in zip(values, ROW, strict=True))
