"""What a verb of this app may refuse: the one exception of the house, always with a sentence."""

from accounts.exceptions import Refusal

__all__ = ["Refusal"]
