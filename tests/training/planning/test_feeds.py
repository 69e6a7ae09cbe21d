"""The private calendar address: what it shows, to whom, when nothing is new, and when it is gone."""

from datetime import date, time, timedelta

import pytest
import vobject
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Language
from tests.training.enrolment import ics_reader
from tests.training.enrolment.builders import TODAY, a_learner, an_open_session, sent
from tests.training.planning.builders import (
    SUN,
    a_coordinator,
    a_pattern,
    a_room,
    a_trainer,
    an_account,
    at,
)
from training import tasks
from training.domain import enrolment as verbs
from training.domain import feeds, planning
from training.models import CalendarFeed, HalfDay
from training.views import calendar_feed

pytestmark = pytest.mark.django_db
PAGE = "/calendar/subscribe/"


@pytest.fixture(autouse=True)
def _today():
    cache.clear()
    with at(TODAY):
        yield


def path(user) -> str:
    return reverse("calendar_feed", args=[feeds.token(feeds.make(user=user))])


def entries(client, user) -> dict[str, ics_reader.ReadEvent]:
    """UID → entry, in what a telephone without a session reads."""
    response = client.get(path(user))
    assert response.status_code == 200
    return {one.uid: one for one in ics_reader.read(response.content)}


def uids(half_days) -> set[str]:
    return {f"{one.uid}@grenstaal" for one in half_days}


class TestWhoseLessons:
    def test_a_learner_sees_those_of_the_sessions_with_a_place(self, client):
        session, other = an_open_session(capacity=1), an_open_session(capacity=1)
        learner = sent(session).person.user
        sent(other)
        sent(other, learner.person)  # waits there
        assert set(entries(client, learner)) == uids(session.half_days.all())

    def test_who_gives_the_place_up_sees_them_no_more(self, client):
        enrolment = sent(an_open_session())
        learner = enrolment.person.user
        assert entries(client, learner)
        verbs.withdraw(enrolment=enrolment, by=learner)
        assert entries(client, learner) == {}

    def test_a_trainer_sees_her_own_and_a_substitute_what_she_took_over(self, client):
        session = an_open_session()
        trainer, substitute = session.trainers.get(), a_trainer()
        first, *others = session.half_days.all()
        planning.move_half_day(half_day=first, by=None, trainer=substitute)
        assert set(entries(client, trainer)) == uids(others)
        assert set(entries(client, substitute)) == uids([first])

    def test_the_coordination_sees_all(self, client):
        one, other = an_open_session(), an_open_session()
        wanted = uids([*one.half_days.all(), *other.half_days.all()])
        assert set(entries(client, a_coordinator())) == wanted

    def test_nobody_is_named(self, client):
        session = an_open_session(trainer=a_trainer(first_name="Lieselot", last_name="Vermeersch"))
        learner = sent(session).person.user
        for user in (learner, session.trainers.get(), a_coordinator()):
            text = client.get(path(user)).content.decode().replace("\r\n ", "")
            for word in ("@example.org", "mailto:", "Lieselot", "Vermeersch", "Yasmine", "Haddad"):
                assert word not in text

    @pytest.mark.parametrize(
        ("language", "title"),
        [
            (Language.FRENCH, "Le néerlandais de la logistique"),
            (Language.DUTCH, "Nederlands in de logistiek"),
        ],
    )
    def test_it_speaks_the_language_of_the_account(self, client, language, title):
        learner = sent(an_open_session(), a_learner(language=language)).person.user
        assert {one.summary for one in entries(client, learner).values()} == {title}


