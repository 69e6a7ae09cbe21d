"""Reference data of this floor, read from `accounts/reference/`. Idempotent."""

import json
from pathlib import Path

from accounts.models import Commune
from accounts.rules import sort_key

FOLDER = Path(__file__).resolve().parent.parent / "reference"


def search_key(name: str) -> str:
    """A commune's name as people type it: no accents, no hyphens, no apostrophes."""
    return sort_key(name.replace("-", " ").replace("'", " ").replace("’", " "))


def load_communes() -> int:
    """Writes the communes of Hauts-de-France (INSEE codes); returns how many there are."""
    rows = json.loads((FOLDER / "communes.json").read_text())["communes"]
    Commune.objects.bulk_create(
        [
            Commune(
                code=code, name=name, department=department, postcodes=postcodes, search_key=search_key(name)
            )
            for code, name, department, postcodes in rows
        ],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "department", "postcodes", "search_key"],
    )
    return len(rows)
