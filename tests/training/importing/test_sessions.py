"""Files of sessions: made unpublished; only their places follow the file afterwards."""

from datetime import date

import pytest

from tests.training.importing.files import SESSIONS, K, a_line_of_a_session, checked, csv, written, wrong
from tests.training.planning.builders import a_course, a_room, a_trainer, an_organisation
from training.domain import planning
from training.models import Session

pytestmark = pytest.mark.django_db


def test_sessions_are_made_unpublished_and_their_half_days_after_them(by):
    provider = an_organisation("PROVIDER")
    course, room, trainer = (
        a_course(minutes=360),
        a_room(name="Salle Vauban"),
        a_trainer(email="li@example.org"),
    )
    line = a_line_of_a_session(course=course.code, provider=provider.name_nl, trainers="li@example.org")
    assert written(K.SESSIONS, csv(SESSIONS, line), by).created == 1
    session = Session.objects.get(code="IMP-1")
    assert (session.first_day, session.last_day) == (date(2027, 10, 5), date(2027, 11, 25))
    assert (session.published_at, session.room, session.minimum_group) == (None, room, 6)
    assert list(session.trainers.all()) == [trainer]
    lines = csv("Code session;Date;De;À", "imp-1;2027-10-05;9h00;12h00", "IMP-1;07/10/2027;18:00;21:00")
    assert written(K.HALF_DAYS, lines, by).created == 2
    session.refresh_from_db()
    assert (session.first_day, session.last_day) == (date(2027, 10, 5), date(2027, 10, 7))
    parts = list(session.half_days.order_by("date").values_list("part", "room", "trainer"))
    assert parts == [("AM", room.pk, trainer.pk), ("EVE", room.pk, trainer.pk)]
    planning.publish(session=session, by=by)
    for kind, content in ((K.SESSIONS, csv(SESSIONS, line)), (K.HALF_DAYS, lines)):
        again = written(kind, content, by)
        assert (again.created, again.changed) == (0, 0)


def test_places_follow_the_file_and_nothing_else_does(by):
    course = a_course()
    an_organisation("PROVIDER"), a_room(name="Salle Vauban")
    line = {"course": course.code}
    written(K.SESSIONS, csv(SESSIONS, a_line_of_a_session(**line)), by)
    assert written(K.SESSIONS, csv(SESSIONS, a_line_of_a_session(**line, capacity="14")), by).changed == 1
    assert Session.objects.get().capacity == 14
    source = checked(K.SESSIONS, csv(SESSIONS, a_line_of_a_session(**line, last="26/11/2027")), by)
    assert set(wrong(source)[2]) == {"last_day"}


def test_what_is_wrong_stands_at_its_cell(by):
    course = a_course()
    an_organisation("PROVIDER"), a_room(name="Salle Vauban"), a_room(name="Double", town="Bergues")
    a_room(name="Double", town="Cassel")
    source = checked(
        K.SESSIONS,
        csv(
            SESSIONS,
            a_line_of_a_session("A", course="none", provider="nobody", room="nowhere"),
            a_line_of_a_session("B", course=course.code, room="Double", trainers="who@example.org"),
            a_line_of_a_session("Un code", course=course.code),
            a_line_of_a_session("D", course=course.code, last="04/10/2027"),
            a_line_of_a_session("E", course=course.code, capacity="beaucoup"),
            a_line_of_a_session("F", course=course.code, room="Double, Cassel"),
            a_line_of_a_session("G", course=course.code, capacity="0"),
            a_line_of_a_session("H", course=course.code, first="05/10/0027"),
            a_line_of_a_session("I", course=course.code, capacity="12,00", minimum="7.0"),
        ),
        by,
    )
    assert {number: set(errors) for number, errors in wrong(source).items()} == {
        2: {"course", "provider", "room"},
        3: {"room", "trainers"},
        4: {"code"},
        5: {"last_day"},
        6: {"capacity"},
        8: {"capacity"},
        9: {"first_day"},
    }
