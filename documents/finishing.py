"""The last hand on a file before it is written: its metadata, the language of its parts, its weight.

Works on the objects that WeasyPrint hands to its `finisher`: one packet of XMP that marks the file as
PDF/A-3a and PDF/UA-1 at once, the language of each `<section lang>` in the tag tree, the colour profile as
it came, and every stream compressed only once.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from zlib import compress

import pydyf
from django.template.loader import render_to_string
from fontTools.ttLib import TTFont

from documents import colours, tag_tree
from documents.exceptions import PressFault
from documents.sealing import place

# What a reader takes from a font whose glyphs are named by their number (ISO 32000-1, 9.9, table 126).
READ = {"head", "hhea", "maxp", "hmtx", "loca", "glyf", "cvt ", "fpgm", "prep"}
MAP_BEGINS = b"/CIDInit /ProcSet findresource begin"
MAP_ENDS = b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
END_OF_SPACE = b"endcodespacerange"
MOST_IN_A_LIST = 100
FONTS = 64  # as they are cut for one page, that are remembered: 10 KiB each
MAPPED = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")
END_OF_STREAM = b"\nendstream\nendobj"


class Pressed(pydyf.Object):
    """A stream whose bytes are final: pydyf would compress it anew at each of its three readings."""

    compressible = False

    def __init__(self, stream: pydyf.Stream) -> None:
        super().__init__()
        self.number, self.generation, self.free = stream.number, stream.generation, stream.free
        if stream.compress and "Length1" in stream.extra:
            stream.stream, stream.compress = [_deflated(b"".join(stream.stream))], False
            stream.extra["Filter"] = "/FlateDecode"
        self.bytes = stream.data

    @property
    def data(self) -> bytes:
        return self.bytes


class Settled(pydyf.Object):
    """A dictionary whose words are final: pydyf would say them for the identity and for the file."""

    def __init__(self, written: pydyf.Dictionary) -> None:
        super().__init__()
        self.number, self.words = written.number, written.data

    @property
    def data(self) -> bytes:
        return self.words


def _settled(each: pydyf.Object) -> pydyf.Object:
    if isinstance(each, pydyf.Stream):
        return Pressed(each)
    return Settled(each) if isinstance(each, pydyf.Dictionary) else each


def finisher(*, section_languages: list[str], room: int = 0):
    """The hook for one document; `section_languages` are those of its `<section lang>`, in reading order;
    `room` is what a seal needs, in bytes.
    """

    def finish(document, pdf: pydyf.PDF) -> None:
        _write_metadata(document.metadata, pdf)
        _mark_languages(section_languages, pdf)
        _embed_profile(pdf)
        _share_forms(pdf)
        _lighten_fonts(pdf)
        _shorten_maps(pdf)
        if room:
            place.reserve(pdf, room=room)
        tag_tree.prune(pdf)
        _end_streams(pdf)
        pdf.objects[:] = [_settled(each) for each in pdf.objects]

    return finish


def _end_streams(pdf: pydyf.PDF) -> None:
    """With CR LF, those too that pydyf adds while it writes (packed objects, cross references).

    With its LF alone, one stream in 256 – whose last byte happens to be CR – reads as if that CR belonged to
    the end of line, and the file is no PDF/A for a byte (ISO 19005-3, 6.1.6).
    """
    plain = pdf.write_line

    def write_line(content: bytes, output) -> None:
        if content.endswith(END_OF_STREAM):
            content = content.removesuffix(END_OF_STREAM) + b"\r" + END_OF_STREAM
        plain(content, output)

    pdf.write_line = write_line


def _write_metadata(metadata, pdf: pydyf.PDF) -> None:
    """One rdf:RDF with both marks: a second one, as `xmp_metadata=` appends it, is not valid PDF/A."""
    packet = render_to_string("documents/xmp.xml", {"it": metadata, "producer": pdf.info["Producer"].string})
    number = int(pdf.catalog["Metadata"].split()[0])
    pdf.objects[number].stream = [packet.encode()]
    pdf.objects[number].compress = False  # archivists and search engines read it without a PDF library


def _embed_profile(pdf: pydyf.PDF) -> None:
    """The file's own bytes: the library that reads it writes it differently the first time and the second."""
    (intent,) = pdf.catalog["OutputIntents"]
    number = int(intent["DestOutputProfile"].split()[0])
    pdf.objects[number].stream = [colours.srgb()]


