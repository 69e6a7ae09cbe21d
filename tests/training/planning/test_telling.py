"""Moved, cancelled, added, called off: everybody concerned hears it once, with a calendar that is right."""

from datetime import date, time, timedelta

import pytest
import vobject
from django.core import mail
from django.utils import timezone

from accounts.domain import messages, outbox
from accounts.enums import Language, MessageStatus, OrganisationKind, Role
from accounts.models import Message
from tests.training.attached import events_of
from tests.training.enrolment.builders import TODAY, a_learner, an_open_session, in_state, sent
from tests.training.planning.builders import (
    MONDAY,
    a_room,
    a_session,
    a_trainer,
    an_account,
    an_organisation,
    at,
)
from training.domain import enrolment as verbs
from training.domain import feeds, planning, telling
from training.domain.queries import feed
from training.domain.queries.told import who_is_told
from training.domain.referring import refer
from training.enums import ChangeKind, DayPart, EnrolmentStatus
from training.exceptions import Refusal
from training.models import HalfDay, TimetableChange

pytestmark = pytest.mark.django_db
S = EnrolmentStatus
MOVED_TO = date(2027, 1, 14)


@pytest.fixture(autouse=True)
def _today():
    with at(TODAY):
        yield


def a_group(language: str = "fr", **fields):
    """A session with one confirmed learner; its first letters are forgotten."""
    session = an_open_session(**fields)
    enrolment = sent(session, a_learner(language=language))
    mail.outbox.clear()
    return session, enrolment


def three_minutes_later() -> list:
    """What the sweeper sends once the quiet time is over; the addresses and the mails."""
    with at(TODAY, time(10, 3)):
        outbox.send_due()
    return mail.outbox


def to(user) -> list:
    return [one for one in mail.outbox if one.to == [user.email]]


def the_same_in_the_subscription(event, user) -> bool:
    """The entry of a letter says what the private calendar says, read by vobject."""
    calendar = vobject.readOne(feed.read(feeds.make(user=user)).content.decode())
    (twin,) = [one for one in calendar.vevent_list if one.uid.value == event.uid.value]
    names = ("uid", "sequence", "status", "dtstart", "dtend", "summary", "location")
    return all(getattr(twin, name).value == getattr(event, name).value for name in names)


class TestAHalfDay:
    def test_that_moves_is_told_with_the_day_before_and_after_and_the_same_entry_of_the_calendar(self):
        session, enrolment = a_group()
        half_day = session.half_days.first()
        planning.move_half_day(half_day=half_day, by=None, date=MOVED_TO)
        three_minutes_later()
        (letter,) = to(enrolment.person.user)
        assert letter.subject == "Une demi-journée change"
        for text in (letter.body, letter.alternatives[0].content):
            assert "lundi 11 janvier, 9\N{NO-BREAK SPACE}h – 12\N{NO-BREAK SPACE}h" in text
            assert "jeudi 14 janvier, 9\N{NO-BREAK SPACE}h – 12\N{NO-BREAK SPACE}h" in text
        (event,) = events_of(letter)["PUBLISH"]
        assert event.uid.value == f"{half_day.uid}@grenstaal"
        assert int(event.sequence.value) == 1
        assert event.dtstart.value == HalfDay.objects.get(pk=half_day.pk).starts_at
        assert event.status.value == "CONFIRMED"
        assert the_same_in_the_subscription(event, enrolment.person.user)

    def test_that_is_cancelled_leaves_the_calendar(self):
        session, enrolment = a_group(language="nl")
        half_day = session.half_days.first()
        planning.cancel_half_day(half_day=half_day, by=None)
        three_minutes_later()
        (letter,) = to(enrolment.person.user)
        assert letter.subject == "Een halve dag valt weg"
        assert "maandag 11 januari" in letter.body
        (event,) = events_of(letter)["CANCEL"]
        assert (event.uid.value, event.status.value) == (f"{half_day.uid}@grenstaal", "CANCELLED")
        assert int(event.sequence.value) == 1
        assert event.organizer.value.startswith("mailto:")
        assert the_same_in_the_subscription(event, enrolment.person.user)

    def test_that_is_added_comes_with_its_room(self):
        session, enrolment = a_group()
        room = a_room(name="Salle du Moulin")
        facts = {"date": MOVED_TO, "part": DayPart.MORNING, "start_time": time(9), "end_time": time(10)}
        planning.add_half_day(session=session, by=None, room=room, **facts)
        three_minutes_later()
        (letter,) = to(enrolment.person.user)
        assert letter.subject == "Une demi-journée s’ajoute"
        assert "jeudi 14 janvier" in letter.body
        assert "Salle du Moulin" in letter.body
        assert len(events_of(letter)["PUBLISH"]) == 1

    def test_a_new_room_or_trainer_is_said_without_another_date(self):
        session, enrolment = a_group()
        planning.move_half_day(half_day=session.half_days.first(), by=None, room=a_room(name="Salle Vauban"))
        three_minutes_later()
        body = to(enrolment.person.user)[0].body
        assert "Salle Vauban" in body
        assert "devient" not in body

    def test_the_trainers_of_before_and_after_hear_it(self):
        session, _ = a_group()
        first, substitute = session.trainers.get(), a_trainer(first_name="Katrien", language="nl")
        planning.move_half_day(half_day=session.half_days.first(), by=None, trainer=substitute)
        three_minutes_later()
        assert [len(to(one)) for one in (first, substitute)] == [1, 1]
        (gone,), (taken,) = events_of(to(first)[0])["CANCEL"], events_of(to(substitute)[0])["PUBLISH"]
        assert (gone.status.value, taken.status.value) == ("CANCELLED", "CONFIRMED")
        assert gone.uid.value == taken.uid.value
        assert f"/trainer/sessions/{session.code}/" in to(substitute)[0].body


