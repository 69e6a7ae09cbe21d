"""Somebody is moved to another session by the office, and reads it on their page."""

import pytest
from django.core import mail
from django.urls import reverse

from accounts.models import User
from tests.browser import addresses
from tests.browser.visitor import DESK, ON, PHONE, Visitor, write
from training.enums import EnrolmentStatus
from training.models import Enrolment, Session

pytestmark = pytest.mark.browser
S = EnrolmentStatus
FULL = {"fr": "Il n’y a plus de place", "nl": "geen vrije plaats"}
MOVED = {"fr": "Vous êtes passé à une autre session", "nl": "Je bent naar een andere sessie overgegaan"}


def move(office: Visitor, **facts: str) -> None:
    sheet = office.page.locator("form:has([name=to])")
    for name, value in facts.items():
        write(sheet, name, value)
    office.follow(sheet.locator("button").last)


@pytest.mark.parametrize(("language", "size"), [("fr", DESK), ("nl", PHONE)])
def test_onto_the_waiting_list_of_a_full_session(visitor, language, size):
    old = Enrolment.objects.filter(session__code=addresses.OPEN, status=S.CONFIRMED).order_by("pk").first()
    full = Session.objects.get(code=addresses.FULL)
    email = old.person.user.email
    User.objects.filter(email__in=[addresses.COORDINATOR, email]).update(language=language)
    office = visitor(language=language, size=size)
    office.carry_key(addresses.COORDINATOR)
    page = reverse("enrolments_office:inspect", args=[old.pk])
    office.go(page)
    office.follow(office.page.locator(f"a[href*='{page}transfer/'], a[href*='/transfer/']").first)
    move(office)
    assert office.page.locator("[name=to][aria-invalid=true]").count() == 1
    move(office, to=str(full.pk), note="Horaires du soir")
    assert FULL[language] in office.page.inner_text("main")
    assert office.page.locator("[name=note]").input_value() == "Horaires du soir"  # nothing typed is lost
    old.refresh_from_db()
    assert old.status == S.CONFIRMED
    found = office.faults()

    move(office, may_wait=ON)
    old.refresh_from_db()
    new = Enrolment.objects.get(transferred_from=old)
    assert (old.status, new.status, new.session) == (S.TRANSFERRED, S.WAITLISTED, full)
    assert [one for one in mail.outbox if email in one.to]
    there = reverse("enrolments_office:inspect", args=[new.pk])
    office.go(page)
    assert office.page.locator(f"main a[href='{there}']").count() == 1
    found += office.faults()

    learner = visitor(language=language, size=size)
    learner.carry_key(email)
    learner.go(reverse("my_enrolment", args=[old.pk]))
    assert MOVED[language] in learner.page.inner_text("main")
    found += learner.faults()
    learner.go(reverse("my_enrolment", args=[new.pk]))
    assert getattr(full, f"title_{language}") in learner.page.inner_text("main")
    assert found + learner.faults() == []
