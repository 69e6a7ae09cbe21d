"""A full session: who waits sees the place in the queue, a place that comes free goes to the next in it."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from tests.browser import addresses
from tests.browser.test_keyboard import Keys
from tests.browser.visitor import Visitor
from training.enums import EnrolmentStatus
from training.models import Enrolment

pytestmark = pytest.mark.browser
S = EnrolmentStatus


def waiting() -> list[Enrolment]:
    full = Enrolment.objects.filter(session__code=addresses.FULL, status=S.WAITLISTED)
    return list(full.select_related("person__user").order_by("queue_position"))


def of(email: str) -> Enrolment:
    return Enrolment.objects.get(session__code=addresses.FULL, person__user__email=email)


def own_page(one: Visitor, enrolment: Enrolment) -> str:
    """What the person of this enrolment reads on its page now."""
    one.context.clear_cookies()
    one.carry_key(enrolment.person.user.email)
    one.go(reverse("my_enrolment", args=[enrolment.pk]))
    return one.page.inner_text("main")


def press(one: Visitor, name: str, enrolment: Enrolment) -> None:
    """Opens the page that asks, and says yes."""
    own_page(one, enrolment)
    one.follow(one.page.locator(f"main a[href='{reverse(name, args=[enrolment.pk])}']"))
    one.press_main_button()


def enrol_newcomer(one: Visitor) -> None:
    one.carry_key(addresses.NEWCOMER)
    one.go(f"/enrol/{addresses.FULL}/")
    for _step in ("identity", "home"):
        one.press_main_button()
    one.page.locator("[name=free][value=all]").check()
    one.press_main_button()
    one.page.locator("[name=privacy]").check()


def now(enrolment: Enrolment) -> EnrolmentStatus:
    enrolment.refresh_from_db()
    return enrolment.status


def letters_to(enrolment: Enrolment) -> list[str]:
    return [one.subject for one in mail.outbox if enrolment.person.user.email in one.to]


def test_a_place_that_comes_free_goes_to_the_next(visitor):
    """To the first who waits; then past a pair, for whom one chair is too few, to who came after them."""
    one, queue = visitor(), waiting()
    enrol_newcomer(one)
    one.press_main_button()
    rank = len(queue) + 1
    assert f"numéro {rank}" in one.page.inner_text("h1")
    last = of(addresses.NEWCOMER)

    press(one, "my_withdraw", of(addresses.GRADUATE))
    assert of(addresses.GRADUATE).status == S.WITHDRAWN
    first, *pair = queue
    assert [now(one) for one in (first, *pair, last)] == [S.OFFERED, *[S.WAITLISTED] * 3]
    assert letters_to(first)
    assert not letters_to(pair[0])
    own_page(one, last)
    assert str(rank - 1) in one.page.inner_text(".now, main section, main .slip")

    own_page(one, first)
    one.follow(one.page.locator(f"main form[action='{reverse('my_accept', args=[first.pk])}'] button"))
    assert now(first) == S.CONFIRMED
    assert len(letters_to(first)) == 2

    press(one, "my_withdraw", first)
    assert [now(one) for one in (*pair, last)] == [S.WAITLISTED, S.WAITLISTED, S.OFFERED]
    assert "il vous en faut deux" in own_page(one, pair[0])
    assert len(letters_to(last)) == 2

    press(one, "my_decline", last)
    assert [now(one) for one in (*pair, last)] == [S.WAITLISTED, S.WAITLISTED, S.WITHDRAWN]


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_the_link_of_the_letter_answers(visitor, language):
    """Signed out, with the keyboard: yes comes before no. Afterwards the link says what became of it."""
    one, first = visitor(language=language), waiting()[0]
    press(one, "my_withdraw", of(addresses.GRADUATE))
    (letter,) = [one for one in mail.outbox if first.person.user.email in one.to]
    link = re.search(r"/offer/[^/\s]+/", letter.body).group()
    one.context.clear_cookies()
    one.go(link)
    found = one.faults()
    keys = Keys(one)
    keys.tab_to("main button[value=yes]")
    keys.tab_to("main button[value=no]")
    one.page.keyboard.press("Shift+Tab")
    with one.leaving_one_page():
        keys.press()
    assert now(first) == S.CONFIRMED
    found += one.faults()
    one.go(link)
    assert one.page.locator("main button[value=yes]").count() == 0
    assert found + one.faults() == []


def test_nobody_enrols_twice(visitor):
    """Two tabs at the last step, both sent: one enrolment, and the second tab shows it."""
    one = visitor()
    enrol_newcomer(one)
    other = one.context.new_page()
    other.goto(one.page.url)
    other.locator("[name=privacy]").check()
    one.press_main_button()
    other.locator("main form button[type=submit]").first.click()
    own = of(addresses.NEWCOMER)
    other.wait_for_url(f"**{reverse('my_enrolment', args=[own.pk])}")
    assert own.status == S.WAITLISTED
    one.go(f"/enrol/{addresses.FULL}/")
    assert one.path() == reverse("my_enrolment", args=[own.pk])
