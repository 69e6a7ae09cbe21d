"""One half-day is added, moved, given to a substitute: first who is told and what clashes, then the deed."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from accounts.models import Message
from tests.training.enrolment.builders import an_open_session, sent
from tests.training.planning.builders import MONDAY, a_trainer
from training.domain import absences
from training.enums import DayPart

pytestmark = pytest.mark.django_db


def the_fields(half_day, **changes) -> dict:
    return {
        "date": half_day.date,
        "part": half_day.part,
        "start_time": "09:00",
        "end_time": "12:00",
        "room": half_day.room_id,
        "trainer": half_day.trainer_id,
    } | changes


def test_the_preview_names_who_is_told_and_writes_nothing(office):
    session = an_open_session()
    learner = sent(session).person
    half_day = session.half_days.first()
    before = Message.objects.count()
    address = reverse("half_days_office:move", args=[half_day.pk])
    preview = office.post(address, the_fields(half_day, date=date(2027, 1, 16)))
    page = preview.content.decode()
    assert learner.full_name in page
    assert str(half_day.trainer) in page
    assert preview.context["told"].number == 2
    half_day.refresh_from_db()
    assert (half_day.date, Message.objects.count()) == (MONDAY, before)
    again = office.post(address, the_fields(half_day, date=date(2027, 1, 16), change="1"))
    assert again.context["told"] is None
    assert 'value="2027-01-16"' in again.content.decode()
    office.post(address, the_fields(half_day, date=date(2027, 1, 16), confirm="1"))
    half_day.refresh_from_db()
    assert half_day.date == date(2027, 1, 16)
    assert Message.objects.count() == before + 2


def test_a_clash_is_said_in_the_preview(office):
    session = an_open_session()
    first, second = session.half_days.order_by("date")[:2]
    address = reverse("half_days_office:move", args=[first.pk])
    response = office.post(address, the_fields(first, date=second.date))
    assert response.context["told"] is None
    assert response.context["form"].non_field_errors()


def test_a_public_holiday_needs_a_reason(office):
    session = an_open_session()
    address = reverse("sessions_office:add_half_day", args=[session.pk])
    easter = the_fields(session.half_days.first(), date=date(2027, 3, 29))
    refused = office.post(address, easter)
    assert "P" in str(refused.context["form"].non_field_errors())
    office.post(address, easter | {"holiday_reason": "Le groupe préfère", "confirm": "1"})
    added = session.half_days.get(date=date(2027, 3, 29))
    assert added.holiday_reason == "Le groupe préfère"


def test_only_who_is_there_and_free_is_offered_as_a_substitute(office):
    session, elsewhere = an_open_session(), an_open_session()
    free, away = a_trainer(first_name="Katrien"), a_trainer(first_name="Matthieu")
    half_day = session.half_days.first()
    whole = {"first_part": DayPart.MORNING, "last_part": DayPart.EVENING}
    absences.enter(trainer=away, first_day=MONDAY, last_day=MONDAY, by=None, **whole)
    address = reverse("half_days_office:substitute", args=[half_day.pk])
    offered = list(office.get(address).context["form"].fields["trainer"].queryset)
    assert free in offered
    assert away not in offered
    assert elsewhere.half_days.first().trainer not in offered
    office.post(address, {"trainer": free.pk, "confirm": "1"})
    half_day.refresh_from_db()
    assert half_day.trainer == free
    assert half_day.date == MONDAY
    assert session.half_days.get(date=MONDAY + timedelta(days=1)).trainer != free


def test_cancelling_shows_at_once_who_is_told(office):
    session = an_open_session()
    learner = sent(session).person
    half_day = session.half_days.first()
    page = office.get(reverse("half_days_office:cancel", args=[half_day.pk]))
    assert learner.full_name in page.content.decode()
    half_day.refresh_from_db()
    assert half_day.cancelled_at is None
