"""Clashes are impossible: the planner goes around them, the verbs name them, the database refuses them."""

from contextlib import contextmanager
from datetime import date, time, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.training.enrolment.builders import TODAY, a_draft, a_learner, an_open_session
from tests.training.enrolment.test_race import together
from tests.training.planning.builders import (
    MON,
    MONDAY,
    TUE,
    a_course,
    a_pattern,
    a_room,
    a_session,
    a_trainer,
    at,
)
from training.domain import enrolment as verbs
from training.domain import planning, welcome
from training.enums import DayPart, EnrolmentStatus, SkipKind
from training.exceptions import Refusal
from training.models import Enrolment, HalfDay, Unavailability

pytestmark = pytest.mark.django_db
AM, PM, EVE = DayPart.MORNING, DayPart.AFTERNOON, DayPart.EVENING


@pytest.fixture(autouse=True)
def _one_december():
    with at(TODAY):
        yield


@contextmanager
def violates(name: str):
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        yield
    assert error.value.__cause__.diag.constraint_name == name


def away(trainer, first, first_part=AM, last=None, last_part=EVE) -> Unavailability:
    return Unavailability(
        trainer=trainer, first_day=first, first_part=first_part, last_day=last or first, last_part=last_part
    )


class TestATrainerWhoIsAway:
    @pytest.mark.parametrize(
        ("absence", "clashes"),
        [
            ((MONDAY, AM, MONDAY, AM), True),
            ((MONDAY, PM, MONDAY, EVE), False),
            ((MONDAY - timedelta(days=3), EVE, MONDAY, AM), True),
            ((MONDAY - timedelta(days=3), EVE, MONDAY - timedelta(days=1), EVE), False),
            ((MONDAY - timedelta(days=1), AM, MONDAY + timedelta(days=9), EVE), True),
        ],
    )
    def test_both_say_the_same_half_day_by_half_day(self, absence, clashes):
        """What Python says of a half-day is what the database refuses, in both directions."""
        trainer = a_trainer()
        session = a_session(trainer=trainer, course=a_course(minutes=180), pattern=a_pattern(MON))
        row = away(trainer, *absence)
        assert row.covers(MONDAY, AM) is clashes
        if clashes:
            with violates("unavailability_not_while_teaching"):
                row.save()
            session.half_days.update(trainer=None)
        row.save()
        if clashes:
            with violates("half_day_trainer_there"):
                session.half_days.update(trainer=trainer)

    def test_the_planner_leaves_her_half_days_out_and_says_why(self):
        trainer = a_trainer()
        away(trainer, MONDAY, last=MONDAY).save()
        session = a_session(trainer=trainer, works_around=True)
        assert session.first_day == MONDAY + timedelta(days=1)
        skipped = session.skipped_days.get()
        assert (skipped.date, skipped.part, skipped.kind) == (MONDAY, AM, SkipKind.TRAINER_AWAY)
        assert trainer.last_name not in skipped.reason_fr + skipped.reason_nl

    def test_a_colleague_of_the_session_steps_in(self):
        first, second = a_trainer(), a_trainer(first_name="Katrien")
        away(first, MONDAY).save()
        session = a_session(trainers=[first, second])
        assert [one.trainer for one in session.half_days.all()] == [second, first, first, first]
        assert not session.skipped_days.exists()

    def test_without_going_around_it_the_refusal_names_her_and_the_day(self):
        trainer = a_trainer()
        away(trainer, MONDAY).save()
        with pytest.raises(Refusal) as refused:
            a_session(trainer=trainer)
        assert refused.value.code == "half_day_trainer_there"
        assert "11 janvier" in str(refused.value)

    def test_she_is_not_given_a_lesson_then(self):
        substitute = a_trainer(first_name="Katrien")
        away(substitute, MONDAY).save()
        half_day = a_session().half_days.first()
        with pytest.raises(Refusal) as refused:
            planning.move_half_day(half_day=half_day, by=None, trainer=substitute)
        assert refused.value.code == "half_day_trainer_there"
        half_day.refresh_from_db()
        assert half_day.trainer != substitute

    def test_a_cancelled_lesson_does_not_keep_her(self):
        trainer = a_trainer()
        session = a_session(trainer=trainer, course=a_course(minutes=180))
        planning.cancel_half_day(half_day=session.half_days.get(), by=None)
        away(trainer, MONDAY).save()
        assert trainer.unavailabilities.count() == 1


def test_the_planner_goes_around_a_taken_room_and_a_trainer_who_teaches():
    room, trainer = a_room(), a_trainer()
    taken = a_session(room=room, course=a_course(minutes=180), pattern=a_pattern(MON))
    a_session(trainer=trainer, course=a_course(minutes=180), pattern=a_pattern(TUE))
    session = a_session(room=room, trainer=trainer, works_around=True)
    assert session.first_day == MONDAY + timedelta(days=7)
    skipped = {one.date: one for one in session.skipped_days.all()}
    assert skipped[MONDAY].kind == SkipKind.ROOM_TAKEN
    assert taken.code in skipped[MONDAY].reason_nl
    assert skipped[MONDAY + timedelta(days=1)].kind == SkipKind.TRAINER_TEACHES


