"""The placement test in a real browser: every kind of screen, in both languages, with and without script."""

import pytest

from tests.browser import addresses
from tests.browser.visitor import DESK, PHONE

pytestmark = pytest.mark.browser


def answer(somebody) -> None:
    somebody.page.locator("input[value=unknown]").check()
    somebody.press_main_button()


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_from_the_first_page_to_the_result(visitor, language):
    somebody = visitor(language=language, size=PHONE)
    somebody.go("/placement/")
    assert somebody.faults() == []
    somebody.press_main_button()
    seen = set()
    for _ in range(60):
        if "/result/" in somebody.path():
            break
        title = somebody.page.locator("h1").inner_text()
        if title not in seen:
            seen.add(title)
            assert somebody.faults() == []
        answer(somebody)
    assert len(seen) == 5
    assert somebody.path() == "/placement/result/"
    assert "A0" in somebody.page.locator("main").inner_text()
    assert somebody.faults() == []


def test_without_script_and_by_night(visitor):
    somebody = visitor(size=DESK, scheme="dark", javascript=False)
    somebody.go("/placement/")
    somebody.press_main_button()
    somebody.press_main_button()  # no answer chosen: said on the page
    assert somebody.page.locator("[aria-invalid=true]").count()
    answer(somebody)
    assert somebody.path() == "/placement/question/"


def test_a_finished_result_of_an_account(visitor):
    somebody = visitor(size=PHONE)
    somebody.carry_key(addresses.LEARNER)
    somebody.go("/placement/result/")
    assert somebody.faults() == []