class TestWhoIsTold:
    @pytest.mark.parametrize("status", list(S))
    def test_of_a_half_day_whoever_has_a_place_ahead(self, status):
        session = an_open_session()
        enrolment = in_state(status, session)
        told = who_is_told(session.half_days.first())
        has_a_chair = status in (S.OFFERED, S.CONFIRMED, S.ENTERED)
        assert list(told.learners) == ([enrolment] if has_a_chair else [])
        planning.move_half_day(half_day=session.half_days.first(), by=None, date=MOVED_TO)
        letters = Message.objects.filter(template=telling.TIMETABLE)
        assert letters.count() == len(told.learners)

    def test_of_a_cancelled_session_also_whoever_hoped_for_it(self):
        session = an_open_session()
        waiting = in_state(S.WAITLISTED, session)
        in_state(S.WITHDRAWN, session)
        assert list(who_is_told(session).learners) == [waiting]

    def test_names_stand_in_the_preview_and_who_has_no_account_is_to_be_called(self):
        session = an_open_session()
        in_state(S.CONFIRMED, session)
        sent(session, a_learner(account=False, family_name="Dubois", phone="+33612345678"))
        told = who_is_told(session.half_days.first())
        names = [names for _who, names in told.lines]
        assert names[1] == ["Yasmine Dubois, +33612345678"]
        assert names[2] == ["Lieselot Maes"]
        assert told.number == 3

    def test_a_session_in_preparation_troubles_no_trainer(self):
        session = a_session()
        planning.move_half_day(half_day=session.half_days.first(), by=None, date=MOVED_TO)
        assert not Message.objects.exists()

    def test_what_is_over_is_noted_and_told_to_nobody(self):
        session, _ = a_group()
        with at(date(2027, 1, 20)):
            planning.cancel_half_day(half_day=session.half_days.first(), by=None)
        assert TimetableChange.objects.get().kind == ChangeKind.CANCELLED
        assert not Message.objects.filter(template=telling.TIMETABLE).exists()


