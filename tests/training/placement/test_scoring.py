"""The formula: pure, corrected for luck, wide when little is known."""

import pytest

from tests.training.placement.bank import questions
from training.domain.placement import route, scoring
from training.domain.placement.scoring import BANDS, REPORTED, Response
from training.enums import Level, LevelSource, PlacementPart


def test_luck_alone_is_one_in_four():
    assert scoring.chance(-10, 1) == pytest.approx(scoring.GUESS, abs=0.001)
    assert scoring.chance(20, 1) == pytest.approx(1 - scoring.SLIP, abs=0.001)


def test_no_answer_leaves_a_wide_band():
    nothing = scoring.estimate([])
    assert nothing.low.rank < nothing.level.rank < nothing.high.rank


def test_each_level_can_be_reached_and_is_within_its_band():
    for top in range(len(BANDS) + 1):
        answers = [Response(band, band <= top) for band in range(1, len(BANDS) + 1) for _ in range(6)]
        found = scoring.estimate(answers)
        assert abs(REPORTED.index(found.level) - top) <= 1
        assert found.low.rank <= found.level.rank <= found.high.rank


def test_more_answers_narrow_the_band():
    def width(repeated: int) -> int:
        found = scoring.estimate([Response(2, True), Response(3, False)] * repeated)
        return REPORTED.index(found.high) - REPORTED.index(found.low)

    assert width(8) < width(1)


def test_a_lucky_right_answer_far_above_moves_little():
    wrong = [Response(1, False), Response(1, False), Response(1, False)]
    assert scoring.estimate([*wrong, Response(7, True)]).level == Level.A0


@pytest.mark.parametrize(
    ("points", "passed"),
    [((2, 2, 2), True), ((2, 2, 1, 1), True), ((2, 2, 1, 0), False), ((0, 0), False), ((2, 0), None)],
)
def test_three_quarters_of_the_points_pass_a_level(points, passed):
    stage = [one for one in questions() if one.part == "SPI" and one.level == Level.A1]
    answers = {one.key: worth for one, worth in zip(stage, points, strict=False)}
    assert route.verdict(stage, answers) is passed


def test_a_failed_level_ends_a_part_and_the_next_begins_where_it_ended():
    paper = route.paper(questions(), seed=7)
    answers: dict[str, int | None] = {}
    parts = []
    while (question := route.following(paper, route.Attempt(answers))) is not None:
        parts.append((question.part, question.level))
        easy = question.part.is_rated or question.level in ("PRE_A1", "A1.1", "A1.2")
        answers[question.key] = (2 if question.part.is_rated else 0) if easy else None
    reading = [level for part, level in parts if part == PlacementPart.READING]
    assert not any(level.startswith("B1") for level in reading)
    assert ("LIS", "PRE_A1") not in parts, "listening begins at the level that reading reached"


def test_a_start_that_was_too_high_goes_down():
    stages = route.paper(questions(), seed=1).stages[PlacementPart.LISTENING]
    answers = {one.key: None for one in stages[2]}
    assert route.where(stages, 2, answers) == 1
    answers |= {one.key: 0 for one in stages[1]}
    assert route.where(stages, 2, answers) is None
    assert route.reached(stages, answers) == 1


def test_west_flemish_never_changes_a_level():
    paper = route.paper(questions(), seed=3)
    answers = {one.key: 0 for part in route.PARTS for stage in paper.stages[part][:2] for one in stage}
    before = route.findings(paper, route.Attempt(answers))
    for choice in (0, 1, None):
        heard = answers | {one.key: choice for one in paper.regional}
        assert route.findings(paper, route.Attempt(heard, wants_regional=True)) == before
    assert route.regional(paper, answers) == ""
    assert route.regional(paper, {one.key: 0 for one in paper.regional}) == "YES"
    four = {one.key: 0 if n < 4 else 1 for n, one in enumerate(paper.regional)}
    assert route.regional(paper, four) == "PARTLY"
    assert route.regional(paper, {one.key: None for one in paper.regional}) == "NO"


def test_who_cannot_listen_is_not_measured_in_listening():
    paper = route.paper(questions(), seed=3)
    answers = {one.key: 0 for stages in paper.stages.values() for stage in stages for one in stage}
    found = {
        one.part: one.source for one in route.findings(paper, route.Attempt(answers, cannot_listen=True))
    }
    assert PlacementPart.LISTENING not in found
    assert found[PlacementPart.READING] == LevelSource.PLACEMENT_TEST
    assert found[PlacementPart.INTERACTION] == LevelSource.SELF
