"""The list of trainers, and what really stands in the files that leave the lists."""

import csv
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from accounts.enums import Role
from tests.training.enrolment.builders import an_open_session, in_state
from tests.training.planning.builders import a_trainer
from training.enums import EnrolmentStatus

pytestmark = pytest.mark.django_db


def exported(office, name: str, kind: str) -> list[list]:
    response = office.get(reverse(f"{name}:index"), {"export": kind})
    content = b"".join(response.streaming_content)
    if kind == "csv":
        return list(csv.reader(StringIO(content.decode())))
    sheet = load_workbook(BytesIO(content)).active
    assert all(cell.data_type != "f" for row in sheet for cell in row)
    return [[cell.value for cell in row] for row in sheet]


def test_who_teaches_what(office):
    session = an_open_session()
    trainer, idle = session.trainers.get(), a_trainer(last_name="Zonder")
    page = office.get(reverse("trainers_office:index")).content.decode()
    assert session.title in page
    assert session.code in page
    assert str(idle) in page
    found = office.get(reverse("trainers_office:index"), {"course": session.course_id}).context["object_list"]
    assert list(found) == [trainer]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_trainers_leave_with_what_they_teach(office, kind):
    session = an_open_session()
    head, *rows = exported(office, "trainers_office", kind)
    assert head[-3:] == ["Enseigne", "Sessions", "Prochain cours"]
    assert [row[4] for row in rows] == [session.title]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("typed", ["=1+1", "+33", "-2", "@SUM(A1)", "\t=1", " =1"])
def test_nothing_that_was_typed_is_run(office, kind, typed):
    person = in_state(EnrolmentStatus.CONFIRMED, an_open_session()).person
    person.family_name = typed
    person.save()
    row = exported(office, "people_office", kind)[1]
    assert row[0] == (f"'{typed}" if kind == "csv" else typed)


def test_times_leave_as_the_clock_on_the_wall_shows_them(office):
    enrolment = in_state(EnrolmentStatus.CONFIRMED, an_open_session())
    sheet = exported(office, "enrolments_office", "xlsx")
    sent = sheet[1][sheet[0].index("Envoyée le")]
    assert sent.hour == 10  # 10 o'clock in Dunkirk is 9 in the database
    enrolment.refresh_from_db()
    assert enrolment.submitted_at.hour == 9


def test_yes_and_no_are_words(office):
    rows = exported(office, "absence_codes_office", "csv")
    assert {cell for row in rows[1:] for cell in row} & {"oui", "non"}


def test_each_cell_carries_its_heading_for_a_phone(office):
    an_open_session()
    assert 'data-label="Code"' in office.get(reverse("sessions_office:index")).content.decode()


@pytest.mark.parametrize("role", [Role.TRAINER, Role.EDITOR, Role.PRESCRIBER])
def test_trainers_are_listed_for_the_office_only(browser_of, role):
    assert browser_of(role).get(reverse("trainers_office:index")).status_code in (302, 403)
