"""Where the test puts people whose level is known: invented ones, seeded."""

from io import StringIO

import pytest
from django.core.management import call_command

from tests.training.placement.bank import questions
from training.domain.placement import simulation
from training.domain.placement.route import MOST_QUESTIONS
from training.domain.reference import load
from training.enums import Level

BANK = questions()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_pure_guesser_is_not_placed_above_a1_in_95_of_100(seed):
    summary = simulation.many(BANK, simulation.guesses, runs=150, seed=seed)
    assert summary.share_at_most(Level.A1) >= 0.95


def test_i_dont_know_everywhere_gives_a0():
    summary = simulation.many(BANK, simulation.never_knows, runs=30, seed=1)
    assert set(summary.levels) == {Level.A0}
    assert set(summary.highest) == {Level.A0}
    assert summary.most_questions < 20, "somebody who knows nothing is not kept for long"


@pytest.mark.parametrize(
    ("really", "near"),
    [
        (Level.A1, (Level.A1_1, Level.A1, Level.A2_1)),
        (Level.A2, (Level.A2_1, Level.A2, Level.B1_1)),
        (Level.B1, (Level.A2, Level.B1_1, Level.B1)),
    ],
)
@pytest.mark.parametrize("honest", [True, False])
def test_people_mostly_land_within_one_step(really, near, honest):
    answering = simulation.of_level(really, honest=honest)
    summary = simulation.many(BANK, answering, runs=30, seed=5)
    assert summary.share_of(*near) >= 0.8
    assert summary.share_of(really) > 0.25
    assert summary.most_questions <= MOST_QUESTIONS


def test_the_same_seed_gives_the_same_figures():
    one, other = (simulation.many(BANK, simulation.guesses, runs=20, seed=9) for _ in range(2))
    assert one == other


@pytest.mark.django_db
def test_the_command_reads_the_questions_of_the_back_office():
    load()
    out = StringIO()
    call_command("simulate_placement", runs=3, stdout=out)
    assert "I don't know everywhere: A0 100%" in out.getvalue()
