"""The office is told that its certificates carry a TEST seal, until one is bought."""

import pytest
from django.urls import reverse

from certificates.domain.queries import newest_seal
from documents.models import archive
from documents.sealing import stamp
from tests.documents import keys

SAID = {"fr": "Le cachet des attestations est un TEST", "nl": "Het zegel op de attesten is een TEST"}


@pytest.fixture(autouse=True)
def _fresh_stamp():
    stamp.forget()
    yield
    stamp.forget()


@pytest.fixture
def _bought(settings, tmp_path):
    settings.SEAL_PKCS12, settings.SEAL_PASSWORD = str(keys.store(tmp_path, keys.elliptic())), keys.PASSWORD


def dashboard(client, school, language: str = "fr") -> str:
    school.coordinator.language = language
    school.coordinator.save()
    client.force_login(school.coordinator)
    return client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_the_dashboard_says_so_and_what_to_do(client, school, certificate, language):
    page = dashboard(client, school, language)
    assert SAID[language] in page
    assert "docs/operations.md" in page


def test_before_the_first_certificate_nothing_is_said(client, school):
    assert SAID["fr"] not in dashboard(client, school)


@pytest.mark.usefixtures("_bought")
def test_with_a_bought_seal_nothing_is_said(client, school, certificate):
    assert SAID["fr"] not in dashboard(client, school)


def test_the_file_is_looked_at_once(certificate, monkeypatch):
    assert newest_seal.is_test()
    monkeypatch.setattr(newest_seal, "_of", lambda newest: pytest.fail("looked again"))
    assert newest_seal.is_test()


def test_a_file_that_is_gone_keeps_no_page_from_opening(client, school, certificate):
    archive().delete(certificate.document.file.name)
    assert SAID["fr"] not in dashboard(client, school)
