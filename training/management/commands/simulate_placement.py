from django.core.management.base import BaseCommand

from training.domain.placement import simulation
from training.domain.placement.scoring import REPORTED
from training.domain.placement.taking import questions
from training.enums import Level


class Command(BaseCommand):
    help = "Lets invented people take the placement test and prints where they land. Changes nothing."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--runs", type=int, default=1000, help="tests per kind of person (1000)")
        parser.add_argument("--seed", type=int, default=1, help="another seed, other dice (1)")

    def handle(self, *args, runs: int, seed: int, **options) -> None:
        bank = questions({})
        people = {
            "I don't know everywhere": simulation.never_knows,
            "guesses everywhere": simulation.guesses,
            **{f"really {level.short}": simulation.of_level(level) for level in REPORTED[1:]},
            **{
                f"really {level.short}, never guesses": simulation.of_level(level, honest=True)
                for level in (Level.A1, Level.A2, Level.B1)
            },
        }
        for name, answering in people.items():
            self._print(name, simulation.many(bank, answering, runs=runs, seed=seed))

    def _print(self, name: str, summary: simulation.Summary) -> None:
        levels = sorted(summary.levels.items(), key=lambda pair: pair[0].rank)
        shares = ", ".join(f"{level.short} {summary.share_of(level):.0%}" for level, _ in levels)
        self.stdout.write(f"{name}: {shares}")
        self.stdout.write(
            f"    never above A1: {summary.share_at_most(Level.A1):.1%}; "
            f"questions: {summary.questions:.0f} on average, {summary.most_questions} at most"
        )
