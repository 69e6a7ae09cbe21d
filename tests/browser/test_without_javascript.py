"""The learner's part, the trainer's register and the verification on a telephone that runs no script."""

import pytest
from django.urls import reverse

from tests.browser import addresses
from tests.browser.visitor import PHONE, Visitor
from training.models import Enrolment, HalfDay

pytestmark = pytest.mark.browser


@pytest.fixture
def plain(visitor) -> Visitor:
    return visitor(size=PHONE, javascript=False)


def test_a_learner_enrols_and_withdraws(plain):
    page = plain.sign_in(addresses.NEWCOMER)
    plain.go(f"/enrol/{addresses.OPEN}/")
    plain.press_main_button()
    page.locator("[name=place]").fill("Nulle part")
    plain.press_main_button()
    assert page.locator(".form-errors").is_visible()
    assert page.locator("[name=place]").input_value() == "Nulle part"
    page.locator("[name=place]").fill("Bergues")
    plain.press_main_button()
    page.locator("[name=free][value=all]").check()
    plain.press_main_button()
    page.locator("[name=privacy]").check()
    plain.press_main_button()
    assert plain.path() == f"/enrol/{addresses.OPEN}/sent/"
    own = Enrolment.objects.get(session__code=addresses.OPEN, person__user__email=addresses.NEWCOMER)
    plain.go(reverse("my_enrolment", args=[own.pk]))
    plain.follow(page.locator(f"main a[href='{reverse('my_withdraw', args=[own.pk])}']"))
    plain.press_main_button()
    own.refresh_from_db()
    assert own.status == "WITHDRAWN"


def test_a_trainer_takes_the_register(plain):
    page = plain.sign_in(addresses.TRAINER)
    plain.follow(page.locator("main a[href*='/trainer/half-days/']").first)
    plain.press_main_button()
    lesson = HalfDay.objects.get(session__code=addresses.RUNNING, date="2026-11-24")
    assert lesson.marks.count() == lesson.session.enrolments.on_the_register().count()
    person = page.locator(".person").first
    person.locator("button[popovertarget]").first.click()
    plain.follow(person.locator("button[name=minutes_late][value='15']"))
    assert lesson.marks.get(minutes_late=15)
    plain.follow(page.locator(".person").nth(2).locator(".person-deeds [name=absence_code]"))
    assert lesson.marks.get(absence_code__code="U_UNJUSTIFIED")
    other = page.locator(".person").nth(1)
    other.locator("button[popovertarget]").first.click()
    other.locator("[name=minutes_late][type=text]").fill("soon")
    plain.follow(other.locator("form").last.locator("button[type=submit]"))
    assert page.locator(".field-error").first.is_visible()
    assert page.locator("[aria-invalid=true]").input_value() == "soon"
    plain.go(reverse("register_close", args=[lesson.pk]))
    page.locator("[name=head_count]").fill(str(lesson.marks.filter(absence_code=None).count()))
    page.locator("[name=unsigned_reason]").fill("La tablette était vide.")
    plain.press_main_button()
    lesson.refresh_from_db()
    assert lesson.is_closed


def test_somebody_checks_a_certificate(plain):
    plain.go("/v/?lang=nl")
    plain.press_main_button()
    assert plain.page.locator(".field-error").is_visible()
    code = addresses.certificates()["valid"].grouped_code
    plain.page.locator("[name=code]").fill(code.lower().replace("0", "o"))
    plain.press_main_button()
    assert plain.page.locator(".verdict-done").is_visible()
    assert plain.page.locator("html").get_attribute("lang") == "nl"