class TestOneLetter:
    def test_ten_changes_in_a_row_make_one_letter_that_lists_the_outcome(self):
        session, enrolment = a_group()
        first, second, third, _ = session.half_days.all()
        for number in range(7):
            day = MOVED_TO + timedelta(days=7 * number)
            planning.move_half_day(half_day=first, by=None, date=day)
        planning.move_half_day(half_day=second, by=None, date=date(2027, 3, 4))
        planning.move_half_day(half_day=second, by=None, date=MONDAY + timedelta(days=1))
        planning.cancel_half_day(half_day=third, by=None)
        three_minutes_later()
        (letter,) = to(enrolment.person.user)
        assert letter.subject == "Votre emploi du temps change"
        assert "jeudi 25 février" in letter.body
        assert "14 janvier" not in letter.body
        assert "4 mars" not in letter.body
        assert {method: len(events) for method, events in events_of(letter).items()} == {
            "PUBLISH": 1,
            "CANCEL": 1,
        }
        assert len(to(session.trainers.get())) == 1

    def test_the_same_move_sent_twice_is_one_move(self):
        session, _enrolment = a_group()
        half_day = session.half_days.first()
        first = planning.move_half_day(half_day=half_day, by=None, date=MOVED_TO)
        again = planning.move_half_day(half_day=half_day, by=None, date=MOVED_TO)
        assert again.sequence == first.sequence
        assert TimetableChange.objects.count() == 1

    def test_a_change_after_the_letter_went_makes_another(self):
        session, enrolment = a_group()
        planning.move_half_day(half_day=session.half_days.first(), by=None, date=MOVED_TO)
        three_minutes_later()
        planning.cancel_half_day(half_day=session.half_days.first(), by=None)
        with at(TODAY, time(10, 8)):
            outbox.send_due()
        assert [one.subject for one in to(enrolment.person.user)] == [
            "Une demi-journée change",
            "Une demi-journée est annulée",
        ]

    def test_moved_and_moved_back_is_no_news(self):
        session, enrolment = a_group()
        half_day = session.half_days.first()
        for day in (MOVED_TO, MONDAY):
            planning.move_half_day(half_day=half_day, by=None, date=day)
        assert three_minutes_later() == []
        kept = Message.objects.get(recipient=enrolment.person.user, template=telling.TIMETABLE)
        assert kept.status == MessageStatus.DROPPED

    def test_who_left_meanwhile_hears_nothing_of_it(self):
        session, enrolment = a_group()
        planning.move_half_day(half_day=session.half_days.first(), by=None, date=MOVED_TO)
        verbs.withdraw(enrolment=enrolment, by=None)
        mail.outbox.clear()
        three_minutes_later()
        assert to(enrolment.person.user) == []

    def test_nothing_is_told_of_what_was_rolled_back(self):
        session, _ = a_group()
        with pytest.raises(Refusal):
            planning.move_half_day(half_day=session.half_days.first(), by=None, end_time=time(20))
        assert not TimetableChange.objects.exists()
        assert not Message.objects.filter(status=MessageStatus.QUEUED).exists()


class TestACancelledSession:
    @pytest.mark.parametrize(
        ("language", "subject"), [("fr", "Une formation est annulée"), ("nl", "Een opleiding gaat niet door")]
    )
    def test_the_group_hears_why_and_the_calendar_is_emptied(self, language, subject):
        session, enrolment = a_group(language=language)
        planning.cancel(session=session, by=None, reason="Trop peu de monde")
        (letter,) = to(enrolment.person.user)
        assert letter.subject == subject
        assert "Trop peu de monde" in letter.body
        events = events_of(letter)["CANCEL"]
        assert {one.uid.value for one in events} == {
            f"{one.uid}@grenstaal" for one in session.half_days.all()
        }
        assert {one.status.value for one in events} == {"CANCELLED"}

    def test_trainers_and_prescribers_hear_it_without_names(self):
        session, enrolment = a_group()
        prescriber = an_account(
            role=Role.PRESCRIBER, kind=OrganisationKind.PRESCRIBER, language=Language.DUTCH
        )
        refer(enrolment=enrolment, organisation=an_organisation(OrganisationKind.PRESCRIBER), by=None)
        planning.cancel(session=session, by=None, reason="Salle inondée")
        assert [len(to(one)) for one in (session.trainers.get(), prescriber)] == [1, 1]
        (letter,) = to(prescriber)
        assert "1 persoon" in letter.body
        assert enrolment.person.family_name not in letter.body + letter.alternatives[0].content
        assert not letter.attachments

    def test_who_waits_hears_it_without_a_calendar_and_once(self):
        session, _ = a_group()
        waiting = in_state(S.WAITLISTED, session)
        for _ in range(2):
            planning.cancel(session=session, by=None, reason="Trop peu de monde")
        (letter,) = to(waiting.person.user)
        assert not letter.attachments

    def test_a_change_that_waited_is_dropped(self):
        session, enrolment = a_group()
        planning.move_half_day(half_day=session.half_days.first(), by=None, date=MOVED_TO)
        planning.cancel(session=session, by=None, reason="Trop peu de monde")
        three_minutes_later()
        assert [one.subject for one in to(enrolment.person.user)] == ["Une formation est annulée"]


def test_gathering_the_same_change_twice_tells_it_once():
    user = an_account()
    facts = {"recipient": user, "template": telling.TIMETABLE, "ids": {"enrolment": 1}, "item": 7}
    for _ in range(2):
        messages.gather(**facts, dedupe_key="timetable-7")
    assert Message.objects.get().context == {"enrolment": 1, "items": [7]}
    assert Message.objects.get().not_before > timezone.now()
