"""Two requests on one page of the office: one is accepted, the other cannot be, and reads why on her page."""

import pytest
from django.urls import reverse

from accounts.models import User
from tests.browser import addresses
from tests.browser.visitor import PHONE, Visitor, write
from training.domain import queue
from training.enums import EnrolmentStatus, RefusalReason
from training.models import Enrolment

pytestmark = pytest.mark.browser
S = EnrolmentStatus
PLAIN = {
    "fr": "Cette formation s’adresse à des personnes dans une autre situation.",
    "nl": "Deze opleiding is voor mensen in een andere situatie.",
}


def two_requests() -> tuple[Enrolment, Enrolment]:
    """One that meets the conditions of the session, one that lives where it is not for."""
    office = User.objects.get(email=addresses.COORDINATOR)
    rows = queue.rows(queue.undecided(office).filter(session__code=addresses.ON_DECISION))
    return next(one.enrolment for one in rows if not one.lacks), next(
        one.enrolment for one in rows if one.lacks
    )


def decide(office: Visitor, verb: str, **facts: str) -> list[str]:
    """What came of it, a line for each request."""
    sheet = office.page.locator("form[method=post]:has([name=enrolment])")
    for name, value in {"verb": verb, **facts}.items():
        write(sheet, name, value)
    office.follow(sheet.locator("button").last)
    return office.page.locator(".back-office-results li").all_inner_texts()


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_two_at_once_and_the_reason_is_read(visitor, language):
    good, other = two_requests()
    User.objects.filter(email__in=[addresses.COORDINATOR, other.person.user.email]).update(language=language)
    office = visitor(language=language, size=PHONE)
    office.carry_key(addresses.COORDINATOR)
    office.go(reverse("decisions_office:index"))
    for one in (good, other):
        office.page.locator(f"[name=enrolment][value='{one.pk}']").check()

    results = decide(office, "accept")
    assert [one.person.family_name in "".join(results) for one in (good, other)] == [True, True]
    assert [Enrolment.objects.get(pk=one.pk).status for one in (good, other)] == [S.CONFIRMED, other.status]
    assert office.page.locator("[name=enrolment]:checked").get_attribute("value") == str(other.pk)
    found = office.faults()

    assert len(decide(office, "refuse", reason=RefusalReason.NOT_ELIGIBLE)) == 1
    other.refresh_from_db()
    assert (other.status, other.refusal_reason) == (S.REFUSED, RefusalReason.NOT_ELIGIBLE)

    learner = visitor(language=language, size=PHONE)
    learner.carry_key(other.person.user.email)
    learner.go("/my/")
    found += learner.faults()
    learner.go(reverse("my_enrolment", args=[other.pk]))
    assert PLAIN[language] in learner.page.inner_text("main")
    assert found + learner.faults() == []
