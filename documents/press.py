"""The press: typed facts and a template pair go in, an archival, accessible PDF comes out.

The same facts give the same bytes, in any process: dates come from the facts, fonts and drawings are our
own files, nothing else can be fetched. This is its door; the machine behind it is started by the first
printing, because WeasyPrint and the fonts take 20 MB that a web process, which prints nothing, need not give.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from documents import sealing


@dataclass(frozen=True)
class Printed:
    """A finished file and its fingerprint."""

    pdf: bytes
    sha256: str
    pages: int


@dataclass(frozen=True, kw_only=True)
class Enclosed:
    """A file attached to a document; `relationship` is a PDF word: Data, Source, Supplement…"""

    name: str
    content: bytes
    relationship: str = "Data"


def print_document(
    template: str, facts, *, language: str = "fr", attachments: Sequence[Enclosed] = (), sealed: bool = False
) -> Printed:
    """Print one document. Deterministic, but for the seal; keeps nothing. `sealed`: in the signer only.

    Raises PressRefusal, with a sentence for a person, when a fact or translation is missing, when a
    character is in none of the fonts, or when the text cannot fit; SealRefusal where no seal
    can be put; PressFault when the press is broken.
    """
    from documents import machine

    room = sealing.room() if sealed else 0
    pdf, pages = machine.run(template, facts, language=language, attachments=attachments, room=room)
    if sealed:
        pdf = sealing.seal(pdf)
    return Printed(pdf=pdf, sha256=hashlib.sha256(pdf).hexdigest(), pages=pages)


def print_whole(
    template: str, facts, *, language: str = "fr", attachments: Sequence[Enclosed] = ()
) -> Printed:
    """The same paper with every part of it laid out for this person: what standing type is compared with,
    and what is printed when a page cannot stand.
    """
    from documents import machine

    pdf, pages = machine.run(template, facts, language=language, attachments=attachments, whole=True)
    return Printed(pdf=pdf, sha256=hashlib.sha256(pdf).hexdigest(), pages=pages)


def forget() -> None:
    """Read fonts, styles and drawings again at the next printing: after new templates, and to measure."""
    from documents import machine

    machine.forget()
