"""What is measured: the demo school, and then enough sessions and people to fill every list."""

from datetime import date, timedelta
from itertools import product

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone, translation

from accounts.domain import people, roles
from accounts.enums import Role
from accounts.models import Commune, Person, User
from config.demo import school
from config.demo.clock import on
from config.demo.sessions import MORNING, keep_room
from training.domain import attendance, enrolment, planning, progress
from training.domain.planning import WeeklyPattern, WeeklySlot
from training.domain.requests import PRIVACY_VERSION
from training.enums import Level, Moment, Skill
from training.models import AbsenceCode, Course, Session

MOST = 300
TAUGHT = 1000  # their numbers begin here, beside the sessions that fill the lists
EVERY_DAY = WeeklyPattern(tuple(WeeklySlot(day, *MORNING) for day in range(5)))


def build() -> None:
    call_command("load_reference", verbosity=0)
    with translation.override("fr"), transaction.atomic():
        school.build()


def taught(people: int) -> Session:
    """A group of so many that has begun: a closed register with somebody absent, levels of everybody."""
    begins = timezone.localdate() - timedelta(days=7)
    with on(begins - timedelta(days=50)):
        session = open_session(TAUGHT + people, starts_on=begins)
        crowd(session, begin=TAUGHT * people, end=TAUGHT * people + people)
    half_day = session.half_days.first()
    trainer, group = half_day.trainer, list(session.enrolments.all())
    with on(half_day.date, hour=half_day.end_time.hour):
        attendance.open_register(half_day=half_day, by=trainer)
        attendance.mark(
            half_day=half_day, enrolment=group[0], by=trainer, absence_code=AbsenceCode.objects.first()
        )
        attendance.close(half_day=half_day, by=trainer)
        for one, skill in product(group, Skill):
            facts = {"moment": Moment.ENTRY, "level": Level.A1, "assessed_on": half_day.date}
            progress.record(enrolment=one, skill=skill, by=trainer, comment_fr="Essai", **facts)
    return session


def fill(*, begin: int, end: int) -> None:
    """More open sessions, and as many more people on the register of the first of them."""
    with transaction.atomic():
        for number in range(begin, end):
            open_session(number)
        crowd(Session.objects.get(code="BENCH-0"), begin=begin, end=end)


def open_session(number: int, *, capacity: int = MOST, starts_on: date | None = None) -> Session:
    coordinator = User.objects.get(email="helene.vandamme@example.org")
    room = keep_room(
        {
            "town": "Dunkerque",
            "building": "Bench",
            "name": f"Salle {number}",
            "address": "-",
            "country": "FR",
            "capacity": MOST,
        }
    )
    provider = Session.objects.order_by("pk").first().provider
    trainer = people.open_account(email=f"trainer{number}@bench.example.org", confirmed=True)
    roles.grant(user=trainer, organisation=provider, role=Role.TRAINER, by=coordinator)
    session = planning.create_session(
        course=Course.objects.order_by("code")[number % 5],
        code=f"BENCH-{number}",
        provider=provider,
        room=room,
        trainers=[trainer],
        capacity=capacity,
        minimum_group=1,
        pattern=EVERY_DAY,
        starts_on=starts_on or timezone.localdate() + timedelta(days=40 + number % 200),
        by=coordinator,
    )
    return planning.publish(session=session, by=coordinator)


def crowd(session: Session, *, begin: int, end: int) -> None:
    for number in range(begin, end):
        person = invented(number)
        draft = enrolment.begin(session=session, person=person, by=None)
        draft.availability, draft.privacy_version = f"{number}", PRIVACY_VERSION
        draft.save()
        enrolment.submit(enrolment=draft, by=None)


def invented(number: int) -> Person:
    return Person.objects.create(
        user=people.open_account(email=f"learner{number}@bench.example.org", confirmed=True),
        given_name=f"Prénom{number}",
        family_name="Essai",
        birth_date=date(1990, 1, 1),
        commune=Commune.objects.get(code="59183"),
        france_travail_identifier=f"{number:07}A",
    )
