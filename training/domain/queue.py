"""Requests that wait for the office: which, in which order, and many of them decided at once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from accounts.models import User
from training.domain import enrolment as verbs
from training.domain.conditions import Lack
from training.domain.eligibility import lacking_in
from training.enums import UNDECIDED, Inquiry
from training.exceptions import Refusal
from training.models import Enrolment, EnrolmentEvent

# What can be decided of many at once.
FOR_MANY: dict[str, Callable[..., Enrolment]] = {
    "accept": verbs.accept,
    "refuse": verbs.refuse,
    "ask_more": verbs.ask_more,
}


def undecided(user: User) -> QuerySet[Enrolment]:
    """Every request without an answer of the office, longest waiting first."""
    waiting = Enrolment.objects.visible_to(user).filter(status__in=UNDECIDED)
    return waiting.select_related("person", "session", "referred_by").order_by("submitted_at", "pk")


def to_decide(user: User) -> QuerySet[Enrolment]:
    """Those on which the office has the word: not while somebody is asked for more."""
    return undecided(user).exclude(inquiry=Inquiry.ASKED)


@dataclass(frozen=True)
class Row:
    """One request of the queue: which conditions are missing, what was asked and answered last."""

    enrolment: Enrolment
    lacks: list[Lack]
    exchange: list[EnrolmentEvent]


def rows(requests: QuerySet[Enrolment]) -> list[Row]:
    """In a constant number of queries."""
    found = list(requests)
    lacks = lacking_in(found)
    said = EnrolmentEvent.objects.filter(enrolment__in=found, reason__in=("MORE_ASKED", "MORE_GIVEN"))
    exchange: dict[int, list[EnrolmentEvent]] = {one.pk: [] for one in found}
    for event in said.order_by("at", "pk"):
        exchange[event.enrolment_id].append(event)
    return [Row(one, lacks[one.pk], exchange[one.pk][-2:]) for one in found]


@dataclass(frozen=True)
class Result:
    """What came of one row: done, or why not (in words, and the code of the refusal)."""

    enrolment: Enrolment
    reason: str = ""
    code: str = ""

    @property
    def is_done(self) -> bool:
        return not self.reason


def decide(*, requests: Iterable[Enrolment], verb: str, by: User, **facts: str) -> list[Result]:
    """The same decision for each, in order of arrival, each a transaction of its own: one that fails says
    why, the others go through.
    """
    return [_decide(one, FOR_MANY[verb], by=by, **facts) for one in requests]


def _decide(enrolment: Enrolment, verb: Callable[..., Enrolment], *, by: User, **facts: str) -> Result:
    try:
        changed = verb(enrolment=enrolment, by=by, **facts)
    except Refusal as refusal:
        now = Enrolment.objects.select_related("person", "session").get(pk=enrolment.pk)
        return Result(now, str(refusal), refusal.code)
    return Result(changed)
