"""What can be followed: the published sessions and the page that presents each course."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from accounts.rules import sort_key
from cms.domain.directory import directory
from training.domain import seats, timing
from training.enums import SessionPhase
from training.models import Course, Session

LONG_TEXTS = [
    f"{text}_{language}"
    for text in ("objectives", "audience", "prerequisites", "methods", "evaluation", "accessibility")
    for language in ("fr", "nl")
]


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
            SessionPhase.CONFIRMED,
        )

    @property
    def town(self) -> str:
        return self.session.room.town if self.session.room else ""


@dataclass(frozen=True)
class Shelved:
    """A course with the address of its page."""

    course: Course
    url: str


def shelf(*, locale_id: int) -> dict[int, Shelved]:
    """The courses that have a public page in one language, by course id, in order of title. One query.

    Without the long texts of the programme: lists do not show them.
    """
    urls = directory().courses.get(locale_id, {})
    courses = Course.objects.filter(pk__in=urls).select_related("sector").defer(*LONG_TEXTS).order_by("pk")
    shelved = sorted(courses, key=lambda course: sort_key(course.title))
    return {course.pk: Shelved(course, urls[course.pk]) for course in shelved}


def sessions(*, at: datetime | None = None) -> QuerySet[Session]:
    """Published sessions that have not begun, with their seats, in order of their first day."""
    return _with_seats(Session.objects.published().alive().upcoming(at)).select_related("room")


def sessions_of(course: Course, *, at: datetime | None = None) -> list[Session]:
    """Those of one course that have not ended. One query."""
    alive = Session.objects.published().alive().filter(last_day__gte=timezone.localdate(at))
    return _of_course(alive, course)


def session_of(course: Course, code: str) -> Session | None:
    """Whatever was published, also past or cancelled: an address that was shared goes on answering."""
    return next(iter(_of_course(Session.objects.published().filter(code=code), course)), None)


def _of_course(queryset: QuerySet[Session], course: Course) -> list[Session]:
    found = list(_with_seats(queryset.filter(course=course)).select_related("room", "provider"))
    for session in found:
        session.course = course
    return found


def _with_seats(queryset: QuerySet[Session]) -> QuerySet[Session]:
    return seats.with_seats(queryset.order_by("first_day", "code"))


def offered(session: Session, *, course_url: str, at: datetime | None = None) -> Offered:
    phase = timing.session_phase(session, seats_left=session.seats_left, now=at)
    return Offered(session=session, url=f"{course_url}{session.code}/", phase=phase)


def upcoming(shelved: dict[int, Shelved], *, at: datetime | None = None) -> list[Offered]:
    """What begins after today and has a page in this language. One query.

    Each session gets the course of the shelf, so that what was read with a course is read once.
    """
    wanted = sessions(at=at).filter(course__in=list(shelved), course__retired_on__isnull=True)
    found = []
    for session in wanted:
        session.course = shelved[session.course_id].course
        found.append(offered(session, course_url=shelved[session.course_id].url, at=at))
    return found
