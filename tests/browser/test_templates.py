"""The office words a paper: loses a translation and is told which, mends it, looks at it, publishes, issues.

What was issued before stays as it was, byte for byte.
"""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from accounts.models import User
from certificates.domain import chain
from certificates.models import Certificate, Issuer, RevocationRequest, TemplateVersion
from documents import store
from tests.browser import addresses
from tests.browser.visitor import DESK, PHONE, Visitor
from tests.documents import paper
from tests.documents.logo_builders import logo, written
from training.models import Session

pytestmark = pytest.mark.browser
TITLE = {"fr": "Brevet de néerlandais au travail", "nl": "Brevet Nederlands op het werk"}
MISSING = {
    "fr": "Il manque le texte néerlandais\N{NO-BREAK SPACE}: «\N{NO-BREAK SPACE}titre\N{NO-BREAK SPACE}».",
    "nl": "De Nederlandse tekst ontbreekt: “titel”.",
}


def frozen() -> dict[str, tuple]:
    """Every certificate there is: what it says, its file byte for byte."""
    rows = Certificate.objects.select_related("document").order_by("pk")
    return {one.code: (one.facts, one.document.sha256, store.read(one.document)) for one in rows}


@pytest.mark.parametrize(
    ("language", "size", "javascript"), [("fr", DESK, True), ("nl", PHONE, False)], ids=["fr", "nl-without"]
)
def test_from_a_lost_translation_to_the_next_certificate(visitor, language, size, javascript):
    offices = User.objects.filter(email__in=[addresses.COORDINATOR, addresses.ADMINISTRATOR])
    offices.update(language=language)
    before = frozen()
    office = visitor(language=language, size=size, javascript=javascript)
    office.carry_key(addresses.COORDINATOR)
    draft = begin_for_the_provider(office)
    look = office.faults if javascript else list  # axe is a script
    found = loses_a_translation(office, draft, language, look)
    found += mends_and_looks(office, draft, look)
    publishes(office, draft)
    new = the_next_certificate(office)
    words = paper.words(store.read(new.document))
    assert TITLE["fr"] in words
    assert TITLE["nl"] in words
    assert "Ada Exemple" in words
    assert new.facts["design"]["number"] == 1
    after = frozen()
    assert {code: after[code] for code in before} == before
    assert [finding for issuer in Issuer.objects.all() for finding in chain.verify(issuer)] == []
    assert found == []


def begin_for_the_provider(office: Visitor) -> TemplateVersion:
    provider = Session.objects.get(code=addresses.FINISHED).provider
    office.go(reverse("templates_office:index"))
    form = office.page.locator("form[action$='/begin/']:has([value=certificate])")
    form.locator("select").select_option(str(provider.pk))
    office.follow(form.locator("button"))
    return TemplateVersion.objects.drafts().get()


def loses_a_translation(
    office: Visitor, draft: TemplateVersion, language: str, look: Callable[[], list[str]]
) -> list[str]:
    """One language is changed, the other gone: the page, the question and the preview of issue say so."""
    office.page.locator("#id_title-fr").fill(TITLE["fr"])
    office.page.locator("#id_title-nl").fill("")
    office.follow(office.page.locator("button[name=then][value=publish]").first)
    expect(office.page.locator("main")).to_contain_text(MISSING[language])
    assert office.page.locator("main form button").count() == 0  # there is nothing to press
    found = look()
    office.go(reverse("issuing_office:inspect", args=[Session.objects.get(code=addresses.FINISHED).pk]))
    expect(office.page.locator("main").get_by_text(MISSING[language]).first).to_be_visible()
    office.go(reverse("templates_office:edit", args=[draft.pk]))
    assert office.page.locator("#id_title-fr").input_value() == TITLE["fr"]
    expect(office.page.locator("#id_title-nl-troubles")).to_have_text(MISSING[language])
    return found + look()


def mends_and_looks(office: Visitor, draft: TemplateVersion, look: Callable[[], list[str]]) -> list[str]:
    page = office.page
    page.locator("#id_title-nl").fill(TITLE["nl"])
    for name, text in (("name", "Ada Exemple"), ("role_fr", "Directrice"), ("role_nl", "Directrice")):
        page.locator(f"#id_signatory-0-{name}").fill(text)
    file = {"name": "ville.png", "mimeType": "image/png", "buffer": written(logo())}
    page.locator("#new-logos").set_input_files(file)
    office.follow(page.locator("button[name=then][value=logo]"))
    page.locator("#id_logo-0-name_fr").fill("Ville d’Exemple")
    page.locator("#id_logo-0-name_nl").fill("Stad Voorbeeld")
    found = look()
    office.follow(page.locator("button[name=then][value=look]").first)
    expect(page.locator(".template-preview").first).to_be_visible()
    with page.expect_download() as caught:
        page.locator("a[href$='.pdf']").first.click()
    assert TITLE["nl"] in paper.words(caught.value.path().read_bytes())
    return found + look()


def publishes(office: Visitor, draft: TemplateVersion) -> None:
    office.go(reverse("templates_office:publish", args=[draft.pk]))
    office.follow(office.page.locator("main form button"))
    draft.refresh_from_db()
    assert draft.published_at is not None


def the_next_certificate(office: Visitor) -> Certificate:
    """A replacement that a colleague asked for waits in the demo school: it is confirmed and made."""
    asked = RevocationRequest.objects.waiting().get()
    office.go(reverse("certificates_office:confirm", args=[asked.pk]))
    office.follow(office.page.locator("main form button.no"))
    asked.certificate.refresh_from_db()
    assert asked.certificate.replaced_by is not None
    return asked.certificate.replaced_by
