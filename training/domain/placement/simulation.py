"""People who take the placement test on paper: what the test makes of them. Pure and seeded."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import mean

from training.domain.placement import scoring
from training.domain.placement.route import PARTS, Attempt, Question, findings, following, paper
from training.domain.placement.scoring import BANDS, MASTERY, REPORTED
from training.enums import Level

Answering = Callable[[Question, random.Random], int | None]
OPTIONS = 4
HALFWAY = 0.5


def never_knows(question: Question, rng: random.Random) -> None:
    """Says everywhere that they do not know."""


def guesses(question: Question, rng: random.Random) -> int:
    """Any answer, at random, the rating of oneself included."""
    return rng.randrange(3 if question.part.is_rated else OPTIONS)


def of_level(level: Level, *, honest: bool = False) -> Answering:
    """Somebody in the middle of a level, by the model of the scoring itself. `honest`: says "I don't know"
    instead of guessing."""
    ability = REPORTED.index(level) + MASTERY + HALFWAY

    def answer(question: Question, rng: random.Random) -> int | None:
        if question.part.is_rated:
            return rate(level, question, rng)
        difficulty = BANDS.index(Level(question.level)) + 1
        if honest and rng.random() > knows(ability, difficulty):
            return None
        if not honest and rng.random() > scoring.chance(ability, difficulty):
            return rng.randrange(1, OPTIONS)
        return 0

    return answer


def knows(ability: float, difficulty: int) -> float:
    """The chance of knowing, without luck."""
    return (scoring.chance(ability, difficulty) - scoring.GUESS) / (1 - scoring.GUESS)


def rate(level: Level, question: Question, rng: random.Random) -> int:
    """Mostly yes up to one's level, mostly not yet above it."""
    can = Level(question.level).rank <= level.rank
    return rng.choices((0, 1, 2), (0.05, 0.15, 0.8) if can else (0.6, 0.3, 0.1))[0]


@dataclass(frozen=True)
class Outcome:
    """One simulated test: the level per tested and rated skill, and how many questions it took."""

    levels: tuple[Level, ...]
    questions: int

    @property
    def highest(self) -> Level:
        return max(self.levels, key=lambda level: level.rank)


def take(questions: Sequence[Question], answering: Answering, seed: int) -> Outcome:
    rng = random.Random(seed)
    answers: dict[str, int | None] = {}
    sheet, attempt = paper(questions, seed), Attempt(answers=answers)
    while (question := following(sheet, attempt)) is not None:
        answers[question.key] = answering(question, rng)
    return Outcome(tuple(one.estimate.level for one in findings(sheet, attempt)), len(answers))


@dataclass(frozen=True)
class Summary:
    """Many tests of one kind of person."""

    runs: int
    levels: Counter
    highest: Counter
    questions: float
    most_questions: int

    def share_at_most(self, level: Level) -> float:
        """Of the runs: no skill was placed above `level`."""
        fine = sum(number for one, number in self.highest.items() if one.rank <= level.rank)
        return fine / self.runs

    def share_of(self, *levels: Level) -> float:
        """Of the tested skills: placed at one of these levels."""
        return sum(self.levels[level] for level in levels) / sum(self.levels.values())


def many(questions: Sequence[Question], answering: Answering, *, runs: int, seed: int) -> Summary:
    outcomes = [take(questions, answering, seed * 1_000_000 + run) for run in range(runs)]
    tested = sum(1 for part in PARTS if part.is_tested)
    return Summary(
        runs=runs,
        levels=Counter(level for one in outcomes for level in one.levels[:tested]),
        highest=Counter(one.highest for one in outcomes),
        questions=mean(one.questions for one in outcomes),
        most_questions=max(one.questions for one in outcomes),
    )
