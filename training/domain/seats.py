"""Who gets a chair: lock, count, give, offer. The only module that counts chairs and locks sessions for them.

Order of locks everywhere: half-days, then the place in the session's queue, the session, then enrolments.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, F, IntegerField, Max, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from accounts.models import User
from training.domain import waiting
from training.domain.eligibility import eligible, judging
from training.domain.moves import fresh, insist_on, move, remark
from training.domain.patience import our_turn, politely
from training.domain.timing import session_phase
from training.domain.violations import refused_by
from training.domain.waiting import Chairs, Party, choose, line, positions
from training.enums import SEATED, WAITING, EnrolmentStatus, EventReason, OpenRequestEnd
from training.exceptions import Refusal
from training.models import Enrolment, OpenRequest, OpenRequestEvent, Reservation, Session

S = EnrolmentStatus
QUEUE = 0x5EA7  # namespace of the advisory locks: a place in a session's queue


def lock(session_id: int) -> Session:
    """Our turn in the session's queue, then its row, fresh. Needs a transaction; may be called again in it.

    The advisory lock is fair (first come, first served); the row lock keeps out whoever changes the
    session otherwise. Gives up politely: Refusal with code "busy".
    """
    with politely():
        our_turn(QUEUE, session_id)
        rows = Session.objects.select_related("conditions")
        return rows.select_for_update(of=("self",), no_key=True).get(pk=session_id)


def lock_all(*session_ids: int) -> dict[int, Session]:
    """Several sessions, always in the order of their ids, so that two transfers never wait for each other."""
    return {session_id: lock(session_id) for session_id in sorted(set(session_ids))}


# Counting


@dataclass(frozen=True)
class Standing:
    """How many have a chair, and who came last: all that giving one asks of the list."""

    seated: int
    last_number: int | None
    last_moment: datetime | None


def standing(session: Session) -> Standing:
    """In one trip; exact only under `lock`."""
    counted = session.enrolments.order_by().aggregate(
        seated=Count("pk", filter=Q(status__in=SEATED)),
        last_number=Max("queue_position"),
        last_moment=Max("submitted_at"),
    )
    return Standing(**counted)


def with_seats(queryset: QuerySet[Session]) -> QuerySet[Session]:
    """Sessions with `seats_taken`, `chairs_free`, `seats_left` and `waiting_count`, in the same query.

    `seats_left` is what anybody can have: free chairs that are not kept for the people of one organisation.
    """
    counted = queryset.annotate(seats_taken=_count(SEATED), waiting_count=_count(WAITING), seats_kept=_kept())
    free, open_to_all = F("capacity") - F("seats_taken"), F("chairs_free") - F("seats_kept")
    return counted.annotate(chairs_free=_at_least_none(free)).annotate(seats_left=_at_least_none(open_to_all))


def _at_least_none(number: CombinedExpression) -> Greatest:
    return Greatest(number, Value(0), output_field=IntegerField())


def _count(statuses: tuple[str, ...]) -> Coalesce:
    rows = Enrolment.objects.filter(session=OuterRef("pk"), status__in=statuses).order_by().values("session")
    return Coalesce(Subquery(rows.annotate(number=Count("pk")).values("number")), 0)


def _kept() -> Coalesce:
    """Chairs kept for organisations whose people have not taken them yet."""
    theirs = Enrolment.objects.filter(
        session=OuterRef("session"), referred_by=OuterRef("organisation"), status__in=SEATED
    )
    taken = Subquery(theirs.order_by().values("session").annotate(number=Count("pk")).values("number"))
    rows = Reservation.objects.standing().filter(session=OuterRef("pk")).order_by()
    free = rows.annotate(free=_at_least_none(F("chairs") - Coalesce(taken, 0))).values("session")
    return Coalesce(Subquery(free.annotate(total=Sum("free")).values("total")), 0)


def left(session: Session) -> int:
    """Free chairs at this moment; exact only under `lock`. Never negative, even when capacity was lowered."""
    return max(0, session.capacity - session.enrolments.seated().count())


def chairs(session: Session) -> Chairs:
    """The free chairs and for whom some of them are kept; exact only under `lock`."""
    return _for_whom(session, free=left(session))


def _for_whom(session: Session, *, free: int) -> Chairs:
    kept = {}
    for reservation in session.reservations.standing() if free else ():
        taken = session.enrolments.seated().filter(referred_by=reservation.organisation_id).count()
        kept[reservation.organisation_id] = max(0, reservation.chairs - taken)
    return Chairs(free, {organisation: number for organisation, number in kept.items() if number})


def position(enrolment: Enrolment) -> int | None:
    """The visible place on the waiting list, from 1; None for who does not wait."""
    return positions([enrolment]).get(enrolment.pk)


# Giving


@transaction.atomic
def take(*, enrolment: Enrolment, by: User | None) -> Enrolment:
    """Locks the session, then the fresh row, and gives it what there is: see `give`."""
    session = lock(enrolment.session_id)
    enrolment = fresh(enrolment.pk, session=session)
    insist_on("submit", enrolment=enrolment, by=by)
    return give(enrolment, session=session, by=by, letter="confirmed")


def give(enrolment: Enrolment, *, session: Session, by: User | None, letter: str, **facts: Any) -> Enrolment:
    """Under `lock`: a chair when one is free for this person and nobody waits for it, else the waiting list.

    `letter` is the one for a chair; the waiting list has its own. `facts` are written along.
    """
    stands = standing(session)
    facts |= _arrives(enrolment, stands)
    if _free_for(enrolment, session, free=max(0, session.capacity - stands.seated)):
        return seat(enrolment, by=by, letter=letter, **facts)
    return move(enrolment, to=S.WAITLISTED, by=by, letter="waiting", **facts)


def free_for(enrolment: Enrolment, session: Session) -> bool:
    """Under `lock`: nobody is overtaken, neither on the list nor among those who wait for any session."""
    return _free_for(enrolment, session, free=left(session))


def _free_for(enrolment: Enrolment, session: Session, *, free: int) -> bool:
    found = _for_whom(session, free=free)
    if not found.suffice_for([enrolment.referred_by_id]) or not eligible(enrolment.person, session):
        return False
    return all(party.persons == [enrolment.person] for party in line(session))


def seat(enrolment: Enrolment, *, by: User | None, letter: str, **facts: Any) -> Enrolment:
    """Under `lock`, with a chair: confirmed. A request for any session of this person has found its place."""
    confirmed = move(enrolment, to=S.CONFIRMED, by=by, letter=letter, confirmed_at=timezone.now(), **facts)
    requests = OpenRequest.objects.open().filter(person=enrolment.person_id)
    requests.update(closed_at=timezone.now(), ended_by=OpenRequestEnd.SERVED)
    return confirmed


def arrival(enrolment: Enrolment, session: Session) -> dict[str, object]:
    """Under `lock`: date and number of arrival, given once; later moves keep them.

    Nobody arrives earlier than somebody with a smaller number, whatever the clocks of two servers say.
    """
    return _arrives(enrolment, standing(session))


def _arrives(enrolment: Enrolment, stands: Standing) -> dict[str, object]:
    if enrolment.queue_position is not None:
        return {}
    moment = max(timezone.now(), stands.last_moment or timezone.now())
    return {"queue_position": (stands.last_number or 0) + 1, "submitted_at": moment}


@transaction.atomic
def offer_next(*, session_id: int) -> Enrolment | None:
    """Offers free chairs to the first of the line who can have them: one, or two at once to a pair.

    None when no chair is free, nobody can have one or it is too late. Whoever stands before and is passed
    over has the reason in their diary. The offered chairs count as taken until they are answered or expire.
    Safe to call at any time.
    """
    session = lock(session_id)
    if not can_offer(session):
        return None
    parties = line(session)
    ask = judging(session, [person for party in parties for person in party.persons])
    choice = choose(parties, chairs(session), session, ask)
    if choice.party is None:
        return None
    for party, reason in choice.passed:
        note_passed(party, reason, session)
    return _call(choice.party, session)


def _call(party: Party, session: Session) -> Enrolment | None:
    if party.request:
        return _call_request(party.request, session)
    held = [hold_for(fresh(one.pk), session=session, by=None) for one in party.people]
    return held[0]


def _call_request(request: OpenRequest, session: Session) -> Enrolment | None:
    """An enrolment for who waits for any session, made with its offer. None: somebody else serves it now."""
    rows = OpenRequest.objects.open().select_for_update(of=("self",), no_key=True, skip_locked=True)
    if not rows.filter(pk=request.pk).exists() or not waiting.available().filter(pk=request.pk).exists():
        return None
    try:
        with refused_by(Enrolment):
            enrolment = Enrolment.objects.create(
                session=session,
                person=request.person,
                referred_by=request.referred_by,
                open_request=request,
                privacy_version=request.privacy_version,
                privacy_seen_at=request.asked_at,
            )
    except Refusal:  # the person began a request for this very session meanwhile
        return None
    note_request(request, EventReason.OFFERED, session)
    return hold_for(enrolment, session=session, by=None, **arrival(enrolment, session))


def hold_for(enrolment: Enrolment, *, session: Session, by: User | None, **facts: Any) -> Enrolment:
    """Under `lock`, with a free chair: keeps it for this person until the deadline, and writes to them."""
    return move(enrolment, to=S.OFFERED, by=by, letter="offer", offered_until=deadline(session), **facts)


def note_passed(party: Party, reason: EventReason, session: Session) -> None:
    """Nobody is passed over in silence: one line in the diary of each."""
    for one in party.people:
        remark(one, reason)
    if party.request:
        note_request(party.request, reason, session)


def note_request(request: OpenRequest, reason: EventReason, session: Session | None) -> None:
    OpenRequestEvent.objects.create(request=request, session=session, at=timezone.now(), reason=reason)


def note_overtaken(enrolment: Enrolment, session: Session) -> None:
    """The office gives a chair out of turn: whoever stands before reads that it did."""
    for party in line(session):
        if enrolment.person in party.persons:
            return
        note_passed(party, EventReason.PASSED_OFFICE, session)


def can_offer(session: Session) -> bool:
    """A chair is free, enrolment is open and the last day for offers is not over."""
    free = left(session)
    if session.offers_until and timezone.localdate() > session.offers_until:
        return False
    return free > 0 and session_phase(session, seats_left=free).takes_requests


def deadline(session: Session, now: datetime | None = None) -> datetime:
    """Until when an offer made now holds: the session's hours, fewer when it is near, never past its eve."""
    moment = now or timezone.now()
    begins = timezone.make_aware(datetime.combine(session.first_day, time.min))
    late = begins - moment <= timedelta(days=session.late_days)
    lasts = timedelta(hours=session.late_offer_hours if late else session.offer_hours)
    return min(moment + lasts, begins)


def sessions_with_somebody_waiting() -> QuerySet[Session]:
    """Sessions where a free chair and a waiting person may meet: what `offer_next` missed."""
    alive = with_seats(Session.objects.published().alive().upcoming()).filter(chairs_free__gt=0)
    return alive if waiting.available().exists() else alive.filter(waiting_count__gt=0)
