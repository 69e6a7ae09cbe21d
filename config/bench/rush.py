"""Many people at one door at the same moment: enrolling under the lock, beside a naive insert without it."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from statistics import median
from threading import Barrier
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from accounts.models import Commune, Person
from config.bench.school import open_session
from config.bench.table import Line, at_least, at_most
from training.domain import enrolment, welcome
from training.domain.requests import PRIVACY_VERSION
from training.enums import EnrolmentStatus
from training.models import Enrolment, EnrolmentEvent, Session

CHAIRS, PEOPLE, CONNECTIONS, ROUNDS = 12, 200, 40, 3
FIRST_NUMBER = 900  # beside the sessions that fill the lists
QUEUE = "pg_advisory_xact_lock"


@dataclass
class Served:
    """Who came, when they stood in the queue on the clock of the server, what went wrong if anything."""

    thing: Any
    knocked: datetime | None = None
    error: Exception | None = None

    def __call__(self, execute, sql, params, many, context):
        """Has the server say when it was asked for a turn, in the same statement, before it gives one."""
        if QUEUE not in sql or self.knocked:
            return execute(sql, params, many, context)
        result = execute(sql.replace(QUEUE, f"clock_timestamp(), {QUEUE}"), params, many, context)
        self.knocked = context["cursor"].fetchone()[0]
        return result


def together(work: Callable[[Any], Any], things: Sequence, connections: int) -> list[Served]:
    """Each connection serves its share of the people, one after the other; all connections start at once."""
    start = Barrier(connections)

    def serve(share: Sequence) -> list[Served]:
        try:
            connection.ensure_connection()
            start.wait(timeout=60)
            return [_one(work, thing) for thing in share]
        finally:
            connection.close()

    shares = [things[number::connections] for number in range(connections)]
    with ThreadPoolExecutor(connections) as pool:
        return [one for share in pool.map(serve, shares) for one in share]


def _one(work: Callable[[Any], Any], thing: Any) -> Served:
    served = Served(thing)
    with connection.execute_wrapper(served):
        try:
            work(thing)
        except Exception as error:
            served.error = error
    return served


def out_of_order(served: Sequence[tuple[Served, int]]) -> float:
    """Share of pairs in which who knocked first got the higher number."""
    pairs = list(combinations(sorted(served, key=lambda one: one[0].knocked), 2))
    return sum(first[1] > second[1] for first, second in pairs) / len(pairs)


def run() -> list[Line]:
    """People per second of the naive way, the share of it that the lock reaches, and how the order held."""
    ways = {"naive": naive, "locked": locked}
    rates: dict[str, list[float]] = {name: [] for name in ways}
    mixed, oversold = 0.0, 0
    for number in range(ROUNDS):
        for offset, (name, way) in enumerate(ways.items()):
            session = open_session(FIRST_NUMBER + 2 * number + offset, capacity=CHAIRS)
            welcome.current(session)
            drafts = crowd(session, f"{number}-{offset}")
            began = time.perf_counter()
            served = together(way, drafts, CONNECTIONS)
            rates[name].append(PEOPLE / (time.perf_counter() - began))
            if error := next((one.error for one in served if one.error), None):
                raise RuntimeError(f"{name}: {error}")
            if name == "locked":
                positions = dict(session.enrolments.values_list("pk", "queue_position"))
                mixed = max(mixed, out_of_order([(one, positions[one.thing.pk]) for one in served]))
                oversold = max(oversold, session.enrolments.seated().count() - CHAIRS)
    floor, reached = median(rates["naive"]), median(rates["locked"])
    return [
        at_least("one lock for a chair, of the rate of a naive insert", reached / floor, 0.35),
        at_most("pairs out of the order of arrival, worst round", 100 * mixed, 0.1, unit=" %"),
        at_most("places sold twice", oversold, 0),
    ]


def crowd(session: Session, name: str) -> list[Enrolment]:
    """People with a file and a draft, ready to press the button. Nobody has an account: no letters here."""
    commune = Commune.objects.get(code="59183")
    facts = {"family_name": "Rush", "birth_date": timezone.localdate().replace(year=1990, day=1)}
    facts |= {"commune": commune, "france_travail_missing": "NOT_REGISTERED"}
    drafts = []
    for number in range(PEOPLE):
        person = Person.objects.create(given_name=f"{name}-{number}", **facts)
        draft = enrolment.begin(session=session, person=person, by=None)
        draft.privacy_version = PRIVACY_VERSION
        draft.save()
        drafts.append(draft)
    return drafts


def locked(draft: Enrolment) -> None:
    enrolment.submit(enrolment=draft, by=None)


@transaction.atomic
def naive(draft: Enrolment) -> None:
    """Counts, then writes the same two rows; under load it sells chairs twice and numbers nobody."""
    session = Session.objects.get(pk=draft.session_id)
    free = session.enrolments.seated().count() < session.capacity
    now = timezone.now()
    if free:
        welcome.deliver(draft)
    draft.status = EnrolmentStatus.CONFIRMED if free else EnrolmentStatus.WAITLISTED
    draft.submitted_at, draft.confirmed_at, draft.queue_position = now, now if free else None, draft.pk
    draft.save()
    EnrolmentEvent.objects.create(
        enrolment=draft, at=now, from_status=EnrolmentStatus.DRAFT, to_status=draft.status
    )
