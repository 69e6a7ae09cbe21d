"""Each button of the office does its verb and nothing else; a refusal is said in words."""

import pytest
from django.urls import reverse

from tests.training.enrolment.builders import a_learner, an_open_session, in_state, sent
from tests.training.planning.builders import at
from training.domain.moves import ALLOWED_FROM
from training.enums import EnrolmentStatus
from training.models import EnrolmentEvent

pytestmark = pytest.mark.django_db
S = EnrolmentStatus


def deed(enrolment, verb: str) -> str:
    return reverse("enrolments_office:deed", args=[enrolment.pk, verb])


def status_of(enrolment) -> str:
    enrolment.refresh_from_db()
    return enrolment.status


@pytest.mark.parametrize(
    ("verb", "start", "fields", "end"),
    [
        ("accept", S.SUBMITTED, {}, S.CONFIRMED),
        ("invite", S.SUBMITTED, {"note": "Mardi 9 h, salle Pertuis"}, S.INTERVIEW),
        ("refuse", S.INTERVIEW, {"reason": "NOT_ELIGIBLE"}, S.REFUSED),
        ("offer", S.WAITLISTED, {}, S.OFFERED),
        ("confirm", S.OFFERED, {}, S.CONFIRMED),
        ("withdraw", S.CONFIRMED, {"note": ""}, S.WITHDRAWN),
        ("exit_early", S.ENTERED, {"reason": "LEFT_FOR_JOB_FR"}, S.EXITED),
        ("complete", S.ENTERED, {}, S.COMPLETED),
    ],
)
def test_a_deed(office, coordinator, *, verb, start, fields, end):
    enrolment = in_state(start, an_open_session())
    response = office.post(deed(enrolment, verb), fields)
    assert response.url == reverse("enrolments_office:inspect", args=[enrolment.pk])
    assert status_of(enrolment) == end
    assert EnrolmentEvent.objects.filter(enrolment=enrolment, to_status=end, by=coordinator).exists()


def test_a_deed_comes_back_to_the_session_it_was_done_from(office):
    session = an_open_session(needs_decision=True)
    page = reverse("sessions_office:inspect", args=[session.pk])
    assert office.post(deed(sent(session), "accept"), {"next": page}).url == page
    outside = {"next": "https://evil.example.net/"}
    assert "evil" not in office.post(deed(sent(session), "accept"), outside).url


@pytest.mark.parametrize("verb", ["refuse", "exit_early"])
def test_no_reason_no_deed(office, verb):
    start = S.SUBMITTED if verb == "refuse" else S.ENTERED
    enrolment = in_state(start, an_open_session())
    response = office.post(deed(enrolment, verb), {"reason": ""})
    assert response.status_code == 200
    assert response.context["form"].errors["reason"]
    assert status_of(enrolment) == start


def test_a_question_that_came_too_late_says_why(office):
    enrolment = in_state(S.WITHDRAWN, an_open_session())
    page = office.get(deed(enrolment, "refuse")).content.decode()
    assert "help-warning" in page
    assert "<textarea" not in page
    office.post(deed(enrolment, "accept"))
    assert status_of(enrolment) == S.WITHDRAWN


@pytest.mark.parametrize("status", S.values)
def test_the_page_of_an_enrolment_offers_what_can_be_done(office, status):
    enrolment = in_state(status, an_open_session())
    response = office.get(reverse("enrolments_office:inspect", args=[enrolment.pk]))
    offered = {one.verb for one in response.context["deeds"]}
    assert offered <= {verb for verb, states in ALLOWED_FROM.items() if status in states}
    assert not offered & {"enter", "mark_no_show"}, "the course has not begun"


def test_once_the_course_runs_who_did_not_come_can_be_noted(client, coordinator):
    session = an_open_session()
    enrolment = in_state(S.CONFIRMED, session)
    with at(session.first_day):
        client.force_login(coordinator)
        response = client.get(reverse("enrolments_office:inspect", args=[enrolment.pk]))
    assert {"enter", "mark_no_show"} <= {one.verb for one in response.context["deeds"]}


def test_the_waiting_list_stands_in_order_of_arrival(office):
    session = an_open_session(capacity=1, minimum_group=1)
    people = [a_learner(family_name=name) for name in ("Zwart", "Moreau", "Adam")]
    for person in people:
        sent(session, person)
    response = office.get(reverse("sessions_office:inspect", args=[session.pk]))
    waiting = [row["enrolment"].person.family_name for row in response.context["people"]["waiting"]]
    assert waiting == ["Moreau", "Adam"]
