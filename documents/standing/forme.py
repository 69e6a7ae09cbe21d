"""One page, set and locked: its block of bytes, its lines with changing words, its pictures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pydyf
from weasyprint import Attachment, Document
from weasyprint.formatting_structure import boxes

from documents.addresses import QR, address_of_qr
from documents.artwork import PaintedOnce, Painting, SquareCode
from documents.finishing import finisher
from documents.pages import Page
from documents.standing import repertoire
from documents.standing.cast import TITLE, EnclosedFile, Link, Picture, Title, stream
from documents.standing.galleys import page_of
from documents.standing.lines import Paragraph, paragraphs
from documents.standing.pen import Pen, operators, shaped
from documents.standing.plate import Plate
from documents.standing.slots import Copy
from documents.standing.unfit import Unfit
from documents.typesetting import ARCHIVAL, Type, laid_out, languages_of

DRAWN = re.compile(rb"/(x\d+) Do")
NOTHING = b"BT\nET"


class Forme:
    """A page with its changing words. With more `pages` than one nothing is printed from it, and its lines
    still tell whose page does not fit either.
    """

    def __init__(self, copy: Copy, kept: Type, *, attachments: Sequence[Attachment], room: int) -> None:
        self.copy, self.kept = copy, kept
        self.proved: bool | None = None  # see `proving`
        self.pictures: list[Picture] = []
        self.before, self.parts, self.places = b"", [], []  # the page's stream, and where its words come
        page = page_of(copy, kept)
        marked = page.marked
        self.document = laid_out(page, kept)
        self.pages = len(self.document.pages)
        slot_of = {
            marked[slot.element]: number
            for number, slot in enumerate(copy.slots)
            if slot.kind in repertoire.BY_KIND
        }
        self.paragraphs = paragraphs(self.document, slot_of)
        self.pen, self.loose = Pen(self.document), Pen(self.document)
        free = Pen(self.document, self.document.fonts)
        for pen in (self.pen, free):
            self._show_repertoire(pen)
        self.pen.keep_to_these()
        self.own = [[free.draw(piece.box) for piece in each.pieces] for each in self.paragraphs]
        if self.pages == 1:
            self._compile(marked, languages=languages_of(page), attachments=attachments, room=room)

    @property
    def shape(self) -> tuple:
        """The same for two pages that differ in their changing words only."""
        pieces = [piece for each in self.paragraphs for piece in each.pieces]
        lines = [piece.box.text if piece.slot is None else piece.slot for piece in pieces]
        return self.pages, lines, self.before, self.parts

    def has_only_the_repertoire(self) -> bool:
        """Whether others may be printed with it: its bytes do not tell whose page it was first."""
        try:
            for piece in (piece for each in self.paragraphs for piece in each.pieces):
                if piece.slot is not None:
                    self.pen.draw(piece.box)
        except Unfit:
            return False
        return True

    def set(self, words: tuple[str, ...]) -> list[list[bytes]]:
        """The operators of each piece of each paragraph. Raises Unfit when these words need another page."""
        for picture in self.pictures:
            picture.refuse(words)
        return [
            own if (new := _chosen(each, words)) == _chosen(each, self.copy.words)
            else each.set(new, self.pen, self.loose)
            for each, own in zip(self.paragraphs, self.own, strict=True)
        ]  # fmt: skip

    def content(self, lines: list[list[bytes]]) -> bytes:
        """The page from its first changing word on."""
        filled = list(self.parts)
        drawn = (each for paragraph in lines for each in paragraph)
        for place, each in zip(self.places, drawn, strict=True):
            filled[place] = each
        return b"\n".join(filled)

    def printed(
        self, words: tuple[str, ...], lines: list[list[bytes]], attachments: Sequence[bytes]
    ) -> bytes:
        number = self.body.number
        objects = {number: stream(number, self.content(lines), self.body)}
        for each in self.castings:
            objects |= each.cast(words)
        for enclosed, content in zip(self.enclosed, attachments, strict=True):
            objects |= enclosed.cast(content)
        return self.plate.printed(objects)

    def _show_repertoire(self, pen: Pen) -> None:
        for paragraph in self.paragraphs:
            for piece in paragraph.pieces:
                if piece.slot is not None:
                    display = piece.box.style["font_family"][0] == "Press Display"
                    kind = self.copy.slots[piece.slot].kind
                    text = repertoire.of(kind, display=display, wide=not self.copy.is_usual)
                    pen.draw(_with(piece.box, text))

    def _compile(self, marked: list, *, languages: list[str], attachments, room: int) -> None:
        """Write the file once, and keep of it what never changes."""
        self.document.metadata.title = TITLE
        finish, seen = finisher(section_languages=languages, room=room), {}

        def look(document: Document, pdf: pydyf.PDF) -> None:
            seen["pdf"] = pdf
            self._cut(pdf)
            self.pictures = self._pictures(pdf, marked)
            self.castings = [*self.pictures, *self._links(pdf)]
            self.enclosed = [EnclosedFile(each) for each in _files(pdf)]
            seen["packet"] = _object(pdf, pdf.catalog["Metadata"])
            finish(document, pdf)

        self.document.write_pdf(finisher=look, attachments=attachments, **ARCHIVAL)
        pdf = seen["pdf"]
        title = next(number for number, slot in enumerate(self.copy.slots) if slot.kind == "title")
        self.castings.append(Title(title, seen["packet"], pdf.info))
        changing = {self.body.number}.union(*(each.numbers for each in [*self.castings, *self.enclosed]))
        self.plate = Plate(pdf, changing=changing)

    def _cut(self, pdf: pydyf.PDF) -> None:
        """Cut the stream of the page at its first changing word, and around each. Raises Unfit when one is
        not found as it was drawn.
        """
        page = _page(pdf)
        before = _object(pdf, page["Contents"])
        tokens = before.stream
        begun = [number for number, token in enumerate(tokens) if token == b"BT"]
        texts = {}
        for begin in begun:
            end = tokens.index(b"ET", begin) + 1
            texts[operators(tokens[begin:end])] = (begin, end)
        wanted = [drawn for paragraph in self.own for drawn in paragraph]
        if NOTHING in wanted or len(set(wanted)) != len(wanted) or not texts.keys() >= set(wanted):
            raise Unfit
        cuts = sorted(texts[drawn] for drawn in wanted)
        order = {begin: 2 * number for number, (begin, _end) in enumerate(cuts)}
        self.places = [order[texts[drawn][0]] for drawn in wanted]
        self.parts = []
        for (_begin, end), (later, _end) in zip(cuts, [*cuts[1:], (len(tokens), 0)], strict=True):
            self.parts += [b"", operators(tokens[end:later])]
        self.body = pydyf.Stream()
        pdf.add_object(self.body)
        page["Contents"] = pydyf.Array([before.reference, self.body.reference])
        before.stream = tokens[: cuts[0][0]]
        self.before, self.tokens = operators(before.stream), tokens

    def _pictures(self, pdf: pydyf.PDF, marked: list) -> list[Picture]:
        sources = {
            marked[slot.element]: number for number, slot in enumerate(self.copy.slots) if slot.kind == "src"
        }
        resources = _object(pdf, _page(pdf)["Resources"])["XObject"]
        pictures = []
        for box in _replaced(self.document.pages[0]._page_box):
            if box.element not in sources:
                continue
            figure = _figure(pdf, box)
            form = _object(pdf, resources[_form_name(self.tokens, figure["K"][0])])
            source, inside = sources[box.element], _object(pdf, form.extra["Resources"])
            pictures.append(
                Picture(
                    source=source,
                    spoken=source + 1,
                    form=form,
                    resources=inside,
                    figure=figure,
                    lettering=b"".join(_object(pdf, each).stream[0] for each in inside["XObject"].values()),
                    draw=_Drawing(self.kept, self.loose, box.width, box.height),
                    keeps=not self.copy.words[source].startswith(QR),
                )
            )
        return pictures

    def _links(self, pdf: pydyf.PDF) -> list[Link]:
        slots = {self.copy.words[n]: n for n, slot in enumerate(self.copy.slots) if slot.kind == "href"}
        annotations = [each for each in _dictionaries(pdf) if each.get("Subtype") == "/Link"]
        return [Link(slots[each["A"]["URI"].string], each) for each in annotations]


@dataclass
class _Drawing:
    """Draws the picture at an address, in one size."""

    kept: Type
    pen: Pen
    width: float
    height: float

    def __call__(self, address: str) -> Painting:
        sheet = self.pen.sheet()
        self._image(address).draw(sheet, self.width, self.height, None)
        (form,) = sheet._resources["XObject"].values()
        resources = form.extra["Resources"]
        lettering = b"".join(each.stream[0] for each in resources["XObject"].values())
        return Painting(form.stream, resources["ExtGState"], lettering)

    def _image(self, address: str) -> SquareCode | PaintedOnce:
        if address.startswith(QR):
            return SquareCode(address_of_qr(address))
        if address not in self.kept.drawings:
            alone = f'<html lang="fr"><title>-</title><img alt="-" src="{address}">'
            laid_out(Page(alone, self.kept.fetcher), self.kept)
        return self.kept.drawings[address]


def _chosen(paragraph: Paragraph, words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(words[slot] for slot in paragraph.slots)


def _with(box: boxes.TextBox, text: str) -> boxes.TextBox:
    """A box of this style with any text, on one line without end."""
    new = box.copy_with_text(text)
    new.pango_layout = shaped(box, text, width=None, anyhow=True)[0].pango_layout
    return new


def _replaced(box):
    box = getattr(box, "_box", box)
    if isinstance(box, boxes.ReplacedBox):
        yield box
    for child in box.children if isinstance(box, boxes.ParentBox) else ():
        yield from _replaced(child)


def _object(pdf: pydyf.PDF, reference: bytes) -> pydyf.Object:
    return pdf.objects[int(reference.split()[0])]


def _dictionaries(pdf: pydyf.PDF) -> list[pydyf.Dictionary]:
    return [each for each in pdf.objects if isinstance(each, pydyf.Dictionary)]


def _page(pdf: pydyf.PDF) -> pydyf.Dictionary:
    return next(each for each in _dictionaries(pdf) if each.get("Type") == "/Page")


def _files(pdf: pydyf.PDF) -> list[pydyf.Stream]:
    streams = [each for each in pdf.objects if isinstance(each, pydyf.Stream)]
    return [each for each in streams if each.extra.get("Type") == "/EmbeddedFile"]


def _figure(pdf: pydyf.PDF, box) -> pydyf.Dictionary:
    """The element of the tag tree for a picture, known by its place on the page."""
    x, y = box.content_box_x(), box.content_box_y()
    place = [x, y, x + box.width, y + box.height]
    (found,) = [
        each for each in _dictionaries(pdf)
        if each.get("S") == "/Figure" and list(each["A"]["BBox"]) == place
    ]  # fmt: skip
    return found


def _form_name(tokens: list, mcid: int) -> str:
    """What the marked content with this number draws."""
    begin = next(
        number for number, token in enumerate(tokens)
        if isinstance(token, pydyf.Dictionary) and token.get("MCID") == mcid
    )  # fmt: skip
    (name,) = DRAWN.findall(operators(tokens[begin : tokens.index(b"EMC", begin)]))
    return name.decode()
