"""Reference data of this floor: sectors, occupations, vocabulary domains, can-do statements, absence codes,
items of the placement test, the model of the internal rules.

Loading again changes nothing that an editor has changed: rows are created when missing, never overwritten.
"""

import json
from datetime import date
from pathlib import Path

from training.models import (
    AbsenceCode,
    CanDo,
    InternalRules,
    Occupation,
    PlacementItem,
    Sector,
    VocabularyDomain,
)

FOLDER = Path(__file__).resolve().parent.parent / "reference"


def load() -> None:
    """Creates what is missing, in constant queries per kind. Idempotent."""
    load_sectors()
    sectors = {sector.code: sector for sector in Sector.objects.all()}
    load_occupations(sectors)
    load_domains(sectors)
    load_can_dos(sectors)
    load_absence_codes()
    load_placement_items()
    load_internal_rules()


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
        "minimum_listening",
        "minimum_reading",
        "minimum_interaction",
        "minimum_production",
        "minimum_writing",
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


def load_domains(sectors: dict[str, Sector]) -> None:
    VocabularyDomain.objects.bulk_create(
        [
            VocabularyDomain(
                code=code, sector=sectors.get(sector), name_fr=name_fr, name_nl=name_nl, order=order
            )
            for order, (code, sector, name_fr, name_nl) in enumerate(rows("vocabulary_domains"))
        ],
        ignore_conflicts=True,
    )


def load_can_dos(sectors: dict[str, Sector]) -> None:
    domains = {domain.code: domain for domain in VocabularyDomain.objects.all()}
    fields = ("level", "skill", "text_fr", "text_nl", "example")
    CanDo.objects.bulk_create(
        [
            CanDo(
                code=code,
                sector=sectors.get(sector),
                domain=domains[domain],
                order=order,
                **dict(zip(fields, facts, strict=True)),
            )
            for order, (code, sector, domain, *facts) in enumerate(rows("can_dos"))
        ],
        ignore_conflicts=True,
    )


def load_absence_codes() -> None:
    fields = (
        "code",
        "label_fr",
        "label_nl",
        "justified",
        "proof_required",
        "hours_due",
        "pay_effect",
        "may_be_announced",
        "tells_nobody",
    )
    AbsenceCode.objects.bulk_create(
        [
            AbsenceCode(order=order, **dict(zip(fields, facts, strict=True)))
            for order, facts in enumerate(rows("absence_codes"))
        ],
        ignore_conflicts=True,
    )


def load_placement_items() -> None:
    """An answer given once is the same in both languages, a pair is French and Dutch."""
    PlacementItem.objects.bulk_create(
        [placement_item(*facts) for facts in rows("placement_items")],
        ignore_conflicts=True,
    )


def placement_item(*facts) -> PlacementItem:
    """From one row of the file: code, part, level, text, question in French and Dutch, right, three wrong."""
    code, part, level, text, ask_fr, ask_nl, right, wrong = facts
    (right_fr, right_nl), pairs = in_both(right), [in_both(one) for one in wrong]
    return PlacementItem(
        code=code,
        part=part,
        level=level,
        text=text,
        ask_fr=ask_fr,
        ask_nl=ask_nl,
        right_fr=right_fr,
        right_nl=right_nl,
        wrong_fr="\n".join(french for french, _ in pairs),
        wrong_nl="\n".join(dutch for _, dutch in pairs),
    )


def in_both(words: str | list[str]) -> tuple[str, str]:
    french, dutch = (words, words) if isinstance(words, str) else words
    return french, dutch


def load_internal_rules() -> None:
    """The model for providers without rules of their own, until the office writes another."""
    if InternalRules.objects.filter(provider=None).exists():
        return
    model = json.loads((FOLDER / "internal_rules.json").read_text())
    InternalRules.objects.create(
        valid_from=date.fromisoformat(model["valid_from"]),
        text_fr="\n".join(model["fr"]),
        text_nl="\n".join(model["nl"]),
    )
