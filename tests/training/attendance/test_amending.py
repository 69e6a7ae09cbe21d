"""A closed register is corrected: both values stay, the new one counts."""

import json
from contextlib import suppress

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.training.planning.builders import (
    a_coordinator,
    a_session,
    a_trainer,
    absence,
    enrolled,
    in_the_lesson,
)
from training.domain import amending, attendance, hours
from training.exceptions import Refusal
from training.models import AbsenceCode, Amendment, Attendance, Enrolment


@pytest.fixture
def half_day(db):
    half_day = a_session(trainer=a_trainer()).half_days.first()
    enrolled(half_day.session)
    with in_the_lesson(half_day):
        attendance.open_register(half_day=half_day, by=half_day.trainer)
        return attendance.close(half_day=half_day, by=half_day.trainer)


def amend(half_day, **fields) -> Amendment:
    facts = {
        "enrolment": half_day.marks.get().enrolment,
        "by": half_day.trainer,
        "reason": "Erreur de ligne.",
    }
    return amending.amend(half_day=half_day, **facts | fields)


def test_the_old_value_stays_and_the_new_one_counts(half_day):
    enrolment = half_day.marks.get().enrolment
    assert hours.followed(enrolment) == 180
    one = amend(half_day, absence_code=absence())
    assert half_day.marks.get().is_present
    assert half_day.marks.get().amended == one
    assert (one.old_absence_code, one.absence_code.code, one.by) == (None, "J_SICK", half_day.trainer)
    found = hours.for_one(enrolment)
    assert (found.followed, found.justified, found.unjustified, found.signed) == (0, 180, 0, 180)
    frozen = json.loads(one.link.payload)["facts"]
    assert frozen["old"]["absence_code"] is None
    assert frozen["new"]["absence_code"] == one.absence_code_id
    assert frozen["reason"] == "Erreur de ligne."


def test_the_last_correction_counts(half_day):
    first = amend(half_day, absence_code=absence())
    second = amend(half_day, minutes_late=20, by=a_coordinator())
    assert second.before == first
    assert second.old_absence_code == first.absence_code
    assert hours.followed(half_day.marks.get().enrolment) == 160


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"reason": "  ", "minutes_late": 5}, "reason"),
        ({}, "same"),
        ({"minutes_late": 200}, "too_late"),
        ({"minutes_late": 5, "document": b"not a paper"}, "type"),
    ],
)
def test_what_is_refused(half_day, fields, code):
    with pytest.raises(Refusal) as refused:
        amend(half_day, **fields)
    assert refused.value.code == code
    assert not Amendment.objects.exists()


def test_another_trainer_corrects_nothing(half_day):
    with pytest.raises(Refusal) as refused:
        amend(half_day, by=a_trainer(), minutes_late=5)
    assert refused.value.code == "not_allowed"


def test_an_open_register_is_marked_not_corrected(db):
    half_day = a_session().half_days.first()
    with pytest.raises(Refusal) as refused:
        amending.amend(
            half_day=half_day, enrolment=enrolled(half_day.session), by=a_coordinator(), reason="x"
        )
    assert refused.value.code == "open"


@pytest.mark.parametrize(
    "sql", ["UPDATE training_amendment SET minutes_late = 1", "DELETE FROM training_amendment"]
)
def test_a_correction_is_final(half_day, sql):
    amend(half_day, minutes_late=5)
    with connection.cursor() as cursor, pytest.raises(IntegrityError) as refused, transaction.atomic():
        cursor.execute(sql)
    assert refused.value.__cause__.diag.constraint_name == "amendment_is_final"


def test_a_code_in_a_correction_keeps_its_meaning(half_day):
    code = amend(half_day, absence_code=absence()).absence_code
    with pytest.raises(IntegrityError), transaction.atomic():
        AbsenceCode.objects.filter(pk=code.pk).update(justified=False)


def test_the_standing_marks_are_one_query(half_day):
    for number in range(1, 4):
        amend(half_day, minutes_late=number)
    with CaptureQueriesContext(connection) as queries:
        stands = Attendance.objects.standing().get()
    assert (stands.stands_late, len(queries)) == (3, 1)


MARKS = st.tuples(st.sampled_from(["", "J_SICK", "U_UNJUSTIFIED"]), st.integers(0, 80), st.integers(0, 80))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(MARKS, min_size=1, max_size=4))
def test_followed_justified_and_unjustified_are_what_was_due(half_day, marks):
    with transaction.atomic():
        for code, late, early in marks:
            facts = (
                {"absence_code": absence(code)}
                if code
                else {"minutes_late": late, "minutes_left_early": early}
            )
            with suppress(Refusal):  # the same again is refused
                amend(half_day, **facts)
        found = hours.for_one(Enrolment.objects.get())
        transaction.set_rollback(True)
    assert found.followed + found.justified + found.unjustified == found.signed - found.not_due
    assert found.followed <= found.planned
