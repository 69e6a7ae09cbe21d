"""A square code that is scanned where there is no network, and one that was put on another paper."""

import json
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from certificates.domain import keys
from documents.facts import CertificateFacts
from tests.browser import addresses
from tests.browser.road import Road
from tests.browser.test_offline import WORKER_STANDS_BEFORE
from tests.browser.visitor import DESK, LOCALES, PHONE, Visitor

pytestmark = pytest.mark.browser
WORDS = {
    "fr": ("Signature valable", "peut avoir été révoquée", "Signature non valable", "Pas de réseau"),
    "nl": (
        "Handtekening geldig",
        "kan intussen zijn ingetrokken",
        "Handtekening niet geldig",
        "Geen netwerk",
    ),
    "en": ("Signature valid", "may have been revoked", "Signature not valid", "No network"),
}
NOT_TRUSTED = {
    "fr": "Pas fiable sans réseau",
    "nl": "Niet te vertrouwen zonder netwerk",
    "en": "Cannot be trusted without network",
}
VALID = {"fr": "Valide", "nl": "Geldig", "en": "Valid"}
KEPT_AS_REVOKED = """() => caches.match("/issuer").then((kept) => kept?.json())
  .then((issuer) => issuer?.verificationMethod.some((method) => method.revoked))"""
CHECK = """([code, text, methods]) => import("/static/certificates/compact.js")
  .then(({ check }) => check(code, text, methods)).then(({ outcome }) => outcome)"""


@pytest.fixture
def scanned(demo_school) -> str:
    """Path and fragment of the square code of a certificate that stands."""
    facts = CertificateFacts.from_json(addresses.certificates()["valid"].facts)
    said = urlsplit(facts.scanned)
    assert said.fragment
    return f"{said.path}#{said.fragment}"


@pytest.fixture
def telephone(chromium, demo_server):
    """`telephone("nl", size=PHONE)` → a visitor and the road they came by, with the page at hand."""
    made = []

    def make(language: str, *, size=PHONE, scheme="light") -> tuple[Visitor, Road]:
        road = Road(demo_server.url)
        context = chromium.new_context(locale=LOCALES[language], viewport=size, color_scheme=scheme)
        made.append((context, road))
        it = Visitor(context, road.url)
        it.go(reverse("verify"))
        it.page.wait_for_function(WORKER_STANDS_BEFORE)
        return it, road

    yield make
    for context, road in made:
        context.close()
        road.__exit__()


def another(text: str, place: int) -> str:
    return text[:place] + ("A" if text[place] != "A" else "B") + text[place + 1 :]


@pytest.mark.parametrize(
    ("language", "size", "scheme"), [("fr", PHONE, "light"), ("nl", DESK, "dark"), ("en", PHONE, "light")]
)
def test_scanned_without_network(telephone, scanned, language, size, scheme):
    it, road = telephone(language, size=size, scheme=scheme)
    good, may_be_revoked, bad, no_network = WORDS[language]
    road.is_cut.set()
    page, heading = it.page, it.page.locator("h1:visible")
    page.goto(road.url + scanned)
    expect(heading).to_have_text(good)
    said = page.inner_text("main")
    assert may_be_revoked in said
    assert "A0 → A1" in said or "A1" in said
    assert "Camille" not in page.content()
    assert it.faults() == []
    path, _hash, text = scanned.partition("#")
    page.goto(f"{road.url}/v/#")
    expect(heading).to_have_text(no_network)
    assert it.faults() == []
    for place in (8, 40, 120):
        page.goto(f"{road.url}/v/#")
        page.goto(f"{road.url}{path}#{another(text, place)}")
        expect(heading).to_have_text(bad)
        assert "A1" not in page.inner_text("main")
    page.goto(f"{road.url}/V/7K3MQ9XD2TFA#{text}")
    expect(heading).to_have_text(bad)
    road.is_cut.clear()
    page.goto(road.url + scanned)
    expect(page.locator(".site-header")).to_be_visible()
    expect(page.locator(".proof-name")).to_be_visible()


@pytest.mark.parametrize("language", list(WORDS))
def test_a_key_that_fell_into_wrong_hands_since_is_not_trusted(telephone, scanned, language):
    """Not even for what was signed before: without network the day is that of whoever has the key (0124)."""
    it, road = telephone(language)
    page, heading = it.page, it.page.locator("h1:visible")
    road.is_cut.set()
    page.goto(road.url + scanned)
    expect(heading).to_have_text(WORDS[language][0])
    road.is_cut.clear()
    known = addresses.certificates()["valid"]
    keys.compromise(key=known.key, since=timezone.now())
    assert known.key.vouches_for(known.issued_at)
    with page.expect_response(lambda answer: answer.url.endswith(reverse("issuer"))):
        page.goto(road.url + reverse("verify"))
    page.wait_for_function(KEPT_AS_REVOKED)
    road.is_cut.set()
    page.goto(road.url + scanned)
    expect(heading).to_have_text(NOT_TRUSTED[language])
    assert WORDS[language][1] not in page.inner_text("main")
    assert it.faults() == []
    road.is_cut.clear()
    page.reload()  # the register says when it was made, whatever the key is worth today
    expect(page.locator(".site-header")).to_be_visible()
    expect(page.locator(".verdict h1")).to_have_text(VALID[language])


def test_a_key_is_known_unknown_or_in_wrong_hands(visitor, scanned):
    one = visitor(language="nl")
    one.go(reverse("verify"))
    path, _hash, text = scanned.partition("#")
    code = path.rpartition("/")[2]
    known = Client().get(reverse("issuer")).json()["verificationMethod"]
    for outcome, methods in {
        "good": known,
        "unknown": [],
        "compromised": [each | {"revoked": "2026-01-01T00:00:00Z"} for each in known],
        "bad": [each | {"expires": "2020-01-01T00:00:00Z"} for each in known],
    }.items():
        assert one.page.evaluate(CHECK, [code, text, methods]) == outcome
    assert one.page.evaluate(CHECK, [code, "", known]) == "nothing"
    assert one.page.evaluate(CHECK, [code, "ZUT", known]) == "bad"


@pytest.mark.parametrize("kind", ["valid", "revoked"])
def test_with_network_a_square_from_another_paper_is_said(visitor, scanned, kind):
    one, known = visitor(language="nl"), addresses.certificates()[kind]
    warning = one.page.locator("[data-square]")
    one.go(f"/V/{known.code}#{known.facts['compact']}")
    one.page.wait_for_function("() => navigator.serviceWorker.ready")
    assert warning.is_hidden()
    one.go("/v/")
    one.go(f"/V/{known.code}#{another(known.facts['compact'], 30)}")
    expect(warning).to_be_visible()
    assert one.faults() == []


def test_it_can_be_installed(telephone):
    it, _road = telephone("nl")
    asked = it.context.new_cdp_session(it.page)
    found = asked.send("Page.getAppManifest")
    assert found["errors"] == []
    assert json.loads(found["data"])["name"] == "Een attest controleren"
    assert asked.send("Page.getInstallabilityErrors")["installabilityErrors"] in (
        [],
        [{"errorId": "in-incognito", "errorArguments": []}],
    )
