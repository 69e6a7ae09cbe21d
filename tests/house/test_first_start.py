"""An installation without the demo opens with our own pages, and leaves them to its editors afterwards."""

import pytest
from django.core.management import call_command
from wagtail.models import Page


@pytest.mark.django_db
def test_a_new_installation_opens_with_its_first_pages(client):
    call_command("open_site")
    for address in ("/fr/", "/nl/"):
        page = client.get(address)
        assert page.status_code == 200
        assert b"Grenstaal" in page.content
        assert b"Wagtail" not in page.content
    pages = list(Page.objects.order_by("path").values_list("pk", flat=True))
    call_command("open_site")
    assert list(Page.objects.order_by("path").values_list("pk", flat=True)) == pages
