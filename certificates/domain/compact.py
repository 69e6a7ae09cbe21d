"""What a certificate says in 85 bytes, for the fragment of its square code: checked without network.

A fragment (what stands after `#`) never leaves the device that scanned it. There is no name in it.

Form 1, Base32 (RFC 4648, no padding), big-endian: 21 bytes of facts and their Ed25519 signature of 64.

| bits | what                                                                                |
|------|-------------------------------------------------------------------------------------|
| 8    | the number of the form: 1                                                           |
| 24   | which key: the first three bytes of the SHA-256 of its 32 bytes                     |
| 15   | first day, in days since 1 January 2020                                             |
| 15   | last day                                                                            |
| 15   | day of issue                                                                        |
| 15   | last day of validity; 0 when it does not expire                                     |
| 16   | minutes planned                                                                     |
| 16   | minutes followed                                                                    |
| 41   | levels, a number of base 17: entry and end of LIS, REA, SPI, SPP, WRI; 0 for none   |
| 3    | zero                                                                                |

Signed are PREFIX, the code as it is stored and these 21 bytes: the code stands in the address already, and a
fragment moved to another code no longer holds. The layout and the two tables never change under this number.
"""

import hashlib
from base64 import b32encode
from datetime import date

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from documents.facts import CertificateFacts

FORM = 1
PREFIX = b"Grenstaal compact 1\n"  # never what a proof signs: that has 64 bytes, this 53
DAY_ZERO = date(2020, 1, 1)
SKILLS = ("LIS", "REA", "SPI", "SPP", "WRI")
LEVELS = (
    "A0", "PRE_A1", "A1.1", "A1.2", "A1", "A2.1", "A2.2", "A2", "A2+",
    "B1.1", "B1.2", "B1", "B1+", "B2", "C1", "C2",
)  # fmt: skip
BASE = len(LEVELS) + 1
FACTS_BYTES = 21


class TooMuch(ValueError):
    """Something that does not fit: a course of more than 1,092 hours, a day after 2109."""


def signed(facts: CertificateFacts, *, key: Ed25519PrivateKey) -> str:
    """The text of the fragment. The same facts and key give the same text. Raises TooMuch."""
    content = packed(facts, key=key.public_key())
    return written(content + key.sign(to_sign(facts.code, content)))


def to_sign(code: str, content: bytes) -> bytes:
    return PREFIX + code.encode() + content


def written(content: bytes) -> str:
    return b32encode(content).decode().rstrip("=")


def packed(facts: CertificateFacts, *, key: Ed25519PublicKey) -> bytes:
    """The bytes before the signature. Raises TooMuch."""
    whole = 0
    for value, bits in (
        (FORM, 8),
        (int.from_bytes(name_of(key)), 24),
        (_days(facts.first_day), 15),
        (_days(facts.last_day), 15),
        (_days(facts.issued_on), 15),
        (_days(facts.valid_until) if facts.valid_until else 0, 15),
        (facts.minutes_planned, 16),
        (facts.minutes_followed, 16),
        (_levels(facts), 41),
        (0, 3),
    ):
        if not 0 <= value < 1 << bits:
            raise TooMuch(f"{value} in {bits} bits")
        whole = whole << bits | value
    return whole.to_bytes(FACTS_BYTES)


def name_of(key: Ed25519PublicKey) -> bytes:
    """Enough to find the key among those of an issuer; the signature says whether it is the one."""
    return hashlib.sha256(key.public_bytes_raw()).digest()[:3]


def _days(day: date) -> int:
    return (day - DAY_ZERO).days


def _levels(facts: CertificateFacts) -> int:
    known = {each.skill: (each.entry, each.exit) for each in facts.levels}
    whole = 0
    for skill in SKILLS:
        for level in known.get(skill, (None, None)):
            whole = whole * BASE + (LEVELS.index(level) + 1 if level else 0)
    return whole
