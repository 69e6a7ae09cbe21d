"""One session as the office sees it: its people by what is to be decided, its half-days. Constant queries."""

from dataclasses import dataclass

from django.utils import timezone

from training.domain import planning
from training.domain.timing import session_phase
from training.domain.waiting import positions
from training.enums import SEATED, UNDECIDED, WAITING, SessionPhase
from training.models import Enrolment, HalfDay, Session


@dataclass(frozen=True)
class People:
    """The enrolments of a session in four heaps; who waits stands in the order of the waiting list.

    `numbers`: the visible number of each who waits, by the id of the enrolment.
    """

    to_decide: list[Enrolment]
    seated: list[Enrolment]
    waiting: list[Enrolment]
    others: list[Enrolment]
    numbers: dict[int, int]


@dataclass(frozen=True)
class SessionPage:
    session: Session
    phase: SessionPhase
    people: People
    seats_left: int
    half_days: list[HalfDay]
    closed: int
    blockers: list[str]

    @property
    def held(self) -> list[HalfDay]:
        return [one for one in self.half_days if one.cancelled_at is None]

    @property
    def is_to_come(self) -> bool:
        """Published, and its course has not begun: it may still be decided about."""
        return bool(self.session.published_at) and self.session.first_day > timezone.localdate()

    @property
    def must_decide(self) -> bool:
        open_still = self.is_to_come and not (self.session.confirmed_to_run_at or self.session.cancelled_at)
        reached = self.session.decides_on <= timezone.localdate()
        return open_still and reached and len(self.people.seated) < self.session.minimum_group

    @property
    def minutes(self) -> int:
        return sum(one.minutes for one in self.held)


def session_page(session: Session) -> SessionPage:
    half_days = list(session.half_days.select_related("room", "trainer"))
    people = people_of(session)
    free = max(0, session.capacity - len(people.seated))
    return SessionPage(
        session=session,
        phase=session_phase(session, seats_left=free),
        people=people,
        seats_left=free,
        half_days=half_days,
        closed=sum(1 for one in half_days if one.is_closed),
        blockers=[] if session.published_at or session.cancelled_at else planning.blockers(session),
    )


def people_of(session: Session) -> People:
    rows = list(
        session.enrolments.select_related("person", "session", "referred_by").order_by("queue_position", "pk")
    )
    numbers = positions(rows)
    return People(
        numbers=numbers,
        to_decide=[one for one in rows if one.status in UNDECIDED],
        seated=[one for one in rows if one.status in SEATED],
        waiting=sorted((one for one in rows if one.pk in numbers), key=lambda one: numbers[one.pk]),
        others=[one for one in rows if one.status not in (*UNDECIDED, *SEATED, *WAITING)],
    )
