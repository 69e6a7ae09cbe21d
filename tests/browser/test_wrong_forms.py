"""Forms sent wrong, in French and in Dutch: the error stands at its field, nothing typed is lost.

One table: the form, how somebody gets there, and what they send. Who adds a form adds a row. The profile has
none: nothing that a browser lets through is wrong there.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.urls import reverse

from accounts.models import User
from tests.browser import addresses
from tests.browser.visitor import PHONE, Visitor, code_in_letter, write
from training.models import Enrolment

pytestmark = pytest.mark.browser
SECRET = ("password", "password1", "password2", "oldpassword")
WHOLE = "the form as a whole"

# What is said at a field: its error, when the control or its group of controls names it as its description.
SAID = """([name, form]) => {
  const boxes = [...form.elements].filter(one => one.type !== "hidden" && one.name &&
    (one.name === name || one.name.startsWith(name + "_")));
  const described = one => [one, one.closest("fieldset")].filter(Boolean)
    .flatMap(each => (each.getAttribute("aria-describedby") || "").split(/\\s+/)).filter(Boolean)
    .map(id => document.getElementById(id)).filter(Boolean);
  const errors = new Set(boxes.flatMap(described)
    .filter(one => one.matches(".field-error") && one.checkVisibility())
    .map(one => one.innerText.trim()).filter(Boolean));
  return [...errors].join(" / ");
}"""


@dataclass(frozen=True)
class Form:
    """`leads`: how somebody gets there. `tries`: what is typed → who complains."""

    name: str
    leads: Callable[[Visitor, str], None]
    tries: list[tuple[dict[str, str], list[str]]]
    who: str = ""
    form: str = "main form[method=post i]"


def to(name: str) -> Callable[[Visitor, str], None]:
    return lambda one, language: one.go(reverse(name)) and None


def after_signing_up(one: Visitor, language: str) -> None:
    one.go("/account/signup/")
    one.page.locator("[name=email]").fill(f"new.{language}@example.org")
    one.page.locator("[name=password1]").fill("drie woorden naast elkaar")
    with one.leaving_one_page():
        one.press_main_button()


def after_forgetting(one: Visitor, language: str) -> None:
    one.go("/account/password/forgotten/")
    one.page.locator("[name=email]").fill(addresses.NEWCOMER)
    with one.leaving_one_page():
        one.press_main_button()


def with_the_code_for_a_new_password(one: Visitor, language: str) -> None:
    after_forgetting(one, language)
    one.page.locator("[name=code]").fill(code_in_letter(addresses.NEWCOMER))
    with one.leaving_one_page():
        one.press_main_button()


def enrolling(*pressed: str) -> Callable[[Visitor, str], None]:
    """At the step after those that are pressed through."""

    def go(one: Visitor, language: str) -> None:
        one.go(f"/enrol/{addresses.OPEN}/identity/")
        for step in pressed:
            if step == "availability":
                one.page.locator("[name=free][value=all]").check()
            with one.leaving_one_page():
                one.press_main_button()

    return go


def own_colleagues(one: Visitor, language: str) -> None:
    manager = User.objects.get(email=addresses.AGENCY).memberships.get()
    one.go(reverse("colleagues", args=[manager.pk]))


def levels_of_a_learner(one: Visitor, language: str) -> None:
    one.go(reverse("levels", args=[follower().pk]) + "?moment=EXIT")


def follower() -> Enrolment:
    return Enrolment.objects.get(session__code=addresses.RUNNING, person__user__email=addresses.LEARNER)


def born(day: str, month: str, year: str) -> dict[str, str]:
    return {"birth_date_day": day, "birth_date_month": month, "birth_date_year": year}


FORMS = [
    Form("sign up", to("account_signup"), [
        ({}, ["email", "password1"]),
        ({"email": "sonia@", "password1": "123"}, ["email", "password1"]),
    ]),
    Form("sign in", to("account_login"), [
        ({}, ["login", "password"]),
        ({"login": "nobody@example.org", "password": "not this one"}, [WHOLE]),
    ]),
    Form("code after signing up", after_signing_up, [({}, ["code"]), ({"code": "no"}, ["code"])]),
    Form("forgotten", to("account_reset_password"), [({}, ["email"]), ({"email": "sonia@"}, ["email"])]),
    Form("code after forgetting", after_forgetting, [({}, ["code"]), ({"code": "no"}, ["code"])]),
    Form("new password", with_the_code_for_a_new_password, [
        ({}, ["password1", "password2"]),
        ({"password1": "drie woorden naast elkaar", "password2": "iets anders"}, ["password2"]),
        ({"password1": "123", "password2": "123"}, ["password1"]),
    ]),
    Form("another password", to("account_change_password"), [
        ({}, ["oldpassword", "password1", "password2"]),
        ({"oldpassword": "no", "password1": "123", "password2": "456"}, ["oldpassword", "password1"]),
    ], addresses.NEWCOMER),
    Form("is it you", to("account_reauthenticate"), [
        ({}, ["password"]), ({"password": "not this one"}, ["password"]),
    ], addresses.NEWCOMER),
    Form("colleague", own_colleagues, [
        ({}, ["email"]), ({"email": "wout@", "first_name": "Wout"}, ["email"]),
    ], addresses.AGENCY),
    Form("identity", enrolling(), [
        ({"given_name": "", "family_name": "", **born("", "", "")},
         ["given_name", "family_name", "birth_date"]),
        ({"given_name": "Zoë", **born("31", "2", "1990")}, ["family_name", "birth_date"]),
        (born("1", "1", "2015"), ["birth_date"]),
    ], addresses.NEWCOMER),
    Form("home", enrolling("identity"), [
        ({"place": "", "france_travail_identifier": ""}, ["place", "france_travail_identifier"]),
        ({"place": "Nulle part", "france_travail_missing": "YES", "france_travail_identifier": "12",
          "phone": "12"},
         ["place", "france_travail_identifier", "phone"]),
        ({"france_travail_missing": "FORGOTTEN", "phone": "0612"},
         ["place", "france_travail_missing", "phone"]),
        ({"place": "Saint"}, ["place"]),
    ], addresses.NEWCOMER),
    Form("availability", enrolling("identity", "home"), [
        ({"motivation": "Werken in Veurne"}, ["free"]),
        ({"free": "part"}, ["availability"]),
    ], addresses.NEWCOMER),
    Form("check", enrolling("identity", "home", "availability"), [({}, ["privacy"])], addresses.NEWCOMER),
    Form("levels", levels_of_a_learner, [
        ({"comment": "Spreekt vlot"}, [WHOLE]),
        ({"assessed_on": "", "LIS": "A1"}, ["assessed_on"]),
        ({"assessed_on": "2031-01-01"}, ["assessed_on"]),
    ], addresses.TRAINER),
    Form("verification", to("verify"), [({}, ["code"])], form="main form"),
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_sent_wrong(visitor, form):
    said = {language: sent_wrong(visitor, form, language) for language in ("fr", "nl")}
    same = [one for one in said["fr"] if one in said["nl"]]
    assert not same, "said in one language only"


def sent_wrong(visitor, form: Form, language: str) -> list[str]:
    """All that was said. Fails where something was not said, or was lost."""
    one = visitor(language=language, size=PHONE)
    if form.who:
        User.objects.filter(email=form.who).update(language=language)
        one.carry_key(form.who)
    form.leads(one, language)
    said = []
    for typed, complains in form.tries:
        sheet = one.page.locator(form.form).first
        for name, value in typed.items():
            write(sheet, name, value)
        with one.leaving_one_page():
            sheet.locator("button:not([type=button]), input[type=submit]").first.click()
        said += check(one, form, typed, complains)
        assert one.page.locator("html").get_attribute("lang") == language
    return said


def kept(sheet, name: str, value: str) -> bool:
    field = sheet.locator(f'[name="{name}"]')
    if field.first.get_attribute("type") in ("radio", "checkbox"):
        return sheet.locator(f'[name="{name}"][value="{value}"]').is_checked()
    return field.input_value() == value


def check(one: Visitor, form: Form, typed: dict[str, str], complains: list[str]) -> list[str]:
    sheet = one.page.locator(form.form).first
    lost = [name for name, value in typed.items() if name not in SECRET and not kept(sheet, name, value)]
    assert lost == [], f"lost in {form.name}"
    said = [one.page.locator(".form-errors > p").inner_text()] if WHOLE in complains else []
    for name in complains:
        if name != WHOLE:
            sentence = one.page.evaluate(SAID, [name, sheet.element_handle()])
            assert sentence, f"{form.name} says nothing at {name} after {typed}"
            said.append(sentence)
    assert one.page.evaluate("document.activeElement.matches('.form-errors')"), f"{form.name}: focus"
    return said
