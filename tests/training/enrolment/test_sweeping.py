"""What time does by itself: run once, run twice, nothing more happens the second time."""

from datetime import date, time, timedelta

import pytest
from django.core import mail

from tests.training.enrolment.builders import TODAY, a_draft, an_open_session, sent
from tests.training.planning.builders import at
from training.domain import enrolment as verbs
from training.enums import EnrolmentStatus as S
from training.models import Enrolment, EnrolmentEvent, Session
from training.tasks import sweep

pytestmark = pytest.mark.django_db


def status(enrolment: Enrolment) -> str:
    return Enrolment.objects.get(pk=enrolment.pk).status


@pytest.fixture
def queue():
    """One chair, freed and offered to the first of two who wait."""
    with at(TODAY):
        session = an_open_session(capacity=1)
        seated, first, second = [sent(session) for _ in range(3)]
        verbs.withdraw(enrolment=seated, by=None)
    mail.outbox.clear()
    return first, second


def test_an_offer_that_still_holds_is_left_alone(queue):
    with at(TODAY + timedelta(days=3)):
        sweep()
    assert [status(one) for one in queue] == [S.OFFERED, S.WAITLISTED]


def test_an_expired_offer_goes_on_to_the_next_once(queue):
    first, second = queue
    with at(TODAY + timedelta(days=3), time(10, 1)):
        sweep()
        told, written = len(mail.outbox), EnrolmentEvent.objects.count()
        sweep()
    assert [status(one) for one in queue] == [S.WITHDRAWN, S.OFFERED]
    assert first.events.last().reason == "OFFER_EXPIRED"
    assert [message.to for message in mail.outbox] == [
        [first.person.user.email],
        [second.person.user.email],
    ]
    assert (len(mail.outbox), EnrolmentEvent.objects.count()) == (told, written)


def test_the_last_offer_expires_and_the_chair_is_free(queue):
    with at(TODAY + timedelta(days=3), time(10, 1)):
        sweep()
    with at(TODAY + timedelta(days=8)):
        sweep()
    assert [status(one) for one in queue] == [S.WITHDRAWN, S.WITHDRAWN]


def test_chairs_that_were_added_are_offered(queue):
    first, _ = queue
    Session.objects.filter(pk=first.session_id).update(capacity=2)
    with at(TODAY):
        sweep()
        sweep()
    assert [status(one) for one in queue] == [S.OFFERED, S.OFFERED]


def test_killed_between_two_people_it_takes_up_the_rest(queue, monkeypatch):
    """The first expiry is whole, the second never began; the next sweep does it."""
    first, _ = queue
    with at(TODAY):
        other = [sent(session := an_open_session(capacity=1)) for _ in range(1)]
        waiting = sent(session)
        verbs.withdraw(enrolment=other[0], by=None)
    left = [verbs.expire_offer]

    def once(**move) -> Enrolment:
        return left.pop()(**move)  # killed at the second one

    with at(TODAY + timedelta(days=4)):
        with monkeypatch.context() as patch:
            patch.setattr("training.domain.sweeping.expire_offer", once)
            with pytest.raises(IndexError):
                sweep()
        assert (status(first), status(waiting)) == (S.WITHDRAWN, S.OFFERED)
        sweep()
    assert status(waiting) == S.WITHDRAWN


def test_forms_that_were_never_sent_are_forgotten_after_30_days():
    with at(date(2026, 11, 2)):
        session = an_open_session()
        old, kept = a_draft(session), sent(session)
    with at(date(2026, 12, 2), time(9)):
        sweep()
        assert Enrolment.objects.filter(pk=old.pk).exists()
    with at(date(2026, 12, 2), time(11)):
        sweep()
        sweep()
    assert list(Enrolment.objects.all()) == [kept]
