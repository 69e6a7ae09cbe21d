"""Who gets a chair: lock, count, give, offer. The only module that counts chairs and locks sessions for them.

Order of locks everywhere: half-days, then the place in the session's queue, the session, then enrolments.
"""

from datetime import datetime, time, timedelta

from django.db import connection, transaction
from django.db.models import Case, Count, F, IntegerField, Max, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from accounts.models import User
from training.domain.moves import fresh, insist_on, move
from training.domain.patience import limit_waiting, politely
from training.domain.timing import session_phase
from training.enums import SEATED, WAITING, EnrolmentStatus
from training.models import Enrolment, Session

S = EnrolmentStatus
QUEUE = 0x5EA7  # namespace of the advisory locks: a place in a session's queue
OFFER_LASTS = timedelta(hours=72)
LATE_OFFER_LASTS = timedelta(hours=24)
LATE = timedelta(days=7)  # before the first day


def lock(session_id: int) -> Session:
    """Our turn in the session's queue, then its row, fresh. Needs a transaction; may be called again in it.

    The advisory lock is fair (first come, first served); the row lock keeps out whoever changes the
    session otherwise. Gives up politely: Refusal with code "busy".
    """
    limit_waiting()
    with politely(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [QUEUE, session_id])
        return Session.objects.select_for_update(of=("self",), no_key=True).get(pk=session_id)


def lock_all(*session_ids: int) -> dict[int, Session]:
    """Several sessions, always in the order of their ids, so that two transfers never wait for each other."""
    return {session_id: lock(session_id) for session_id in sorted(set(session_ids))}


# Counting


def with_seats(queryset: QuerySet[Session]) -> QuerySet[Session]:
    """Sessions with `seats_taken`, `seats_left` and `waiting_count`, in the same query."""
    return queryset.annotate(seats_taken=_count(SEATED), waiting_count=_count(WAITING)).annotate(
        seats_left=Greatest(F("capacity") - F("seats_taken"), Value(0), output_field=IntegerField())
    )


def with_position(queryset: QuerySet[Enrolment]) -> QuerySet[Enrolment]:
    """Enrolments with `position`, the visible place on the waiting list (None for who does not wait)."""
    before = (
        Enrolment.objects.filter(
            session=OuterRef("session"), status__in=WAITING, queue_position__lte=OuterRef("queue_position")
        )
        .order_by()
        .values("session")
        .annotate(number=Count("pk"))
        .values("number")
    )
    return queryset.annotate(position=Case(When(status__in=WAITING, then=Subquery(before)), default=None))


def _count(statuses: tuple[str, ...]) -> Coalesce:
    rows = Enrolment.objects.filter(session=OuterRef("pk"), status__in=statuses).order_by().values("session")
    return Coalesce(Subquery(rows.annotate(number=Count("pk")).values("number")), 0)


def left(session: Session) -> int:
    """Free chairs at this moment; exact only under `lock`. Never negative, even when capacity was lowered."""
    return max(0, session.capacity - session.enrolments.seated().count())


def position(enrolment: Enrolment) -> int | None:
    """The visible place on the waiting list, from 1; None for who does not wait."""
    if enrolment.status not in WAITING:
        return None
    before = Enrolment.objects.waiting().filter(
        session=enrolment.session_id, queue_position__lt=enrolment.queue_position
    )
    return before.count() + 1


# Giving


@transaction.atomic
def take(*, enrolment: Enrolment, by: User | None) -> Enrolment:
    """Locks the session, then the fresh row, and gives it what there is: see `give`."""
    session = lock(enrolment.session_id)
    enrolment = fresh(enrolment.pk)
    insist_on("submit", enrolment=enrolment, by=by)
    return give(enrolment, session=session, by=by, letter="confirmed")


def give(enrolment: Enrolment, *, session: Session, by: User | None, letter: str) -> Enrolment:
    """Under `lock`: a chair when one is free and nobody waits for it, else a place on the waiting list.

    `letter` is the one for a chair; the waiting list has its own.
    """
    facts = arrival(enrolment, session)
    if left(session) > 0 and not session.enrolments.waiting().exists():
        return move(enrolment, to=S.CONFIRMED, by=by, letter=letter, confirmed_at=timezone.now(), **facts)
    return move(enrolment, to=S.WAITLISTED, by=by, letter="waiting", **facts)


def arrival(enrolment: Enrolment, session: Session) -> dict[str, object]:
    """Under `lock`: date and number of arrival, given once; later moves keep them."""
    if enrolment.queue_position is not None:
        return {}
    return {"queue_position": _next_position(session), "submitted_at": timezone.now()}


def _next_position(session: Session) -> int:
    return (session.enrolments.aggregate(highest=Max("queue_position"))["highest"] or 0) + 1


@transaction.atomic
def offer_next(*, session_id: int) -> Enrolment | None:
    """Offers a free chair to whoever waits longest. None when none is free, nobody waits or it is too late.

    The offered chair counts as taken until it is answered or expires. Safe to call at any time.
    """
    session = lock(session_id)
    first = session.enrolments.waiting().values_list("pk", flat=True).first()
    if first is None or not can_offer(session):
        return None
    return hold_for(fresh(first), session=session, by=None)


def hold_for(enrolment: Enrolment, *, session: Session, by: User | None) -> Enrolment:
    """Under `lock`, with a free chair: keeps it for this person until the deadline, and writes to them."""
    return move(enrolment, to=S.OFFERED, by=by, letter="offer", offered_until=deadline(session))


def can_offer(session: Session) -> bool:
    """A chair is free and enrolment is open: nobody is called in when the course has begun."""
    free = left(session)
    return free > 0 and session_phase(session, seats_left=free).takes_requests


def deadline(session: Session, now: datetime | None = None) -> datetime:
    """Until when an offer made now holds: 72 hours, 24 when the course is near, never past its eve."""
    moment = now or timezone.now()
    begins = timezone.make_aware(datetime.combine(session.first_day, time.min))
    lasts = LATE_OFFER_LASTS if begins - moment <= LATE else OFFER_LASTS
    return min(moment + lasts, begins)


def sessions_with_somebody_waiting() -> QuerySet[Session]:
    """Sessions where a free chair and a waiting person meet: what `offer_next` missed."""
    alive = with_seats(Session.objects.published().alive().upcoming())
    return alive.filter(seats_left__gt=0, waiting_count__gt=0)
