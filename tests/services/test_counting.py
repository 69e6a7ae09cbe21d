"""The cache that counts: against a real Valkey."""

import pytest
from django.core.cache import caches

from config.bench.server import valkey_of_its_own


@pytest.fixture
def counting(settings):
    with valkey_of_its_own() as socket:
        settings.CACHES = {
            **settings.CACHES,
            "default": {"BACKEND": "config.caches.CountingCache", "LOCATION": f"unix://{socket}?db=1"},
        }
        yield caches["default"]


def test_each_key_is_counted_and_forgotten_after_its_time(counting):
    assert counting.count_up(["a", "b"], timeout=60) == [1, 1]
    assert counting.count_up(["a"], timeout=60) == [2]
    assert counting.get("a") == 2
    key = counting.make_key("a")
    assert 0 < counting._cache.get_client(key).ttl(key) <= 60


def test_counting_on_does_not_make_it_live_longer(counting):
    counting.count_up(["a"], timeout=20)
    counting.count_up(["a"], timeout=60)
    key = counting.make_key("a")
    assert counting._cache.get_client(key).ttl(key) <= 20
