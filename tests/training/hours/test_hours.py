"""Hours in minutes: what was planned, followed, missed. Only closed half-days count."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.training.planning.builders import (
    a_coordinator,
    a_session,
    a_trainer,
    absence,
    enrolled,
    in_the_lesson,
)
from training.domain import attendance, hours, planning
from training.models import Enrolment, Room

pytestmark = pytest.mark.django_db


@pytest.fixture
def trainer():
    return a_trainer()


@pytest.fixture
def session(trainer):
    """Four half-days of three hours."""
    return a_session(trainer=trainer)


@pytest.fixture
def one(session) -> Enrolment:
    return enrolled(session)


def teach(half_day, *, trainer, enrolment=None, close=True, **exception) -> None:
    with in_the_lesson(half_day):
        attendance.open_register(half_day=half_day, by=trainer)
        if exception:
            attendance.mark(half_day=half_day, enrolment=enrolment, by=trainer, **exception)
        if close:
            attendance.close(half_day=half_day, by=trainer)


def test_planned_hours_are_those_of_the_half_days_that_take_place(session):
    assert hours.planned(session) == 12 * 60
    planning.cancel_half_day(half_day=session.half_days.first(), by=None)
    assert hours.planned(session) == 9 * 60


def test_only_closed_registers_count(session, one, trainer):
    first, second, *_ = session.half_days.all()
    teach(first, trainer=trainer)
    teach(second, trainer=trainer, close=False)
    assert hours.followed(one) == 180


def test_late_and_left_early_are_taken_off(session, one, trainer):
    teach(session.half_days.first(), trainer=trainer, enrolment=one, minutes_late=20, minutes_left_early=25)
    assert hours.followed(one) == 135


def test_each_kind_of_absence_is_counted_apart(session, one, trainer):
    codes = ["J_SICK", "U_UNJUSTIFIED", "ORG_CANCELLED"]
    for half_day, code in zip(session.half_days.all(), codes, strict=False):
        teach(half_day, trainer=trainer, enrolment=one, absence_code=absence(code))
    teach(session.half_days.last(), trainer=trainer)
    found = hours.for_one(one)
    assert found == hours.Hours(
        planned=720, not_due=180, signed=720, followed=180, justified=180, unjustified=180
    )
    assert found.due == 540
    assert found.rate == 33


def test_somebody_who_has_not_begun_is_not_behind(one):
    found = hours.for_one(one)
    assert (found.rate, found.has_begun, found.followed) == (100, False, 0)


def test_the_same_number_of_queries_for_one_and_for_thirty(session, trainer):
    for _ in range(30):
        enrolled(session)
    Room.objects.update(capacity=40)
    teach(session.half_days.first(), trainer=trainer)
    counts = []
    for some in (Enrolment.objects.all()[:1], Enrolment.objects.all()):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            found = hours.for_enrolments(Enrolment.objects.filter(pk__in=[one.pk for one in some]))
        assert {one.followed for one in found.values()} == {180}
        counts.append(len(queries))
    assert counts == [4, 4]


class TestFollowedNeverExceedsPlanned(TestCase):
    """Whatever is marked on whichever register, the sums hold together."""

    exceptions = st.one_of(
        st.just({}),
        st.builds(
            lambda late, early: {"minutes_late": late, "minutes_left_early": early},
            st.integers(0, 89),
            st.integers(0, 90),
        ),
        st.sampled_from(["J_SICK", "U_UNJUSTIFIED", "ORG_CANCELLED", "LEFT_FOR_JOB"]).map(
            lambda code: {"absence_code": code}
        ),
    )

    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.tuples(exceptions, st.booleans()), min_size=4, max_size=4))
    def test_sums(self, lessons):
        trainer = a_trainer()
        session = a_session(trainer=trainer)
        one = enrolled(session)
        for half_day, (exception, close) in zip(session.half_days.all(), lessons, strict=True):
            codes = {key: absence(code) for key, code in exception.items() if key == "absence_code"}
            teach(half_day, trainer=trainer, enrolment=one, close=close, **exception | codes)
        found = hours.for_one(one)
        marks = one.marks.filter(half_day__closed_at__isnull=False).select_related("half_day")
        assert found.followed == sum(mark.minutes_followed for mark in marks)
        assert found.followed + found.not_due + found.justified + found.unjustified == found.signed
        assert found.signed <= found.planned == hours.planned(session) == session.course.minutes
        assert 0 <= found.followed <= found.due
        assert 0 <= found.rate <= 100


def test_the_office_sees_the_same_minutes_as_the_marks(session, one):
    coordinator = a_coordinator()
    teach(session.half_days.first(), trainer=coordinator, enrolment=one, minutes_late=7)
    assert hours.followed(one) == one.marks.get().minutes_followed == 173
