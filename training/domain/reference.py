"""Reference data of this floor: sectors, occupations, can-do statements, absence codes.

Loading again changes nothing that an editor has changed: rows are created when missing, never overwritten.
"""

import json
from pathlib import Path

from training.models import AbsenceCode, CanDo, Occupation, Sector

FOLDER = Path(__file__).resolve().parent.parent / "reference"


def load() -> None:
    """Creates what is missing, in constant queries per kind. Idempotent."""
    load_sectors()
    sectors = {sector.code: sector for sector in Sector.objects.all()}
    load_occupations(sectors)
    load_can_dos(sectors)
    load_absence_codes()


def rows(name: str) -> list[list]:
    return json.loads((FOLDER / f"{name}.json").read_text())


def load_sectors() -> None:
    Sector.objects.bulk_create(
        [
            Sector(code=code, name_fr=name_fr, name_nl=name_nl, order=order)
            for order, (code, name_fr, name_nl) in enumerate(rows("sectors"))
        ],
        ignore_conflicts=True,
    )


def load_occupations(sectors: dict[str, Sector]) -> None:
    fields = (
        "rome_code",
        "name_fr",
        "name_nl",
        "isco",
        "minimum_oral",
        "minimum_reading",
        "condition_fr",
        "condition_nl",
    )
    Occupation.objects.bulk_create(
        [
            Occupation(sector=sectors[sector], **dict(zip(fields, facts, strict=True)))
            for sector, *facts in rows("occupations")
        ],
        ignore_conflicts=True,
    )


def load_can_dos(sectors: dict[str, Sector]) -> None:
    CanDo.objects.bulk_create(
        [
            CanDo(
                sector=sectors.get(sector),
                level=level,
                skill=skill,
                text_fr=text_fr,
                text_nl=text_nl,
                order=order,
            )
            for order, (sector, level, skill, text_fr, text_nl) in enumerate(rows("can_dos"))
        ],
        ignore_conflicts=True,
    )


def load_absence_codes() -> None:
    fields = ("code", "label_fr", "label_nl", "justified", "proof_required", "hours_due")
    AbsenceCode.objects.bulk_create(
        [
            AbsenceCode(order=order, **dict(zip(fields, facts, strict=True)))
            for order, facts in enumerate(rows("absence_codes"))
        ],
        ignore_conflicts=True,
    )