class TestALearner:
    def test_has_one_place_at_a_time_and_is_told_which_lessons_clash(self):
        person = a_learner()
        first, second = an_open_session(), an_open_session()
        verbs.submit(enrolment=a_draft(first, person), by=person.user)
        with pytest.raises(Refusal) as refused:
            verbs.submit(enrolment=a_draft(second, person), by=person.user)
        assert refused.value.code == "enrolment_one_place_at_a_time"
        assert "lundi 11 janvier" in str(refused.value)
        assert second.enrolments.get().status == EnrolmentStatus.DRAFT

    def test_may_follow_two_that_do_not_touch(self):
        person = a_learner()
        for pattern in (a_pattern(), a_pattern(start=time(12), end=time(15))):
            verbs.submit(enrolment=a_draft(an_open_session(pattern=pattern), person), by=person.user)
        assert person.enrolments.filter(status=EnrolmentStatus.CONFIRMED).count() == 2

    def test_may_wait_for_another_but_not_take_it_before_giving_the_first_back(self):
        person, other = a_learner(), a_learner()
        mine = verbs.submit(enrolment=a_draft(an_open_session(), person), by=None)
        full = an_open_session(capacity=1)
        place = verbs.submit(enrolment=a_draft(full, other), by=None)
        waiting = verbs.submit(enrolment=a_draft(full, person), by=None)
        verbs.withdraw(enrolment=place, by=None)
        waiting.refresh_from_db()
        assert waiting.status == EnrolmentStatus.OFFERED
        with pytest.raises(Refusal):
            verbs.accept_offer(enrolment=waiting, by=person.user)
        verbs.withdraw(enrolment=mine, by=person.user)
        assert verbs.accept_offer(enrolment=waiting, by=person.user).status == EnrolmentStatus.CONFIRMED

    def test_is_not_brought_into_two_rooms_by_a_move(self):
        person = a_learner()
        first = an_open_session()
        later = an_open_session(starts_on=MONDAY + timedelta(days=28), enrolment_closes_on=date(2027, 1, 8))
        for session in (first, later):
            verbs.submit(enrolment=a_draft(session, person), by=None)
        half_day = later.half_days.first()
        with pytest.raises(Refusal) as refused:
            planning.move_half_day(half_day=half_day, by=None, date=MONDAY)
        assert refused.value.code == "half_day_learners_free"
        assert str(person) in str(refused.value)
        with violates("half_day_learners_free"):
            HalfDay.objects.filter(pk=half_day.pk).update(date=MONDAY)
        day = {"date": MONDAY, "start_time": time(11), "end_time": time(13), "part": AM}
        with pytest.raises(Refusal):
            planning.add_half_day(session=later, by=None, **day)

    def test_the_database_refuses_what_goes_past_the_verbs(self):
        person = a_learner()
        for session in (an_open_session(), an_open_session()):
            draft = a_draft(session, person)
        verbs.submit(enrolment=person.enrolments.exclude(pk=draft.pk).get(), by=None)
        now = {"confirmed_at": "2026-12-01T10:00Z", "submitted_at": "2026-12-01T10:00Z", "queue_position": 9}
        welcome.deliver(draft)
        with violates("enrolment_one_place_at_a_time"):
            Enrolment.objects.filter(pk=draft.pk).update(status=EnrolmentStatus.CONFIRMED, **now)


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
class TestAtTheSameMoment:
    def test_two_places_for_one_person(self):
        person = a_learner()
        drafts = [a_draft(an_open_session(), person) for _number in range(6)]
        results = together(lambda draft: verbs.submit(enrolment=draft, by=None), drafts)
        assert sum(isinstance(one, Enrolment) for one in results) == 1
        assert all(isinstance(one, Enrolment | Refusal) for one in results)
        assert person.enrolments.filter(status=EnrolmentStatus.CONFIRMED).count() == 1

    def test_away_and_given_a_lesson(self):
        trainer = a_trainer()
        half_days = [
            a_session(pattern=a_pattern(MON), course=a_course(minutes=180)).half_days.get() for _n in range(3)
        ]
        jobs = [*half_days, *(away(trainer, MONDAY, last_part=PM) for _number in range(3))]

        def work(job):
            if isinstance(job, Unavailability):
                return job.save()
            return planning.move_half_day(half_day=job, by=None, trainer=trainer)

        results = together(work, jobs)
        assert all(one is None or isinstance(one, HalfDay | Refusal | IntegrityError) for one in results)
        assert trainer.unavailabilities.exists() is not trainer.half_days.exists()

    def test_a_place_and_a_lesson_that_moves_onto_it(self):
        person = a_learner()
        first = an_open_session()
        later = an_open_session(starts_on=MONDAY + timedelta(days=28), enrolment_closes_on=date(2027, 1, 8))
        verbs.submit(enrolment=a_draft(first, person), by=None)
        draft, half_day = a_draft(later, person), later.half_days.first()
        results = together(
            lambda job: job(),
            [
                lambda: verbs.submit(enrolment=draft, by=None),
                lambda: planning.move_half_day(half_day=half_day, by=None, date=MONDAY),
            ],
        )
        assert sum(isinstance(one, Refusal) for one in results) == 1
