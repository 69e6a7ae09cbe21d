"""Who opens what in the back office, and what nobody can do there."""

import pytest
from django.urls import NoReverseMatch, reverse

from accounts.enums import Role
from tests.training.enrolment.builders import an_open_session, in_state, sent
from training.enums import EnrolmentStatus

pytestmark = pytest.mark.django_db
LISTS = (
    "sessions_office",
    "enrolments_office",
    "half_days_office",
    "courses_office",
    "rooms_office",
    "occupations_office",
    "can_dos_office",
    "absence_codes_office",
    "organisations_office",
    "accounts_office",
    "memberships_office",
    "people_office",
)
READ_ONLY = ("enrolments_office", "half_days_office", "memberships_office")


@pytest.mark.parametrize("language", ["fr", "nl"])
@pytest.mark.parametrize("name", LISTS)
def test_the_office_opens_every_list_in_its_language(office, coordinator, name, language):
    coordinator.language = language
    coordinator.save()
    office.cookies["django_language"] = language
    sent(an_open_session())
    response = office.get(reverse(f"{name}:index"))
    assert response.status_code == 200
    assert f'<html lang="{language}"' in response.content.decode()


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("export", ["csv", "xlsx"])
def test_every_list_leaves_as_a_spreadsheet(office, name, export):
    sent(an_open_session())
    response = office.get(reverse(f"{name}:index"), {"export": export})
    assert response.status_code == 200
    assert f".{export}" in response["Content-Disposition"]
    assert b"".join(response.streaming_content)


@pytest.mark.parametrize("role", [Role.TRAINER, Role.LEARNER, Role.PRESCRIBER, Role.AGENCY_MEMBER])
@pytest.mark.parametrize("name", ["sessions_office", "enrolments_office", "accounts_office"])
def test_nobody_else_enters(browser_of, role, name):
    assert browser_of(role).get(reverse(f"{name}:index")).status_code == 403


@pytest.mark.parametrize("name", LISTS)
def test_editors_keep_to_their_pages(browser_of, name):
    editor = browser_of(Role.EDITOR)
    assert editor.get(reverse(f"{name}:index")).url == reverse("wagtailadmin_home")
    assert reverse(f"{name}:index") not in editor.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("name", READ_ONLY)
@pytest.mark.parametrize("page", ["add", "edit"])
def test_what_has_verbs_has_no_form(name, page):
    with pytest.raises(NoReverseMatch):
        reverse(f"{name}:{page}", args=[1] if page == "edit" else [])


@pytest.mark.parametrize("name", LISTS)
def test_nothing_is_deleted_by_hand(name):
    with pytest.raises(NoReverseMatch):
        reverse(f"{name}:delete", args=[1])


@pytest.mark.parametrize("role", [Role.TRAINER, Role.LEARNER, Role.EDITOR])
def test_verbs_are_for_the_office(browser_of, role):
    session = an_open_session(needs_decision=True)
    request = sent(session)
    browser = browser_of(role)
    for address in (
        reverse("enrolments_office:deed", args=[request.pk, "accept"]),
        reverse("sessions_office:cancel", args=[session.pk]),
        reverse("sessions_office:publish", args=[session.pk]),
        reverse("half_days_office:cancel", args=[session.half_days.first().pk]),
    ):
        assert browser.post(address, {"reason": "x"}).status_code in (302, 403, 404)
    request.refresh_from_db()
    session.refresh_from_db()
    assert (request.status, session.cancelled_at) == (EnrolmentStatus.SUBMITTED, None)


def test_a_verb_that_does_not_exist_is_not_found(office):
    request = sent(an_open_session())
    assert office.get(reverse("enrolments_office:deed", args=[request.pk, "delete"])).status_code == 404
    assert office.get(reverse("enrolments_office:deed", args=[request.pk + 999, "accept"])).status_code == 404


def test_a_formula_in_a_name_stays_text(office):
    enrolment = in_state(EnrolmentStatus.CONFIRMED, an_open_session())
    person = enrolment.person
    person.family_name = "=HYPERLINK(1)"
    person.save()
    response = office.get(reverse("people_office:index"), {"export": "csv"})
    assert "'=HYPERLINK(1)" in b"".join(response.streaming_content).decode()
