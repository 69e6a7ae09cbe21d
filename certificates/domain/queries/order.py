"""An order and what became of each person: the page of progress."""

from dataclasses import dataclass

from certificates.enums import ItemState
from certificates.models import IssueBatch, IssueItem


@dataclass(frozen=True)
class Progress:
    """How far an order is. `results`: how many people each state that occurs has."""

    items: list[IssueItem]
    total: int
    done: int
    results: list[tuple[str, int]]


def progress(batch: IssueBatch) -> Progress:
    """One query, whatever the size of the group."""
    items = list(
        batch.items.select_related("enrolment__person", "certificate").order_by(
            "enrolment__person__name_key", "pk"
        )
    )
    counts = [(state, sum(item.state == state for item in items)) for state in ItemState]
    waiting = sum(item.state == ItemState.WAITING for item in items)
    return Progress(
        items=items,
        total=len(items),
        done=len(items) - waiting,
        results=[(str(state.label), number) for state, number in counts if number],
    )
