"""Which communes belong to which authority, from a dated file with its source. Pure."""

import json
from functools import lru_cache
from pathlib import Path

from training.enums import Territory

FILE = Path(__file__).resolve().parent.parent / "reference" / "territories.json"
DEPARTMENTS = {Territory.NORD: "59", Territory.PAS_DE_CALAIS: "62"}


def lies_in(commune: str, territory: str) -> bool:
    """Whether the commune of this INSEE code lies in the territory."""
    if department := DEPARTMENTS.get(Territory(territory)):
        return commune.startswith(department)
    return commune in _codes(territory)


@lru_cache(maxsize=8)
def _codes(territory: str) -> frozenset[str]:
    return frozenset(json.loads(FILE.read_text())[territory])
