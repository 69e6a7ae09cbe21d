"""One half-day is added, moved, given to a substitute: first who is told and what clashes, then the deed."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import Message
from tests.training.enrolment.builders import an_open_session, sent
from tests.training.planning.builders import MONDAY, a_trainer
from training.domain import absences, planning, words
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


class TestWhatComesOfIt:
    """The preview says what a change makes of the session, and never promises a letter nobody has."""

    def preview_of(self, office, half_day, **changes):
        address = reverse("half_days_office:move", args=[half_day.pk])
        return office.post(address, the_fields(half_day, **changes)).context

    def test_hours_that_leave_the_programme(self, office):
        half_day = an_open_session().half_days.first()
        shorter = self.preview_of(office, half_day, end_time="11:00")["aftermath"]
        assert [one for one in shorter if "programme" in one]
        assert self.preview_of(office, half_day, room="")["aftermath"] == []

    def test_cancelling_and_adding_say_it_too_and_when_the_hours_are_right_again(self, office):
        session = an_open_session()
        half_day = session.half_days.order_by("date")[1]
        cancel = reverse("half_days_office:cancel", args=[half_day.pk])
        assert "programme" in office.get(cancel).context["aftermath"][0]
        planning.cancel_half_day(half_day=half_day, by=None)
        add = reverse("sessions_office:add_half_day", args=[session.pk])
        context = office.post(add, the_fields(half_day, date=half_day.date)).context
        assert ["programme" in one for one in context["aftermath"]] == [True]
        assert "alors celles" in context["aftermath"][0]

    def test_another_first_or_last_day_is_said_with_its_year(self, office):
        session = an_open_session()
        last = session.half_days.last()
        found = self.preview_of(office, last, date=date(2028, 1, 12))
        assert [one for one in found["aftermath"] if "2028" in one]
        assert "2028" in found["summary"][1]

    def test_enrolment_that_would_end_after_the_first_lesson(self, office):
        session = an_open_session()
        day = session.enrolment_closes_on - timedelta(days=1)
        found = self.preview_of(office, session.half_days.first(), date=day)["aftermath"]
        assert [one for one in found if "inscriptions" in one]

    def test_an_afternoon_at_nine(self, office):
        half_day = an_open_session().half_days.first()
        found = self.preview_of(office, half_day, part=DayPart.AFTERNOON)["aftermath"]
        assert words.clock(half_day.start_time) in found[0]
        assert str(DayPart.AFTERNOON.label).lower() in found[0].lower()

    def test_of_the_past_nobody_hears_and_the_page_says_so(self, office):
        session = an_open_session()
        sent(session)
        add = reverse("sessions_office:add_half_day", args=[session.pk])
        yesterday = the_fields(session.half_days.first(), date=timezone.localdate() - timedelta(days=1))
        told = office.post(add, yesterday).context["told"]
        assert (told.number, bool(told.nobody)) == (0, True)
        before = Message.objects.count()
        office.post(add, yesterday | {"confirm": "1"})
        assert Message.objects.count() == before
        assert session.half_days.filter(date=yesterday["date"]).exists()

    def test_what_changes_nothing_is_told_to_nobody(self, office):
        session = an_open_session()
        sent(session)
        told = self.preview_of(office, session.half_days.first())["told"]
        assert (told.number, bool(told.nobody)) == (0, True)

    @pytest.mark.parametrize("year", ["0027", "9999", "1927"])
    def test_a_year_that_cannot_be_meant(self, office, year):
        half_day = an_open_session().half_days.first()
        context = self.preview_of(office, half_day, date=f"{year}-01-12")
        assert context["told"] is None
        assert context["form"].errors["date"]

    def test_a_cancelled_half_day_cannot_be_cancelled_again(self, office):
        half_day = an_open_session().half_days.first()
        planning.cancel_half_day(half_day=half_day, by=None)
        for verb in ("move", "cancel", "substitute"):
            page = office.get(reverse(f"half_days_office:{verb}", args=[half_day.pk]))
            assert page.context["why_not"]
