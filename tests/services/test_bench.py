"""What bin/bench measures with: an ordinary page that is ordinary, and certificates by the thousand."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from certificates.models import Certificate
from cms.domain import building
from config.bench import certificates, floors
from config.bench.table import at_least, at_most


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Wagtail leaves files open
@pytest.mark.django_db
def test_the_ordinary_page_asks_as_often_as_such_pages_do(client, settings, tmp_path):
    building.build_site()
    settings.ROOT_URLCONF = "config.bench.urls"
    floors.hang_pictures(tmp_path)
    assert client.get("/bench/ordinary/").status_code == 200  # makes the renditions
    with CaptureQueriesContext(connection) as seen:
        html = client.get("/bench/ordinary/").content.decode()
    assert html.count("<img") > 5
    assert 30 <= len(seen) <= 50


@pytest.mark.django_db
def test_certificates_are_made_by_the_thousand_and_found_by_the_index():
    certificates.fill(1_000)
    certificates.fill(3_000)
    assert Certificate.objects.count() == 3_000
    assert "Index" in certificates.plan_of("000000000BB8")


def test_a_line_says_whether_it_was_reached():
    assert str(at_least("pages", 0.61, 0.6)).endswith("reached")
    assert "NOT REACHED" in str(at_least("pages", 0.59, 0.6))
    assert "NOT REACHED" in str(at_most("queries", 11, 10))
