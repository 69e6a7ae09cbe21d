"""What can be followed: the published sessions and the page that presents each course."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from cms.models import CoursePage
from training.domain import seats, timing
from training.enums import SessionPhase
from training.models import Session


@dataclass(frozen=True)
class Offered:
    """A session, the address of its page, and where it stands now."""

    session: Session
    url: str
    phase: SessionPhase

    @property
    def has_places(self) -> bool:
        return self.phase == SessionPhase.OPEN

    @property
    def is_full(self) -> bool:
        return self.phase == SessionPhase.FULL

    @property
    def is_coming(self) -> bool:
        return self.phase in (
            SessionPhase.ANNOUNCED,
            SessionPhase.OPEN,
            SessionPhase.FULL,
            SessionPhase.CLOSED,
        )

    @property
    def town(self) -> str:
        return self.session.room.town if self.session.room else ""


def course_pages(*, locale_id: int) -> dict[int, CoursePage]:
    """The live page of each course in one language, by course id. One query."""
    pages = CoursePage.objects.live().public().filter(locale_id=locale_id)
    return {page.course_id: page for page in pages.select_related("course__sector").order_by("title")}


def sessions(*, at: datetime | None = None) -> QuerySet[Session]:
    """Published sessions that have not begun, with their seats, in order of their first day."""
    return _with_facts(Session.objects.published().alive().upcoming(at))


def sessions_of(course_id: int, *, at: datetime | None = None) -> QuerySet[Session]:
    """Those of one course, with the ones that run now."""
    alive = Session.objects.published().alive().filter(course=course_id)
    return _with_facts(alive.filter(last_day__gte=timezone.localdate(at)))


def every_session() -> QuerySet[Session]:
    """Whatever was published, also past or cancelled: an address that was shared goes on answering."""
    return _with_facts(Session.objects.published())


def _with_facts(queryset: QuerySet[Session]) -> QuerySet[Session]:
    wanted = queryset.select_related("course__sector", "room", "provider").order_by("first_day", "code")
    return seats.with_seats(wanted)


def offered(session: Session, *, course_url: str, at: datetime | None = None) -> Offered:
    phase = timing.session_phase(session, seats_left=session.seats_left, now=at)
    return Offered(session=session, url=f"{course_url}{session.code}/", phase=phase)


def upcoming(pages: dict[int, CoursePage], *, at: datetime | None = None) -> list[Offered]:
    """What begins after today and has a page in this language. One query."""
    wanted = sessions(at=at).filter(Q(course__in=list(pages)), course__retired_on__isnull=True)
    return [offered(session, course_url=pages[session.course_id].url, at=at) for session in wanted]
