"""A learner's lessons by month and week, read as a list; the private address made, renewed, taken back."""

from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from icalendar import Calendar

from accounts.models import User
from tests.browser import addresses
from tests.browser.visitor import DESK, PHONE, Visitor
from tests.demo_school import TODAY
from training.domain import feeds
from training.models import HalfDay

pytestmark = pytest.mark.browser
BOTH = pytest.mark.parametrize(("language", "size"), [("fr", DESK), ("nl", PHONE)])


def a_learner(visitor, language: str, size: dict) -> Visitor:
    User.objects.filter(email=addresses.LEARNER).update(language=language)
    one = visitor(language=language, size=size)
    one.carry_key(addresses.LEARNER)
    return one


def lessons() -> list[HalfDay]:
    return list(HalfDay.objects.held().filter(session__code=addresses.RUNNING).order_by("date", "start_time"))


def spoken(one: Visitor) -> str:
    """What a screen reader is told of the period: nothing that is only seen, everything that is a list."""
    return one.page.locator("section[aria-labelledby=period]").aria_snapshot()


@BOTH
def test_month_and_week_are_read_as_a_list_of_days(visitor, language, size):
    one = a_learner(visitor, language, size)
    one.go(reverse("calendar"))
    here = [half_day for half_day in lessons() if half_day.date.replace(day=1) == TODAY.replace(day=1)]
    assert here
    month = spoken(one)
    assert month.count("- link") == len(here)
    assert month.count("heading") >= 1 + len({half_day.date for half_day in here})
    found = one.faults()

    one.follow(one.page.locator(".calendar-lengths a").nth(1))
    week = [half_day for half_day in here if half_day.date.isocalendar()[:2] == TODAY.isocalendar()[:2]]
    assert spoken(one).count("- link") == len(week)
    assert one.page.locator("#today [aria-current=date]").count() == 1
    found += one.faults()
    title = one.page.inner_text("#period")
    one.follow(one.page.locator(".calendar-ways a").nth(2))
    assert one.page.inner_text("#period") != title
    one.follow(one.page.locator(".calendar-entry a").first)
    assert found + one.faults() == []


def press(one: Visitor, name: str) -> None:
    one.follow(one.page.locator(f"main button[name={name}]"))


def fetch(one: Visitor, path: str) -> tuple[int, bytes]:
    """What a telephone gets at this address: no cookie goes along."""
    answer = one.context.browser.new_context().request.get(one.address + path)
    return answer.status, answer.body()


@BOTH
def test_the_private_address_is_made_renewed_and_taken_back(visitor, language, size):
    one = a_learner(visitor, language, size)
    feeds.revoke(user=User.objects.get(email=addresses.LEARNER))
    one.go(reverse("calendar"))
    one.follow(one.page.locator(f"main a[href='{reverse('calendar_subscribe')}']"))
    found = one.faults()
    press(one, "make")
    first = urlsplit(one.page.inner_text("#address")).path
    status, content = fetch(one, first)
    assert status == 200
    assert len(Calendar.from_ical(content).walk("VEVENT")) >= len(lessons())
    assert b"Wallyn" not in content
    assert one.page.locator("a[href^='webcal://']").count() == 1
    found += one.faults()

    press(one, "renew")
    assert fetch(one, first)[0] != 200
    second = urlsplit(one.page.inner_text("#address")).path
    assert fetch(one, second)[0] == 200
    press(one, "revoke")
    assert fetch(one, second)[0] == 410
    assert one.page.locator("main button[name=make]").count() == 1
    assert found + one.faults() == []
