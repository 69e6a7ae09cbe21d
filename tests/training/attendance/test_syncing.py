"""Notes made without network: once each, in order, and both kept when two people say different things."""

from datetime import time, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from tests.threads import together
from tests.training.planning.builders import (
    MONDAY,
    a_coordinator,
    a_session,
    a_trainer,
    absence,
    at,
    enrolled,
    in_the_lesson,
)
from training.domain import attendance, syncing
from training.domain.noted import Note, Said
from training.enums import ChangeOutcome, EnrolmentStatus
from training.exceptions import Refusal
from training.models import Enrolment, RegisterChange

pytestmark = pytest.mark.django_db
SICK, LATE, PRESENT = Said("J_SICK"), Said("", 15), Said()


@pytest.fixture
def sofie():
    return a_trainer(first_name="Sofie")


@pytest.fixture
def jan():
    return a_coordinator(first_name="Jan")


@pytest.fixture
def half_day(sofie):
    return a_session(trainer=sofie).half_days.first()


@pytest.fixture
def group(half_day):
    return [enrolled(half_day.session) for _ in range(3)]


@pytest.fixture(autouse=True)
def now(half_day):
    with in_the_lesson(half_day):
        yield


def said_of(person, word: Said, *, seen: Said = PRESENT, uid=None) -> Note:
    return Note(uid or uuid4(), person.pk, word, seen, timezone.now())


def outcomes(half_day, by, *notes) -> list[str]:
    return [one.outcome for one in syncing.apply(half_day=half_day, by=by, notes=notes)]


def stands(half_day) -> dict[int, Said]:
    return {one.enrolment_id: Said.of(one) for one in half_day.marks.select_related("absence_code")}


@pytest.mark.parametrize("word", ["", "J_SICK", "15+0", "0+30", "5+10"])
def test_a_word_says_what_it_says(word):
    assert Said.from_word(word).word == word


class TestOneDevice:
    def test_the_first_note_makes_everybody_else_present(self, half_day, group, sofie):
        assert outcomes(half_day, sofie, said_of(group[0], SICK)) == [ChangeOutcome.APPLIED]
        assert stands(half_day) == {group[0].pk: SICK, group[1].pk: PRESENT, group[2].pk: PRESENT}

    def test_in_order_the_last_word_stays(self, half_day, group, sofie):
        notes = [said_of(group[0], SICK), said_of(group[0], LATE), said_of(group[1], LATE)]
        assert outcomes(half_day, sofie, *notes) == [ChangeOutcome.APPLIED] * 3
        assert stands(half_day) == {group[0].pk: LATE, group[1].pk: LATE, group[2].pk: PRESENT}

    def test_a_second_time_adds_nothing(self, half_day, group, sofie):
        notes = [said_of(group[0], SICK), said_of(group[0], LATE)]
        first = outcomes(half_day, sofie, *notes)
        before = list(half_day.marks.order_by("pk").values())
        assert outcomes(half_day, sofie, *notes) == first
        assert list(half_day.marks.order_by("pk").values()) == before
        assert half_day.notes.count() == 2

    def test_ones_own_later_word_is_no_conflict(self, half_day, group, sofie):
        outcomes(half_day, sofie, said_of(group[0], SICK))
        assert outcomes(half_day, sofie, said_of(group[0], LATE)) == [ChangeOutcome.APPLIED]

    def test_undoing_is_a_note_that_says_what_was_there(self, half_day, group, sofie):
        outcomes(half_day, sofie, said_of(group[0], SICK))
        change = half_day.notes.get()
        assert Said.before(change) == PRESENT
        outcomes(half_day, sofie, said_of(group[0], Said.before(change), seen=SICK))
        assert stands(half_day)[group[0].pk] == PRESENT
        assert half_day.notes.count() == 2


