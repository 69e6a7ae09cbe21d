"""Real threads on the last chairs: never one too many, and the naive way shown to oversell."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction
from django.utils import timezone

from tests import threads
from tests.training.enrolment.builders import TODAY, a_draft, a_learner, an_open_session, sent
from tests.training.planning.builders import at
from training.domain import enrolment as verbs
from training.domain import patience, seats, welcome
from training.enums import EnrolmentStatus as S
from training.exceptions import Refusal
from training.models import Enrolment, Session

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
THREADS = 24
CHAIRS = 5


def together(work, things: list) -> list:
    """`work` on each thing at once, on the day of these tests."""
    with at(TODAY):
        return threads.together(work, things)


def count(session: Session) -> Counter:
    return Counter(session.enrolments.values_list("status", flat=True))


@pytest.fixture
def session(no_letters):
    return an_open_session(capacity=CHAIRS)


@pytest.fixture
def no_letters(monkeypatch):
    """What is raced for here is chairs; letters have tests of their own."""
    monkeypatch.setattr("training.domain.moves.write_to", lambda *args: None)


def test_the_last_chairs_are_given_once(session):
    with at(TODAY):
        drafts = [a_draft(session) for _ in range(THREADS)]
    results = together(lambda draft: verbs.submit(enrolment=draft, by=None), drafts)
    assert not [one for one in results if isinstance(one, Exception)]
    assert count(session) == {S.CONFIRMED: CHAIRS, S.WAITLISTED: THREADS - CHAIRS}
    positions = sorted(session.enrolments.values_list("queue_position", flat=True))
    assert positions == list(range(1, THREADS + 1))
    seated = session.enrolments.seated().values_list("queue_position", flat=True)
    assert sorted(seated) == positions[:CHAIRS]


def test_without_the_lock_chairs_are_sold_twice(session):
    """The naive way: look, then write. All look before anybody writes, as happens under load."""
    with at(TODAY):
        drafts = [a_draft(session) for _ in range(THREADS)]
        welcome.current(session)
    looked = Barrier(THREADS)

    def look_then_write(draft: Enrolment) -> None:
        with transaction.atomic():
            free = seats.left(session)
            looked.wait(timeout=30)
            if free > 0:
                now = timezone.now()
                facts = {"confirmed_at": now, "submitted_at": now, "queue_position": draft.pk}
                welcome.deliver(draft)
                Enrolment.objects.filter(pk=draft.pk).update(status=S.CONFIRMED, **facts)

    results = together(look_then_write, drafts)
    assert not [one for one in results if isinstance(one, Exception)]
    assert count(session)[S.CONFIRMED] > CHAIRS


def test_one_person_pressing_the_button_many_times(session):
    with at(TODAY):
        draft = a_draft(session)
    results = together(lambda _: verbs.submit(enrolment=draft, by=None), list(range(8)))
    assert sorted(type(one) is Refusal for one in results) == [False] + [True] * 7
    assert draft.events.count() == 2


def test_the_office_pressing_a_button_many_times(session):
    """What moves nothing is written once all the same: one line, one letter."""
    with at(TODAY):
        asked = verbs.begin(session=an_open_session(needs_decision=True), person=a_learner(), by=None)
        Enrolment.objects.filter(pk=asked.pk).update(privacy_version="2026-11")
        asked = verbs.submit(enrolment=asked, by=None)
    together(lambda _: verbs.waive(enrolment=asked, by=None, reason="attestation vue"), list(range(8)))
    together(lambda _: verbs.ask_more(enrolment=asked, by=None, note="Quels jours ?"), list(range(8)))
    assert Counter(asked.events.values_list("reason", flat=True))["WAIVED"] == 1
    assert Counter(asked.events.values_list("reason", flat=True))["MORE_ASKED"] == 1


def test_one_person_beginning_many_times(session):
    person = a_learner()
    results = together(lambda _: verbs.begin(session=session, person=person, by=None), list(range(8)))
    assert not [one for one in results if isinstance(one, Exception) and not isinstance(one, Refusal)]
    assert session.enrolments.count() == 1


def test_everybody_leaves_while_others_come(session):
    with at(TODAY):
        seated = [sent(session) for _ in range(CHAIRS)]
        newcomers = [a_draft(session) for _ in range(CHAIRS * 2)]
    work = [(verbs.withdraw, one) for one in seated] + [(verbs.submit, one) for one in newcomers]
    results = together(lambda job: job[0](enrolment=job[1], by=None), work)
    assert not [one for one in results if isinstance(one, Exception)]
    found = count(session)
    taken = found[S.CONFIRMED] + found[S.OFFERED]
    assert taken == CHAIRS
    assert found[S.WAITLISTED] == CHAIRS


def test_an_offer_is_accepted_or_expires_never_both(session):
    with at(TODAY):
        seated = [sent(session) for _ in range(CHAIRS)]
        waiting = sent(session)
        verbs.withdraw(enrolment=seated[0], by=None)
    results = together(
        lambda verb: verb(enrolment=waiting, by=None),
        [verbs.accept_offer, verbs.decline_offer, verbs.accept_offer, verbs.decline_offer],
    )
    assert sum(isinstance(one, Refusal) for one in results) == 3
    assert sum(isinstance(one, Enrolment) for one in results) == 1


def test_who_would_wait_too_long_is_told_politely(session, monkeypatch):
    monkeypatch.setattr(patience, "PATIENCE", "50ms")
    with at(TODAY):
        draft = a_draft(session)

    def hold(_):
        with transaction.atomic():
            seats.lock(session.pk)
            with ThreadPoolExecutor(1) as other:
                return other.submit(refused, draft).result(timeout=30)

    def refused(draft: Enrolment) -> Refusal:
        try:
            with pytest.raises(Refusal) as refusal:
                verbs.submit(enrolment=draft, by=None)
            return refusal.value
        finally:
            connection.close()

    (refusal,) = together(hold, [None])
    assert refusal.code == "busy"
    assert Enrolment.objects.get(pk=draft.pk).status == S.DRAFT
