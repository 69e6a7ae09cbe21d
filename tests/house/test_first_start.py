"""An installation without the demo opens with our own pages, and leaves them to its editors afterwards."""

import pytest
from django.core.management import call_command
from wagtail.models import Page

from certificates.domain import templates
from certificates.models import TemplateVersion


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


@pytest.mark.django_db
def test_a_new_installation_has_a_published_template_of_each_paper():
    call_command("open_site")
    call_command("open_site")
    published = TemplateVersion.objects.published().filter(template__provider=None)
    assert sorted(one.template.paper for one in published) == sorted(templates.papers())
