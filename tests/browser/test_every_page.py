"""Every page of ours: scanned in both languages, as the person whose page it is.

Which pages there are, the permission table of the house says: an address that it gains is scanned here.
"""

import pytest
from django.urls import reverse

from accounts.models import User
from tests.browser import addresses
from tests.browser.visitor import DESK, PHONE
from tests.house.matrix import ROLES, Address, Things, every_address
from tests.house.test_permissions import GET
from tests.training.enrolment.builders import in_state
from training.enums import EnrolmentStatus
from training.models import Session

pytestmark = pytest.mark.browser
LANGUAGES = pytest.mark.parametrize("language", ["fr", "nl"])
OWNERS = (
    "anonymous",
    "learner",
    "other-learner",
    "trainer",
    "prescriber",
    "agency",
    "coordinator",
    "administrator",
)
NO_PAGE = {  # files, and parts of pages that the page itself fetches
    "mfa_download_recovery_codes",
    "my_calendar",
    "calendar_feed",
    "placement_clip",
    "certificate_file",
    "credential_file",
    "attestation_file",
    "statement_file",
    "sheet_file",
    "paper_sheet_file",
    "proof_file",
    "correction_file",
    "attachment_file",
    "papers_file",
    "registers",
    "service_worker",
    "no_network",  # in both languages at once
    "manifest",
    "verify_manifest",
    "offline_verifier",  # a file
    "verify_no_network",  # in three languages at once
    "issuer",
    "did_web",
    "status_list",
    "api_document",
    "issuing_office:zip",
    "sessions_office:statements_table",
    "letters_office:preview",  # a letter, in its own language
    "imports_office:template",
    "templates_office:proof_picture",
    "templates_office:proof_file",
    "templates_office:logo",
    "robots",
    "sitemap",
    "enrol_step",  # each step below
    "wagtail_serve",  # every type of page: test_public_pages
    "verify",
    "verify_code",
    "shared",
    "verify_name",  # a redirect, as
    "verify_file",
}


def owner(address: Address) -> str | None:
    """The first who sees it."""
    return next((role for role in OWNERS if GET[address.name][role] == "200"), None)


def pages_of(role: str) -> list[str]:
    things = Things()
    found = [one for one in every_address() if one.is_ours and one.name not in NO_PAGE]
    return [things.path(one) for one in found if not one.name.endswith("_results") and owner(one) == role]


def somebody(visitor, email: str | None, *, language: str):
    one = visitor(language=language, size=DESK)
    if email:
        User.objects.filter(email=email).update(language=language)
        one.carry_key(email)
    return one


@LANGUAGES
@pytest.mark.parametrize("role", ["anonymous", "learner", "other-learner", "trainer", "prescriber", "agency"])
def test_every_page_of(visitor, role, language):
    pages = pages_of(role)
    assert pages
    one = somebody(visitor, ROLES[role], language=language)
    assert one.scan(*pages, language=language) == []


@LANGUAGES
@pytest.mark.parametrize("role", ["coordinator", "administrator"])
def test_every_page_of_our_back_office(visitor, role, language):
    pages = pages_of(role)
    assert pages
    one = somebody(visitor, ROLES[role], language=language)
    assert one.scan(*pages, language=language) == []


@LANGUAGES
def test_every_step_of_an_enrolment(visitor, language):
    one = somebody(visitor, addresses.NEWCOMER, language=language)
    one.go(f"/enrol/{addresses.OPEN}/")
    found = one.faults()
    one.press_main_button()
    found += one.faults()
    one.press_main_button()
    found += one.faults()
    one.page.locator("[name=free][value=all]").check()
    one.press_main_button()
    found += one.faults()
    one.press_main_button()
    found += one.faults()
    one.page.locator("[name=privacy]").check()
    one.press_main_button()
    assert one.path() == f"/enrol/{addresses.OPEN}/sent/"
    assert found + one.faults() == []


@LANGUAGES
def test_every_state_of_an_enrolment(visitor, language):
    one, found = visitor(language=language, size=PHONE), []
    for status in EnrolmentStatus:
        enrolment = in_state(status, Session.objects.get(code=addresses.OPEN))
        User.objects.filter(pk=enrolment.person.user_id).update(language=language)
        one.context.clear_cookies()
        one.carry_key(enrolment.person.user.email)
        names = ["my_enrolment", "my_withdraw", "my_decline"]
        pages = ["/my/", *(reverse(name, args=[enrolment.pk]) for name in names)]
        found += [f"{status}: {fault}" for fault in one.scan(*pages, language=language)]
    assert found == []
