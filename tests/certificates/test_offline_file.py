"""The file for use without any network: composed once, the same everywhere, another with each key and day."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from certificates.domain import keys, offline_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def composed(monkeypatch):
    """How often its styles were read."""
    times, read = [], offline_file._styles
    offline_file._composed.cache_clear()
    monkeypatch.setattr(offline_file, "_styles", lambda: times.append(1) or read())
    yield times
    offline_file._composed.cache_clear()


def fetched(client, **headers):
    return client.get(reverse("offline_verifier"), headers=headers)


def test_it_is_composed_once_and_sent_again_only_when_it_changed(client, composed):
    keys.active()
    first = fetched(client)
    assert (first.status_code, first["Cache-Control"]) == (200, "public, no-cache")
    assert "attachment" in first["Content-Disposition"]
    again = fetched(client, if_none_match=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert fetched(client).content == first.content
    assert len(composed) == 1


def test_it_is_the_same_in_every_process(composed):
    first = offline_file.written()
    offline_file._composed.cache_clear()
    assert offline_file.written() == first
    assert len(composed) == 2


def test_a_key_that_changes_makes_another_file(client, composed):
    key = keys.active()
    before = fetched(client)
    keys.compromise(key=key, since=timezone.now())
    after = fetched(client, if_none_match=before["ETag"])
    assert after.status_code == 200
    assert b'"revoked"' in after.content
    assert after["ETag"] != before["ETag"]


def test_so_does_the_next_day(monkeypatch, composed):
    today = offline_file.written()
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)
    assert offline_file.written() != today
