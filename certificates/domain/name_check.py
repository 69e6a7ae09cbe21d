"""Is this the name on the certificate? Yes or no, never the right name. Pure.

Tolerant of what people write differently for one name: accents, capitals, hyphens, apostrophes, particles
(van den Berghe, Vandenberghe, Berghe). A part of a double name is another name.
"""

import re

from accounts.rules import sort_key

# Letters that have no decomposition, as passports write them.
SPELLED = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
PARTICLES = {
    *("d", "l", "de", "du", "des", "la", "le", "les"),
    *("van", "von", "der", "den", "het", "ter", "ten", "te", "ver", "zu"),
    *("da", "do", "dos", "di", "del", "della", "el", "al", "ben", "ibn"),
}


def same_family_name(typed: str, certified: str) -> bool:
    """Nothing is the name of nobody."""
    one, other = _parts(typed), _parts(certified)
    if not one or not other:
        return False
    return "".join(one) == "".join(other) or _bare(one) == _bare(other)


def _parts(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", sort_key(name).translate(SPELLED))


def _bare(parts: list[str]) -> str:
    """Without its particles; a name of particles alone keeps them."""
    return "".join(part for part in parts if part not in PARTICLES) or "".join(parts)
