"""The coordinator sets what a session asks, and sets it aside for one person."""

import pytest

from tests.training.enrolment.builders import an_open_session, sent
from training.domain.adjusting import set_conditions
from training.domain.eligibility import asked_by
from training.enums import EnrolmentStatus as S
from training.enums import Level, Skill
from training.models import Conditions, Enrolment

pytestmark = pytest.mark.django_db


@pytest.fixture
def session():
    return an_open_session()


def test_one_screen_with_the_usual_case_filled_in(office, session):
    page = office.get(f"/admin/sessions/{session.pk}/conditions/")
    assert page.context["form"]["minimum_age"].value() == 18
    typed = {
        "minimum_age": "20",
        "jobseekers_only": "on",
        "territories": ["CUD"],
        "communes": "Bergues, 59470",
        "level_REA": "A1",
    }
    office.post(f"/admin/sessions/{session.pk}/conditions/", typed)
    asked = asked_by(session)
    assert asked.minimum_age == 20
    assert asked.levels == {Skill.READING: Level.A1}
    assert "Bergues" in asked.communes.values()
    assert len(asked.communes) > 1
    again = office.get(f"/admin/sessions/{session.pk}/conditions/").content.decode()
    assert "Bergues" in again


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("minimum_age", "17"),
        ("minimum_age", ""),
        ("maximum_age", "19"),
        ("communes", "Atlantis"),
        ("communes", "99999"),
        ("territories", "MOON"),
        ("level_REA", "D7"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_is_written(office, session, field, value):
    typed = {"minimum_age": "20", "maximum_age": "", "communes": ""} | {field: value}
    page = office.post(f"/admin/sessions/{session.pk}/conditions/", typed)
    assert page.context["form"].errors[field]
    assert not Conditions.objects.exists()


def test_who_lacks_a_condition_is_shown_with_it_and_cannot_be_accepted_before_it_is_set_aside(
    office, session
):
    set_conditions(session=session, by=None, minimum_age=18, jobseekers_only=True)
    enrolment = sent(session)
    for address in (f"/admin/enrolments/inspect/{enrolment.pk}/", f"/admin/sessions/inspect/{session.pk}/"):
        page = office.get(address).content.decode()
        assert "l’identifiant manque" in page
        assert "39\N{NO-BREAK SPACE}49" not in page, "whom to ask is told to the person"
        assert f"/admin/enrolments/{enrolment.pk}/accept/" not in page
        assert f"/admin/enrolments/{enrolment.pk}/waive/" in page
    assert office.post(f"/admin/enrolments/{enrolment.pk}/waive/", {"reason": ""}).context["form"].errors
    office.post(f"/admin/enrolments/{enrolment.pk}/waive/", {"reason": "attestation vue"})
    page = office.get(f"/admin/enrolments/inspect/{enrolment.pk}/").content.decode()
    assert "attestation vue" in page
    assert f"/admin/enrolments/{enrolment.pk}/waive/" not in page
    office.post(f"/admin/enrolments/{enrolment.pk}/accept/")
    assert Enrolment.objects.get(pk=enrolment.pk).status == S.CONFIRMED
