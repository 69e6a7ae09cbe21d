"""What stands round every page is kept in the words of its language, whoever came first."""

import pytest
from django.core.cache import cache
from django.utils.translation import override

from accounts.bilingual import reader_language
from cms.domain.chrome import chrome

pytestmark = pytest.mark.django_db


def test_whoever_reads_english_on_the_way_leaves_no_english_behind():
    cache.clear()
    with override("en"):
        language = reader_language()
        first = chrome()
    with override(language):
        assert chrome() == first
    titles = [one.title for one in (*first.navigation, *first.footer)]
    assert {"fr": "Vérifier une attestation", "nl": "Een attest controleren"}[language] in titles
    assert "Check a certificate" not in titles
