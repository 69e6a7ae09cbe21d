"""Everything that happened to a person, on one page: with names for the office, without for the person."""

import pytest

from accounts.enums import MessageStatus, Trouble
from tests.training.enrolment.builders import TODAY, a_learner, an_open_session, sent
from tests.training.planning.builders import a_coordinator, at
from training.domain import enrolment as verbs
from training.domain.queries import timeline
from training.models import PlacementAttempt

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    """Refused here, with a place there; one letter came back; a test was taken."""
    with at(TODAY):
        person, coordinator = a_learner(), a_coordinator()
        coordinator.first_name, coordinator.last_name = "Hélène", "Vandamme"
        coordinator.save()
        refused = sent(an_open_session(needs_decision=True), person)
        verbs.refuse(enrolment=refused, by=coordinator, reason="LEVEL_TOO_LOW", note="B1 à l'oral")
        sent(an_open_session(), person)
        letter = person.user.messages.order_by("pk").first()
        letter.status, letter.trouble = MessageStatus.BOUNCED, Trouble.NO_SUCH_MAILBOX
        letter.sent_at = letter.claimed_at = letter.created_at
        letter.save()
        PlacementAttempt.objects.create(
            user=person.user, seed=1, started_at="2026-11-02T10:00Z", finished_at="2026-11-02T10:20Z"
        )
    return person, coordinator


def test_all_of_it_newest_first(story):
    person, _coordinator = story
    lines = timeline.of(person)
    assert [line.at for line in lines] == sorted((line.at for line in lines), reverse=True)
    said = " ".join(f"{line.what} {line.who} {line.note}" for line in lines)
    for word in ("Refusée", "Hélène Vandamme", "B1 à l'oral", "Confirmée", "Test de positionnement"):
        assert word in said
    assert str(Trouble.NO_SUCH_MAILBOX.label) in said


def test_the_office_reads_names_and_the_person_does_not(story, client):
    person, coordinator = story
    client.force_login(person.user)
    own = client.get("/my/way/").content.decode()
    assert "Vandamme" not in own
    assert "La coordination" in own
    assert "adresse e-mail" in own
    client.force_login(coordinator)
    office = client.get(f"/admin/timelines/{person.pk}/").content.decode()
    assert "Vandamme" in office
    assert (
        f"/admin/timelines/{person.pk}/" in client.get(f"/admin/people/inspect/{person.pk}/").content.decode()
    )


def test_who_has_no_file_has_an_empty_way(client):
    client.force_login(a_coordinator())
    assert client.get("/my/way/").status_code == 200


def test_a_long_story_costs_as_many_queries_as_a_short_one(story, django_assert_max_num_queries):
    person, _coordinator = story
    for _time in range(3):
        with at(TODAY):
            sent(an_open_session(needs_decision=True), person)
    with django_assert_max_num_queries(8):
        timeline.of(person)
