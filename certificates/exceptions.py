"""What a verb of this app may refuse, always with a sentence a person can read."""

from training.exceptions import Refusal

__all__ = ["FactsAltered", "Refusal"]


class FactsAltered(Exception):
    """What was ordered is not what is to be printed: somebody changed the row. For the operator."""
