"""Verification codes: twelve characters that nobody guesses and anybody can read out on the telephone.

Crockford's base 32 leaves out I, L, O and U, so what people take for one another is one character here.
"""

import re
import secrets
from unicodedata import normalize

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12  # 60 bits
LOOKALIKES = str.maketrans("ILO", "110")
ADDRESS = re.compile(r"/v/([^/?#\s]+)", re.IGNORECASE)
UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"  # soft hyphens, joiners and marks that come along when one copies
SEPARATORS = re.compile(rf"[\s\-‐‑‒–—−_.·/{UNSEEN}]+")
LONGEST_READ = 500  # characters; nobody pastes more than an address


def new() -> str:
    """A code from the system's secure source. Whether it is free is for the database to say."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def clean(text: str) -> str | None:
    """The code meant by `text`: any case or width, any spaces or hyphens, I or L for 1, O for 0, a whole
    address.

    None when there is no code in it.
    """
    compact = compacted(text).translate(LOOKALIKES)
    if len(compact) != LENGTH or set(compact) - set(ALPHABET):
        return None
    return compact


def compacted(text: str) -> str:
    """What was typed without separators, in capitals; of a pasted address only what follows /v/."""
    text = normalize("NFKC", text[:LONGEST_READ])
    found = ADDRESS.findall(text)
    return SEPARATORS.sub("", found[-1] if found else text).upper()
