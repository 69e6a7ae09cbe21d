"""A session from its week to the public site: previewed, made, published, adjusted, cancelled."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.models import Commune
from tests.training.enrolment.builders import an_open_session, sent
from tests.training.planning.builders import (
    THU,
    WED,
    a_course,
    a_pattern,
    a_room,
    a_session,
    a_trainer,
    an_organisation,
)
from training.domain import pairing
from training.domain.adjusting import set_conditions
from training.enums import EnrolmentStatus, Skill
from training.models import Session

pytestmark = pytest.mark.django_db
NEW = "sessions_office:add"


def a_week(**fields) -> dict:
    """Mondays and Thursdays, mornings, over Easter Monday and Ascension Day of 2027."""
    trainer = fields.pop("trainer", None) or a_trainer()
    return {
        "course": a_course(minutes=60 * 60).pk,
        "code": "LOG-A1-2027",
        "provider": an_organisation("PROVIDER").pk,
        "room": a_room().pk,
        "trainers": [trainer.pk],
        "capacity": 12,
        "minimum_group": 6,
        "decision_days": 10,
        "signing": "SCREEN",
        "modality": "ON_SITE",
        "rhythm": "PART_TIME",
        "starts_on": "2027-03-22",
        "slots": ["0-AM", "3-AM"],
        "AM_from": "09:00",
        "AM_until": "12:00",
        "PM_from": "13:30",
        "PM_until": "16:30",
        "EVE_from": "18:00",
        "EVE_until": "21:00",
    } | fields


def test_the_preview_writes_nothing_and_says_what_is_left_out_and_why(office):
    response = office.post(reverse(NEW), a_week(preview="1"))
    page = response.content.decode()
    assert not Session.objects.exists()
    assert len(response.context["plan"].half_days) == 20
    assert "29 mars 2027" in page
    assert "6 mai 2027" in page
    assert 'name="create"' in page


def test_what_was_previewed_is_made(office):
    response = office.post(reverse(NEW), a_week(create="1"))
    session = Session.objects.get()
    assert response.url == reverse("sessions_office:inspect", args=[session.pk])
    assert session.half_days.count() == 20
    assert session.published_at is None
    page = office.get(response.url).content.decode()
    assert "29 mars 2027" in page


def test_days_on_which_the_house_is_closed_are_left_out_too(office):
    office.post(reverse(NEW), a_week(create="1", closed_from="2027-04-12", closed_until="2027-04-24"))
    days = set(Session.objects.get().half_days.values_list("date", flat=True))
    assert not {date(2027, 4, 12), date(2027, 4, 15), date(2027, 4, 22)} & days


def test_half_days_on_which_the_room_is_taken_are_left_out_and_said(office):
    week = a_week()
    office.post(reverse(NEW), week | {"create": "1"})
    taken = Session.objects.get()
    again = week | {"code": "LOG-A1-BIS", "trainers": [a_trainer().pk]}
    response = office.post(reverse(NEW), again | {"preview": "1"})
    assert "LOG-A1-2027" in response.content.decode()
    assert response.context["plan"].first_day > taken.last_day
    assert Session.objects.count() == 1


def test_the_dates_follow_each_change_before_the_rest_is_filled_in(office):
    """htmx asks for the dates alone; course, first day and week are enough."""
    week = a_week(code="", provider="", room="")
    response = office.post(reverse(NEW), week, headers={"HX-Request": "true"})
    page = response.content.decode()
    assert "<form" not in page
    assert len(response.context["plan"].half_days) == 20
    nothing = office.post(reverse(NEW), week | {"slots": []}, headers={"HX-Request": "true"})
    assert nothing.context["plan"] is None


def test_a_public_holiday_is_put_back_with_a_reason(office):
    """A reason typed beside Easter Monday holds the lesson; Ascension Day and Whit Monday stay free."""
    page = office.post(reverse(NEW), a_week(preview="1")).content.decode()
    assert 'name="back-2027-03-29"' in page
    reason = {"back-2027-03-29": "Le groupe l'a demandé", "back-2027-05-06": " "}
    office.post(reverse(NEW), a_week(create="1", **reason))
    session = Session.objects.get()
    assert session.half_days.get(date=date(2027, 3, 29)).holiday_reason == "Le groupe l'a demandé"
    assert [one.date for one in session.skipped_days.all()] == [date(2027, 5, 6), date(2027, 5, 17)]


def test_an_end_before_the_hours_are_reached_says_what_is_missing(office):
    response = office.post(reverse(NEW), a_week(preview="1", ends_on="2027-04-30"))
    assert response.context["plan"].missing == 60 * 60 - response.context["plan"].minutes
    assert "help-warning" in response.content.decode()


def test_school_holidays_that_are_chosen_are_left_out(office):
    chosen = {"school_calendars": ["FR_B", "BE_NL"], "preview": "1"}
    plan = office.post(reverse(NEW), a_week(**chosen)).context["plan"]
    kinds = {one.date: one.kind for one in plan.skipped}
    assert kinds[date(2027, 4, 1)] == "SCHOOL_HOLIDAY"  # Flanders
    assert kinds[date(2027, 4, 19)] == "SCHOOL_HOLIDAY"  # zone B
    late = office.post(reverse(NEW), a_week(**chosen | {"starts_on": "2028-08-01"}))
    assert late.context["not_known"]


def test_a_session_begins_from_an_older_one(office):
    older = a_session(pattern=a_pattern(WED, THU))
    page = office.get(f"{reverse(NEW)}?from={older.pk}")
    initial = page.context["form"].initial
    assert initial["slots"] == ["2-AM", "3-AM"]
    assert (initial["course"], initial["room"]) == (older.course, older.room)
    assert "starts_on" not in initial
    assert office.get(f"{reverse(NEW)}?from=9999999").status_code == 404


def test_the_conditions_of_the_older_one_go_along(office):
    older = a_session()
    facts = {"minimum_age": 20, "maximum_age": 64, "jobseekers_only": True, "territories": ["CUD"]}
    towns = [Commune.objects.get(code="59183")]
    set_conditions(session=older, by=None, communes=towns, levels={Skill.READING: "A1"}, **facts)
    address = f"{reverse(NEW)}?from={older.pk}"
    assert "20" in " ".join(office.get(address).context["asked"])
    office.post(address, a_week(create="1"))
    made = Session.objects.exclude(pk=older.pk).get().conditions
    assert {name: getattr(made, name) for name in facts} == facts
    assert list(made.communes.all()) == towns
    assert [(one.skill, one.level) for one in made.entry_levels.all()] == [("REA", "A1")]
    assert older.conditions.entry_levels.count() == 1


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"slots": []}, "slots"),
        ({"room": ""}, "room"),
        ({"minimum_group": 20}, "minimum_group"),
        ({"code": "two words"}, "code"),
        ({"starts_on": "soon"}, "starts_on"),
        ({"AM_from": "12:00", "AM_until": "09:00"}, "__all__"),
        ({"AM_from": "18:00", "AM_until": "21:00"}, "AM_from"),
        ({"ends_on": "2027-03-01"}, "ends_on"),
        ({"closed_from": "2027-05-02", "closed_until": "2027-05-01"}, "closed_until"),
    ],
)
def test_what_cannot_be_comes_back_next_to_its_field_with_nothing_lost(office, fields, place):
    response = office.post(reverse(NEW), a_week(create="1", **fields))
    assert place in response.context["form"].errors
    assert not Session.objects.exists()
    assert 'value="12"' in response.content.decode()


def test_published_only_when_nothing_is_missing(office):
    session = a_session(trainers=[])
    page = reverse("sessions_office:inspect", args=[session.pk])
    assert "help-warning" in office.get(page).content.decode()
    assert office.post(reverse("sessions_office:publish", args=[session.pk])).url == page
    session.refresh_from_db()
    assert session.published_at is None
    ready = a_session()
    office.post(reverse("sessions_office:publish", args=[ready.pk]))
    ready.refresh_from_db()
    assert ready.published_at


def period(session, **fields) -> dict:
    return {
        "capacity": session.capacity,
        "minimum_group": session.minimum_group,
        "decision_days": session.decision_days,
        "signing": session.signing,
        "enrolment_opens_on": "2026-11-01",
        "enrolment_closes_on": "2027-01-08",
    } | fields


def test_enrolment_ends_before_the_first_lesson(office):
    session = an_open_session()
    address = reverse("sessions_office:adjust", args=[session.pk])
    page = office.post(address, period(session, enrolment_closes_on="2027-01-11"))
    assert "avant le premier cours" in str(page.context["form"].errors)
    session.refresh_from_db()
    assert session.enrolment_closes_on == date(2027, 1, 8)


def test_more_places_go_to_whoever_waits_longest(office):
    session = an_open_session(capacity=1, minimum_group=1)
    _seated, second, third, fourth = (sent(session) for _number in range(4))
    office.post(reverse("sessions_office:adjust", args=[session.pk]), period(session, capacity=3))
    statuses = [type(one).objects.get(pk=one.pk).status for one in (second, third, fourth)]
    assert statuses == [EnrolmentStatus.OFFERED, EnrolmentStatus.OFFERED, EnrolmentStatus.WAITLISTED]


def test_who_waits_stands_in_the_order_of_the_waiting_list(office):
    """As on the list line by line: a pair stands where the later of its two stands."""
    session = an_open_session(capacity=1)
    _seated, first, second, third = (sent(session) for _ in range(4))
    pairing.pair(first=first, second=third, by=None)
    page = office.get(reverse("sessions_office:inspect", args=[session.pk]))
    heap = page.context["people"]["waiting"]
    assert [one["enrolment"] for one in heap] == [second, first, third]
    assert [one["number"] for one in heap] == [1, 2, 3]


def test_never_fewer_places_than_people(office):
    session = an_open_session(capacity=3)
    sent(session)
    sent(session)
    address = reverse("sessions_office:adjust", args=[session.pk])
    response = office.post(address, period(session, capacity=1, minimum_group=1))
    assert response.context["form"].non_field_errors()
    session.refresh_from_db()
    assert session.capacity == 3


def test_cancelling_needs_a_reason_and_frees_the_room(office):
    session = an_open_session()
    address = reverse("sessions_office:cancel", args=[session.pk])
    assert office.post(address, {"reason": ""}).context["form"].errors["reason"]
    preview = office.post(address, {"reason": "Trop peu de monde"})
    assert preview.context["told"].number == 1  # its trainer
    session.refresh_from_db()
    assert session.cancelled_at is None
    office.post(address, {"reason": "Trop peu de monde", "confirm": "1"})
    session.refresh_from_db()
    assert session.cancel_reason == "Trop peu de monde"
    assert not session.half_days.held().exists()


def test_a_half_day_moves_or_goes_but_never_once_closed(office, coordinator):
    session = an_open_session()
    first, second, third = session.half_days.order_by("date")[:3]
    fields = {"part": first.part, "start_time": "09:00", "end_time": "12:00", "room": first.room_id}
    fields["trainer"] = first.trainer_id
    moved_to = date(2027, 1, 16)
    office.post(
        reverse("half_days_office:move", args=[first.pk]), fields | {"date": moved_to, "confirm": "1"}
    )
    office.post(reverse("half_days_office:cancel", args=[second.pk]))
    third.closed_at, third.closed_by = third.starts_at, coordinator
    third.save()
    office.post(reverse("half_days_office:cancel", args=[third.pk]))
    page = office.get(reverse("half_days_office:move", args=[third.pk])).content.decode()
    for one in (first, second, third):
        one.refresh_from_db()
    assert first.date == moved_to
    assert second.cancelled_at
    assert third.cancelled_at is None
    assert "help-warning" in page


def test_moving_onto_another_lesson_says_which(office):
    session, other = an_open_session(), an_open_session(pattern=a_pattern(WED, THU))
    target = other.half_days.order_by("date").first()
    half_day = session.half_days.order_by("date").last()
    fields = {"date": target.date, "part": target.part, "start_time": "09:00", "end_time": "12:00"}
    fields |= {"room": target.room_id, "trainer": half_day.trainer_id}
    response = office.post(reverse("half_days_office:move", args=[half_day.pk]), fields)
    assert other.code in str(response.context["form"].non_field_errors())
