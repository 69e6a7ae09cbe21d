"""Taking the placement test: begin, answer, skip listening, ask for West Flemish, claim after signing up.

Every verb locks the attempt, works with the fresh row and may be called twice: a double click, the Back key
or two windows never give two answers to one question.
"""

import secrets
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from training.domain.placement import keeping, route
from training.domain.placement.route import Paper, Question
from training.enums import PlacementPart
from training.exceptions import Refusal
from training.models import CanDo, PlacementAnswer, PlacementAttempt, PlacementItem, PlacementResult

SESSION_KEY = "placement_attempt"  # where a browser without an account keeps its attempt
ITEM, CAN_DO = "i", "c"
CHOICES = {True: 3, False: 4}  # how many answers there are: to a statement, to an item


def begin(*, user: User | None) -> PlacementAttempt:
    """A new attempt; the one that is not finished, for who has an account."""
    if user is not None and (open_one := PlacementAttempt.objects.unfinished().filter(user=user).first()):
        return open_one
    return PlacementAttempt.objects.create(
        user=user, seed=secrets.randbelow(2**31), started_at=timezone.now()
    )


@transaction.atomic
def answer(*, attempt: PlacementAttempt, key: str, choice: int | None) -> PlacementAttempt:
    """Keeps the answer to the question that is open now; to any other question it changes nothing.

    `choice`: see PlacementAnswer; None for "I don't know". The last answer finishes the test.
    """
    attempt = locked(attempt)
    state = standing(attempt)
    if state.question is None or state.question.key != key:
        return attempt
    if choice is not None and choice not in range(CHOICES[state.question.part.is_rated]):
        raise Refusal(_("Choose one of the answers."), code="choice")
    kind, pk = key[0], int(key[1:])
    PlacementAnswer.objects.create(
        attempt=attempt,
        item_id=pk if kind == ITEM else None,
        can_do_id=pk if kind == CAN_DO else None,
        choice=choice,
        answered_at=timezone.now(),
    )
    return close_if_over(attempt)


@transaction.atomic
def skip_listening(*, attempt: PlacementAttempt) -> PlacementAttempt:
    """No sound now: the skill stays unmeasured, what was answered of it does not count."""
    attempt = locked(attempt)
    if attempt.finished_at is None and not attempt.cannot_listen:
        attempt.cannot_listen = True
        attempt.save(update_fields=["cannot_listen"])
    return close_if_over(attempt)


@transaction.atomic
def add_regional(*, attempt: PlacementAttempt) -> PlacementAttempt:
    """The West Flemish set, after the test. It never touches a level."""
    attempt = locked(attempt)
    if attempt.finished_at is None:
        raise Refusal(_("Finish the test first."), code="not_finished")
    if not attempt.wants_regional:
        attempt.wants_regional = True
        attempt.save(update_fields=["wants_regional"])
    return attempt


@transaction.atomic
def claim(*, attempt_id: int, user: User) -> PlacementAttempt | None:
    """Ties an attempt without an account to whoever just signed in with the same browser.

    None when it is somebody's already, or when this account has begun a test of its own meanwhile.
    """
    found = PlacementAttempt.objects.select_for_update().filter(pk=attempt_id, user=None).first()
    if found is None:
        return None
    if found.finished_at is None and PlacementAttempt.objects.unfinished().filter(user=user).exists():
        return None
    found.user = user
    found.save(update_fields=["user"])
    if found.finished_at:
        keeping.keep(attempt=found)
    return found


def locked(attempt: PlacementAttempt) -> PlacementAttempt:
    return PlacementAttempt.objects.select_for_update().get(pk=attempt.pk)


def close_if_over(attempt: PlacementAttempt) -> PlacementAttempt:
    """Writes the results down once, when no question is left; the West Flemish answer beside them."""
    state = standing(attempt)
    if state.question is not None:
        return attempt
    if attempt.finished_at is None:
        write_results(attempt, state)
        attempt.finished_at = timezone.now()
    attempt.regional = route.regional(state.paper, state.way.answers)
    attempt.save(update_fields=["finished_at", "regional"])
    keeping.keep(attempt=attempt)
    return attempt


def write_results(attempt: PlacementAttempt, state: "Standing") -> None:
    PlacementResult.objects.bulk_create(
        PlacementResult(
            attempt=attempt,
            skill=one.part.value,
            source=one.source,
            level=one.estimate.level,
            low=one.estimate.low,
            high=one.estimate.high,
        )
        for one in route.findings(state.paper, state.way)
    )


@dataclass(frozen=True)
class Standing:
    """Where an attempt stands: its paper, its answers, the open question (None: over)."""

    paper: Paper
    way: route.Attempt
    question: Question | None

    @property
    def part(self) -> PlacementPart | None:
        return self.question.part if self.question else None

    @property
    def answered_in_part(self) -> int:
        stages = (
            [self.paper.regional] if self.part == PlacementPart.REGIONAL else self.paper.stages[self.part]
        )
        return sum(1 for stage in stages for one in stage if one.key in self.way.answers)

    @property
    def most_in_part(self) -> int:
        stages = (
            [self.paper.regional] if self.part == PlacementPart.REGIONAL else self.paper.stages[self.part]
        )
        return sum(len(stage) for stage in stages)


def standing(attempt: PlacementAttempt) -> Standing:
    answers = answers_of(attempt)
    sheet = route.paper(questions(answers), attempt.seed)
    way = route.Attempt(answers, attempt.cannot_listen, attempt.wants_regional)
    return Standing(sheet, way, following(sheet, way, attempt))


def following(sheet: Paper, way: route.Attempt, attempt: PlacementAttempt) -> Question | None:
    """A test once finished stays finished, whatever an editor does to its questions later."""
    if attempt.finished_at is None:
        return route.following(sheet, way)
    return route.next_regional(sheet, way)


def answers_of(attempt: PlacementAttempt) -> dict[str, int | None]:
    rows = attempt.answers.values_list("item_id", "can_do_id", "choice")
    return {f"{ITEM}{item}" if item else f"{CAN_DO}{can_do}": choice for item, can_do, choice in rows}


def questions(answered: dict[str, int | None]) -> list[Question]:
    """All that are in use or were answered in this attempt."""
    items = [
        Question(f"{ITEM}{pk}", PlacementPart(part), level)
        for pk, part, level, retired in PlacementItem.objects.order_by("code").values_list(
            "pk", "part", "level", "retired"
        )
        if not retired or f"{ITEM}{pk}" in answered
    ]
    statements = CanDo.objects.filter(
        sector=None, skill__in=[one.value for one in route.PARTS if one.is_rated]
    )
    return items + [
        Question(f"{CAN_DO}{pk}", PlacementPart(skill), level)
        for pk, skill, level in statements.order_by("order", "pk").values_list("pk", "skill", "level")
    ]
