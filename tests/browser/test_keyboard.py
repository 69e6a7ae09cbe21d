"""With the keyboard alone: the skip link comes first, the focus is always seen, the work can be done."""

import pytest
from django.urls import reverse

from tests.browser import addresses
from tests.browser.visitor import CLOSE, DESK, Visitor
from training.models import HalfDay

pytestmark = pytest.mark.browser
LONGEST_WAY = 80

FOCUS = """() => {
  const one = document.activeElement, look = getComputedStyle(one), box = one.getBoundingClientRect();
  const label = one.closest("label") || one;
  const ring = getComputedStyle(label);
  const shown = [look, ring].some(each =>
    (each.outlineStyle !== "none" && parseFloat(each.outlineWidth) >= 2) || each.boxShadow !== "none");
  return {name: one.name || one.className || one.localName, shown, height: box.height,
          field: one.closest("main form") ? one.name : "",
          inside: box.bottom > 0 && box.top < innerHeight && box.width > 0,
          what: one.outerHTML.slice(0, 120)};
}"""


class Keys:
    """Somebody who never touches the mouse. Each stop on the way must be seen."""

    def __init__(self, one: Visitor) -> None:
        self.page, self.stops = one.page, []

    def tab(self) -> dict:
        self.page.keyboard.press("Tab")
        here = self.page.evaluate(FOCUS)
        assert here["shown"], f"the focus is not seen on {here['what']}"
        assert here["inside"], f"the focus is off the screen on {here['what']}"
        self.stops.append(here)
        return here

    def tab_to(self, selector: str) -> None:
        for _step in range(LONGEST_WAY):
            self.tab()
            if self.page.evaluate("it => document.activeElement.matches(it)", selector):
                return
        raise AssertionError(f"{selector} is not reached: {[one['name'] for one in self.stops]}")

    def press(self, key: str = "Enter") -> None:
        self.page.keyboard.press(key)

    @property
    def fields(self) -> list[str]:
        return list(dict.fromkeys(one["field"] for one in self.stops if one["field"]))


def test_the_form_of_an_enrolment(visitor):
    one = visitor(size=DESK)
    one.carry_key(addresses.NEWCOMER)
    one.go(f"/enrol/{addresses.OPEN}/identity/")
    keys = Keys(one)
    assert keys.tab()["name"] == "skip-link"
    keys.press()
    keys.tab_to("main form button[type=submit]")
    birth = [f"birth_date_{part}" for part in ("day", "month", "year")]
    assert keys.fields == ["given_name", "family_name", *birth]
    with one.leaving_one_page():
        keys.press()
    assert one.path().startswith(f"/enrol/{addresses.OPEN}/home/")


def test_the_verification(visitor):
    one = visitor(language="nl", size=DESK)
    one.go("/v/")
    keys = Keys(one)
    assert keys.tab()["name"] == "skip-link"
    keys.press()
    keys.tab_to("[name=code]")
    one.page.keyboard.type(addresses.certificates()["valid"].code)
    keys.tab_to("main form button[type=submit]")
    with one.leaving_one_page():
        keys.press()
    assert one.page.locator(".verdict-done").is_visible()


def test_the_register(visitor):
    """Everybody present, one absent with a reason, closed."""
    one = visitor(language="nl", size=DESK)
    one.carry_key(addresses.TRAINER)
    lesson = HalfDay.objects.get(session__code=addresses.RUNNING, date="2026-11-24")
    page = one.go(reverse("register", args=[lesson.pk]))
    keys = Keys(one)
    assert keys.tab()["name"] == "skip-link"
    keys.press()
    keys.tab_to("form button[type=submit]")
    keys.press()
    page.locator(CLOSE).wait_for()
    keys.tab_to("button[popovertarget]")
    keys.press()
    keys.tab_to("button[name=absence_code]")
    keys.press()
    page.locator(".register-count").get_by_text("1 afwezig").wait_for()
    assert page.evaluate("document.activeElement.matches('.person button')"), "the focus stays at the person"
    assert lesson.marks.exclude(absence_code=None).count() == 1
    keys.tab_to(CLOSE)
    with one.leaving_one_page():
        keys.press()
    assert page.evaluate("document.activeElement.name") == "head_count"
    page.keyboard.type(str(lesson.marks.filter(absence_code=None).count()))
    keys.tab_to("[name=unsigned_reason]")
    page.keyboard.type("Tablet leeg")
    keys.tab_to("main form button[type=submit]")
    with one.leaving_one_page():
        keys.press()
    lesson.refresh_from_db()
    assert lesson.is_closed
