"""The placement tests of the demo school: one finished before the course, one left half-way."""

import random
from datetime import date, timedelta

from accounts.models import User
from config.demo.clock import on
from training.domain.placement import simulation, taking
from training.enums import Level
from training.models import PlacementAttempt, Session

FINISHED, HALF_WAY = "gregory.wallyn@example.org", "sonia.martins@example.org"
HALF = 14  # questions


def build(*, running: Session, today: date, rng: random.Random) -> None:
    with on(running.first_day - timedelta(days=3), hour=20):
        attempt = taking.begin(user=User.objects.get(email=FINISHED))
        go_through(taking.skip_listening(attempt=attempt), Level.A1_1, rng)
    with on(today - timedelta(days=1), hour=21):
        go_through(taking.begin(user=User.objects.get(email=HALF_WAY)), Level.A2_1, rng, most=HALF)


def go_through(attempt: PlacementAttempt, level: Level, rng: random.Random, most: int = 99) -> None:
    """Answers as somebody of this level would, to the end or `most` times."""
    answering = simulation.of_level(level, honest=True)
    for _ in range(most):
        question = taking.standing(attempt).question
        if question is None:
            return
        attempt = taking.answer(attempt=attempt, key=question.key, choice=answering(question, rng))
