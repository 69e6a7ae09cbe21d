"""Sessions and half-days in the database: written whole, published when ready, never two at one place."""

from datetime import date, time, timedelta

import pytest
from django.utils import translation

from tests.training.planning.builders import (
    MON,
    MONDAY,
    a_coordinator,
    a_course,
    a_pattern,
    a_room,
    a_session,
    a_trainer,
    at,
)
from training.domain import planning
from training.enums import DayPart, Modality
from training.exceptions import Refusal
from training.models import HalfDay, Session, SkippedDay

pytestmark = pytest.mark.django_db


def test_a_session_is_written_with_its_half_days_and_the_days_left_out():
    session = a_session(pattern=a_pattern(MON), starts_on=date(2027, 3, 22), course=a_course(minutes=6 * 60))
    assert [one.date for one in session.half_days.all()] == [date(2027, 3, 22), date(2027, 4, 5)]
    assert (session.first_day, session.last_day) == (date(2027, 3, 22), date(2027, 4, 5))
    skipped = session.skipped_days.get()
    assert skipped.date == date(2027, 3, 29)
    assert skipped.reason_fr == "Jour férié en France et en Belgique\N{NO-BREAK SPACE}: Lundi de Pâques"
    assert skipped.reason_nl == "Feestdag in Frankrijk en België: Paasmaandag"


def test_enrolment_is_open_from_today_to_the_day_before_unless_said_otherwise():
    with at(date(2026, 12, 1)):
        session = a_session()
    assert session.enrolment_opens_on == date(2026, 12, 1)
    assert session.enrolment_closes_on == date(2027, 1, 10)


def test_a_room_that_is_taken_refuses_and_names_the_clash_and_nothing_is_written():
    room = a_room(name="Salle du Moulin")
    first = a_session(room=room, code="FIRST")
    with translation.override("fr"), pytest.raises(Refusal) as refused:
        a_session(room=room, code="SECOND", pattern=a_pattern(MON, start=time(11), end=time(13)))
    assert refused.value.code == "half_day_room_free"
    assert "Salle du Moulin, Hondschoote" in str(refused.value)
    assert "lundi 11 janvier" in str(refused.value)
    assert "FIRST" in str(refused.value)
    assert list(Session.objects.all()) == [first]
    assert HalfDay.objects.count() == 4
    assert not SkippedDay.objects.exists()


def test_a_trainer_who_teaches_elsewhere_refuses_and_names_the_clash():
    trainer = a_trainer(first_name="Katrien", last_name="Vandamme")
    a_session(trainer=trainer, code="FIRST")
    with translation.override("nl"), pytest.raises(Refusal) as refused:
        a_session(trainer=trainer, code="SECOND")
    assert refused.value.code == "half_day_trainer_free"
    assert "Katrien Vandamme" in str(refused.value)
    assert "maandag 11 januari" in str(refused.value)


def test_half_days_may_touch():
    room = a_room()
    a_session(room=room)
    afternoon = a_session(room=room, pattern=a_pattern(MON, start=time(12), end=time(15)))
    assert afternoon.half_days.count() == 4


def test_a_code_is_given_once():
    a_session(code="LOG-1")
    with pytest.raises(Refusal, match="LOG-1"):
        a_session(code="LOG-1")


def test_only_the_office_plans():
    with pytest.raises(Refusal) as refused:
        a_session(by=a_trainer())
    assert refused.value.code == "not_allowed"
    assert a_session(by=a_coordinator()).pk


def test_a_group_that_cannot_be_is_refused_with_the_sentence_of_the_constraint():
    with pytest.raises(Refusal) as refused:
        a_session(enrolment_opens_on=date(2027, 1, 9), enrolment_closes_on=date(2027, 1, 8))
    assert refused.value.code == "session_enrolment_closes_after_opening"


