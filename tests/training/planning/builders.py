"""A small school for the tests of planning, registers, hours and progress: built through the verbs."""

from datetime import date, datetime, time, timedelta
from itertools import count
from unittest import mock

from django.utils import timezone

from accounts.domain import roles
from accounts.enums import Country, OrganisationKind, Role
from accounts.models import Organisation, Person, User
from training.domain import planning, welcome
from training.domain.planning import WeeklyPattern, WeeklySlot
from training.enums import DayPart, EnrolmentStatus, Level
from training.models import AbsenceCode, Course, Enrolment, HalfDay, Room, Sector, Session

number = count(1)
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
MONDAY = date(2027, 1, 11)  # an ordinary Monday: no holiday for weeks


def at(day: date, clock: time = time(10)):
    """Inside, Django's clock shows this moment."""
    moment = timezone.make_aware(datetime.combine(day, clock))
    return mock.patch("django.utils.timezone.now", return_value=moment)


def in_the_lesson(half_day: HalfDay):
    """Inside, the lesson has been going on for an hour."""
    return mock.patch("django.utils.timezone.now", return_value=half_day.starts_at + timedelta(hours=1))


def an_organisation(kind: str) -> Organisation:
    return Organisation.objects.get_or_create(
        kind=kind, name_fr=f"Maison {kind}", defaults={"name_nl": f"Huis {kind}", "country": Country.FRANCE}
    )[0]


def an_account(*, role: str | None = None, kind: str = OrganisationKind.PROVIDER, **fields) -> User:
    defaults = {"email": f"someone{next(number)}@example.org", "first_name": "Lieselot", "last_name": "Maes"}
    user = User.objects.create(**defaults | fields)
    if role:
        with at(date(2026, 1, 5)):
            roles.grant(user=user, organisation=an_organisation(kind), role=role, by=None)
    return User.objects.get(pk=user.pk)


def a_trainer(**fields) -> User:
    return an_account(role=Role.TRAINER, **fields)


def a_coordinator(**fields) -> User:
    return an_account(role=Role.COORDINATOR, kind=OrganisationKind.OPERATOR, **fields)


def a_room(*, capacity: int = 16, **fields) -> Room:
    defaults = {"name": f"Salle {next(number)}", "address": "1 place", "town": "Hondschoote"}
    return Room.objects.create(country=Country.FRANCE, capacity=capacity, **defaults | fields)


def a_course(*, minutes: int = 12 * 60, **fields) -> Course:
    sector, _ = Sector.objects.get_or_create(code="logistics", defaults={"name_fr": "a", "name_nl": "b"})
    texts = ("objectives", "audience", "prerequisites", "methods", "evaluation", "accessibility")
    defaults = {f"{name}_{language}": "x" for name in texts for language in ("fr", "nl")}
    defaults |= {f"access_delay_{language}": "x" for language in ("fr", "nl")}
    defaults |= {"title_fr": "Le néerlandais de la logistique", "title_nl": "Nederlands in de logistiek"}
    defaults |= {"summary_fr": "x", "summary_nl": "x", "target_level": Level.A1, "updated_on": MONDAY}
    return Course.objects.create(
        code=f"course-{next(number)}", sector=sector, minutes=minutes, **defaults | fields
    )


def a_pattern(*weekdays: int, start: time = time(9), end: time = time(12)) -> WeeklyPattern:
    part = DayPart.MORNING if start < time(12) else DayPart.AFTERNOON
    return WeeklyPattern([WeeklySlot(day, part, start, end) for day in weekdays or (MON, TUE)])


def a_session(*, trainer: User | None = None, **fields) -> Session:
    """Four mornings of three hours on Mondays and Tuesdays from 11 January 2027, not published."""
    facts = {
        "course": fields.pop("course", None) or a_course(),
        "code": f"S-{next(number)}",
        "provider": an_organisation(OrganisationKind.PROVIDER),
        "room": fields.pop("room", None) or a_room(),
        "trainers": [trainer or a_trainer()],
        "capacity": 12,
        "pattern": a_pattern(),
        "starts_on": MONDAY,
        "by": None,
    }
    return planning.create_session(**facts | fields)


def a_person(given_name: str = "Lina", family_name: str = "Delattre", **fields) -> Person:
    return Person.objects.create(
        given_name=given_name, family_name=family_name, birth_date=date(1995, 5, 5), **fields
    )


def enrolled(session: Session, *, confirmed_on: date | None = None, **fields) -> Enrolment:
    """Somebody with a confirmed place, as the enrolment verbs leave it behind."""
    moment = timezone.make_aware(datetime.combine(confirmed_on or date(2027, 1, 4), time(9)))
    enrolment = Enrolment.objects.create(
        session=session,
        person=fields.pop("person", None) or a_person(family_name=f"Delattre{next(number):03}"),
        **fields,
    )
    welcome.deliver(enrolment)
    enrolment.status, enrolment.queue_position = EnrolmentStatus.CONFIRMED, next(number)
    enrolment.submitted_at = enrolment.confirmed_at = moment
    enrolment.save()
    return enrolment


def absence(code: str = "J_SICK") -> AbsenceCode:
    return AbsenceCode.objects.get(code=code)
