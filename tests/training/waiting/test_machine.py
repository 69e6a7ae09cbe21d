"""Any sequence of what people, the office and time can do: the promises of the list hold after each."""

from datetime import timedelta
from itertools import count

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from accounts.enums import OrganisationKind
from tests.training.enrolment.builders import TODAY, a_draft, a_learner, an_open_session
from tests.training.planning.builders import an_organisation, at
from training.domain import enrolment as verbs
from training.domain import moves, pairing, seats, waiting_rules
from training.domain.transferring import transfer
from training.enums import SEATED
from training.enums import EnrolmentStatus as S
from training.exceptions import Refusal
from training.models import Enrolment, EnrolmentEvent, Session

pytestmark = pytest.mark.django_db
PASSED = {"PASSED_PAIR", "PASSED_KEPT", "PASSED_RULES", "PASSED_OFFICE"}
any_number = st.integers(min_value=0, max_value=99)


class WaitingList(RuleBasedStateMachine):
    """Two sessions of three chairs, one of them kept for a partner. Each run is undone when it ends."""

    def __init__(self) -> None:
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.minutes = count(1)
        self.clock = at(TODAY)
        self.clock.__enter__()
        self.sessions = [an_open_session(capacity=3), an_open_session(capacity=3)]
        self.partner = an_organisation(OrganisationKind.PRESCRIBER)
        until = TODAY + timedelta(days=9)
        waiting_rules.keep_chairs(
            session=self.sessions[0], organisation=self.partner, chairs=1, until=until, by=None
        )
        self.seen_offers: set[int] = set()
        self.in_training: set[int] = set()

    def teardown(self) -> None:
        self.clock.__exit__(None, None, None)
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    def one(self, status: str, number: int) -> Enrolment | None:
        found = list(Enrolment.objects.filter(status=status).order_by("pk"))
        return found[number % len(found)] if found else None

    def attempt(self, deed) -> None:
        """A refusal is an answer, and leaves everything as it was."""
        before = list(Enrolment.objects.order_by("pk").values_list("pk", "status"))
        try:
            deed()
        except Refusal:
            assert list(Enrolment.objects.order_by("pk").values_list("pk", "status")) == before

    @rule(number=any_number, sent=st.booleans())
    def apply(self, number: int, sent: bool) -> None:
        session = self.sessions[number % 2]
        draft = a_draft(session, a_learner(account=False))
        if sent:
            Enrolment.objects.filter(pk=draft.pk).update(referred_by=self.partner)
        before = {one.pk for one in session.enrolments.waiting()}
        found = verbs.submit(enrolment=draft, by=None)
        assert not (before and found.status == S.CONFIRMED), "booked past somebody who waits"

    @rule(number=any_number, status=st.sampled_from([S.CONFIRMED, S.WAITLISTED, S.OFFERED]))
    def withdraw(self, number: int, status: str) -> None:
        if one := self.one(status, number):
            self.attempt(lambda: verbs.withdraw(enrolment=one, by=None))

    @rule(number=any_number)
    def accept(self, number: int) -> None:
        if one := self.one(S.OFFERED, number):
            self.attempt(lambda: verbs.accept_offer(enrolment=one, by=None))

    @rule(number=any_number)
    def decline(self, number: int) -> None:
        if one := self.one(S.OFFERED, number):
            self.attempt(lambda: verbs.decline_offer(enrolment=one, by=None))

    @rule(number=any_number)
    def expire(self, number: int) -> None:
        if one := self.one(S.OFFERED, number):
            Enrolment.objects.filter(pk=one.pk).update(offered_until=one.offered_until - timedelta(days=4))
            self.attempt(lambda: verbs.expire_offer(enrolment=one, by=None))

    @rule(number=any_number)
    def offer_by_the_office(self, number: int) -> None:
        if one := self.one(S.WAITLISTED, number):
            self.attempt(lambda: verbs.offer(enrolment=one, by=None))

    @rule(number=any_number)
    def enter(self, number: int) -> None:
        """The lessons have begun for somebody; the house's clock stands still meanwhile."""
        if one := self.one(S.CONFIRMED, number):
            moves.move(one, to=S.ENTERED, by=None, entered_at=timezone.now())
            self.in_training.add(one.person_id)

    @rule(
        number=any_number,
        status=st.sampled_from([S.CONFIRMED, S.ENTERED, S.WAITLISTED]),
        may_wait=st.booleans(),
    )
    def transfer(self, number: int, status: str, may_wait: bool) -> None:
        if one := self.one(status, number):
            other = next(session for session in self.sessions if session.pk != one.session_id)
            self.attempt(lambda: transfer(enrolment=one, to=other, by=None, may_wait=may_wait))

    @rule(number=any_number)
    def pair(self, number: int) -> None:
        waiting = list(self.sessions[number % 2].enrolments.waiting())
        if len(waiting) > 1:
            first, second = waiting[number % len(waiting)], waiting[(number + 1) % len(waiting)]
            self.attempt(lambda: pairing.pair(first=first, second=second, by=None))

    @precondition(lambda self: self.sessions[0].reservations.filter(released_at=None).exists())
    @rule()
    def release(self) -> None:
        waiting_rules.release(reservation=self.sessions[0].reservations.get(), by=None)

    @rule()
    def sweep(self) -> None:
        for session in self.sessions:
            while seats.offer_next(session_id=session.pk):
                pass

    @invariant()
    def never_over_capacity(self) -> None:
        for session in Session.objects.filter(pk__in=[one.pk for one in self.sessions]).order_by("pk"):
            assert session.enrolments.seated().count() <= session.capacity

    @invariant()
    def who_is_in_training_stays_so_in_one_place(self) -> None:
        people = Enrolment.objects.filter(status=S.ENTERED).values_list("person", flat=True)
        assert sorted(people) == sorted(self.in_training)

    @invariant()
    def nobody_is_overtaken_without_a_reason(self) -> None:
        """Who got an offer while somebody stood before them: that one has a line that says why."""
        offers = EnrolmentEvent.objects.filter(to_status=S.OFFERED, from_status=S.WAITLISTED)
        for event in offers.exclude(pk__in=self.seen_offers).select_related("enrolment").order_by("pk"):
            self.seen_offers.add(event.pk)
            taken = event.enrolment
            for other in Enrolment.objects.filter(session=taken.session_id, status=S.WAITLISTED).order_by(
                "pk"
            ):
                came_before = place(other) < place(taken)
                told = other.events.filter(reason__in=PASSED, pk__range=(last_call(event), event.pk)).exists()
                assert told or not came_before, f"{other.pk} was overtaken by {taken.pk} in silence"

    @invariant()
    def pairs_are_offered_together(self) -> None:
        """Both of a waiting pair were called or neither."""
        for event in EnrolmentEvent.objects.filter(to_status=S.OFFERED).order_by("pk"):
            one = event.enrolment
            other = pairing.companion(one)
            if other and other.status == S.WAITLISTED and one.status == S.OFFERED:
                raise AssertionError(f"{one.pk} was called without {other.pk}")

    @invariant()
    def the_order_is_kept(self) -> None:
        for session in self.sessions:
            parties = seats.line(session)
            assert [one.key for one in parties] == sorted(one.key for one in parties)
            arrivals = session.enrolments.exclude(queue_position=None).order_by("queue_position")
            moments = list(arrivals.values_list("submitted_at", flat=True))
            assert moments == sorted(moments)


def place(enrolment: Enrolment) -> int:
    """Where somebody stands: a pair stands where the later of the two does."""
    pair = Enrolment.objects.filter(pair=enrolment.pair_id) if enrolment.pair_id else None
    positions = [one.queue_position for one in pair or [enrolment] if one.queue_position]
    return max(positions)


def last_call(event: EnrolmentEvent) -> int:
    """The line of the diary of the offer before this one in the same session (to somebody else)."""
    one = event.enrolment
    calls = EnrolmentEvent.objects.filter(
        to_status=S.OFFERED, enrolment__session=one.session_id, pk__lt=event.pk
    )
    if one.pair_id:
        calls = calls.exclude(enrolment__pair=one.pair_id)
    return calls.order_by("pk").values_list("pk", flat=True).last() or 0


def test_whatever_happens_the_promises_hold():
    run_state_machine_as_test(
        WaitingList,
        settings=settings(
            max_examples=8,
            stateful_step_count=15,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_seated_are_those_who_hold_a_chair():
    assert set(SEATED) == {S.OFFERED, S.CONFIRMED, S.ENTERED, S.COMPLETED}
