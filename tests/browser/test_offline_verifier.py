"""The one file for use without network: opened from a disk, in a browser that reaches nothing."""

import hashlib
import json
import re
import zlib
from copy import deepcopy
from datetime import timedelta
from io import BytesIO, StringIO

import pikepdf
import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from certificates.domain import enclosed, keys, multikey, proofs
from certificates.domain.offline_file import LIBRARY
from certificates.enums import KeyState
from certificates.models import IssuerKey
from documents import store
from documents.facts import CertificateFacts
from tests.browser import addresses
from tests.browser.visitor import DESK, LOCALES, PHONE, Visitor

pytestmark = pytest.mark.browser
# dist/jsonld.esm.min.js of jsonld 9.0.0; the origin stands beside it in LICENSE.txt.
PINNED = "1878ed3ef5cb87e7514d36dbb575d5a9004fa7cb452cff4f945eb891ac87f4eb"
OTHER = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq"  # of the W3C's vector, as in test_proofs
HIDE = "() => document.querySelectorAll('[data-answer]').forEach((one) => { one.hidden = true; })"
NOT_CHECKED = {"fr": "Statut non vérifié", "nl": "Status niet gecontroleerd", "en": "Status not checked"}
HOUR = {"fr": "h", "nl": "uur", "en": "h"}
GOOD = {"fr": "Signature valable", "nl": "Handtekening geldig", "en": "Signature valid"}


def made() -> str:
    out = StringIO()
    call_command("offline_verifier", stdout=out)
    return out.getvalue()


@pytest.fixture
def known(demo_school):
    return addresses.certificates()["valid"]


@pytest.fixture
def opened(chromium, known, tmp_path):
    """`opened("nl")` → somebody before the file as it is made now, who reaches nothing."""
    contexts = []

    def make(language: str = "en", *, size=PHONE, scheme="light") -> Visitor:
        file = tmp_path / f"{len(contexts)}.html"
        file.write_text(made())
        context = chromium.new_context(locale=LOCALES[language], viewport=size, color_scheme=scheme)
        context.set_offline(True)
        contexts.append(context)
        it = Visitor(context, "")
        it.page.goto(file.as_uri())
        return it

    yield make
    for context in contexts:
        context.close()


def hand_in(it: Visitor, content: bytes | dict, name: str = "a.pdf") -> str:
    """Chooses a file; the verdict."""
    if isinstance(content, dict):
        content, name = json.dumps(content).encode(), "a.json"
    it.page.evaluate(
        "() => document.querySelectorAll('[data-answer]').forEach((one) => { one.hidden = true; })"
    )
    it.page.locator("input[type=file]:visible").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )
    expect(it.page.locator("[data-answer]:visible")).to_have_count(1)
    return it.page.inner_text("[data-answer]:visible .verdict:visible h1")


def facts_shown(it: Visitor) -> str:
    return it.page.inner_text("[data-answer]:visible")


