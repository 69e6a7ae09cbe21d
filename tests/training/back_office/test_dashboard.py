"""The dashboard of the day: each pile appears when there is something in it, and leads there."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from accounts.enums import Role
from tests.training.enrolment.builders import FIRST_DAY, TODAY, an_open_session, in_state, sent
from tests.training.planning.builders import a_session, at
from training.domain.queries.to_do import to_do
from training.enums import EnrolmentStatus

pytestmark = pytest.mark.django_db
HOME = "wagtailadmin_home"


def piles(user, day=TODAY) -> dict[str, int]:
    with at(day):
        return {name: pile.number for name, pile in to_do(user).items() if pile.number}


def test_nothing_to_do(coordinator, office):
    assert piles(coordinator) == {}
    assert "circle-check" in office.get(reverse(HOME)).content.decode()


def test_a_request_to_decide(coordinator, office):
    request = sent(an_open_session(needs_decision=True))
    assert piles(coordinator) == {"decisions": 1}
    assert (
        reverse("enrolments_office:inspect", args=[request.pk]) in office.get(reverse(HOME)).content.decode()
    )


def test_an_offer_that_runs_out(coordinator):
    enrolment = in_state(EnrolmentStatus.OFFERED, an_open_session())
    enrolment.offered_until += timedelta(hours=30)
    enrolment.save()
    assert piles(coordinator) == {}
    assert piles(coordinator, TODAY + timedelta(days=1)) == {"offers": 1}


def test_a_group_that_is_too_small_on_its_day_of_decision(coordinator):
    an_open_session(minimum_group=3)
    assert piles(coordinator, FIRST_DAY - timedelta(days=11)) == {}
    assert piles(coordinator, FIRST_DAY - timedelta(days=10)) == {"small_groups": 1}


def test_registers_that_nobody_closed_and_people_to_settle(coordinator):
    session = an_open_session(minimum_group=1)
    in_state(EnrolmentStatus.ENTERED, session)
    after = session.last_day + timedelta(days=1)
    assert piles(coordinator, after) == {"registers": session.half_days.count(), "to_finish": 1}


def test_a_session_that_nobody_published(coordinator):
    with at(date(2026, 11, 1)):
        a_session()
    assert piles(coordinator, TODAY) == {}
    assert piles(coordinator, FIRST_DAY - timedelta(days=28)) == {"drafts": 1}


def test_five_are_shown_and_the_rest_is_a_link(office):
    session = an_open_session(needs_decision=True)
    for _number in range(7):
        sent(session)
    page = office.get(reverse(HOME)).content.decode()
    assert page.count("/admin/enrolments/inspect/") == 5
    assert "/admin/decisions/?state=ours" in page


def test_editors_see_their_own_first_page(browser_of):
    request = sent(an_open_session(needs_decision=True))
    page = browser_of(Role.EDITOR).get(reverse(HOME)).content.decode()
    assert request.session.course.title in page  # it has no page yet
    assert request.person.full_name not in page