def _share_forms(pdf: pydyf.PDF) -> None:
    """What several drawings have in common lies in the file once."""
    first: dict[bytes, bytes] = {}
    instead: dict[bytes, bytes] = {}
    for each in list(pdf.objects):
        if getattr(each, "is_shared", False):
            kept = first.setdefault(b"".join(each.stream), each.reference)
            if kept != each.reference:
                instead[each.reference] = kept
                for number in (each.number, int(each.extra["Resources"].split()[0])):
                    pdf.objects[number] = tag_tree.Gone()
    for each in pdf.objects:
        if instead and isinstance(each, dict) and each.get("XObject"):
            each["XObject"].update(
                {name: instead[form] for name, form in each["XObject"].items() if form in instead}
            )


def _lighten_fonts(pdf: pydyf.PDF) -> None:
    """Names, styles and the table of characters stay out: they are for typesetting, which is done."""
    for each in pdf.objects:
        if isinstance(each, pydyf.Stream) and "Length1" in each.extra:
            content = _with_what_is_read(b"".join(each.stream))
            each.stream, each.extra["Length1"] = [content], len(content)


def _shorten_maps(pdf: pydyf.PDF) -> None:
    """From glyphs to characters: what stands in the order of the alphabet is said once for all of it."""
    for each in pdf.objects:
        if isinstance(each, pydyf.Stream) and each.stream and each.stream[0] == MAP_BEGINS:
            each.stream = [_with_ranges(b"\n".join(each.stream))]


@lru_cache(maxsize=FONTS)
def _with_ranges(content: bytes) -> bytes:
    runs: list[list[tuple[int, bytes]]] = []
    for glyph, text in sorted((int(glyph, 16), text) for glyph, text in MAPPED.findall(content)):
        if runs and _follows(runs[-1][-1], glyph, text):
            runs[-1].append((glyph, text))
        else:
            runs.append([(glyph, text)])
    head = content[: content.index(END_OF_SPACE) + len(END_OF_SPACE)]
    alone = [b"<%04x> <%b>" % run[0] for run in runs if len(run) == 1]
    many = [b"<%04x> <%04x> <%b>" % (run[0][0], run[-1][0], run[0][1]) for run in runs if len(run) > 1]
    return b"\n".join((head, *_lists(alone, b"bfchar"), *_lists(many, b"bfrange"), MAP_ENDS))


def _lists(said: list[bytes], name: bytes) -> Iterator[bytes]:
    for begin in range(0, len(said), MOST_IN_A_LIST):
        part = said[begin : begin + MOST_IN_A_LIST]
        yield b"\n".join((b"%d begin%b" % (len(part), name), *part, b"end" + name))


def _follows(before: tuple[int, bytes], glyph: int, text: bytes) -> bool:
    """In the same row of 256 both, as a range asks (ISO 32000-1, 9.10.3)."""
    return (
        glyph == before[0] + 1
        and glyph % 256 > 0
        and len(text) == len(before[1]) == 4
        and int(text, 16) == int(before[1], 16) + 1
        and int(text, 16) % 256 > 0
    )


@lru_cache(maxsize=FONTS)
def _deflated(content: bytes) -> bytes:
    return compress(content, 9)


@lru_cache(maxsize=FONTS)
def _with_what_is_read(content: bytes) -> bytes:
    font = TTFont(BytesIO(content), recalcBBoxes=False, recalcTimestamp=False)
    for tag in set(font.reader.keys()) - READ:
        del font[tag]
    written = BytesIO()
    font.save(written, reorderTables=None)
    return written.getvalue()


def _mark_languages(languages: list[str], pdf: pydyf.PDF) -> None:
    """WeasyPrint tags a section but forgets its language. Raises PressFault when they do not match."""
    elements = [each for each in pdf.objects if isinstance(each, dict) and each.get("S") == "/Sect"]
    inside = {each.reference for each in elements}  # an anonymous box in a section is tagged as one more
    sections = [each for each in elements if each["P"] not in inside]
    if len(sections) != len(languages):
        raise PressFault(f"{len(languages)} sections with a language became {len(sections)} tags")
    for section, language in zip(sections, languages, strict=True):
        section["Lang"] = pydyf.String(language)
