"""A trainer says when she cannot teach: on her own page, with nothing lost and nobody asking why."""

from datetime import date, timedelta
from itertools import product

import pytest
from django.urls import reverse

from tests.training.enrolment.builders import TODAY, an_open_session
from tests.training.planning.builders import MONDAY, a_coordinator, a_session, a_trainer, at
from training.domain import absences
from training.domain.queries import lessons
from training.domain.queries.trainer import taken_by
from training.enums import DayPart
from training.exceptions import Refusal
from training.models import Unavailability

pytestmark = pytest.mark.django_db
PAGE = "trainer_absences"


@pytest.fixture(autouse=True)
def _one_december():
    with at(TODAY):
        yield


@pytest.fixture
def trainer():
    return a_trainer()


@pytest.fixture
def phone(client, trainer):
    client.force_login(trainer)
    return client


def a_day(day: date = MONDAY, **fields) -> dict:
    return {"first_day": day, "first_part": "AM", "last_day": "", "last_part": "EVE"} | fields


def test_a_day_is_noted_in_one_form_and_taken_back_in_one_tap(phone, trainer):
    phone.post(reverse(PAGE), a_day())
    absence = trainer.unavailabilities.get()
    assert (absence.first_day, absence.last_day, absence.last_part) == (MONDAY, MONDAY, DayPart.EVENING)
    assert "11 janvier 2027" in phone.get(reverse(PAGE)).content.decode()
    phone.post(reverse("trainer_absence_remove", args=[absence.pk]))
    assert not trainer.unavailabilities.exists()


def test_lessons_within_are_shown_first_and_handed_over_only_when_she_says_so(phone, trainer):
    session = an_open_session(trainer=trainer)
    response = phone.post(reverse(PAGE), a_day(last_day=MONDAY + timedelta(days=1)))
    assert len(response.context["lessons"]) == 2
    assert session.title in response.content.decode()
    assert not Unavailability.objects.exists()
    phone.post(reverse(PAGE), a_day(last_day=MONDAY + timedelta(days=1), hands_over="1"))
    assert [one.trainer for one in session.half_days.all()] == [None, None, trainer, trainer]
    assert trainer.unavailabilities.count() == 1


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"first_day": ""}, "first_day"),
        ({"last_day": MONDAY - timedelta(days=1)}, "last_day"),
        ({"first_part": "EVE", "last_part": "AM"}, "last_day"),
        ({"first_day": date(2026, 11, 1)}, "first_day"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(phone, fields, place):
    response = phone.post(reverse(PAGE), a_day(**fields))
    assert place in response.context["form"].errors
    assert not Unavailability.objects.exists()


def test_a_closed_register_proves_that_she_was_there(trainer):
    half_day = a_session(trainer=trainer).half_days.first()
    half_day.closed_at, half_day.closed_by = half_day.ends_at, trainer
    half_day.save()
    with pytest.raises(Refusal) as refused:
        absences.enter(by=trainer, trainer=trainer, hands_over=True, **whole(MONDAY))
    assert refused.value.code == "closed"


def whole(day: date) -> dict:
    return {
        "first_day": day,
        "first_part": DayPart.MORNING,
        "last_day": day,
        "last_part": DayPart.EVENING,
    }


def test_only_herself_or_the_office(trainer):
    with pytest.raises(Refusal):
        absences.enter(by=a_trainer(), trainer=trainer, **whole(MONDAY))
    absence = absences.enter(by=a_coordinator(), trainer=trainer, **whole(MONDAY))
    with pytest.raises(Refusal):
        absences.remove(absence=absence, by=a_trainer())


def test_a_year_later_it_is_forgotten(trainer):
    absences.enter(by=trainer, trainer=trainer, **whole(MONDAY))
    with at(MONDAY + timedelta(days=365)):
        assert absences.forget_old() == 0
    with at(MONDAY + timedelta(days=366)):
        assert absences.forget_old() == 1


def test_a_substitute_sees_the_one_register_she_takes_and_not_the_group(client):
    session, substitute = an_open_session(), a_trainer(first_name="Katrien")
    first, second = session.half_days.order_by("date")[:2]
    first.trainer = substitute
    first.save()
    client.force_login(substitute)
    answers = [client.get(reverse("register", args=[one.pk])).status_code for one in (first, second)]
    assert answers == [200, 404]
    assert client.get(reverse("group", args=[session.code])).status_code == 404


@pytest.mark.parametrize(("first_part", "last_part"), list(product(DayPart, repeat=2)))
def test_what_she_handed_over_leaves_her_day_and_her_calendar(first_part, last_part):
    """The morning of each of three days, while she is away from a part of the first to one of the last."""
    session = an_open_session()
    trainer = session.trainers.get()
    days = list(session.half_days.order_by("date")[:3])
    away = {"first_day": days[0].date, "first_part": first_part, "last_day": days[2].date}
    absence = absences.enter(trainer=trainer, by=trainer, hands_over=True, last_part=last_part, **away)
    hers = set(lessons.taught(trainer).values_list("pk", flat=True))
    assert [one.pk in hers for one in days] == [not absence.covers(one.date, one.part) for one in days]
    assert hers == set(taken_by(trainer).values_list("pk", flat=True))


def test_a_half_day_that_nobody_gives_concerns_the_trainers_who_are_there():
    session, other = an_open_session(), a_trainer(first_name="Katrien")
    trainer, half_day = session.trainers.get(), session.half_days.first()
    session.trainers.add(other)
    absences.enter(trainer=trainer, by=trainer, hands_over=True, **whole(half_day.date))
    concerned = [lessons.taught(one).filter(pk=half_day.pk).exists() for one in (trainer, other)]
    assert concerned == [False, True]