class TestEveryChange:
    @pytest.mark.parametrize(
        "change",
        [
            lambda one: {"date": date(2027, 1, 14)},
            lambda one: {"start_time": time(8, 30)},
            lambda one: {"room": a_room(name="Salle Vauban")},
            lambda one: {"trainer": a_trainer()},
        ],
        ids=["day", "time", "room", "trainer"],
    )
    def test_raises_the_sequence_of_the_same_entry(self, client, change):
        enrolment = sent(an_open_session())
        learner, half_day = enrolment.person.user, enrolment.session.half_days.first()
        before = entries(client, learner)
        planning.move_half_day(half_day=half_day, by=None, **change(half_day))
        after, fresh = entries(client, learner), HalfDay.objects.get(pk=half_day.pk)
        uid = f"{half_day.uid}@grenstaal"
        assert set(after) == set(before)
        assert (before[uid].sequence, after[uid].sequence) == (0, 1)
        assert (after[uid].start, after[uid].end) == (fresh.starts_at, fresh.ends_at)
        assert fresh.room.name in after[uid].location

    def test_a_cancelled_half_day_and_a_cancelled_session_are_sent_as_cancelled(self, client):
        enrolment = sent(an_open_session())
        learner, half_day = enrolment.person.user, enrolment.session.half_days.first()
        planning.cancel_half_day(half_day=half_day, by=None)
        found = entries(client, learner)
        assert found.pop(f"{half_day.uid}@grenstaal").status == "CANCELLED"
        assert {one.status for one in found.values()} == {"CONFIRMED"}
        planning.cancel(session=enrolment.session, by=None, reason="Trop peu d'inscrits")
        assert {(one.status, one.sequence) for one in entries(client, learner).values()} == {("CANCELLED", 1)}


def test_lessons_keep_their_hour_on_both_sides_of_a_change_of_the_clock(client):
    """From 24 October and from 14 March 2027, on Sundays: the offset changes, the hour does not."""
    for first in (date(2027, 10, 24), date(2027, 3, 14)):
        session = an_open_session(
            pattern=a_pattern(SUN, start=time(18), end=time(21)),
            starts_on=first,
            enrolment_closes_on=date(2027, 3, 1),
        )
        content = client.get(path(session.trainers.get())).content
        events = sorted(ics_reader.read(content), key=lambda one: one.start)
        assert {one.start.time() for one in events} == {time(18)}
        assert {one.start.utcoffset() for one in events} == {timedelta(hours=1), timedelta(hours=2)}
        other_reader = vobject.readOne(content.decode())
        assert other_reader.vtimezone.tzid.value == "Europe/Paris"
        moments = sorted(one.dtstart.value for one in other_reader.vevent_list)
        assert [one.timestamp() for one in moments] == [one.start.timestamp() for one in events]


class TestNothingNew:
    def test_the_same_bytes_and_304(self, client):
        learner = sent(an_open_session()).person.user
        first = client.get(path(learner))
        with at(TODAY, time(11)):
            again = client.get(path(learner), headers={"if-none-match": first["ETag"]})
            dated = client.get(path(learner), headers={"if-modified-since": first["Last-Modified"]})
            whole = client.get(path(learner))
        assert (again.status_code, again.content) == (304, b"")
        assert (dated.status_code, dated.content) == (304, b"")
        assert whole.content == first.content
        assert again["ETag"] == first["ETag"]

    @pytest.mark.parametrize("deed", ["move", "cancel", "withdraw", "substitute", "cancel the session"])
    def test_a_decision_is_news_for_both_questions(self, client, deed):
        with at(TODAY, time(9)):
            enrolment = sent(an_open_session())
        session = enrolment.session
        half_day, user = session.half_days.first(), enrolment.person.user
        if deed == "substitute":
            user = session.trainers.get()
        first = client.get(path(user))
        with at(TODAY, time(11)):
            before = timezone.now()
            if deed == "move":
                planning.move_half_day(half_day=half_day, by=None, date=date(2027, 1, 14))
            elif deed == "cancel":
                planning.cancel_half_day(half_day=half_day, by=None)
            elif deed == "withdraw":
                verbs.withdraw(enrolment=enrolment, by=user)
            elif deed == "substitute":
                planning.move_half_day(half_day=half_day, by=None, trainer=a_trainer())
            else:
                planning.cancel(session=session, by=None, reason="Trop peu d'inscrits")
            assert before == timezone.now()
            again = client.get(path(user), headers={"if-none-match": first["ETag"]})
            dated = client.get(path(user), headers={"if-modified-since": first["Last-Modified"]})
        assert (again.status_code, dated.status_code) == (200, 200)
        assert again.content != first.content

    def test_a_room_that_is_renamed_is_news(self, client):
        session = an_open_session()
        learner = sent(session).person.user
        first = client.get(path(learner))
        session.room.name = "Salle du Phare"
        session.room.save()
        assert client.get(path(learner), headers={"if-none-match": first["ETag"]}).status_code == 200


