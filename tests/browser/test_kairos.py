"""The KAIROS sheet: the alarm on the dashboard leads to it, fields are copied, what is entered is ticked."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from accounts.models import User
from tests.browser import addresses
from tests.browser.visitor import DESK, PHONE, Visitor
from training.domain import kairos
from training.enums import EnrolmentStatus, KairosStep
from training.models import Enrolment, KairosEntry

pytestmark = pytest.mark.browser
COPIED = {"fr": "Copié", "nl": "Gekopieerd"}
WARNED = {"fr": "plus de 72", "nl": "meer dan 72"}


def somebody_late() -> Enrolment:
    """In training for days, and nobody entered the certificate of entry."""
    running = kairos.concerned().filter(session__code=addresses.RUNNING, status=EnrolmentStatus.ENTERED)
    long_ago = timezone.now() - timedelta(days=4)
    one = running.filter(entered_at__lt=long_ago).exclude(person__france_travail_identifier="").first()
    one.kairos_entries.filter(step__in=[KairosStep.AES, KairosStep.END]).delete()
    assert one in kairos.late()
    return one


def tick(office: Visitor, step: KairosStep, *, is_done: bool) -> str:
    """What the panel of the steps says afterwards."""
    office.page.locator(f"[name=done][value={step}]").set_checked(is_done)
    office.follow(office.page.locator("form:has([name=done]) button"))
    return office.page.locator("form:has([name=done])").locator("xpath=..").inner_text()


@pytest.mark.parametrize(("language", "size"), [("fr", DESK), ("nl", PHONE)])
def test_from_the_alarm_to_the_tick(visitor, language, size):
    late = somebody_late()
    User.objects.filter(email=addresses.COORDINATOR).update(language=language)
    office = visitor(language=language, size=size)
    office.context.grant_permissions(["clipboard-read", "clipboard-write"])
    office.carry_key(addresses.COORDINATOR)
    sheet = reverse("enrolments_office:kairos", args=[late.pk])
    office.go("/admin/")
    office.follow(office.page.locator(f"a[href^='{sheet}']").first)
    office.page.wait_for_url(f"**{sheet}")

    buttons = office.page.locator("[data-copy]")
    values = {one.get_attribute("data-copy") for one in buttons.all()}
    assert {late.person.france_travail_identifier, late.person.family_name, addresses.RUNNING} <= values
    first = buttons.first
    first.click()
    expect(first).to_contain_text(COPIED[language])
    assert office.page.evaluate("navigator.clipboard.readText()") == late.person.france_travail_identifier
    assert WARNED[language] in office.page.inner_text("main")
    found = office.faults()

    panel = tick(office, KairosStep.AES, is_done=True)
    entry = KairosEntry.objects.get(enrolment=late, step=KairosStep.AES)
    assert entry.by.email == addresses.COORDINATOR
    assert str(entry.by) in panel
    assert WARNED[language] not in panel
    office.go("/admin/")
    assert office.page.locator(f"a[href^='{sheet}']").count() == 0
    office.go(sheet)
    assert WARNED[language] in tick(office, KairosStep.AES, is_done=False)
    assert found + office.faults() == []
