"""What a verb of this app may refuse, always with a sentence a person can read."""

from training.exceptions import Refusal

__all__ = ["Refusal"]
