"""The filled sheet: signatures as they were given, closings with their hash, both values of a correction."""

import json
from uuid import uuid4

import pytest

from tests.documents.paper import words
from tests.training.planning.builders import (
    a_coordinator,
    a_session,
    a_trainer,
    absence,
    enrolled,
    in_the_lesson,
)
from training.domain import amending, attendance, hours, papers_of_register, signing, statements
from training.enums import SignatureMethod
from training.models import ChainLink

pytestmark = pytest.mark.django_db


def test_everything_that_happened_to_a_half_day_stands_on_it():
    trainer, office = a_trainer(), a_coordinator()
    session = a_session(trainer=trainer)
    one, other = enrolled(session), enrolled(session)
    for half_day in session.half_days.all():
        with in_the_lesson(half_day):
            attendance.open_register(half_day=half_day, by=trainer)
            drawn = {"method": SignatureMethod.DRAWN, "mark": json.dumps([[10, 10, 400, 300, 800, 20]])}
            typed = {"method": SignatureMethod.TYPED, "mark": other.person.full_name}
            for enrolment, how in ((one, drawn), (other, typed)):
                signing.sign(half_day=half_day, enrolment=enrolment, by=trainer, change_id=uuid4(), **how)
            attendance.close(half_day=half_day, by=trainer)
    first = session.half_days.first()
    with in_the_lesson(first):
        facts = {"absence_code": absence("U_UNJUSTIFIED"), "reason": "Signé par quelqu’un d’autre"}
        amending.amend(half_day=first, enrolment=other, by=office, **facts)
    week = papers_of_register.stretch(session, "2027-W02")
    text = words(papers_of_register.print_sheet(session, week, is_filled=True).pdf)
    for phrase in (
        "tracé sur la tablette 10 h",
        "nom saisi sur la tablette 10 h",
        "contresigné et clos 10 h",
        "Corrections après la signature",
        "Signé par quelqu’un d’autre",
    ):
        assert phrase in text, phrase
    for link in ChainLink.objects.filter(half_day__in=week.half_days, kind="CLOSED"):
        assert link.hash in text
    statement = statements.certify(enrolment=other, month=first.date.replace(day=1), by=office)
    assert statements.facts_of(statement).total("followed") == hours.followed(other) == 9 * 60
