"""What answers say about a level, and how surely. Pure, and corrected for guessing.

A three-parameter logistic model (item response theory) on a scale where 1 is Pre-A1, 2 is A1.1 … 7 is B1.2.
Somebody of ability θ answers an item of difficulty b rightly with the probability

    P(right | θ, b) = GUESS + (1 - GUESS - SLIP) / (1 + exp(-SLOPE (θ - b)))

so that a right answer by luck (one of four) weighs little, and "I don't know" counts as not right. They
turn a wide prior into a posterior over θ, on a grid; nothing else is kept of them. A person has a level when
four out of five of its items are within reach without guessing: θ ≥ b + MASTERY. The level given is the
highest one that is more likely had than not (the median); the band holds four chances out of five.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log

from training.enums import Level

BANDS = (Level.PRE_A1, Level.A1_1, Level.A1_2, Level.A2_1, Level.A2_2, Level.B1_1, Level.B1_2)
# The level of somebody who has mastered nothing, then each band in turn: who has A1.2 has the whole of A1.
REPORTED = (Level.A0, Level.PRE_A1, Level.A1_1, Level.A1, Level.A2_1, Level.A2, Level.B1_1, Level.B1)
GUESS, SLIP, SLOPE = 0.25, 0.05, 2.0
MASTERY = log(4) / SLOPE
PRIOR_MEAN, PRIOR_SPREAD = 2.5, 3.0  # most people who come are beginners
GRID = [step / 10 for step in range(-30, 121)]
LOWEST, HIGHEST = 0.10, 0.90


@dataclass(frozen=True)
class Response:
    """One answer: the difficulty of the item (1 to 7) and whether it was right."""

    difficulty: int
    right: bool


@dataclass(frozen=True)
class Estimate:
    """A level, and the band it lies in with four chances out of five."""

    level: Level
    low: Level
    high: Level


def chance(ability: float, difficulty: int) -> float:
    """Of a right answer."""
    return GUESS + (1 - GUESS - SLIP) / (1 + exp(-SLOPE * (ability - difficulty)))


def estimate(responses: Iterable[Response]) -> Estimate:
    """Of one skill. Without any answer it is the prior: a wide band."""
    weights = posterior(list(responses))
    return Estimate(
        level=quantile(weights, 0.5), low=quantile(weights, LOWEST), high=quantile(weights, HIGHEST)
    )


def posterior(responses: list[Response]) -> list[float]:
    """The weight of each ability on the grid; they add up to one."""
    weights = []
    for ability in GRID:
        weight = exp(-(((ability - PRIOR_MEAN) / PRIOR_SPREAD) ** 2) / 2)
        for one in responses:
            right = chance(ability, one.difficulty)
            weight *= right if one.right else 1 - right
        weights.append(weight)
    total = sum(weights)
    return [weight / total for weight in weights]


def quantile(weights: list[float], share: float) -> Level:
    """The level of the ability below which `share` of the weight lies."""
    below = 0.0
    for ability, weight in zip(GRID, weights, strict=True):
        below += weight
        if below >= share:
            return level_of(ability)
    return REPORTED[-1]


def level_of(ability: float) -> Level:
    """The highest level mastered at this ability."""
    mastered = sum(1 for difficulty in range(1, len(BANDS) + 1) if ability >= difficulty + MASTERY)
    return REPORTED[mastered]
