"""The objects of a file that are cast anew for each person: pictures, links, metadata, what is enclosed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import md5
from zlib import compress

import pydyf
from django.utils.html import escape

from documents.artwork import Painting
from documents.standing.unfit import Unfit

TITLE = "\ue000title\ue000"  # stands for the title in what never changes
MOST = 256  # pictures that are remembered


@dataclass
class Picture:
    """A form with its resources, and the figure in the tag tree that says what it shows."""

    source: int  # number of the slot
    spoken: int
    form: pydyf.Stream
    resources: pydyf.Dictionary
    figure: pydyf.Dictionary
    lettering: bytes  # what the picture shares with others, and every picture here has
    draw: Callable[[str], Painting]  # by address
    keeps: bool  # the same address will come again
    remembered: dict[str, dict[int, bytes]] = field(default_factory=dict)

    @property
    def numbers(self) -> set[int]:
        return {self.form.number, self.resources.number, self.figure.number}

    def refuse(self, words: tuple[str, ...]) -> None:
        """Raises Unfit for one with other letters than those that stand here."""
        if self.keeps:
            self._known(words[self.source])

    def cast(self, words: tuple[str, ...]) -> dict[int, bytes]:
        source, spoken = words[self.source], words[self.spoken]
        figure = {self.figure.number: changed(self.figure, Alt=pydyf.String(spoken))}
        return figure | (self._known(source) if self.keeps else self._drawn(source))

    def _known(self, source: str) -> dict[int, bytes]:
        if source not in self.remembered:
            if len(self.remembered) >= MOST:
                self.remembered.clear()
            self.remembered[source] = self._drawn(source)
        return self.remembered[source]

    def _drawn(self, source: str) -> dict[int, bytes]:
        painting = self.draw(source)
        if painting.lettering != self.lettering:
            raise Unfit
        content = b"\n".join(map(pydyf._to_bytes, painting.operators))
        return {
            self.form.number: stream(self.form.number, content, self.form),
            self.resources.number: changed(self.resources, ExtGState=pydyf.Dictionary(painting.states)),
        }


@dataclass
class Link:
    slot: int
    annotation: pydyf.Dictionary

    @property
    def numbers(self) -> set[int]:
        return {self.annotation.number}

    def cast(self, words: tuple[str, ...]) -> dict[int, bytes]:
        address = pydyf.String(words[self.slot])
        action = pydyf.Dictionary(self.annotation["A"] | {"URI": address})
        return {self.annotation.number: changed(self.annotation, Contents=address, A=action)}


@dataclass
class Title:
    """In the metadata, twice."""

    slot: int
    packet: pydyf.Stream
    info: pydyf.Dictionary

    @property
    def numbers(self) -> set[int]:
        return {self.packet.number, self.info.number}

    def cast(self, words: tuple[str, ...]) -> dict[int, bytes]:
        title = words[self.slot]
        text = self.packet.stream[0].replace(escape(TITLE).encode(), escape(title).encode())
        return {
            self.packet.number: plain_stream(self.packet.number, text, self.packet.extra),
            self.info.number: changed(self.info, Title=pydyf.String(title)),
        }


@dataclass
class EnclosedFile:
    file: pydyf.Stream

    @property
    def numbers(self) -> set[int]:
        return {self.file.number}

    def cast(self, content: bytes) -> dict[int, bytes]:
        sums = {"CheckSum": f"<{md5(content, usedforsecurity=False).hexdigest()}>", "Size": len(content)}
        params = pydyf.Dictionary(self.file.extra["Params"] | sums)
        return {self.file.number: stream(self.file.number, content, self.file, Params=params)}


def changed(written: pydyf.Dictionary, **entries) -> bytes:
    """The dictionary with other entries."""
    return pydyf.Dictionary(written | entries).data


def stream(number: int, content: bytes, like: pydyf.Stream, **entries) -> bytes:
    """A stream, deflated."""
    return plain_stream(number, compress(content, 6), like.extra | entries | {"Filter": "/FlateDecode"})


def plain_stream(number: int, content: bytes, extra: dict) -> bytes:
    """A stream as it is; its line ends in CR LF for the reason that `finishing._end_streams` gives."""
    return b"%d 0 obj\n%b\nstream\n%b\r\nendstream\nendobj\n" % (
        number,
        pydyf.Dictionary(extra | {"Length": len(content)}).data,
        content,
    )
