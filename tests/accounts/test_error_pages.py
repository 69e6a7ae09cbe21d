"""Pages that end a way: ours, in the reader's language, and with a way on."""

from unittest import mock

import pytest
from django.test import Client
from django.urls import reverse

from accounts.enums import Role
from tests.accounts.builders import somebody

pytestmark = pytest.mark.django_db


def visitor(language: str = "fr") -> Client:
    browser = Client(raise_request_exception=False, headers={"accept-language": language})
    browser.cookies["django_language"] = language
    return browser


def ends_well(response, status: int) -> str:
    page = response.content.decode()
    assert response.status_code == status
    assert "Grenstaal" in page
    assert 'class="button" href="/' in page
    return page


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_not_found(language):
    page = ends_well(visitor(language).get(f"/{language}/nowhere/"), 404)
    assert f'<html lang="{language}"' in page


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_not_allowed_leads_to_ones_own_start(language):
    browser = visitor(language)
    browser.force_login(somebody(Role.TRAINER, language=language))
    page = ends_well(browser.get("/admin/"), 403)
    assert f'<html lang="{language}"' in page
    assert reverse("start") in page


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_a_form_that_waited_too_long(language):
    browser = Client(enforce_csrf_checks=True, headers={"accept-language": language})
    page = ends_well(browser.post(reverse("account_login"), {"login": "lea@example.org"}), 403)
    assert f'<html lang="{language}"' in page


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_too_many_tries(language):
    with mock.patch("certificates.views.limits.too_often", return_value=True):
        page = ends_well(visitor(language).get(reverse("verify")), 429)
    assert f'<html lang="{language}"' in page


@pytest.mark.parametrize("status", [400, 500])
def test_without_anything_behind_it_both_languages_are_written_out(settings, status):
    settings.ALLOWED_HOSTS = ["testserver"]
    with mock.patch("cms.views.site.sitemap.entries", side_effect=RuntimeError):
        host = {"host": "not-ours.example.org"} if status == 400 else {}
        page = ends_well(visitor().get("/sitemap.xml", headers=host), status)
    assert '<html lang="fr"' in page
    assert '<div class="stack" lang="nl">' in page
