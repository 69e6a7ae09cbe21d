"""Every form sent wrong, in French and in Dutch: the error stands at its field, nothing typed is lost.

One table: the form, how somebody gets there, and what they send. Who adds a form adds a row. The profile has
none: nothing that a browser lets through is wrong there. The register has its own in test_without_javascript.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.urls import reverse

from accounts.models import User
from certificates.models import Certificate
from config.demo.people import PASSWORD
from tests.browser import addresses
from tests.browser.visitor import DESK, PHONE, Visitor, code_in_letter, write
from training.enums import EnrolmentStatus
from training.models import Enrolment, Session

pytestmark = pytest.mark.browser
SECRET = ("password", "password1", "password2", "oldpassword")
WHOLE = "the form as a whole"
ANY = "whatever is required"
BOTH = ("fr", "nl")

# What is said at a field: its error, when the control or its group of controls names it as its description.
SAID = """([name, form]) => {
  const boxes = [...form.elements].filter(one => one.type !== "hidden" && one.name &&
    (one.name === name || one.name.startsWith(name + "_")));
  const described = one => [one, one.closest("fieldset")].filter(Boolean)
    .flatMap(each => (each.getAttribute("aria-describedby") || "").split(/\\s+/)).filter(Boolean)
    .map(id => document.getElementById(id)).filter(Boolean);
  const errors = new Set(boxes.flatMap(described)
    .filter(one => one.matches(".field-error, .w-field__errors, .error-message") && one.checkVisibility())
    .map(one => one.innerText.trim()).filter(Boolean));
  return [...errors].join(" / ");
}"""
COMPLAINING = """form => [...form.querySelectorAll(".w-field--error")]
  .map(one => one.querySelector("[name]")?.name || one.outerHTML.slice(0, 80))"""


@dataclass(frozen=True)
class Form:
    """`leads`: how somebody gets there. `tries`: what is typed → who complains."""

    name: str
    leads: Callable[[Visitor, str], None]
    tries: list[tuple[dict[str, str], list[str]]]
    who: str = ""
    form: str = "main form[method=post i]"

    @property
    def is_office(self) -> bool:
        return self.who == addresses.COORDINATOR


def to(name: str, **arguments) -> Callable[[Visitor, str], None]:
    return lambda one, language: one.go(reverse(name, kwargs=arguments)) and None


def after_signing_up(one: Visitor, language: str) -> None:
    one.go("/account/signup/")
    one.page.locator("[name=email]").fill(f"new.{language}@example.org")
    one.page.locator("[name=password1]").fill("drie woorden naast elkaar")
    one.press_main_button()


def after_forgetting(one: Visitor, language: str) -> None:
    one.go("/account/password/forgotten/")
    one.page.locator("[name=email]").fill(addresses.NEWCOMER)
    one.press_main_button()


def with_the_code_for_a_new_password(one: Visitor, language: str) -> None:
    after_forgetting(one, language)
    one.page.locator("[name=code]").fill(code_in_letter(addresses.NEWCOMER))
    one.press_main_button()


def proven(path: str) -> Callable[[Visitor, str], None]:
    """Past the question "is it you?"."""

    def go(one: Visitor, language: str) -> None:
        one.go(path)
        one.page.locator("[name=password]").fill(PASSWORD)
        one.press_main_button()

    return go


def with_a_second_step(email: str) -> User:
    user = User.objects.get(email=email)
    if not user.authenticator_set.exists():
        TOTP.activate(user, generate_totp_secret())
    return user


def half_signed_in(one: Visitor, language: str) -> None:
    with_a_second_step(addresses.TRAINER)
    User.objects.filter(email=addresses.TRAINER).update(language=language)
    one.sign_in(addresses.TRAINER)
    one.page.wait_for_url("**/second-step/code/")


def asked_again(one: Visitor, language: str) -> None:
    with_a_second_step(addresses.LEARNER)
    one.go("/account/second-step/again/")


def enrolling(*pressed: str) -> Callable[[Visitor, str], None]:
    """At the step after those that are pressed through."""

    def go(one: Visitor, language: str) -> None:
        one.go(f"/enrol/{addresses.OPEN}/identity/")
        for step in pressed:
            if step == "availability":
                one.page.locator("[name=free][value=all]").check()
            one.press_main_button()

    return go


def own_files(one: Visitor, language: str) -> None:
    one.go(reverse("my_files", args=[place_of_the_graduate().pk]))


def of_own_papers(one: Visitor, language: str) -> None:
    one.go(reverse("enrolments_office:hand_over", args=[place_of_the_graduate().deliveries.get().pk]))


def a_file_of_hers(one: Visitor, language: str) -> None:
    one.go(reverse("enrolments_office:attach", args=[place_of_the_graduate().pk]))


def place_of_the_graduate() -> Enrolment:
    return Enrolment.objects.get(session__code=addresses.FULL, person__user__email=addresses.GRADUATE)


def own_colleagues(one: Visitor, language: str) -> None:
    manager = User.objects.get(email=addresses.AGENCY).memberships.get()
    one.go(reverse("colleagues", args=[manager.pk]))


def levels_of_a_learner(one: Visitor, language: str) -> None:
    one.go(reverse("levels", args=[follower().pk]) + "?moment=EXIT")


def follower() -> Enrolment:
    return Enrolment.objects.get(session__code=addresses.RUNNING, person__user__email=addresses.LEARNER)


def a_request() -> Enrolment:
    return Enrolment.objects.filter(status=EnrolmentStatus.SUBMITTED).order_by("pk")[0]


def of_session(name: str) -> Callable[[Visitor, str], None]:
    return lambda one, language: one.go(reverse(name, args=[addresses.running().pk])) and None


def deed(find: Callable[[], Enrolment], verb: str) -> Callable[[Visitor, str], None]:
    return lambda one, language: one.go(reverse("enrolments_office:deed", args=[find().pk, verb])) and None


def of_certificate(name: str) -> Callable[[Visitor, str], None]:
    def go(one: Visitor, language: str) -> None:
        valid = Certificate.objects.get(enrolment__person__user__email=addresses.GRADUATE)
        one.go(reverse(name, args=[valid.pk]))

    return go


def of_a_lesson(one: Visitor, language: str) -> None:
    lesson = Session.objects.get(code=addresses.OPEN).half_days.held().order_by("date")[0]
    one.go(reverse("half_days_office:move", args=[lesson.pk]))


def of_an_account(one: Visitor, language: str) -> None:
    one.go(reverse("accounts_office:inspect", args=[User.objects.get(email=addresses.NEWCOMER).pk]))


def of_a_file(one: Visitor, language: str) -> None:
    one.go(reverse("people_office:edit", args=[follower().person_id]))


def born(day: str, month: str, year: str) -> dict[str, str]:
    return {"birth_date_day": day, "birth_date_month": month, "birth_date_year": year}


PLAIN_LISTS = (
    "organisations",
    "courses",
    "rooms",
    "occupations",
    "can_dos",
    "absence_codes",
    "issuers",
    "internal_rules",
)
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
    Form("another address", to("account_email"), [
        ({}, ["email"]), ({"email": "sonia@"}, ["email"]), ({"email": addresses.NEWCOMER}, ["email"]),
    ], addresses.NEWCOMER),
    Form("another password", to("account_change_password"), [
        ({}, ["oldpassword", "password1", "password2"]),
        ({"oldpassword": "no", "password1": "123", "password2": "456"}, ["oldpassword", "password1"]),
    ], addresses.NEWCOMER),
    Form("is it you", to("account_reauthenticate"), [
        ({}, ["password"]), ({"password": "not this one"}, ["password"]),
    ], addresses.NEWCOMER),
    Form("second step on", proven("/account/second-step/app/"), [
        ({}, ["code"]), ({"code": "000"}, ["code"]),
    ], addresses.NEWCOMER),
    Form("second step", half_signed_in, [({}, ["code"]), ({"code": "000"}, ["code"])]),
    Form("second step again", asked_again, [({}, ["code"]), ({"code": "000"}, ["code"])], addresses.LEARNER),
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
    Form("refer", to("refer_person", code=addresses.OPEN), [
        ({"agreed_on": ""},
         ["given_name", "family_name", "birth_date", "email", "place", "france_travail_missing", "agreed_how",
          "agreed_on", "agreed"]),
        ({"given_name": "Inès", **born("1", "1", "2015"), "email": "ines@", "agreed_on": "2031-01-01"},
         ["family_name", "birth_date", "email", "agreed_on"]),
        ({"france_travail_missing": "YES", "place": "Saint", "phone": "12"},
         ["france_travail_identifier", "place", "phone"]),
    ], addresses.PRESCRIBER),
    Form("levels", levels_of_a_learner, [
        ({}, [WHOLE]),
        ({"assessed_on": "", "LIS": "A1"}, ["assessed_on"]),
        ({"assessed_on": "2031-01-01"}, ["assessed_on"]),
    ], addresses.TRAINER),
    Form("files", own_files, [({}, ["kind", "file"])], addresses.GRADUATE, "main form.form"),
    Form("verification", to("verify"), [({}, ["code"])], form="main form"),
    Form("many codes", to("check_many"), [({"codes": " "}, ["codes"])], addresses.AGENCY, "main form.form"),
    Form("key", to("api_keys"), [
        ({"ends_on": ""}, ["label", "ends_on"]), ({"label": "ERP", "ends_on": "2020-01-01"}, ["ends_on"]),
    ], addresses.AGENCY, "main form.form"),
]  # fmt: skip
OFFICE_FORMS = [
    Form("new session", to("sessions_office:add"), [
        ({"capacity": "", "code": "a b"},
         ["course", "code", "provider", "capacity", "starts_on", "room", "slots"]),
        ({"capacity": "2", "minimum_group": "5"}, ["minimum_group"]),
        ({"AM_from": "", "closed_from": "2027-02-02", "closed_until": "2027-02-01"},
         ["AM_from", "closed_until"]),
    ], addresses.COORDINATOR),
    Form("adjust", of_session("sessions_office:adjust"), [
        ({"capacity": ""}, ["capacity"]), ({"capacity": "-1"}, ["capacity"]),
    ], addresses.COORDINATOR),
    Form("cancel", of_session("sessions_office:cancel"), [({}, ["reason"])], addresses.COORDINATOR),
    Form("move a lesson", of_a_lesson, [
        ({"date": "", "start_time": ""}, ["date", "start_time"]),
    ], addresses.COORDINATOR),
    Form("exit", deed(follower, "exit_early"), [({"note": "Werk"}, ["reason"])], addresses.COORDINATOR),
    Form("invite", deed(a_request, "invite"), [({}, ["note"])], addresses.COORDINATOR),
    Form("refuse", deed(a_request, "refuse"), [({"note": "Trop tard"}, ["reason"])], addresses.COORDINATOR),
    Form("revoke", of_certificate("certificates_office:revoke"), [({}, ["reason"])], addresses.COORDINATOR),
    Form("replace", of_certificate("certificates_office:replace"), [({}, ["reason"])], addresses.COORDINATOR),
    Form("let in", to("accounts_office:add"), [
        ({}, ["email", "organisation"]), ({"email": "tom@", "first_name": "Tom"}, ["email", "organisation"]),
    ], addresses.COORDINATOR),
    Form("papers", of_own_papers, [({"on": ""}, ["channel", "on"])], addresses.COORDINATOR),
    Form("file for her", a_file_of_hers, [({}, ["kind", "file"])], addresses.COORDINATOR),
    Form("role", of_an_account, [({"role": "TRAINER"}, ["organisation"])], addresses.COORDINATOR),
    Form("file", of_a_file, [
        ({"given_name": "", "france_travail_identifier": "12"}, ["given_name", "france_travail_identifier"]),
    ], addresses.COORDINATOR),
    *(
        Form(f"new {name}", to(f"{name}_office:add"), [({}, [ANY])], addresses.COORDINATOR)
        for name in PLAIN_LISTS
    ),
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_sent_wrong(visitor, form):
    said = {language: sent_wrong(somebody(visitor, form, language), form, language) for language in BOTH}
    assert not said_in_one_language(said)


def test_forms_of_the_back_office_sent_wrong(visitor):
    """All of them in one visit for each language: nothing is written, so one school does."""
    said, wrong = {}, []
    for language in BOTH:
        one = somebody(visitor, OFFICE_FORMS[0], language)
        for form in OFFICE_FORMS:
            try:
                said[language] = said.get(language, []) + sent_wrong(one, form, language)
            except AssertionError as complaint:
                wrong.append(f"{language} {form.name}: {complaint}")
    assert not wrong, "\n".join(wrong)
    assert not said_in_one_language(said)


def said_in_one_language(said: dict[str, list[str]]) -> list[str]:
    return [sentence for sentence in said["fr"] if sentence in said["nl"]]


def somebody(visitor, form: Form, language: str) -> Visitor:
    one = visitor(language=language, size=DESK if form.is_office else PHONE)
    if form.who:
        User.objects.filter(email=form.who).update(language=language)
        one.carry_key(form.who)
    return one


def sent_wrong(one: Visitor, form: Form, language: str) -> list[str]:
    """All that was said. Fails where something was not said, or was lost."""
    form.leads(one, language)
    said = []
    for typed, complains in form.tries:
        sheet = one.page.locator(form.form).first
        for name, value in typed.items():
            write(sheet, name, value)
        one.follow(sheet.locator("button:not([type=button]), input[type=submit]").first)
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
    if ANY in complains:
        complains = sheet.evaluate(COMPLAINING)
        assert complains
    said = [summary(one, form)] if WHOLE in complains else []
    for name in complains:
        if name != WHOLE:
            sentence = one.page.evaluate(SAID, [name, sheet.element_handle()])
            assert sentence, f"{form.name} says nothing at {name} after {typed}"
            said.append(sentence)
    if not form.is_office:
        assert one.page.evaluate("document.activeElement.matches('.form-errors')"), f"{form.name}: focus"
    return said


def summary(one: Visitor, form: Form) -> str:
    found = one.page.locator(".help-critical" if form.is_office else ".form-errors > p")
    return found.first.inner_text()
