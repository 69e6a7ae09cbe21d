"""The electronic seal of a document: PAdES, put into a place that the press reserved for it.

This is its door. `seal` is for the process that signs; `check` is for everybody. pyHanko and the key are
loaded by the first call, because most processes never ask.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Seal:
    """What a file says of its seal, after every byte of it was looked at."""

    intact: bool  # the file is, to the bit, what was sealed
    trusted: bool  # the certificate was one of ours when it sealed, or leads to one
    signer: str  # the name in the certificate
    signed_at: datetime | None
    level: str  # "B-T" with the time-stamp of a service, "B-B" with our clock's word only
    is_test: bool  # by a certificate that we made ourselves: worth nothing before a court


def room() -> int:
    """How many bytes the seal of this process may need: what the press keeps free. Raises SealRefusal."""
    from documents.sealing import stamp

    return stamp.the_stamp().room


def seal(content: bytes) -> bytes:
    """The same file with its seal, to be kept as it is: one more byte and it is broken.

    Not idempotent: each call says its own moment. Raises SealRefusal where the key may not be or is not at
    hand, PressFault when the press reserved no place in this file.
    """
    from documents.sealing import place, stamp

    return place.fill(content, stamp.the_stamp())


def check(content: bytes) -> Seal | None:
    """What becomes of the seal of a file that somebody hands in. None: it has none, or it is no PDF at all.

    Never raises for bad input. The caller limits the size. Reads the archive, for the certificates that ever
    sealed here; asks nobody outside.
    """
    from documents.sealing import checking

    return checking.check(content)
