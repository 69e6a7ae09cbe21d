"""Writing words as WeasyPrint writes them: its own shaping and its own drawing, without its layout.

With `lines`, the only place that uses what WeasyPrint does not document (`split_first_line`, `draw_text`,
`Stream`, `TextBox.copy_with_text`): `requirements.in` pins its minor version, and every forme is compared
with full layouts before a second person is printed with it.
"""

import pydyf
from weasyprint import Document
from weasyprint.draw.text import draw_text
from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.pdf.stream import Stream
from weasyprint.text.line_break import split_first_line

from documents.standing.unfit import Unfit


class Pen:
    """Draws on a sheet that is thrown away. `fonts` are those whose glyphs it notes, by default its own."""

    def __init__(self, document: Document, fonts: dict | None = None) -> None:
        self.document, self.fonts = document, {} if fonts is None else fonts
        self.at_hand: dict[tuple, frozenset[int]] | None = None

    def sheet(self) -> Stream:
        page = self.document.pages[0]
        resources = pydyf.Dictionary(
            {each: pydyf.Dictionary() for each in ("ExtGState", "XObject", "Pattern", "Shading")}
        )
        resources["ColorSpace"] = b"0 0 R"
        return Stream(
            self.fonts,
            (0, 0, page.width, page.height),
            resources,
            {},
            None,
            self.document.color_profiles,
            self.document.output_intent,
        )

    def keep_to_these(self) -> None:
        """From now on only the glyphs drawn so far: Unfit for any other."""
        self.at_hand = {key: frozenset(font.to_unicode) for key, font in self.fonts.items()}

    def draw(self, box: TextBox) -> bytes:
        """The operators from BT to ET. Raises Unfit for a glyph that is not at hand."""
        sheet = self.sheet()
        draw_text(sheet, box, 0, "clip", "none")
        self._refuse_strays()
        return operators(sheet.stream[sheet.stream.index(b"BT") :])

    def _refuse_strays(self) -> None:
        if self.at_hand is None:
            return
        strays = False
        for key, font in list(self.fonts.items()):
            more = font.to_unicode.keys() - self.at_hand.get(key, frozenset())
            strays = strays or bool(more)
            for glyph in more:
                del font.to_unicode[glyph]
        if strays:
            raise Unfit


def operators(tokens: list) -> bytes:
    return b"\n".join(map(pydyf._to_bytes, tokens))


def shaped(box: TextBox, text: str, *, width: float | None, anyhow: bool = False) -> tuple[TextBox, str]:
    """A box like this one with as much of the text as its line holds, and the rest of the text.

    Raises Unfit when it is higher or lower than the box (a fall-back font, which may move the line), unless
    `anyhow`.
    """
    if not text:
        raise Unfit
    layout, _length, resume, wide, height, baseline = split_first_line(text, box.style, None, width, 0)
    if not anyhow and (round(height, 3), round(baseline, 3)) != metrics(box):
        raise Unfit
    new = box.copy_with_text(layout.text)
    new.pango_layout, new.width = layout, wide
    return new, "" if resume is None else text.encode()[resume:].decode().lstrip(" ")


def metrics(box: TextBox) -> tuple[float, float]:
    """Height and baseline, in CSS pixels, of the text without the space above and below that its line has."""
    return round(box.height, 3), round(box.baseline - box.margin_top, 3)
