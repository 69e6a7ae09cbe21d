"""The last hand on a file before it is written: its metadata, the language of its parts, its weight.

Works on the objects that WeasyPrint hands to its `finisher`: one packet of XMP that marks the file as
PDF/A-3a and PDF/UA-1 at once, the language of each `<section lang>` in the tag tree, the colour profile as
it came, and every stream compressed only once.
"""

from io import BytesIO

import pydyf
from django.template.loader import render_to_string
from fontTools.ttLib import TTFont

from documents.exceptions import PressFault
from documents.fetcher import colour_profile
from documents.sealing import place

# What a reader takes from a font whose glyphs are named by their number (ISO 32000-1, 9.9, table 126).
READ = {"head", "hhea", "maxp", "hmtx", "loca", "glyf", "cvt ", "fpgm", "prep"}
END_OF_STREAM = b"\nendstream\nendobj"


class Pressed(pydyf.Object):
    """A stream whose bytes are final: pydyf would compress it anew at each of its three readings."""

    compressible = False

    def __init__(self, stream: pydyf.Stream) -> None:
        super().__init__()
        self.number, self.generation, self.free = stream.number, stream.generation, stream.free
        self.bytes = stream.data

    @property
    def data(self) -> bytes:
        return self.bytes


def finisher(*, section_languages: list[str], room: int = 0):
    """The hook for one document; `section_languages` are those of its `<section lang>`, in reading order;
    `room` is what a seal needs, in bytes.
    """

    def finish(document, pdf: pydyf.PDF) -> None:
        _write_metadata(document.metadata, pdf)
        _mark_languages(section_languages, pdf)
        _embed_profile(pdf)
        _lighten_fonts(pdf)
        if room:
            place.reserve(pdf, room=room)
        _end_streams(pdf)
        pdf.objects[:] = [Pressed(each) if isinstance(each, pydyf.Stream) else each for each in pdf.objects]

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
    pdf.objects[number].stream = [colour_profile()]


def _lighten_fonts(pdf: pydyf.PDF) -> None:
    """Names, styles and the table of characters stay out: they are for typesetting, which is done."""
    for each in pdf.objects:
        if isinstance(each, pydyf.Stream) and "Length1" in each.extra:
            content = _with_what_is_read(b"".join(each.stream))
            each.stream, each.extra["Length1"] = [content], len(content)


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