class TestPublish:
    def test_what_is_ready_is_published_once(self):
        session = a_session()
        with at(date(2026, 12, 1)):
            published = planning.publish(session=session, by=a_coordinator())
        with at(date(2026, 12, 2)):
            again = planning.publish(session=session, by=None)
        assert published.published_at == again.published_at
        assert Session.objects.published().get() == session

    def test_without_trainer(self):
        session = a_session(trainers=[])
        self.assert_blocked(session, "trainer")

    def test_without_room_unless_remote(self):
        session = planning.create_session(**self.facts(room=None))
        self.assert_blocked(session, "room")
        remote = planning.create_session(**self.facts(room=None, modality=Modality.REMOTE))
        assert planning.publish(session=remote, by=None).published_at

    def test_with_wrong_hours(self):
        session = a_session()
        planning.cancel_half_day(half_day=session.half_days.first(), by=None)
        self.assert_blocked(session, "programme")

    def test_with_more_places_than_chairs(self):
        session = a_session(room=a_room(capacity=8), capacity=12)
        self.assert_blocked(session, "8 chairs")

    def test_everything_that_is_missing_is_said_at_once(self):
        session = a_session(trainers=[], room=a_room(capacity=8), capacity=12)
        with translation.override("en"):
            assert len(planning.blockers(session)) == 2

    def facts(self, **changes) -> dict:
        return {
            "course": a_course(),
            "code": f"R-{changes.get('modality', 'x')}",
            "provider": a_session().provider,
            "trainers": [a_trainer()],
            "capacity": 12,
            "pattern": a_pattern(),
            "starts_on": MONDAY,
            "by": None,
        } | changes

    def assert_blocked(self, session, word):
        with translation.override("en"), pytest.raises(Refusal, match=word):
            planning.publish(session=session, by=None)
        session.refresh_from_db()
        assert session.published_at is None


class TestHalfDays:
    def test_one_that_is_added_moves_the_last_day(self):
        session = a_session()
        added = planning.add_half_day(
            session=session,
            date=MONDAY + timedelta(days=30),
            part=DayPart.MORNING,
            start_time=time(9),
            end_time=time(12),
            by=None,
        )
        session.refresh_from_db()
        assert session.last_day == added.date
        assert added.trainer == session.trainers.get()
        assert added.room == session.room

    def test_one_that_is_moved_tells_the_calendars_and_keeps_its_identity(self):
        session = a_session()
        half_day = session.half_days.first()
        moved = planning.move_half_day(
            half_day=half_day, by=None, date=MONDAY - timedelta(days=3), start_time=time(9, 30)
        )
        session.refresh_from_db()
        assert (moved.uid, moved.sequence) == (half_day.uid, 1)
        assert moved.end_time == half_day.end_time
        assert session.first_day == moved.date

    def test_one_cannot_be_moved_on_top_of_another(self):
        room = a_room()
        first, second = a_session(room=room), a_session(room=room, starts_on=MONDAY + timedelta(days=28))
        with pytest.raises(Refusal) as refused:
            planning.move_half_day(half_day=second.half_days.first(), by=None, date=MONDAY)
        assert refused.value.code == "half_day_room_free"
        assert first.code in str(refused.value)
        assert second.half_days.first().sequence == 0

    def test_one_that_is_cancelled_frees_the_room_and_no_longer_counts(self):
        room = a_room()
        session = a_session(room=room)
        cancelled = planning.cancel_half_day(half_day=session.half_days.first(), by=None)
        session.refresh_from_db()
        assert session.first_day == MONDAY + timedelta(days=1)
        assert cancelled.sequence == 1
        a_session(room=room, pattern=a_pattern(MON), starts_on=MONDAY, course=a_course(minutes=180))

    @pytest.mark.parametrize("verb", [planning.move_half_day, planning.cancel_half_day])
    def test_a_cancelled_one_is_left_alone(self, verb):
        half_day = a_session().half_days.first()
        planning.cancel_half_day(half_day=half_day, by=None)
        with pytest.raises(Refusal):
            verb(half_day=half_day, by=None)

    def test_a_length_beyond_the_rule_is_refused_in_words(self):
        half_day = a_session().half_days.first()
        with pytest.raises(Refusal) as refused:
            planning.move_half_day(half_day=half_day, by=None, end_time=time(14))
        assert refused.value.code == "half_day_at_most_four_and_a_half_hours"


def test_a_cancelled_session_frees_its_room_and_says_why():
    room = a_room()
    session = a_session(room=room)
    cancelled = planning.cancel(session=session, by=None, reason="Too few people")
    assert cancelled.cancelled_at
    assert not session.half_days.held().exists()
    assert a_session(room=room).half_days.count() == 4
    assert planning.cancel(session=session, by=None, reason="Again").cancel_reason == "Too few people"
    with pytest.raises(Refusal):
        planning.publish(session=session, by=None)


def test_a_session_is_not_cancelled_without_a_reason():
    with pytest.raises(Refusal):
        planning.cancel(session=a_session(), by=None, reason=" ")