class TestTheAddress:
    def test_is_made_renewed_and_taken_back_on_a_page(self, client):
        learner = sent(an_open_session()).person.user
        client.force_login(learner)
        assert "calendar/" not in client.get(PAGE).context["address"]
        assert CalendarFeed.objects.count() == 0  # looking makes nothing
        for _twice in range(2):
            client.post(PAGE, {"make": "1"})
        page = client.get(PAGE)
        assert page["Cache-Control"] == "private, no-store"
        first = page.context["address"]
        assert first in page.content.decode()
        assert page.context["webcal"] == first.replace("http://", "webcal://")
        client.post(PAGE, {"renew": "1"})
        second = client.get(PAGE).context["address"]
        assert second != first
        assert [client.get(one).status_code for one in (first, second)] == [410, 200]
        client.post(PAGE, {"revoke": "1"})
        assert [client.get(one).status_code for one in (first, second)] == [410, 410]
        assert client.get(PAGE).context["feed"] is None

    def test_that_is_not_ours_or_was_changed_is_not_found(self, client, django_assert_num_queries):
        good = feeds.token(feeds.make(user=an_account()))
        key, signature = good.split("~")
        for bad in ("nothing", key, f"{key}~", f"{key}~{signature[:-1]}", f"x{good}", f"{good}x"):
            with django_assert_num_queries(0):
                assert feeds.find(bad) is None
            assert client.get(f"/calendar/{bad}/grenstaal.ics").status_code == 404

    def test_of_a_closed_account_opens_nothing(self, client):
        user = an_account()
        address = path(user)
        user.is_active = False
        user.save()
        assert client.get(address).status_code == 404

    def test_cannot_be_guessed_from_the_table(self):
        feed = feeds.make(user=an_account())
        assert len(feed.key) >= 22
        assert feeds.find(feed.key) is None

    def test_is_forgotten_ninety_days_after_it_was_taken_back(self, client):
        user = an_account()
        old = path(user)
        feeds.renew(user=user)
        for days, status, left in ((89, 410, 2), (91, 404, 1)):
            with at(TODAY + timedelta(days=days)):
                tasks.forget()
                tasks.forget()
                assert client.get(old).status_code == status
            assert CalendarFeed.objects.count() == left

    def test_is_read_at_most_so_often(self, client, monkeypatch):
        monkeypatch.setattr(calendar_feed, "PER_ADDRESS", 2)
        address, other = path(an_account()), path(an_account())
        assert [client.get(address).status_code for _ in range(3)] == [200, 200, 429]
        assert client.get(other).status_code == 200
        monkeypatch.setattr(calendar_feed, "PER_NETWORK", 3)
        assert client.get(other).status_code == 429

    def test_is_only_read(self, client):
        assert client.post(path(an_account())).status_code == 405


def test_the_same_number_of_questions_for_one_lesson_and_for_thirty(client, django_assert_max_num_queries):
    session = an_open_session(course=None)
    user = session.trainers.get()
    address = path(user)
    HalfDay.objects.filter(pk__in=session.half_days.values("pk")[1:]).delete()
    with django_assert_max_num_queries(9) as one:
        client.get(address)
    for number in range(30):
        day = date(2027, 2, 1) + timedelta(days=number)
        facts = {"date": day, "part": "AM", "start_time": time(9), "end_time": time(10)}
        planning.add_half_day(session=session, by=None, **facts)
    with django_assert_max_num_queries(9) as thirty:
        client.get(address)
    assert len(one) == len(thirty)