class TestTwoPeople:
    def test_different_words_are_both_kept_until_somebody_decides(self, half_day, group, sofie, jan):
        one = group[0]
        outcomes(half_day, sofie, said_of(one, SICK))
        assert outcomes(half_day, jan, said_of(one, LATE)) == [ChangeOutcome.CONFLICT]
        assert stands(half_day)[one.pk] == SICK
        with pytest.raises(Refusal) as refused:
            attendance.close(half_day=half_day, by=sofie)
        assert refused.value.code == "undecided"
        note = half_day.notes.undecided().get()
        syncing.settle(half_day=half_day, enrolment=one, by=sofie, holds=note.uid)
        assert stands(half_day)[one.pk] == LATE
        note.refresh_from_db()
        assert (note.outcome, note.settled_by) == (ChangeOutcome.HOLDS, sofie)
        assert attendance.close(half_day=half_day, by=sofie).is_closed

    def test_what_stands_may_hold(self, half_day, group, sofie, jan):
        outcomes(half_day, sofie, said_of(group[0], SICK))
        outcomes(half_day, jan, said_of(group[0], LATE))
        syncing.settle(half_day=half_day, enrolment=group[0], by=jan, holds=None)
        assert stands(half_day)[group[0].pk] == SICK
        assert half_day.notes.last().outcome == ChangeOutcome.SET_ASIDE

    def test_a_decision_made_meanwhile_is_not_overturned(self, half_day, group, sofie, jan):
        outcomes(half_day, sofie, said_of(group[0], SICK))
        late = said_of(group[0], LATE)
        outcomes(half_day, jan, late)
        syncing.settle(half_day=half_day, enrolment=group[0], by=sofie, holds=None)
        with pytest.raises(Refusal) as refused:
            syncing.settle(half_day=half_day, enrolment=group[0], by=jan, holds=late.uid)
        assert refused.value.code == "decided"
        assert stands(half_day)[group[0].pk] == SICK

    def test_the_same_word_twice_is_no_conflict(self, half_day, group, sofie, jan):
        outcomes(half_day, sofie, said_of(group[0], SICK))
        assert outcomes(half_day, jan, said_of(group[0], SICK)) == [ChangeOutcome.ALREADY]

    def test_who_saw_the_others_word_may_change_it(self, half_day, group, sofie, jan):
        outcomes(half_day, sofie, said_of(group[0], SICK))
        assert outcomes(half_day, jan, said_of(group[0], LATE, seen=SICK)) == [ChangeOutcome.APPLIED]

    def test_opening_says_nothing_about_one_person(self, half_day, group, sofie, jan):
        attendance.open_register(half_day=half_day, by=jan)
        assert outcomes(half_day, sofie, said_of(group[0], SICK)) == [ChangeOutcome.APPLIED]

    def test_a_misstep_of_ones_own_does_not_hide_the_other(self, half_day, group, sofie, jan):
        """Jan taps absent, then present, without network; Sofie has noted absent meanwhile."""
        outcomes(half_day, sofie, said_of(group[0], SICK))
        found = outcomes(half_day, jan, said_of(group[0], SICK), said_of(group[0], PRESENT, seen=PRESENT))
        assert found == [ChangeOutcome.ALREADY, ChangeOutcome.CONFLICT]


