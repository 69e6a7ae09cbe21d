"""The place of the seal in a file: written by the press while it makes the file, filled once it is whole.

So the file has one revision only, nothing is parsed to seal it, and the tag tree knows of it: an empty widget
with words for who listens (ISO 14289-1, 7.18.4), on the first page, without a mark on the paper.
"""

import hashlib
import re
from datetime import UTC, datetime

import pydyf
from django.utils import timezone
from django.utils.translation import gettext as _

from documents.exceptions import PressFault

UNKNOWN = b"/ByteRange [0 0000000000 0000000000 0000000000]"
NO_MOMENT = b"(D:00000000000000Z)"
PLACE = re.compile(re.escape(UNKNOWN) + rb"/Contents <(0+)>")
PRINTED_AND_LOCKED = 4 + 128
SIGNED_AND_APPENDED_ONLY = 1 + 2


class Reserved(pydyf.Object):
    """The signature itself. Never packed with other objects: its bytes are found and filled later."""

    compressible = False

    def __init__(self, room: int) -> None:
        super().__init__()
        self.room = room

    @property
    def data(self) -> bytes:
        """Certified: whoever changes anything afterwards breaks it (ISO 32000-1, 12.8.2.2, P 1)."""
        return (
            b"<</Type /Sig/Filter /Adobe.PPKLite/SubFilter /ETSI.CAdES.detached"
            b"/Reference [<</Type /SigRef/TransformMethod /DocMDP"
            b"/TransformParams <</Type /TransformParams/P 1/V /1.2>>>>]"
            b"/M " + NO_MOMENT + UNKNOWN + b"/Contents <" + b"00" * self.room + b">>>"
        )


def reserve(pdf: pydyf.PDF, *, room: int) -> None:
    """Keeps `room` bytes free in a file that the press is about to write."""
    signature = Reserved(room)
    pdf.add_object(signature)
    page = _first_page(pdf)
    widget = pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Widget",
            "FT": "/Sig",
            "T": pydyf.String("seal"),
            "TU": pydyf.String(_("Electronic seal of Grenstaal")),
            "V": signature.reference,
            "F": PRINTED_AND_LOCKED,
            "Rect": pydyf.Array([0, 0, 0, 0]),
            "P": page.reference,
        }
    )
    pdf.add_object(widget)
    page["Annots"] = pydyf.Array([*page.get("Annots", []), widget.reference])
    _tag(widget, page, pdf)
    form = pydyf.Dictionary({"Fields": pydyf.Array([widget.reference]), "SigFlags": SIGNED_AND_APPENDED_ONLY})
    pdf.add_object(form)
    pdf.catalog["AcroForm"] = form.reference
    pdf.catalog["Perms"] = pydyf.Dictionary({"DocMDP": signature.reference})


def fill(content: bytes, stamp) -> bytes:
    """The sealed file. Raises PressFault without exactly one place, or when the seal does not fit into it."""
    places = list(PLACE.finditer(content))
    if len(places) != 1:
        raise PressFault(f"a file to seal has one place for it, this one has {len(places)}")
    begins, ends = places[0].start(1) - 1, places[0].end(1) + 1  # with the angle brackets
    whole = bytearray(content)
    covered = f"[0 {begins} {ends} {len(content) - ends}".encode()
    _put(whole, places[0].start(), b"/ByteRange " + covered.ljust(len(UNKNOWN) - len(b"/ByteRange ]")) + b"]")
    moment = places[0].start() - len(NO_MOMENT)
    _put(whole, moment, timezone.now().astimezone(UTC).strftime("(D:%Y%m%d%H%M%SZ)").encode())
    digest = hashlib.sha256(whole[:begins])
    digest.update(whole[ends:])
    signature = stamp.sign(digest.digest()).hex().encode()
    if len(signature) > ends - begins - 2:
        raise PressFault(
            f"a seal of {len(signature) // 2} bytes does not fit into {(ends - begins) // 2 - 1}"
        )
    _put(whole, begins + 1, signature)
    return bytes(whole)


def moment_of(text: str) -> datetime | None:
    """What our own seals say of their time; None for anything else."""
    try:
        return datetime.strptime(text, "D:%Y%m%d%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None


def _put(whole: bytearray, position: int, piece: bytes) -> None:
    whole[position : position + len(piece)] = piece


def _first_page(pdf: pydyf.PDF) -> pydyf.Dictionary:
    return pdf.objects[pdf.pages["Kids"][0]]


def _tag(widget: pydyf.Dictionary, page: pydyf.Dictionary, pdf: pydyf.PDF) -> None:
    """A Form element at the end of the document, and the way back from the widget to it."""
    root = _at(pdf, pdf.catalog["StructTreeRoot"])
    document = _at(pdf, root["K"][0])
    shown = pydyf.Dictionary({"Type": "/OBJR", "Obj": widget.reference, "Pg": page.reference})
    element = pydyf.Dictionary(
        {"Type": "/StructElem", "S": "/Form", "P": document.reference, "Pg": page.reference, "K": shown}
    )
    pdf.add_object(element)
    document["K"].append(element.reference)
    numbers = _at(pdf, root["ParentTree"])["Nums"]
    widget["StructParent"] = max(numbers[::2]) + 1
    numbers.extend([widget["StructParent"], element.reference])


def _at(pdf: pydyf.PDF, reference) -> pydyf.Dictionary:
    reference = reference.decode() if isinstance(reference, bytes) else reference
    return pdf.objects[int(reference.split()[0])]
