"""Courses and sessions on the public site, built through the verbs; today is 1 December 2026."""

from datetime import date
from itertools import count

from cms.domain import building
from cms.models import CoursePage
from tests.training.enrolment.builders import sent
from tests.training.planning.builders import a_course, a_room, a_session, at
from training.domain import planning
from training.models import Course, Sector, Session

TODAY = date(2026, 12, 1)
OPENING = {
    "enrolment_opens_on": date(2026, 11, 1),
    "enrolment_closes_on": date(2027, 1, 8),
    "minimum_group": 1,
}
number = count(1)


def a_taught_course(*, sector: Sector | None = None, **fields) -> Course:
    """A course with its pages in both languages."""
    course = a_course(**fields)
    if sector:
        course.sector = sector
        course.save()
    building.publish_course(course=course)
    return course


def an_offered_session(course: Course | None = None, *, town: str = "Veurne", **fields) -> Session:
    """Published and open; begins on Monday 11 January 2027 unless said otherwise."""
    with at(date(2026, 11, 1)):
        room = fields.pop("room", None) or a_room(town=town)
        session = a_session(course=course or a_taught_course(), room=room, **OPENING | fields)
        return planning.publish(session=session, by=None)


def sector(code: str, french: str, dutch: str) -> Sector:
    return Sector.objects.get_or_create(code=code, defaults={"name_fr": french, "name_nl": dutch})[0]


def fill(session: Session) -> None:
    """Somebody on each chair."""
    for _chair in range(session.capacity):
        sent(session)


def page_of(course: Course, language: str = "fr") -> CoursePage:
    return CoursePage.objects.get(course=course, locale__language_code=language)
