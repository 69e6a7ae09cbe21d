"""A group that is too small: the dashboard gives the choices, the coordinator joins it to another session."""

import pytest
from django.core import mail
from django.urls import reverse

from accounts.models import User
from tests.browser import addresses
from tests.browser.visitor import DESK, PHONE, Visitor, write
from training.enums import EnrolmentStatus
from training.models import Enrolment, Session

pytestmark = pytest.mark.browser
CANCELLED = {"fr": "Cette session-ci est ensuite annulée.", "nl": "Deze sessie wordt daarna geannuleerd."}


def the_group(small: Session) -> list[Enrolment]:
    return list(small.enrolments.seated().select_related("person__user").order_by("pk"))


def press(office: Visitor, name: str = "") -> None:
    office.follow(office.page.locator(f"main form button{f'[name={name}]' if name else ''}").first)


@pytest.mark.parametrize(("language", "size"), [("fr", DESK), ("nl", PHONE)])
def test_from_the_alert_to_the_other_session(visitor, language, size):
    small = Session.objects.get(code=addresses.SMALL)
    there = Session.objects.get(code=addresses.OPEN)
    group = the_group(small)
    User.objects.filter(email=addresses.COORDINATOR).update(language=language)
    User.objects.filter(person__in=[one.person for one in group]).update(language=language)
    office = visitor(language=language, size=size)
    office.carry_key(addresses.COORDINATOR)
    page = office.go("/admin/")
    ways = page.locator(f".back-office-pile a[href^='/admin/sessions/{small.pk}/']")
    assert [one.split("/")[-2] for one in ways.evaluate_all("all => all.map(one => one.pathname)")] == [
        "run",
        "postpone",
        "join",
        "cancel",
    ]
    found = office.faults()

    office.follow(ways.nth(2))
    sheet = page.locator("form:has([name=into])")
    assert (
        sheet.locator("[name=into] option:not([value=''])")
        .all_inner_texts()[0]
        .startswith(getattr(there, f"title_{language}"))
    )
    write(sheet, "into", str(there.pk))
    write(sheet, "reason", "Trop peu de monde")
    found += office.faults()
    press(office)
    told = page.inner_text("main")
    assert [one.person.full_name for one in group if one.person.full_name not in told] == []
    assert there.code in told
    assert CANCELLED[language] in told
    small.refresh_from_db()
    assert small.cancelled_at is None
    found += office.faults()

    press(office, "confirm")
    small.refresh_from_db()
    assert small.merged_into == there
    moved = Enrolment.objects.filter(transferred_from__in=group)
    assert {(one.session, one.status) for one in moved} == {(there, EnrolmentStatus.CONFIRMED)}
    assert len(moved) == len(group)
    there_too = reverse("sessions_office:inspect", args=[there.pk])
    assert page.locator(f"main a[href='{there_too}']").count() == 1
    found += office.faults()

    email = group[0].person.user.email
    assert [one for one in mail.outbox if email in one.to and "Trop peu de monde" in one.body]
    learner = visitor(language=language, size=size)
    learner.carry_key(email)
    learner.go(reverse("my_enrolment", args=[group[0].pk]))
    assert "Trop peu de monde" in learner.page.inner_text("main")
    assert found + learner.faults() == []
