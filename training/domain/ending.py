"""The end of a course for a whole group: what is proposed for each person and why, then done in one go.

Leaving for work in Flanders is a success and is never counted as stopping.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from training.domain import enrolment as verbs
from training.domain import missed, progress, words
from training.domain.completing import Completion
from training.domain.permissions import can_plan, insist
from training.enums import ATTENDING, EnrolmentStatus, ExitReason, Outcome
from training.exceptions import Refusal
from training.models import Enrolment, Session

S = EnrolmentStatus
AWAY_FOR = 4  # half-days in a row without a reason, up to the last one
LEAVE = ""
OUTCOMES = {
    ExitReason.LEFT_FOR_JOB_BE_TEMP: Outcome.WORK_FLANDERS,
    ExitReason.LEFT_FOR_JOB_BE_DIRECT: Outcome.WORK_FLANDERS,
    ExitReason.LEFT_FOR_JOB_FR: Outcome.WORK_FRANCE,
    ExitReason.OTHER_TRAINING: Outcome.OTHER_TRAINING,
}


def outcome(enrolment: Enrolment) -> Outcome | None:
    """How the course ended for this person; None while it goes on, or when it never began."""
    if enrolment.status == S.COMPLETED:
        return Outcome.COMPLETED
    if enrolment.status == S.NO_SHOW:
        return Outcome.NEVER_CAME
    if enrolment.status == S.EXITED:
        return OUTCOMES.get(ExitReason(enrolment.exit_reason), Outcome.STOPPED)
    return None


@dataclass(frozen=True)
class Proposal:
    """What is proposed for one person: a choice, and why in sentences."""

    enrolment: Enrolment
    choice: str
    why: list[str]
    completion: Completion


@dataclass(frozen=True)
class Preview:
    """The whole group before it ends."""

    proposals: list[Proposal]
    ended: list[Enrolment]
    open_registers: int
    obstacle: str = ""

    @property
    def earned(self) -> int:
        return sum(1 for one in self.proposals if one.completion.reached)


def choices() -> list[tuple[str, str]]:
    """What can be chosen for a person, in words; the first leaves them as they are."""
    return [
        (LEAVE, _("Leave as it is")),
        (S.COMPLETED, str(Outcome.COMPLETED.label)),
        (S.NO_SHOW, str(Outcome.NEVER_CAME.label)),
        *((value, str(label)) for value, label in ExitReason.choices),
    ]


def preview(session: Session) -> Preview:
    """Who completes, who does not and why; in a constant number of queries."""
    people = session.enrolments.select_related("person", "session__course").order_by("person__name_key", "pk")
    here = list(people.filter(status__in=ATTENDING))
    completions, absences = progress.completions(here), away_since(session)
    return Preview(
        proposals=[propose(one, completions[one.pk], absences.get(one.pk)) for one in here],
        ended=list(people.filter(status__in=(S.COMPLETED, S.EXITED, S.NO_SHOW))),
        open_registers=session.half_days.held().filter(closed_at=None).count(),
        obstacle=obstacle(session),
    )


def propose(enrolment: Enrolment, completion: Completion, away: date | None) -> Proposal:
    """Pure: came never, comes no longer, or followed to the end – with or without the certificate."""
    if enrolment.status == S.CONFIRMED:
        return Proposal(enrolment, S.NO_SHOW, [_("Was never noted as present.")], completion)
    if away:
        why = [_("Absent without a reason since %(day)s.") % {"day": words.day(away)}]
        return Proposal(enrolment, ExitReason.NO_NEWS, why, completion)
    if completion.reached:
        return Proposal(enrolment, S.COMPLETED, [_("Has earned the certificate.")], completion)
    why = [_("Followed to the end, without the certificate:"), *completion.missing]
    return Proposal(enrolment, S.COMPLETED, why, completion)


def away_since(session: Session) -> dict[int, date]:
    """By enrolment, the first of the last half-days that were all missed without a reason: one query."""
    return {one: days[-1] for one, days in missed.lately(session).items() if len(days) >= AWAY_FOR}


def obstacle(session: Session) -> str:
    """Why the group cannot end yet; empty when it can."""
    if session.cancelled_at:
        return _("The session was cancelled.")
    if timezone.localdate() < session.last_day:
        return _("The course is not over: its last day is %(day)s.") % {"day": words.day(session.last_day)}
    return ""


@dataclass(frozen=True)
class Result:
    """What came of one person: done, or why not."""

    enrolment: Enrolment
    reason: str = ""

    @property
    def is_done(self) -> bool:
        return not self.reason


@dataclass(frozen=True)
class Ended:
    """What came of a group."""

    results: list[Result] = field(default_factory=list)

    @property
    def done(self) -> list[Result]:
        return [one for one in self.results if one.is_done]

    @property
    def failed(self) -> list[Result]:
        return [one for one in self.results if not one.is_done]


def end(*, session: Session, by: User | None, chosen: Mapping[int, str]) -> Ended:
    """Ends the course for each person as it was chosen (by id of the enrolment): each its own transaction, so
    one who cannot says why and the others go through. Who has an end already is left alone: it may run twice.

    Refuses before the last day.
    """
    insist(can_plan(by))
    if sentence := obstacle(session):
        raise Refusal(sentence, code="not_over")
    people = session.enrolments.filter(pk__in=list(chosen), status__in=ATTENDING).order_by("pk")
    return Ended(_each(people.select_related("person"), chosen, by))


def _each(people: Iterable[Enrolment], chosen: Mapping[int, str], by: User | None) -> list[Result]:
    return [_end_one(one, chosen[one.pk], by) for one in people if chosen[one.pk] != LEAVE]


def _end_one(enrolment: Enrolment, choice: str, by: User | None) -> Result:
    try:
        if choice == S.COMPLETED:
            verbs.complete(enrolment=enrolment, by=by)
        elif choice == S.NO_SHOW:
            verbs.mark_no_show(enrolment=enrolment, by=by)
        else:
            verbs.exit_early(enrolment=enrolment, by=by, reason=choice)
    except Refusal as refusal:
        return Result(enrolment, str(refusal))
    return Result(enrolment)
