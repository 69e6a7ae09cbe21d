"""Signatures given without network: once, in their order among the marks, and never lost."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.threads import together
from tests.training.planning.builders import (
    MONDAY,
    a_coordinator,
    a_person,
    a_room,
    a_session,
    a_trainer,
    at,
    enrolled,
    in_the_lesson,
)
from training.domain import attendance, planning, signed_notes, signing, syncing
from training.domain.device import Device
from training.domain.noted import Note, Said, Signed
from training.enums import ChangeOutcome, NoteKind, SignatureMethod, Signing
from training.exceptions import Refusal
from training.models import RegisterChange, Signature

pytestmark = pytest.mark.django_db
SICK, LATE, PRESENT = Said("J_SICK"), Said("", 15), Said()
DRAWING = "[[100,200,300,150,500,220],[520,180,600,260]]"
ANOTHER = "[[0,0,400,400]]"
TABLET = Device(user_agent="Tablet of the hall", address="192.0.2.77")


@pytest.fixture
def sofie():
    return a_trainer(first_name="Sofie")


@pytest.fixture
def jan():
    return a_coordinator(first_name="Jan")


@pytest.fixture
def half_day(sofie):
    return a_session(trainer=sofie, signing=Signing.SCREEN).half_days.first()


@pytest.fixture
def ana(half_day):
    return enrolled(half_day.session, person=a_person("Ana", "Vandenbroucke"))


@pytest.fixture
def group(half_day, ana):
    return [ana, *(enrolled(half_day.session) for _ in range(2))]


@pytest.fixture(autouse=True)
def now(half_day):
    with in_the_lesson(half_day):
        yield


def mark_of(person, said: Said, *, seen: Said = PRESENT) -> Note:
    return Note(uuid4(), person.pk, said, seen, timezone.now())


def signature_of(person, *, under: Said = PRESENT, made_at=None, uid=None, **signed) -> Note:
    half_day = person.session.half_days.first()
    facts = {"method": "DRAWN", "written": DRAWING, "lesson": signed_notes.lesson(half_day), "device": TABLET}
    return Note(
        uid or uuid4(), person.pk, under, PRESENT, made_at or timezone.now(), Signed(**facts | signed)
    )


def outcomes(half_day, by, *notes) -> list[str]:
    return [one.outcome for one in syncing.apply(half_day=half_day, by=by, notes=notes)]


def counting(half_day) -> dict[int, Signature]:
    return signing.of(half_day)


def settle(half_day, person, by, holds) -> None:
    syncing.settle(half_day=half_day, enrolment=person, by=by, holds=holds)


class TestOneDevice:
    def test_it_signs_as_with_network(self, half_day, group, sofie):
        said_at = timezone.now() - timedelta(minutes=40)
        drawn = signature_of(group[0], made_at=said_at)
        typed = signature_of(group[1], method="TYPED", written=group[1].person.full_name)
        assert outcomes(half_day, sofie, drawn, typed) == [ChangeOutcome.APPLIED] * 2
        one = counting(half_day)[group[0].pk]
        assert (one.mark, one.method, one.signed_by) == (DRAWING, SignatureMethod.DRAWN, sofie)
        assert (one.said_at, one.signed_at) == (said_at, timezone.now())
        assert (one.user_agent, one.network) == ("Tablet of the hall", "192.0.2.0/24")
        assert counting(half_day)[group[1].pk].mark == group[1].person.full_name
        call_command("verify_registers")

    def test_with_the_first_one_everybody_is_present(self, half_day, group, sofie):
        outcomes(half_day, sofie, signature_of(group[0]))
        assert half_day.marks.count() == 3

    def test_a_second_time_adds_nothing(self, half_day, group, sofie):
        notes = [mark_of(group[1], SICK), signature_of(group[0]), signature_of(group[2])]
        for _time in range(2):
            assert outcomes(half_day, sofie, *notes) == [ChangeOutcome.APPLIED] * 3
        assert Signature.objects.count() == half_day.session.chain.count() == 2
        assert half_day.notes.count() == 3

    def test_what_the_page_with_network_has_taken_is_not_taken_again(self, half_day, ana, sofie):
        note = signature_of(ana)
        facts = {"method": "DRAWN", "mark": DRAWING, "change_id": note.uid}
        signing.sign(half_day=half_day, enrolment=ana, by=sofie, **facts)
        attendance.mark(half_day=half_day, enrolment=ana, by=sofie, minutes_late=15)
        attendance.close(half_day=half_day, by=sofie, head_count=1, unsigned_reason="Gone")
        assert outcomes(half_day, sofie, note) == [ChangeOutcome.APPLIED]
        assert Signature.objects.count() == 1
        assert counting(half_day) == {}

    def test_the_handwriting_is_kept_once(self, half_day, ana, sofie):
        outcomes(half_day, sofie, signature_of(ana))
        assert half_day.notes.get().written == ""

    def test_signed_and_then_marked_absent_is_voided(self, half_day, ana, sofie):
        assert outcomes(half_day, sofie, signature_of(ana), mark_of(ana, SICK)) == [ChangeOutcome.APPLIED] * 2
        assert counting(half_day) == {}
        assert Signature.objects.get().voiding.by == sofie

    def test_late_and_then_signed_is_signed_as_late(self, half_day, ana, sofie):
        notes = [signature_of(ana), mark_of(ana, LATE), signature_of(ana, under=LATE)]
        assert outcomes(half_day, sofie, *notes) == [ChangeOutcome.APPLIED] * 3
        assert counting(half_day)[ana.pk].attempt == 2

    def test_who_joined_later_is_present_by_signing(self, half_day, group, sofie):
        later = enrolled(half_day.session, confirmed_on=half_day.date + timedelta(days=1))
        assert outcomes(half_day, sofie, signature_of(later)) == [ChangeOutcome.APPLIED]
        assert later.pk in counting(half_day)


class TestSomebodyElse:
    def test_marked_absent_meanwhile_both_are_shown(self, half_day, ana, sofie, jan):
        outcomes(half_day, jan, mark_of(ana, SICK))
        note = signature_of(ana)
        assert outcomes(half_day, sofie, note) == [ChangeOutcome.CONFLICT]
        assert counting(half_day) == {}
        with pytest.raises(Refusal) as refused:
            attendance.close(half_day=half_day, by=jan, head_count=0)
        assert refused.value.code == "undecided"
        settle(half_day, ana, jan, note.uid)
        one = counting(half_day)[ana.pk]
        assert (one.mark, one.signed_by, one.said_at) == (DRAWING, sofie, note.made_at)
        assert (one.user_agent, one.network) == ("Tablet of the hall", "192.0.2.0/24")
        assert half_day.marks.get(enrolment=ana).is_present
        change = half_day.notes.get(uid=note.uid)
        assert (change.outcome, change.written, change.settled_by) == (ChangeOutcome.HOLDS, "", jan)
        call_command("verify_registers")

    def test_what_does_not_hold_is_kept(self, half_day, ana, sofie, jan):
        outcomes(half_day, jan, mark_of(ana, SICK))
        outcomes(half_day, sofie, signature_of(ana))
        settle(half_day, ana, jan, None)
        change = half_day.notes.last()
        assert (change.outcome, change.written) == (ChangeOutcome.SET_ASIDE, DRAWING)
        assert Said.of(half_day.marks.get(enrolment=ana)) == SICK

    def test_a_signature_goes_with_the_mark_it_was_given_under(self, half_day, ana, sofie, jan):
        outcomes(half_day, jan, mark_of(ana, SICK))
        late = mark_of(ana, LATE)
        assert outcomes(half_day, sofie, late, signature_of(ana, under=LATE)) == [ChangeOutcome.CONFLICT] * 2
        settle(half_day, ana, jan, late.uid)
        assert Said.of(half_day.marks.get(enrolment=ana)) == LATE
        assert counting(half_day)[ana.pk].mark == DRAWING
        assert not half_day.notes.undecided().exists()

    def test_two_tablets_two_signatures_somebody_decides(self, half_day, ana, sofie, jan):
        outcomes(half_day, sofie, signature_of(ana))
        other = signature_of(ana, written=ANOTHER)
        assert outcomes(half_day, jan, other) == [ChangeOutcome.CONFLICT]
        assert counting(half_day)[ana.pk].mark == DRAWING
        settle(half_day, ana, sofie, other.uid)
        assert (counting(half_day)[ana.pk].mark, counting(half_day)[ana.pk].attempt) == (ANOTHER, 2)
        assert Signature.objects.count() == 2
        call_command("verify_registers")

    def test_the_first_of_two_signatures_may_hold(self, half_day, ana, sofie, jan):
        outcomes(half_day, sofie, signature_of(ana))
        outcomes(half_day, jan, signature_of(ana, written=ANOTHER))
        settle(half_day, ana, sofie, None)
        assert counting(half_day)[ana.pk].mark == DRAWING
        assert half_day.notes.last().written == ANOTHER

    def test_twice_on_tablets_of_one_trainer_is_the_same_word(self, half_day, ana, sofie):
        outcomes(half_day, sofie, signature_of(ana))
        assert outcomes(half_day, sofie, signature_of(ana, written=ANOTHER)) == [ChangeOutcome.ALREADY]
        assert counting(half_day)[ana.pk].mark == DRAWING

    def test_decided_too_late_it_cannot_hold_any_more(self, half_day, ana, sofie, jan):
        outcomes(half_day, jan, mark_of(ana, SICK))
        note = signature_of(ana)
        outcomes(half_day, sofie, note)
        with at(half_day.date + timedelta(days=3)), pytest.raises(Refusal) as refused:
            settle(half_day, ana, jan, note.uid)
        assert refused.value.code == "late"
        assert half_day.notes.undecided().get().written == DRAWING


class TestRefused:
    def refusal(self, half_day, by, note) -> tuple[str, str]:
        [arrived] = syncing.apply(half_day=half_day, by=by, notes=[note])
        change = half_day.notes.refused_unseen().get()
        assert (arrived.outcome, arrived.is_kept) == (ChangeOutcome.REFUSED, True)
        assert arrived.sentence == change.get_refused_because_display()
        assert change.written == note.signed.written
        assert not Signature.objects.exists()
        return change.refused_because

    def test_before_the_register_opened_by_the_devices_clock(self, half_day, ana, sofie):
        early = signature_of(ana, made_at=half_day.starts_at - timedelta(minutes=16))
        assert self.refusal(half_day, sofie, early) == "too_early"

    def test_hours_later_it_counts_two_days_later_not(self, half_day, group, sofie):
        given = timezone.now()
        with at(MONDAY + timedelta(days=1)):
            assert outcomes(half_day, sofie, signature_of(group[1], made_at=given)) == [ChangeOutcome.APPLIED]
        Signature.objects.standing().get()
        with at(MONDAY + timedelta(days=3)):
            [arrived] = syncing.apply(
                half_day=half_day, by=sofie, notes=[signature_of(group[0], made_at=given)]
            )
        assert arrived.outcome == ChangeOutcome.REFUSED
        change = half_day.notes.refused_unseen().get()
        assert (change.refused_because, change.written) == ("late", DRAWING)

    def test_the_devices_clock_says_two_days_after(self, half_day, ana, sofie):
        late = signature_of(ana, made_at=timezone.now() + timedelta(days=3))
        assert self.refusal(half_day, sofie, late) == "late"

    def test_the_register_was_closed_meanwhile(self, half_day, group, sofie):
        attendance.open_register(half_day=half_day, by=sofie)
        attendance.close(half_day=half_day, by=sofie, head_count=3, unsigned_reason="No network")
        assert self.refusal(half_day, sofie, signature_of(group[0])) == "closed"

    def test_the_lesson_was_moved_meanwhile(self, half_day, ana, sofie, jan):
        note = signature_of(ana)
        planning.move_half_day(half_day=half_day, by=jan, room=a_room())
        assert self.refusal(half_day, sofie, note) == "changed"

    @pytest.mark.parametrize(
        ("signed", "because"),
        [
            ({"method": "TYPED", "written": "Somebody Else"}, "name"),
            ({"written": "[[1,1]]"}, "drawing"),
            ({"written": "scribble"}, "drawing"),
        ],
    )
    def test_what_is_no_signature(self, half_day, ana, sofie, signed, because):
        assert self.refusal(half_day, sofie, signature_of(ana, **signed)) == because

    def test_who_is_absent_does_not_sign(self, half_day, ana, sofie):
        [arrived] = syncing.apply(half_day=half_day, by=sofie, notes=[signature_of(ana, under=SICK)])
        assert (arrived.outcome, arrived.is_kept) == (ChangeOutcome.REFUSED, False)
        assert arrived.sentence
        assert not half_day.notes.exists()

    def test_one_that_is_refused_stops_nothing(self, half_day, group, sofie):
        wrong = signature_of(group[0], written="scribble")
        assert outcomes(half_day, sofie, wrong, signature_of(group[1])) == [
            ChangeOutcome.REFUSED,
            ChangeOutcome.APPLIED,
        ]


class TestTheTable:
    """What belongs to each kind, held by the database."""

    @pytest.mark.parametrize(
        ("changed", "name"),
        [
            ({"kind": NoteKind.MARK}, "register_change_is_mark_or_signature"),
            ({"method": "PHONE"}, "register_change_is_mark_or_signature"),
            ({"method": ""}, "register_change_is_mark_or_signature"),
            ({"written": DRAWING}, "register_change_keeps_what_stands_nowhere_else"),
            ({"outcome": ChangeOutcome.ALREADY}, "register_change_keeps_what_stands_nowhere_else"),
            (
                {"outcome": ChangeOutcome.ALREADY, "written": "x" * 20_001},
                "register_change_signature_is_short",
            ),
        ],
    )
    def test_a_signature(self, half_day, ana, sofie, changed, name):
        outcomes(half_day, sofie, signature_of(ana))
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            half_day.notes.update(**changed)

    def test_a_mark_has_no_handwriting(self, half_day, ana, sofie):
        outcomes(half_day, sofie, mark_of(ana, LATE))
        with (
            pytest.raises(IntegrityError, match="register_change_is_mark_or_signature"),
            transaction.atomic(),
        ):
            half_day.notes.update(written=DRAWING)


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
class TestRaces:
    def test_one_device_that_sends_twice_at_once(self, half_day, group, sofie):
        notes = [signature_of(one) for one in group]

        def send(_copy):
            with in_the_lesson(half_day):
                return outcomes(half_day, sofie, *notes)

        assert together(send, [1, 2]) == [[ChangeOutcome.APPLIED] * 3] * 2
        assert Signature.objects.count() == RegisterChange.objects.count() == 3

    def test_two_tablets_at_once(self, half_day, ana, sofie, jan):
        def send(by):
            with in_the_lesson(half_day):
                return outcomes(half_day, by, signature_of(ana))[0]

        assert sorted(together(send, [sofie, jan])) == [ChangeOutcome.APPLIED, ChangeOutcome.CONFLICT]
        assert Signature.objects.count() == 1
