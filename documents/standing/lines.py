"""The lines of a page that hold changing words: where they stand, and whether other words stand as well.

Lines are filled first-fit, so a line stays as it is when its words still fit and the first word of the next
line still does not. What is too close to tell counts as moved: that costs a layout, never a wrong page.
"""

import re
from dataclasses import dataclass, field

from weasyprint import Document
from weasyprint.formatting_structure import boxes

from documents.standing.pen import Pen, shaped
from documents.standing.unfit import Unfit

CLOSE = 0.1  # CSS pixels: nearer than this to the end of a line is too close to tell
ONE_WORD = re.compile(r"[^ \-–—/·]+")
SHIFT = {"start": 0, "left": 0, "justify": 0, "center": 0.5, "end": 1, "right": 1}
MOST = 512  # ways a paragraph was set that are remembered


@dataclass
class Piece:
    """A box of text; `slot` is the number of its slot, None for words that never change."""

    box: boxes.TextBox
    slot: int | None


@dataclass
class Line:
    """`room` and `left` in CSS pixels; `shift` of what is free goes to the left of the words."""

    pieces: list[Piece]
    left: float
    room: float
    shift: float
    is_first: bool
    next_word: float | None  # so wide at least is what the next line begins with, with the space before it

    def refuse_reflow(self, width: float) -> None:
        if width > self.room - CLOSE:
            raise Unfit
        if self.next_word is not None and width + self.next_word <= self.room + CLOSE:
            raise Unfit
        if not self.is_first and not self.begins_with_other_words:
            raise Unfit

    @property
    def begins_with_other_words(self) -> bool:
        first = self.pieces[0]
        return first.slot is None and " " in first.box.text


@dataclass
class Paragraph:
    """Lines of one block with the same slots, in their order. `set` is their only question."""

    lines: list[Line]
    slots: list[int]
    remembered: dict[tuple[str, ...], list[bytes] | None] = field(default_factory=dict)

    @property
    def pieces(self) -> list[Piece]:
        return [piece for line in self.lines for piece in line.pieces]

    @property
    def is_one_slot(self) -> bool:
        return len(self.slots) == 1 and all(
            len(line.pieces) == 1 and line.pieces[0].slot is not None for line in self.lines
        )

    def set(self, words: tuple[str, ...], pen: Pen, loose: Pen) -> list[bytes]:
        """The operators for each of `pieces`; `loose` draws what never changes. Raises Unfit."""
        if words not in self.remembered:
            if len(self.remembered) >= MOST:
                self.remembered.clear()
            try:
                self.remembered[words] = self._drawn(words, pen, loose)
            except Unfit:
                self.remembered[words] = None
        if (found := self.remembered[words]) is None:
            raise Unfit
        return found

    def _drawn(self, words: tuple[str, ...], pen: Pen, loose: Pen) -> list[bytes]:
        placed = self._broken(words[0]) if self.is_one_slot else self._in_sentences(words)
        return [
            (loose if piece.slot is None else pen).draw(box)
            for piece, box in zip(self.pieces, placed, strict=True)
        ]

    def _in_sentences(self, words: tuple[str, ...]) -> list[boxes.TextBox]:
        values = dict(zip(self.slots, words, strict=True))
        return [box for line in self.lines for box in _in_sentence(line, values)]

    def _broken(self, text: str) -> list[boxes.TextBox]:
        """One text over all lines, which it has to fill exactly."""
        placed, rest = [], text
        for line in self.lines:
            box, rest = shaped(line.pieces[0].box, rest, width=line.room)
            if box.width > line.room:
                raise Unfit
            box.position_x = line.left + (line.room - box.width) * line.shift
            placed.append(box)
        if rest:
            raise Unfit
        return placed


def _in_sentence(line: Line, values: dict[int, str]) -> list[boxes.TextBox]:
    new = [
        piece.box.copy() if piece.slot is None else shaped(piece.box, values[piece.slot], width=None)[0]
        for piece in line.pieces
    ]
    total = sum(box.width for box in new)
    if any(box.width != piece.box.width for box, piece in zip(new, line.pieces, strict=True)):
        line.refuse_reflow(total)
    x = line.left + (line.room - total) * line.shift
    for box in new:
        box.position_x = x
        x += box.width
    return new


def paragraphs(document: Document, slot_of: dict) -> list[Paragraph]:
    """Those that hold a changing word, on every page. `slot_of`: number of the slot, by element.

    Raises Unfit for one that is justified, written from right to left, or decorated.
    """
    found = []
    for page in document.pages:
        for block in _blocks(page._page_box):
            found += _of_block(block, slot_of)
    return found


def _blocks(box):
    box = getattr(box, "_box", box)
    if isinstance(box, boxes.BlockContainerBox) and any(isinstance(c, boxes.LineBox) for c in box.children):
        yield box
    for child in box.children if isinstance(box, boxes.ParentBox) else ():
        yield from _blocks(child)


def _of_block(block, slot_of: dict) -> list[Paragraph]:
    """The whole block when it is one slot, else each line with a slot by itself."""
    lines = [_line(block, number, slot_of) for number in range(len(block.children))]
    touched = [line for line in lines if any(piece.slot is not None for piece in line.pieces)]
    whole = Paragraph(lines, sorted({piece.slot for line in touched for piece in line.pieces} - {None}))
    if touched and whole.is_one_slot:
        return [whole]
    return [_sentence(line) for line in touched]


def _sentence(line: Line) -> Paragraph:
    slots = [piece.slot for piece in line.pieces if piece.slot is not None]
    x = line.pieces[0].box.position_x
    for piece in line.pieces:
        if abs(piece.box.position_x - x) > 1e-6:  # padding, a picture: not only words
            raise Unfit
        x += piece.box.width
    return Paragraph([line], slots)


def _line(block, number: int, slot_of: dict) -> Line:
    line, later = block.children[number], block.children[number + 1 :]
    pieces = [
        Piece(box, slot_of.get(box.element)) for box in line.descendants() if isinstance(box, boxes.TextBox)
    ]
    align = line.style["text_align_all"]
    if not later and line.style["text_align_last"] != "auto":
        align = line.style["text_align_last"]
    for piece in pieces:
        style = piece.box.style
        if align == "justify" or style["direction"] != "ltr" or style["text_decoration_line"] != "none":
            raise Unfit
    return Line(
        pieces=pieces,
        left=block.content_box_x(),
        room=block.width,
        shift=SHIFT[align],
        is_first=number == 0,
        next_word=_space_after(pieces) + _first_word(later[0], slot_of) if later else None,
    )


def _space_after(pieces: list[Piece]) -> float:
    """That of the space a line was broken at; none after a hyphen or a dash."""
    if not pieces or not pieces[-1].box.text[-1].isalnum():
        return 0
    return shaped(pieces[-1].box, " ", width=None, anyhow=True)[0].width


def _first_word(line, slot_of: dict) -> float:
    box = next((each for each in line.descendants() if isinstance(each, boxes.TextBox)), None)
    word = ONE_WORD.match(box.text) if box is not None and box.element not in slot_of else None
    return shaped(box, word[0], width=None)[0].width if word else 0
