"""The way through the placement test: which question comes next, from the answers so far. Pure.

Each part climbs by stages – Pre-A1, A1, A2, B1 – and ends with the first failed one. The first part begins at
the bottom; the others begin where the parts before ended, and go down when that was too high.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from training.domain.placement import scoring
from training.domain.placement.scoring import BANDS, Estimate, Response
from training.enums import Level, LevelSource, PlacementPart, UnderstandsRegional

P = PlacementPart
PARTS = (P.READING, P.LISTENING, P.WRITING, P.INTERACTION, P.PRODUCTION)
TEST_STAGES = (
    (Level.PRE_A1,),
    (Level.A1_1, Level.A1_2),
    (Level.A2_1, Level.A2_2),
    (Level.B1_1, Level.B1_2),
)
RATED_STAGES = (Level.PRE_A1, Level.A1, Level.A2, Level.A2_PLUS, Level.B1)
WHERE_RATING_BEGINS = (0, 1, 2, 4)  # for each stage of the test
STAGE_SIZE, STAGE_NEEDS, FIRST_STAGE_NEEDS = 5, 4, 3  # a slip at the very bottom ends nothing
SHARE_NEEDED = 0.75  # of the points of a level that is rated by the person
MOST_POINTS = 2
MOST_QUESTIONS = 60  # a quarter of an hour at fifteen seconds each
REGIONAL_YES, REGIONAL_PARTLY = 5, 3  # right answers, of six

Answers = Mapping[str, int | None]


@dataclass(frozen=True)
class Question:
    """An item or a can-do statement, as far as the way through the test needs to know it."""

    key: str
    part: PlacementPart
    level: str


@dataclass(frozen=True)
class Attempt:
    """What the way depends on, beside the questions there are."""

    answers: Answers
    cannot_listen: bool = False
    wants_regional: bool = False


@dataclass(frozen=True)
class Paper:
    """The questions of one attempt: per part its stages, each in the order in which they are asked."""

    stages: Mapping[PlacementPart, list[list[Question]]]
    regional: list[Question]


def paper(questions: Sequence[Question], seed: int) -> Paper:
    """The same seed gives the same paper, as long as no question is added or retired."""

    def of(part: PlacementPart, level: str) -> list[Question]:
        return [one for one in questions if one.part == part and one.level == level]

    def drawn(part: PlacementPart, level: str) -> list[Question]:
        found = of(part, level)
        return random.Random(f"{seed}:{part}:{level}").sample(found, len(found))

    stages = {}
    for part in PARTS:
        if part.is_rated:
            stages[part] = [of(part, level) for level in RATED_STAGES]
        else:
            stages[part] = [alternate([drawn(part, level) for level in levels]) for levels in TEST_STAGES]
    return Paper(stages, of(P.REGIONAL, ""))


def alternate(bands: Sequence[Sequence[Question]]) -> list[Question]:
    """One of each half-level in turn."""
    return [one for group in zip_longest(*bands) for one in group if one is not None][:STAGE_SIZE]


def verdict(stage: Sequence[Question], answers: Answers) -> bool | None:
    """Whether a stage is passed; None as long as it is open. A stage without questions is failed."""
    rated = bool(stage) and stage[0].part.is_rated
    most = MOST_POINTS if rated else 1
    given = [one for one in stage if one.key in answers]
    points = sum(worth(one, answers[one.key]) for one in given)
    size = len(stage)
    needed = SHARE_NEEDED * size * most if rated else min(needs(stage), size)
    if size and points >= needed:
        return True
    return False if points + (size - len(given)) * most < needed else None


def needs(stage: Sequence[Question]) -> int:
    """Right answers, to pass a stage of the test."""
    return FIRST_STAGE_NEEDS if stage and stage[0].level == Level.PRE_A1 else STAGE_NEEDS


def worth(question: Question, choice: int | None) -> int:
    if choice is None:
        return 0
    return choice if question.part.is_rated else int(choice == 0)


def where(stages: Sequence[Sequence[Question]], start: int, answers: Answers) -> int | None:
    """The open stage; None when the part is over. Up from the first passed one, down from a failed start."""
    at, first = start, verdict(stages[start], answers)
    while first is False and at and verdict(stages[at - 1], answers) is False:
        at -= 1
    if first is False:
        return at - 1 if at and verdict(stages[at - 1], answers) is None else None
    while at < len(stages) and verdict(stages[at], answers):
        at += 1
    return at if at < len(stages) and verdict(stages[at], answers) is None else None


def reached(stages: Sequence[Sequence[Question]], answers: Answers) -> int:
    """The highest stage passed; -1 for none."""
    return max((n for n, stage in enumerate(stages) if verdict(stage, answers)), default=-1)


def following(paper: Paper, attempt: Attempt) -> Question | None:
    """The next question; None when the test is over."""
    if len(attempt.answers) < MOST_QUESTIONS:
        for part in PARTS:
            if (question := next_of(paper, attempt, part)) is not None:
                return question
    return next_regional(paper, attempt)


def next_regional(paper: Paper, attempt: Attempt) -> Question | None:
    if not attempt.wants_regional:
        return None
    return next((one for one in paper.regional if one.key not in attempt.answers), None)


def next_of(paper: Paper, attempt: Attempt, part: PlacementPart) -> Question | None:
    """The next question of this part, provided the parts before it are over."""
    if part == P.LISTENING and attempt.cannot_listen:
        return None
    stages = paper.stages[part]
    stage = where(stages, first_stage(paper, attempt, part), attempt.answers)
    if stage is None:
        return None
    return next(one for one in stages[stage] if one.key not in attempt.answers)


def first_stage(paper: Paper, attempt: Attempt, part: PlacementPart) -> int:
    """Where the tested parts before this one ended."""
    before = [one for one in PARTS[: PARTS.index(part)] if one.is_tested]
    if attempt.cannot_listen:
        before = [one for one in before if one != P.LISTENING]
    if not before:
        return 0
    found = sorted(reached(paper.stages[one], attempt.answers) for one in before)
    start = max(0, found[(len(found) - 1) // 2])
    return WHERE_RATING_BEGINS[start] if part.is_rated else start


@dataclass(frozen=True)
class Finding:
    """What one part found."""

    part: PlacementPart
    source: LevelSource
    estimate: Estimate


def findings(paper: Paper, attempt: Attempt) -> list[Finding]:
    """The results of a test that is over, per skill. A part without answers is not measured."""
    found = []
    for part in PARTS:
        asked = [one for stage in paper.stages[part] for one in stage if one.key in attempt.answers]
        if (part == P.LISTENING and attempt.cannot_listen) or not asked:
            continue
        if part.is_rated:
            found.append(Finding(part, LevelSource.SELF, rated(paper.stages[part], attempt.answers)))
        else:
            found.append(Finding(part, LevelSource.PLACEMENT_TEST, tested(asked, attempt.answers)))
    return found


def tested(asked: Iterable[Question], answers: Answers) -> Estimate:
    return scoring.estimate(
        Response(BANDS.index(Level(one.level)) + 1, answers[one.key] == 0) for one in asked
    )


def rated(stages: Sequence[Sequence[Question]], answers: Answers) -> Estimate:
    """The highest level passed; the next one is possible when half of its points were given."""
    top = reached(stages, answers)
    levels = (Level.A0, *RATED_STAGES)
    level, high = levels[top + 1], levels[top + 1]
    if top + 1 < len(stages):
        above = [worth(one, answers[one.key]) for one in stages[top + 1] if one.key in answers]
        if above and sum(above) >= len(above):
            high = levels[top + 2]
    return Estimate(level=level, low=level, high=high)


def regional(paper: Paper, answers: Answers) -> UnderstandsRegional | str:
    """How far West Flemish is understood; empty as long as the set is not finished."""
    questions = paper.regional
    if not questions or any(one.key not in answers for one in questions):
        return ""
    right = sum(1 for one in questions if answers[one.key] == 0)
    if right >= REGIONAL_YES:
        return UnderstandsRegional.YES
    return UnderstandsRegional.PARTLY if right >= REGIONAL_PARTLY else UnderstandsRegional.NO
