"""What somebody sees who is lost, refused, too quick, or meets a fault of ours."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from accounts.models import User
from certificates.views import limits
from tests.browser import addresses
from tests.browser.visitor import DESK, Visitor

pytestmark = pytest.mark.browser


@pytest.fixture
def one(visitor, request) -> Visitor:
    language = request.param
    User.objects.filter(email=addresses.LEARNER).update(language=language)
    somebody = visitor(language=language, size=DESK)
    somebody.language = language
    return somebody


both = pytest.mark.parametrize("one", ["fr", "nl"], indirect=True)


def met(one: Visitor, path: str, *, status: int) -> list[str]:
    one.go(path, status=status)
    assert one.page.locator("html").get_attribute("lang") == one.language
    assert one.page.locator("h1").inner_text()
    return one.faults()


@both
def test_lost_and_refused(one):
    found = met(one, f"/{one.language}/nowhere/", status=404)
    one.carry_key(addresses.LEARNER)
    found += met(one, reverse("my_enrolment", args=[999_999]), status=404)
    found += met(one, "/admin/", status=403)
    assert found == []


@both
def test_too_quick(one, monkeypatch):
    monkeypatch.setattr(limits, "PER_NETWORK", 0)
    cache.clear()
    assert met(one, f"/v/?lang={one.language}", status=429) == []


@both
def test_a_form_that_waited_too_long(one):
    one.go("/account/login/")
    one.context.clear_cookies()
    one.refusals.add(one.page.url)
    one.press_main_button()
    assert one.page.locator("html").get_attribute("lang") == one.language
    assert one.page.locator("[name=login]").count() == 0
    assert one.faults() == []


def test_a_fault_of_ours(visitor, monkeypatch):
    """Both languages on one page: nothing is asked of the database."""

    def broken(request):
        raise RuntimeError("on purpose")

    monkeypatch.setattr("certificates.views.verify.shell", broken)
    one = visitor(size=DESK)
    one.go("/v/", status=500)
    assert one.page.locator("[lang=nl] h2").is_visible()
    assert one.faults() == []
