"""Ways from one person's levels to pages of the floors above, for whoever reads those levels."""

from collections.abc import Callable

from training.enums import ON_THE_REGISTER
from training.models import Enrolment

# What a floor above adds: each takes an enrolment and gives an address and its words, without a query.
from_levels: list[Callable[[Enrolment], tuple[str, str]]] = []


def of(enrolment: Enrolment) -> list[tuple[str, str]]:
    """Address and words of each; none before the person stands on the register."""
    if enrolment.status not in ON_THE_REGISTER:
        return []
    return [way(enrolment) for way in from_levels]
