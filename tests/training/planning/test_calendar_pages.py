"""The calendar on the site: whose lessons it shows, how it moves through time, what an empty month says."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from tests.training.enrolment.builders import TODAY, a_learner, an_open_session, sent
from tests.training.planning.builders import a_coordinator, a_room, a_trainer, at
from training.domain import planning
from training.domain.period import Length, Period

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with at(TODAY):
        yield


class TestAPeriod:
    @pytest.mark.parametrize(
        ("day", "first", "last", "previous", "following"),
        [
            (date(2028, 2, 29), date(2028, 2, 1), date(2028, 2, 29), date(2028, 1, 1), date(2028, 3, 1)),
            (date(2026, 12, 31), date(2026, 12, 1), date(2026, 12, 31), date(2026, 11, 1), date(2027, 1, 1)),
            (date(2027, 1, 31), date(2027, 1, 1), date(2027, 1, 31), date(2026, 12, 1), date(2027, 2, 1)),
        ],
    )
    def test_a_month(self, day, first, last, previous, following):
        month = Period(Length.MONTH, day)
        assert (month.first, month.last) == (first, last)
        assert (month.previous, month.following) == (previous, following)
        assert len(month.days) == (last - first).days + 1

    def test_a_week_begins_on_monday_also_over_the_change_of_the_year(self):
        week = Period(Length.WEEK, date(2027, 1, 1))
        assert (week.first, week.last) == (date(2026, 12, 28), date(2027, 1, 3))
        assert (week.previous, week.following) == (date(2026, 12, 21), date(2027, 1, 4))

    def test_is_named_in_the_language_of_the_reader(self):
        assert str(Period(Length.MONTH, date(2027, 10, 5))) == "Octobre 2027"
        with translation.override("nl"):
            assert str(Period(Length.MONTH, date(2027, 10, 5))) == "Oktober 2027"
            assert str(Period(Length.WEEK, date(2027, 10, 5))).startswith("Van 4 oktober")


def days(client, user, **asked) -> dict[date, list]:
    """Day → its entries, of the days that have some."""
    client.force_login(user)
    response = client.get("/calendar/", asked)
    assert response.status_code == 200
    return {day.date: day.entries for day in response.context["page"].days if day.entries}


FIRST_TWO = [date(2027, 1, 11), date(2027, 1, 12), date(2027, 1, 18), date(2027, 1, 19)]


class TestWhoSeesWhat:
    def test_a_learner_sees_own_lessons_and_the_way_to_the_enrolment(self, client):
        enrolment = sent(an_open_session())
        an_open_session()
        found = days(client, enrolment.person.user, day="2027-01-15")
        assert list(found) == FIRST_TWO
        assert {one.url for entries in found.values() for one in entries} == {
            f"/my/enrolments/{enrolment.pk}/"
        }

    def test_a_trainer_sees_her_own_and_the_way_to_the_register(self, client):
        session = an_open_session()
        an_open_session()
        found = days(client, session.trainers.get(), day="2027-01-15")
        assert list(found) == FIRST_TWO
        assert found[FIRST_TWO[0]][0].url == f"/trainer/half-days/{session.half_days.first().pk}/"

    def test_somebody_who_waits_sees_none(self, client):
        session = an_open_session(capacity=1)
        sent(session)
        assert days(client, sent(session).person.user, day="2027-01-15") == {}

    def test_the_office_sees_all_and_looks_at_a_room_a_trainer_or_a_town(self, client):
        one = an_open_session(room=a_room(town="Bergues"), trainer=a_trainer())
        other = an_open_session(room=a_room(town="Cassel"), trainer=a_trainer())
        office = a_coordinator()
        everything = days(client, office, day="2027-01-15")
        assert [len(entries) for entries in everything.values()] == [2, 2, 2, 2]
        for asked in (
            {"room": one.room.pk},
            {"trainer": one.trainers.get().pk},
            {"town": "Bergues"},
            {"town": "Bergues", "room": one.room.pk},
        ):
            found = days(client, office, day="2027-01-15", **asked)
            assert {entry.details[0] for entries in found.values() for entry in entries} == {one.code}
        assert days(client, office, day="2027-01-15", town="Bergues", room=other.room.pk) == {}

    def test_others_cannot_look_at_a_room(self, client):
        session = an_open_session()
        learner = sent(session).person.user
        assert len(days(client, learner, day="2027-01-15", room=session.room.pk + 1)) == 4

    def test_a_cancelled_lesson_stays_and_says_so(self, client):
        enrolment = sent(an_open_session())
        planning.cancel_half_day(half_day=enrolment.session.half_days.first(), by=None)
        found = days(client, enrolment.person.user, day="2027-01-15")
        assert [(one.is_off, one.note) for one in found[FIRST_TWO[0]]] == [(True, "Annulée")]


class TestThePage:
    def test_leads_before_after_today_and_to_the_week_and_keeps_what_is_looked_at(self, client):
        client.force_login(a_coordinator())
        links = client.get("/calendar/", {"day": "2027-01-15", "town": ""}).context["links"]
        assert links["previous"] == "?view=month&day=2026-12-01"
        assert links["following"] == "?view=month&day=2027-02-01"
        assert links["today"] == "?view=month&day=2026-12-01"
        assert links["week"] == "?view=week&day=2027-01-01"
        a_room(town="Bergues")
        links = client.get("/calendar/", {"view": "week", "town": "Bergues"}).context["links"]
        assert links["following"] == "?view=week&day=2026-12-07&town=Bergues"

    @pytest.mark.parametrize(
        "asked",
        [
            {"day": "2027-13-45"},
            {"day": "0001-01-01"},
            {"day": "9999-12-31"},
            {"view": "century"},
            {"day": "' OR 1=1"},
            {"room": "x", "trainer": "-1", "town": "Atlantis"},
        ],
    )
    def test_what_cannot_be_read_counts_as_not_asked(self, client, asked):
        client.force_login(a_coordinator())
        page = client.get("/calendar/", asked).context["page"]
        assert page.period == Period(Length.MONTH, TODAY)
        assert client.get("/calendar/courses/", asked).status_code == 200

    def test_is_a_list_of_days_with_headings_today_and_the_holidays_named(self, client):
        client.force_login(sent(an_open_session()).person.user)
        html = client.get("/calendar/").content.decode()
        spoken = re.findall(r'<li(?: id="today")? class="calendar-day[^"]*">\s*<h3.*?</h3>', html, re.DOTALL)
        assert len(spoken) == 2  # today and Christmas; the empty days are silent
        assert 'aria-current="date"' in spoken[0]
        assert "mardi 1er décembre" in spoken[0]
        assert "vendredi 25 décembre" in spoken[1]
        assert "Jour férié en France et en Belgique" in html
        assert "<script" not in html.partition('id="main"')[2]

    def test_an_empty_month_leads_to_the_next_lesson(self, client):
        client.force_login(sent(an_open_session()).person.user)
        html = client.get("/calendar/").content.decode()
        assert "La prochaine a lieu le lundi 11 janvier 2027" in html
        assert 'href="?view=month&amp;day=2027-01-11"' in html

    @pytest.mark.parametrize(
        ("who", "way"),
        [
            (lambda: a_learner().user, "/calendar/courses/"),
            (a_coordinator, "/admin/sessions/new/"),
            (a_trainer, ""),
        ],
        ids=["learner", "office", "trainer"],
    )
    def test_with_nothing_ahead_it_says_what_to_do(self, client, who, way):
        client.force_login(who())
        html = client.get("/calendar/").content.decode()
        empty = re.search(r'<div class="empty">.*?</div>', html, re.DOTALL)[0]
        assert (f'href="{way}"' in empty) if way else ("href" not in empty)

    def test_costs_as_much_with_one_lesson_as_with_twenty(self, client):
        client.force_login(a_coordinator())
        counts = []
        for _twice in range(2):
            an_open_session()
            client.get("/calendar/?day=2027-01-15")  # the shell reads its pages anew after a publication
            with CaptureQueriesContext(connection) as questions:
                client.get("/calendar/?day=2027-01-15")
            counts.append(len(questions))
            for _more in range(4):
                an_open_session()
        assert counts[0] == counts[1]


class TestTheDatesOfTheCourses:
    def test_are_for_everybody(self, client):
        session = an_open_session()
        page = client.get("/calendar/courses/", {"day": "2027-01-15"}).context["page"]
        found = {day.date: [one.when for one in day.entries] for day in page.days if day.entries}
        assert found == {date(2027, 1, 8): ["Dernier jour pour s’inscrire"], date(2027, 1, 11): ["Commence"]}
        assert page.days[10].entries[0].url == f"/enrol/{session.code}/"

    def test_leave_out_what_is_not_published_or_was_cancelled(self, client):
        planning.cancel(session=an_open_session(), by=None, reason="Trop peu d'inscrits")
        page = client.get("/calendar/courses/", {"day": "2027-01-15"}).context["page"]
        assert page.is_empty
        assert page.next_day is None

    def test_an_empty_month_leads_to_the_next_course(self, client):
        an_open_session()
        html = client.get("/calendar/courses/?day=2026-11-01").content.decode()
        assert "La prochaine commence le lundi 11 janvier 2027" in html
