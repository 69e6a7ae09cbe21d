"""A certificate whose last day is over, as an agency sees it."""

from datetime import timedelta

import pytest
from django.core.cache import caches

from accounts.models import User
from certificates.models import Issuer
from tests.browser import addresses
from tests.browser.clock import later
from tests.browser.visitor import DESK, PHONE
from tests.certificates.school import replace

pytestmark = pytest.mark.browser
WORDS = {"fr": "Expirée", "nl": "Verlopen", "en": "Expired"}


@pytest.fixture
def expiring(demo_school):
    Issuer.objects.update(valid_years=1)
    coordinator = User.objects.get(email="helene.vandamme@example.org")
    return replace(addresses.certificates()["valid"], coordinator)


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_says_so_and_until_when(visitor, expiring, language, scheme):
    one = visitor(language=language, size=PHONE if scheme == "dark" else DESK, scheme=scheme)
    caches["process"].clear()
    with later(expiring.valid_until + timedelta(days=1)):
        one.go(f"/v/{expiring.code}")
        assert one.page.locator("h1").inner_text() == WORDS[language]
        assert str(expiring.valid_until.year) in one.page.locator(".verdict").inner_text()
        assert one.faults() == []
    caches["process"].clear()
