"""Who waits, in which order, and who of them gets the next free chair. Reads and decides; writes nothing.

The order is priority, then time: first the rank of the rule a person falls under, then when they asked. A
pair stands where the later of its two stands, so that nobody is overtaken because two people met. Who waits
for any session that fits stands in the same line.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.db.models import Q

from accounts.models import Person
from training.domain.eligibility import Eligible
from training.domain.fitting import misfit
from training.enums import ACTIVE, WAITING, EnrolmentStatus, EventReason
from training.models import Enrolment, OpenRequest, PriorityRule, Session

NO_RULE = 100
SEATED_FOR_GOOD = (EnrolmentStatus.CONFIRMED, EnrolmentStatus.ENTERED)


@dataclass(frozen=True)
class Chairs:
    """Free chairs of a session. `kept`: how many of them wait for people of one organisation (its id)."""

    free: int
    kept: Mapping[int, int] = field(default_factory=dict)

    def suffice_for(self, organisations: Sequence[int | None]) -> bool:
        """Whether people referred by these (None: by nobody) can all sit down now."""
        open_to_all = max(0, self.free - sum(self.kept.values()))
        beyond = sum(
            max(0, organisations.count(one) - self.kept.get(one, 0)) if one else organisations.count(None)
            for one in set(organisations)
        )
        return len(organisations) <= self.free and beyond <= open_to_all


@dataclass(frozen=True)
class Party:
    """Who takes chairs together: one person, a pair, or one request for any session."""

    people: tuple[Enrolment, ...]
    request: OpenRequest | None
    rule: PriorityRule | None
    since: datetime
    order: int

    @property
    def key(self) -> tuple:
        return (self.rank, self.since, self.request is not None, self.order)

    @property
    def rank(self) -> int:
        return self.rule.rank if self.rule else NO_RULE

    @cached_property
    def persons(self) -> list[Person]:
        return [self.request.person] if self.request else [one.person for one in self.people]

    @property
    def organisations(self) -> list[int | None]:
        if self.request:
            return [self.request.referred_by_id]
        return [one.referred_by_id for one in self.people]

    @property
    def size(self) -> int:
        return len(self.organisations)


@dataclass(frozen=True)
class Choice:
    """Who is next, and who stands before them and was passed over, each with the reason."""

    party: Party | None
    passed: list[tuple[Party, EventReason]]


def choose(line: Sequence[Party], chairs: Chairs, session: Session, eligible: Eligible) -> Choice:
    """The first of the line for whom there are chairs. Pure: the same line gives the same answer."""
    passed: list[tuple[Party, EventReason]] = []
    for party in line:
        obstacle = obstacle_of(party, chairs, session, eligible)
        if obstacle is None:
            return Choice(party, passed)
        passed.append((party, obstacle))
    return Choice(None, passed)


def obstacle_of(party: Party, chairs: Chairs, session: Session, eligible: Eligible) -> EventReason | None:
    """Why this party gets none of the free chairs; None when it can have them."""
    if not all(eligible(person, session) for person in party.persons):
        return EventReason.PASSED_RULES
    if chairs.suffice_for(party.organisations):
        return None
    if party.size > 1 and any(chairs.suffice_for([one]) for one in party.organisations):
        return EventReason.PASSED_PAIR
    return EventReason.PASSED_KEPT


def line(session: Session) -> list[Party]:
    """The waiting list of one session, first come first."""
    return lines([session.pk])[session.pk]


def lines(session_ids: Iterable[int]) -> dict[int, list[Party]]:
    """The waiting lists of several sessions, in a constant number of queries."""
    ids = set(session_ids)
    sessions = list(Session.objects.filter(pk__in=ids).select_related("course", "room").order_by("pk"))
    rules = list(
        PriorityRule.objects.filter(Q(session=None) | Q(session__in=ids)).select_related("organisation")
    )
    waiting = Enrolment.objects.filter(session__in=ids, status__in=WAITING)
    waiting = list(waiting.select_related("person", "referred_by").order_by("queue_position"))
    requests = list(available())
    known = set(
        Enrolment.objects.filter(person__in=[one.person_id for one in requests], session__in=ids)
        .filter(Q(status__in=ACTIVE) | Q(open_request__isnull=False))
        .order_by()
        .values_list("person", "session")
    )
    found = {}
    for session in sessions:
        of_session = [one for one in rules if one.session_id in (None, session.pk)]
        people = [one for one in waiting if one.session_id == session.pk]
        parties = parties_of(people, of_session)
        for one in requests:
            if (one.person_id, session.pk) not in known and misfit(one, session) is None:
                rule = rule_for(one.referred_by_id, of_session)
                parties.append(Party((), one, rule, one.asked_at, one.pk))
        found[session.pk] = sorted(parties, key=lambda party: party.key)
    return found


def available():
    """Requests for any session that can be served now: open, with no offer to answer and no place yet."""
    busy = Enrolment.objects.filter(
        Q(status=EnrolmentStatus.OFFERED, open_request__isnull=False) | Q(status__in=SEATED_FOR_GOOD)
    )
    return (
        OpenRequest.objects.open()
        .exclude(person__in=busy.order_by().values("person"))
        .select_related("person", "referred_by")
        .order_by("asked_at", "pk")
    )


def parties_of(people: Sequence[Enrolment], rules: Sequence[PriorityRule]) -> list[Party]:
    """Singles and pairs. A pair of which only one still waits is a single person again."""
    together: dict[tuple[str, int], list[Enrolment]] = {}
    for one in people:
        name = ("pair", one.pair_id) if one.pair_id else ("alone", one.pk)
        together.setdefault(name, []).append(one)
    return [_party(group, rules) for group in together.values()]


def _party(group: Sequence[Enrolment], rules: Sequence[PriorityRule]) -> Party:
    """Of two people the later time and the lower priority count."""
    found = [rule_for(one.referred_by_id, rules) for one in group]
    rule = None if None in found else max(found, key=lambda one: one.rank)
    return Party(
        people=tuple(group),
        request=None,
        rule=rule,
        since=max(one.submitted_at for one in group),
        order=max(one.queue_position for one in group),
    )


def rule_for(organisation_id: int | None, rules: Sequence[PriorityRule]) -> PriorityRule | None:
    """The best rule for somebody referred by this organisation; none for who came by themselves."""
    if organisation_id is None:
        return None
    mine = [one for one in rules if one.organisation_id in (None, organisation_id)]
    return min(mine, key=lambda one: (one.rank, one.pk), default=None)


def positions(enrolments: Iterable[Enrolment]) -> dict[int, int]:
    """The visible number on the list, from 1, of those of these enrolments that wait."""
    waiting = [one for one in enrolments if one.status in WAITING]
    if not waiting:
        return {}
    numbers: dict[int, int] = {}
    for parties in lines({one.session_id for one in waiting}).values():
        before = 0
        for party in parties:
            for place, one in enumerate(party.people, start=1):
                numbers[one.pk] = before + place
            before += party.size
    return {one.pk: numbers[one.pk] for one in waiting if one.pk in numbers}
