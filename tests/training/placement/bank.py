"""The questions as they are shipped, without a database."""

from training.domain import reference
from training.domain.placement.route import Question
from training.enums import PlacementPart


def questions() -> list[Question]:
    items = [
        Question(f"i{number}", PlacementPart(part), level)
        for number, (_, part, level, *_) in enumerate(reference.rows("placement_items"))
    ]
    statements = [
        Question(f"c{number}", PlacementPart(skill), level)
        for number, (_, sector, _, level, skill, *_) in enumerate(reference.rows("can_dos"))
        if not sector and skill in ("SPI", "SPP")
    ]
    return items + statements
