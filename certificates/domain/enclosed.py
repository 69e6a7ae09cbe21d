"""The credential inside a file that a stranger hands in: our PDF, the credential alone, or anything at all.

Pure. No PDF reader meets such a file: a file enclosed in a PDF is always a stream of its own, which can be
found and inflated by hand, so what it may cost is known beforehand.
"""

import json
import re
import zlib
from collections.abc import Iterator
from itertools import islice

LONGEST = 256 * 1024  # bytes of a credential; ours have about 5,000
# What one file may cost, whatever it would become: ours has some 30 streams, 210 kB when inflated.
MOST_STREAMS = 1_000
MOST_READ = 4 * 1024 * 1024  # bytes, of all streams together
STREAM = re.compile(rb"(?<!end)stream\r?\n")
SUBJECT = "credentialSubject"
REFERENCE = re.compile(rb'"attestation":"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"')


def credential_in(content: bytes) -> dict | None:
    """The first credential in it, or None. Never raises, whatever the bytes."""
    return next((found for text in _texts(content) if (found := _read(text))), None)


def code_of(credential: dict) -> str:
    """The code it says it has; empty when it says none."""
    subject = credential[SUBJECT]
    said = subject.get("licenseNumber") if isinstance(subject, dict) else None
    return said if isinstance(said, str) else ""


def reference_in(content: bytes) -> str:
    """The reference that a paper of ours carries (`attesting.enclosed`); empty without one. Never raises."""
    for text in _texts(content):
        if found := REFERENCE.search(text):
            return found[1].decode()
    return ""


def same(one: dict, other: dict) -> bool:
    """Whether both say the same, word for word, whatever the order and the spaces."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _texts(content: bytes) -> Iterator[bytes]:
    """What may be a credential: the whole, then each stream as it is and inflated."""
    if content.lstrip()[:1] == b"{":
        yield content[: LONGEST + 1]
        return
    left = MOST_READ
    for begin in islice(STREAM.finditer(content), MOST_STREAMS):
        raw = content[begin.end() : begin.end() + LONGEST]
        text, cost = _stream(raw, min(LONGEST, left))
        yield text
        left -= cost
        if left <= 0:
            return


def _stream(raw: bytes, most: int) -> tuple[bytes, int]:
    """At most so much of it, inflated or as it stands, and what that cost: all of it when it breaks off.

    Pictures and noise are empty and cost nothing: they do not begin as RFC 1950 has it.
    """
    if raw[:1] == b"{":
        plain = raw.partition(b"endstream")[0][:most]
        return plain, len(plain)
    if not raw or int.from_bytes(raw[:2], "big") % 31:
        return b"", 0
    try:
        inflated = zlib.decompressobj().decompress(raw, most)
    except zlib.error:
        return b"", most
    return inflated, len(inflated)


def _read(text: bytes) -> dict | None:
    if SUBJECT.encode() not in text or len(text) > LONGEST:
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and SUBJECT in found else None
