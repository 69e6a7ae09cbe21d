import hashlib

import pytest
import rfc8785
from django.core.cache import cache, caches
from django.utils import timezone
from django.utils.translation import override

from accounts.domain import roles
from accounts.enums import OrganisationKind, Role
from certificates.domain import issuing
from certificates.models import Certificate
from documents import press
from documents.press import Printed
from tests.certificates.school import School, account, finished_session, organisation


@pytest.fixture(autouse=True)
def _nobody_asked_yet():
    """The rate limit counts in the cache, and frames are kept: both outlive a test."""
    cache.clear()
    caches["process"].clear()


@pytest.fixture
def school(db) -> School:
    return finished_session()


@pytest.fixture
def agency(db):
    return organisation(OrganisationKind.AGENCY, "Interim Noord", verified_at=timezone.now())


@pytest.fixture
def member(agency):
    member = account("els@example.org", "Els", "Maertens", language="nl")
    roles.grant(user=member, organisation=agency, role=Role.AGENCY_MEMBER, by=None)
    return member


@pytest.fixture
def certificate(school) -> Certificate:
    return issuing.issue(enrolment=school.enrolments[0], by=school.coordinator)


@pytest.fixture
def in_english():
    with override("en"):
        yield


@pytest.fixture
def fast_press(monkeypatch) -> None:
    """A press that only writes the facts down, for tests whose subject is not the paper."""

    def printed(template, facts, *, language="fr", attachments=(), sealed=False):
        pdf = b"%PDF-" + rfc8785.dumps(facts.to_json())
        return Printed(pdf=pdf, sha256=hashlib.sha256(pdf).hexdigest(), pages=1)

    monkeypatch.setattr(press, "print_document", printed)
