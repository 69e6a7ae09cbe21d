"""The ladder of CEFR levels, as heights on a stair.

Heights count treads: three to a level, so A1.1, A1.2 and A1 are the first three. A half tread is what
stands between two of them (Pre-A1, A2+, B1+). The half-levels are this school's own convention.
"""

from fractions import Fraction

HALF = Fraction(1, 2)
HEIGHTS: dict[str, Fraction] = {
    "A0": Fraction(0),
    "PRE_A1": HALF,
    "A1.1": Fraction(1),
    "A1.2": Fraction(2),
    "A1": Fraction(3),
    "A2.1": Fraction(4),
    "A2.2": Fraction(5),
    "A2": Fraction(6),
    "A2+": 6 + HALF,
    "B1.1": Fraction(7),
    "B1.2": Fraction(8),
    "B1": Fraction(9),
    "B1+": 9 + HALF,
    "B2": Fraction(12),
    "C1": Fraction(15),
    "C2": Fraction(18),
}
MAIN_LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")
SHORTEST = 9  # treads: to B1, what work in West Flanders asks at most


def written(level: str) -> str:
    """As people write it: 'Pre-A1' for PRE_A1."""
    return "Pre-A1" if level == "PRE_A1" else level


def treads_for(levels: list[str]) -> int:
    """How many treads show all these levels: to B1, and whole levels higher when one of them is."""
    highest = max(HEIGHTS[level] for level in levels)
    return max(SHORTEST, -(-highest // 3) * 3)