class TestRefused:
    def test_after_closing_it_is_kept_until_somebody_has_read_it(self, half_day, group, sofie):
        attendance.open_register(half_day=half_day, by=sofie)
        attendance.close(half_day=half_day, by=sofie)
        [arrived] = syncing.apply(half_day=half_day, by=sofie, notes=[said_of(group[0], SICK)])
        assert arrived.outcome == ChangeOutcome.REFUSED
        assert arrived.sentence == "La feuille d’émargement a été close avant que ceci n’arrive."
        assert half_day.notes.refused_unseen().get().refused_because == "closed"
        assert syncing.acknowledge(half_day=half_day, by=sofie) == 1
        assert not half_day.notes.refused_unseen().exists()
        assert half_day.notes.count() == 1

    def test_who_left_meanwhile(self, half_day, group, sofie):
        Enrolment.objects.filter(pk=group[0].pk).update(
            status=EnrolmentStatus.WITHDRAWN, withdrawn_at=half_day.starts_at
        )
        found = outcomes(half_day, sofie, said_of(group[0], SICK), said_of(group[1], SICK))
        assert found == [ChangeOutcome.REFUSED, ChangeOutcome.APPLIED]
        assert half_day.notes.first().refused_because == "not_on_register"

    def test_who_may_not_take_the_register_any_more(self, half_day, group):
        colleague = a_trainer()
        half_day.session.trainers.add(colleague)
        assert outcomes(half_day, colleague, said_of(group[0], SICK)) == [ChangeOutcome.REFUSED]
        assert not half_day.marks.exists()
        assert half_day.notes.get().refused_because == "not_allowed"

    def test_before_it_opens(self, half_day, group, sofie):
        with at(MONDAY, time(7)):
            assert outcomes(half_day, sofie, said_of(group[0], SICK)) == [ChangeOutcome.REFUSED]

    def test_more_minutes_than_there_are(self, half_day, group, sofie):
        assert outcomes(half_day, sofie, said_of(group[0], Said("", 200))) == [ChangeOutcome.REFUSED]
        assert not half_day.marks.exists()

    def test_somebody_or_something_unknown_leaves_no_trace_and_stops_nothing(self, half_day, group, sofie):
        stranger = enrolled(a_session())
        notes = [said_of(stranger, SICK), said_of(group[1], Said("NONSENSE")), said_of(group[0], LATE)]
        found = syncing.apply(half_day=half_day, by=sofie, notes=notes)
        assert [one.outcome for one in found] == [
            ChangeOutcome.REFUSED,
            ChangeOutcome.REFUSED,
            ChangeOutcome.APPLIED,
        ]
        assert all(one.sentence for one in found[:2])
        assert half_day.notes.count() == 1

    def test_an_id_that_belongs_to_something_else(self, half_day, group, sofie):
        first = said_of(group[0], SICK)
        outcomes(half_day, sofie, first)
        assert outcomes(half_day, sofie, said_of(group[1], SICK, uid=first.uid)) == [ChangeOutcome.REFUSED]
        assert stands(half_day)[group[1].pk] == PRESENT

    def test_a_code_that_is_used_no_longer_was_used_then(self, half_day, group, sofie):
        code = absence("J_SICK")
        code.retired = True
        code.save()
        assert outcomes(half_day, sofie, said_of(group[0], SICK)) == [ChangeOutcome.APPLIED]


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
class TestRaces:
    def test_one_device_that_sends_twice_at_once(self, half_day, group, sofie):
        notes = [said_of(one, SICK) for one in group]

        def send(_copy):
            with in_the_lesson(half_day):
                return outcomes(half_day, sofie, *notes)

        assert together(send, [1, 2]) == [[ChangeOutcome.APPLIED] * 3] * 2
        assert RegisterChange.objects.count() == 3
        assert set(stands(half_day).values()) == {SICK}

    def test_two_people_at_once(self, half_day, group, sofie, jan):
        def send(who):
            by, word = who
            return outcomes(half_day, by, said_of(group[0], word))[0]

        found = together(send, [(sofie, SICK), (jan, LATE)])
        assert sorted(found) == [ChangeOutcome.APPLIED, ChangeOutcome.CONFLICT]
        note = half_day.notes.undecided().get()
        assert {stands(half_day)[group[0].pk], Said.of(note)} == {SICK, LATE}


def test_the_page_says_how_long_ago(half_day, group, sofie):
    """The time of the device is kept beside the time of arrival."""
    made = timezone.now() - timedelta(minutes=20)
    note = Note(uuid4(), group[0].pk, SICK, PRESENT, made)
    syncing.apply(half_day=half_day, by=sofie, notes=[note])
    change = half_day.notes.get()
    assert (change.made_at, change.received_at) == (made, timezone.now())
