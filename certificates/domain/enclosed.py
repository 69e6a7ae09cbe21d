"""The credential inside a file that a stranger hands in: our PDF, the credential alone, or anything at all.

Pure. No PDF reader meets such a file: a file enclosed in a PDF is always a stream of its own, which can be
found and inflated by hand, so what it may cost is known beforehand.
"""

import json
import re
import zlib
from collections.abc import Iterator

LONGEST = 256 * 1024  # bytes of a credential; ours have about 5,000
MOST_STREAMS = 5_000
STREAM = re.compile(rb"stream\r?\n")
SUBJECT = "credentialSubject"


def credential_in(content: bytes) -> dict | None:
    """The first credential in it, or None. Never raises, whatever the bytes."""
    return next((found for text in _texts(content) if (found := _read(text))), None)


def code_of(credential: dict) -> str:
    """The code it says it has; empty when it says none."""
    subject = credential[SUBJECT]
    said = subject.get("licenseNumber") if isinstance(subject, dict) else None
    return said if isinstance(said, str) else ""


def same(one: dict, other: dict) -> bool:
    """Whether both say the same, word for word, whatever the order and the spaces."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _texts(content: bytes) -> Iterator[bytes]:
    """What may be a credential: the whole, then each stream as it is and inflated."""
    if content.lstrip()[:1] == b"{":
        yield content[: LONGEST + 1]
        return
    for number, begin in enumerate(STREAM.finditer(content)):
        if number == MOST_STREAMS:
            return
        raw = content[begin.end() : begin.end() + LONGEST]
        yield raw.partition(b"endstream")[0] if raw[:1] == b"{" else _inflated(raw)


def _inflated(raw: bytes) -> bytes:
    """Never more than LONGEST, however much it would become; empty when it is not deflated."""
    try:
        return zlib.decompressobj().decompress(raw, LONGEST)
    except zlib.error:
        return b""


def _read(text: bytes) -> dict | None:
    if SUBJECT.encode() not in text or len(text) > LONGEST:
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and SUBJECT in found else None
