"""Pure rules about people and organisations: verdicts, identifiers, names. No database here."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

FRANCE_TRAVAIL_FORMAT = re.compile(r"^(\d{7}[0-9A-Z]|\d{11})$")
FRENCH_PHONE = re.compile(r"^(?:\+330?|00330?|0)([1-9]\d{8})$")
BELGIAN_PHONE = re.compile(r"^(?:\+320?|00320?)([1-9]\d{7,8})$")
INSEE_FORMAT = re.compile(r"^(\d{5}|2[AB]\d{3})$")
ADULT_AGE = 18
SIGNS_IN_NAMES = set("'’‘-‐‑.")


@dataclass(frozen=True)
class Verdict:
    """The answer of a permission: `ok`, or not, with a sentence a person can read."""

    ok: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.ok


YES = Verdict(True)


def clean_france_travail_identifier(text: str) -> str | None:
    """The identifier without spaces and in capitals, or None when it cannot be one.

    Two formats are in use: 8 characters (7 digits, then a digit or a letter) or 11 digits;
    all zeros is a placeholder seen in practice and refused (domain report, 1.6).
    """
    compact = re.sub(r"[\s.\-]", "", text).upper()
    if not compact.isascii() or not FRANCE_TRAVAIL_FORMAT.match(compact) or set(compact) == {"0"}:
        return None
    return compact


def clean_phone(text: str) -> str | None:
    """A French or Belgian number as the world dials it, or None when it cannot be one."""
    compact = re.sub(r"[\s.\-/()]", "", text)
    if french := FRENCH_PHONE.match(compact):
        return f"+33{french[1]}"
    if belgian := BELGIAN_PHONE.match(compact):
        return f"+32{belgian[1]}"
    return None


def is_latin_name(text: str) -> bool:
    """Whether a name can stand on a paper that is read on both sides of the border: Latin letters, as in the
    second line of a passport; no digits, no signs but those within names."""
    letters = [one for one in text if one.isalpha()]
    latin = all(unicodedata.name(one, "").startswith(("LATIN", "MODIFIER LETTER")) for one in letters)
    rest = {one for one in text if not (one.isalpha() or one.isspace() or unicodedata.combining(one))}
    return bool(letters) and latin and rest <= SIGNS_IN_NAMES


def same_name(name_key: str) -> str:
    """A sort key in which the order of the names, hyphens and apostrophes no longer matter."""
    return " ".join(sorted(part for part in re.split(r"[^\w]+", name_key) if part))


def age_on(birth_date: date, day: date) -> int:
    """Full years lived on `day`; born on 29 February, one grows older on 1 March in ordinary years."""
    before_birthday = (day.month, day.day) < (birth_date.month, birth_date.day)
    return day.year - birth_date.year - before_birthday


def sort_key(*parts: str) -> str:
    """Unaccented and casefolded: the order people expect, whatever the database's collation."""
    decomposed = unicodedata.normalize("NFKD", " ".join(part.strip() for part in parts if part.strip()))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
