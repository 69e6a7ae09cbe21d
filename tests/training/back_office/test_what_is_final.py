"""The office as an attacker: a closed register, and what its marks mean, do not change."""

import pytest
from django.db import IntegrityError, transaction
from django.forms.models import model_to_dict
from django.urls import reverse

from tests.training.planning.builders import a_session, a_trainer, absence, enrolled, in_the_lesson
from training.domain import attendance
from training.models import AbsenceCode, HalfDay

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed() -> HalfDay:
    trainer = a_trainer()
    half_day = a_session(trainer=trainer).half_days.first()
    learner = enrolled(half_day.session)
    with in_the_lesson(half_day):
        attendance.mark(half_day=half_day, enrolment=learner, by=trainer, absence_code=absence())
        return attendance.close(half_day=half_day, by=trainer)


def sent(office, code: AbsenceCode, **changes):
    fields = {name: value for name, value in model_to_dict(code).items() if value is not False}
    fields |= changes
    for name in [name for name, value in fields.items() if value is False]:
        del fields[name]
    response = office.post(reverse("absence_codes_office:edit", args=[code.pk]), fields)
    code.refresh_from_db()
    return response


def test_a_code_in_a_closed_register_keeps_its_meaning(office, closed):
    code = absence()
    response = sent(office, code, hours_due=not code.hours_due)
    assert "feuilles" in str(response.context["form"].non_field_errors())
    assert sent(office, code, label_fr="Maladie", retired=True).status_code == 302
    assert (code.label_fr, code.retired) == ("Maladie", True)


def test_nor_does_sql_change_it(closed):
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        AbsenceCode.objects.filter(pk=absence().pk).update(justified=False, hours_due=False)
    assert refused.value.__cause__.diag.constraint_name == "absence_code_in_use_keeps_meaning"


def test_a_code_that_stands_nowhere_is_mended_freely(office):
    code = absence()
    assert sent(office, code, hours_due=not code.hours_due).status_code == 302


@pytest.mark.parametrize("page", ["move", "cancel"])
def test_a_closed_half_day_neither_moves_nor_goes(office, closed, page):
    before = HalfDay.objects.filter(pk=closed.pk).values().get()
    fields = {"date": "2027-02-01", "part": "AM", "start_time": "09:00", "end_time": "12:00", "reason": "x"}
    office.post(reverse(f"half_days_office:{page}", args=[closed.pk]), fields)
    assert HalfDay.objects.filter(pk=closed.pk).values().get() == before


def test_a_cancelled_session_leaves_its_closed_registers_alone(office, closed):
    before = HalfDay.objects.filter(pk=closed.pk).values().get()
    office.post(reverse("sessions_office:cancel", args=[closed.session_id]), {"reason": "x"})
    assert HalfDay.objects.filter(pk=closed.pk).values().get() == before
