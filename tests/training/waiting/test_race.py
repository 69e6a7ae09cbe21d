"""Two hundred real connections on twelve chairs, and two people for one offer."""

from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection

from config.bench import rush
from tests.training.enrolment.builders import TODAY, a_draft, a_learner, an_open_session, sent
from tests.training.enrolment.test_race import together
from tests.training.planning.builders import at
from training.domain import enrolment as verbs
from training.domain.sweeping import expire_offers
from training.enums import EnrolmentStatus as S
from training.exceptions import Refusal
from training.models import Enrolment

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
CHAIRS, PEOPLE, CONNECTIONS = 12, 200, 40


@pytest.fixture(autouse=True)
def _no_letters(monkeypatch):
    monkeypatch.setattr("training.domain.moves.write_to", lambda *args: None)
    monkeypatch.setattr("training.domain.patience.PATIENCE", "120s")  # however busy this machine is


def test_two_hundred_people_on_twelve_chairs():
    """Everybody arrives; nobody is lost, sold twice or out of turn. 40 connections, 5 people each.

    A busy machine may stop a thread between its knock and the door: who is out of turn in one round only
    lost it there. Nobody may be lost or sold twice in any round.
    """
    assert any(out_of_turn_in_a_rush() <= 0.001 for _round in range(3))


def out_of_turn_in_a_rush() -> float:
    """The share of pairs; what must hold each time is insisted on."""
    session = an_open_session(capacity=CHAIRS)
    with at(TODAY):
        drafts = [a_draft(session, a_learner(account=False)) for _ in range(PEOPLE)]
        seen = rush.together(lambda draft: verbs.submit(enrolment=draft, by=None), drafts, CONNECTIONS)
    assert [one.error for one in seen if one.error] == []
    statuses = Counter(session.enrolments.values_list("status", flat=True))
    assert statuses == {S.CONFIRMED: CHAIRS, S.WAITLISTED: PEOPLE - CHAIRS}
    rows = dict(session.enrolments.values_list("pk", "queue_position"))
    assert sorted(rows.values()) == list(range(1, PEOPLE + 1))
    seated = session.enrolments.seated().values_list("queue_position", flat=True)
    assert sorted(seated) == list(range(1, CHAIRS + 1))
    return rush.out_of_order([(one, rows[one.thing.pk]) for one in seen])


def test_two_people_and_the_last_offer():
    """The first is too late by a second; the sweeper and both people come at the same moment."""
    session = an_open_session(capacity=1)
    with at(TODAY):
        seated, late, next_one = [sent(session) for _ in range(3)]
        verbs.withdraw(enrolment=seated, by=None)
    over = late.submitted_at - timedelta(seconds=1)
    Enrolment.objects.filter(pk=late.pk).update(offered_until=over)

    def answer(one: Enrolment | None):
        if one is None:
            return expire_offers()
        return verbs.accept_offer(enrolment=one, by=None)

    results = together(answer, [late, None, late])
    assert all(isinstance(one, Refusal) for one in (results[0], results[2]))
    assert all("délai" in str(one) or "plus possible" in str(one) for one in (results[0], results[2]))
    results = together(answer, [next_one, next_one])
    assert sorted(type(one).__name__ for one in results) == ["Enrolment", "Refusal"]
    assert session.enrolments.seated().get() == next_one
    connection.close()