def enclosing(credential: dict) -> bytes:
    """A PDF that says B1 on its page and carries this credential."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    page.Contents = pdf.make_stream(b"BT (Niveau B1) Tj ET")
    pdf.attachments["credential.json"] = json.dumps(credential).encode()
    out = BytesIO()
    pdf.save(out, compress_streams=True)
    return out.getvalue()


def test_the_library_is_the_one_that_was_looked_at():
    assert hashlib.sha256(LIBRARY.read_bytes()).hexdigest() == PINNED
    assert "New BSD License" in (LIBRARY.parent / "LICENSE.txt").read_text()


@pytest.mark.parametrize(
    ("language", "size", "scheme"), [("fr", PHONE, "light"), ("nl", DESK, "dark"), ("en", PHONE, "light")]
)
def test_an_issued_file_holds(opened, known, language, size, scheme):
    it = opened(language, size=size, scheme=scheme)
    facts = CertificateFacts.from_json(known.facts)
    assert it.faults() == []
    assert hand_in(it, store.read(known.document)) == GOOD[language]
    said = facts_shown(it)
    assert NOT_CHECKED[language] in said
    assert facts.holder_name in said
    assert known.grouped_code in said
    assert facts.levels[0].exit in said
    assert f"{facts.minutes_followed // 60} {HOUR[language]}" in said.replace("\xa0", " ")
    assert it.faults() == []


def test_an_edited_page_shows_what_was_signed(opened, known):
    it = opened()
    assert hand_in(it, enclosing(known.credential)) == "Signature valid"
    assert "B1" not in facts_shown(it)
    assert known.facts["levels"][0]["exit"] in facts_shown(it)


def test_a_proof_that_stands_alone_holds_too(opened, known):
    """As credentials were written at first."""
    alone = known.credential | {"proof": proofs.proof_of(known.credential)}
    assert hand_in(opened(), alone) == "Signature valid"


def unsigned(credential: dict) -> dict:
    return {name: value for name, value in credential.items() if name != "proof"}


def level_raised(credential: dict) -> None:
    credential["credentialSubject"]["result"][1]["value"] = "B1"


def signature_touched(credential: dict) -> None:
    proof = proofs.proof_of(credential)
    value = proof["proofValue"]
    proof["proofValue"] = value[:20] + ("2" if value[20] != "2" else "3") + value[21:]


CHANGES = {
    "level": level_raised,
    "signature": signature_touched,
    "name": lambda one: one["credentialSubject"]["identifier"][0].update(identityHash="Somebody Else"),
    "added": lambda one: one.update(motto="x"),
    "left out": lambda one: one.pop("validFrom"),
    "other words": lambda one: one["@context"].append({"motto": "https://example.org/motto"}),
    "a whole address as a name": lambda one: one.update({"https://example.org/motto": "x"}),
    "a context within": lambda one: one["credentialSubject"].update({"@context": {"motto": None}}),
    "no proof": lambda one: one.pop("proof"),
    "two proofs": lambda one: one["proof"].append(one["proof"][0]),
    "another context": lambda one: one.update({"@context": ["https://example.org/context"]}),
}


def test_a_changed_credential_is_refused(opened, known):
    it = opened()
    for what, change in CHANGES.items():
        credential = deepcopy(known.credential)
        change(credential)
        assert hand_in(it, credential) == "Signature not valid", what
        assert known.facts["holder_family_name"] not in facts_shown(it), what
        assert hand_in(it, enclosing(credential)) == "Signature not valid", what


def test_one_changed_bit_of_the_enclosed_credential(opened, known):
    it = opened()
    text = json.dumps(known.credential, ensure_ascii=False).encode()
    for place in range(text.index(b"credentialSubject") + 40, len(text), 701):
        changed = text[:place] + bytes([text[place] ^ 1]) + text[place + 1 :]
        stream = b"%PDF-1.7\n1 0 obj\n<<>>\nstream\n" + zlib.compress(changed) + b"\nendstream\nendobj\n"
        heading = hand_in(it, stream)
        assert heading in {"Signature not valid", "Unknown key", "No signed certificate in it"}
        assert (heading == "No signed certificate in it") == (enclosed.credential_in(stream) is None)


def test_another_key_is_unknown_even_with_our_name_on_it(opened, known):
    it, other = opened(), multikey.private_key(OTHER)
    ours = proofs.proof_of(known.credential)["verificationMethod"]
    for method, verdict in (
        (f"https://example.org/issuer#{multikey.public_text(other.public_key())}", "Unknown key"),
        (ours, "Signature not valid"),
    ):
        forged = proofs.sign(unsigned(known.credential), key=other, method=method, created=timezone.now())
        assert hand_in(it, forged) == verdict


def test_a_key_in_wrong_hands_is_never_trusted(opened, known):
    keys.compromise(key=known.key, since=timezone.now())
    it = opened()
    assert hand_in(it, store.read(known.document)) == "Cannot be trusted without network"
    assert "wrong hands" in facts_shown(it)


def test_a_retired_key_holds_for_what_it_signed_before(opened, known):
    key = known.key
    keys.make_next()
    IssuerKey.objects.filter(pk=key.pk).update(
        state=KeyState.RETIRED, active_until=known.issued_at + timedelta(days=1)
    )
    it = opened()
    assert hand_in(it, known.credential) == "Signature valid"
    assert "signed until" in facts_shown(it)
    later = proofs.sign(
        unsigned(known.credential),
        key=keys.private(key),
        method=proofs.proof_of(known.credential)["verificationMethod"],
        created=known.issued_at + timedelta(days=2),
    )
    assert hand_in(it, later) == "Signature not valid"


def test_a_date_that_passed_is_said(opened, known):
    document = unsigned(known.credential) | {"validUntil": "2020-01-01T00:00:00Z"}
    past = proofs.sign(
        document,
        key=keys.private(known.key),
        method=proofs.proof_of(known.credential)["verificationMethod"],
        created=known.issued_at,
    )
    it = opened()
    assert hand_in(it, past) == "Signature valid, date passed"
    assert NOT_CHECKED["en"] in facts_shown(it)


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7\nnothing", b"{", b"[1]", b"stream\n" + zlib.compress(b"x" * 9_000_000) + b"\nendstream"],
    ids=["empty", "pdf", "brace", "list", "bomb"],
)
def test_a_file_without_credential_says_so(opened, content):
    assert hand_in(opened(), content) == "No signed certificate in it"


def test_a_file_of_three_megabytes_is_not_read(opened):
    assert hand_in(opened(), bytes(3 * 1024 * 1024)) == "Too large"


def test_the_text_of_a_square_code(opened, known):
    it = opened()
    scanned = CertificateFacts.from_json(known.facts).scanned
    heading = it.page.locator("[data-answer]:visible .verdict:visible h1")
    for text, verdict in {
        scanned: "Signature valid",
        scanned[:-9] + ("A" if scanned[-9] != "A" else "B") + scanned[-8:]: "Signature not valid",
        known.code: "No signature in this text",
        "%E0%A4%A#X": "Signature not valid",
        json.dumps(known.credential): "Signature valid",
    }.items():
        it.page.fill("textarea:visible", text)
        it.page.click("button[type=submit]:visible")
        expect(heading).to_have_text(verdict)
        if text == scanned:
            said = facts_shown(it)
            assert said.index("Listening") < said.index("Writing")
            assert "in use when this file was made" in said


def test_another_language_says_the_same(opened, known):
    it = opened("fr")
    hand_in(it, known.credential)
    it.page.click("[data-choose=nl]")
    assert it.page.inner_text("[data-answer]:visible h1:visible") == GOOD["nl"]
    assert "Gevolgde uren" in facts_shown(it)


def test_it_is_saved_and_allows_nothing_but_itself(known):
    answer = Client().get(reverse("offline_verifier"))
    text = answer.content.decode()
    assert answer["Content-Disposition"].startswith('attachment; filename="grenstaal-')
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "/static/" not in text
    assert '<symbol id="ban"' in text
    assert re.findall(r"<(?:script|link|img)[^>]* (?:src|href)=", text) == []
    assert known.facts["holder_family_name"] not in text
    assert reverse("offline_verifier") in Client().get(reverse("verify_offline")).content.decode()
