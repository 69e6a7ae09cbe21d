"""The signed short form in the square code: its layout is fixed, one bit is enough to break it."""

import logging
from base64 import b32decode
from datetime import date

import pytest
import zxingcpp
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from certificates import checks
from certificates.domain import chain, compact, issuing, multikey, square
from certificates.models import Certificate
from documents import store
from documents.facts import CertificateFacts
from tests.documents.builders import LEVELS, certificate_facts, levels
from tests.documents.paper import seen
from training.enums import Level, Skill

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
# Form 1, written down once: whoever changes a letter of these breaks papers that are printed.
FACTS = "0156475a134227bc4f780001c2018ba11ecd315d58"
FIXED = (
    "AFLEOWQTIIT3YT3YAAA4EAMLUEPM2MK5LBYT7D6JWKM3TH72H2ZEHA5AE33TPE3LUDAN"
    "BAJASEN5IHWPDNBXH2VZX5IKIKN5PE36TXEJ7BMC7GM5TNVQQKPFFQWJ5JPWILNCILYN"
)


def unpacked(text: str) -> bytes:
    return b32decode(text + "=" * (-len(text) % 8))


def with_bit(content: bytes, place: int) -> bytes:
    changed = bytearray(content)
    changed[place // 8] ^= 1 << place % 8
    return bytes(changed)


def test_the_form_is_fixed():
    assert compact.signed(certificate_facts(), key=KEY) == FIXED
    assert unpacked(FIXED)[: compact.FACTS_BYTES].hex() == FACTS


def test_each_bit_is_covered():
    content, public = unpacked(FIXED), KEY.public_key()
    facts, signature = content[:21], content[21:]
    public.verify(signature, compact.to_sign("7K3MQ9XD2TFA", facts))
    for place in range(len(content) * 8):
        changed = with_bit(content, place)
        with pytest.raises(InvalidSignature):
            public.verify(changed[21:], compact.to_sign("7K3MQ9XD2TFA", changed[:21]))


def test_it_belongs_to_its_code():
    content = unpacked(FIXED)
    with pytest.raises(InvalidSignature):
        KEY.public_key().verify(content[21:], compact.to_sign("7K3MQ9XD2TFB", content[:21]))


def test_the_tables_hold_every_level_and_skill():
    """A level that is added gets a place at the end under a new number of the form."""
    assert list(compact.LEVELS) == Level.values
    assert list(compact.SKILLS) == Skill.values


def test_it_says_nothing_of_who():
    other = certificate_facts(holder_given_name="Zoé", holder_family_name="Wybo")
    assert compact.signed(other, key=KEY) == FIXED


@pytest.mark.parametrize(
    "change",
    [
        {"minutes_followed": 6331},
        {"minutes_planned": 7201},
        {"first_day": date(2026, 10, 2)},
        {"last_day": date(2026, 12, 17)},
        {"issued_on": date(2026, 12, 19)},
        {"valid_until": date(2028, 12, 18)},
        {"levels": levels(*LEVELS[:4])},
        {"levels": levels(*LEVELS[:4], ("WRI", "A0", "A1.1"))},
        {"levels": levels(*LEVELS[:4], ("WRI", None, "A1.2"))},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_is_certified_stands_in_it(change):
    assert compact.packed(certificate_facts(**change), key=KEY.public_key()).hex() != FACTS


@pytest.mark.parametrize("change", [{"minutes_planned": 65_536}, {"issued_on": date(2110, 1, 1)}])
def test_what_does_not_fit_is_left_out_and_said(change, caplog):
    assert square.compact_of(certificate_facts(**change), key=KEY) is None
    assert "more than its short form holds" in caplog.text


@pytest.mark.parametrize(
    ("site", "fits"),
    [
        ("https://attest.grenstaal.eu", True),
        ("http://localhost:8000", True),
        (f"https://{'h' * 30}", True),
        (f"https://{'h' * 31}", False),
        ("https://grenstaal.eu/school", False),
    ],
)
def test_a_site_whose_address_is_too_long_prints_the_address_alone(site, fits, caplog, settings):
    settings.SITE_URL = site
    facts = certificate_facts(verify_url=f"{site}/v/7K3MQ9XD2TFA")
    assert bool(square.compact_of(facts, key=KEY)) is fits
    assert (checks.an_address_that_leaves_room(None) == []) is fits
    assert ("too long" in caplog.text) is not fits


def test_facts_without_it_keep_their_bytes_and_their_square_code():
    facts = certificate_facts()
    assert "compact" not in facts.to_json()
    assert CertificateFacts.from_json(facts.to_json()) == facts
    assert facts.scanned == facts.verify_url


@pytest.mark.django_db
class TestIssued:
    @pytest.fixture
    def certificate(self, school, caplog) -> Certificate:
        caplog.set_level(logging.WARNING)
        return issuing.issue(enrolment=school.enrolments[0], by=school.coordinator)

    def test_the_printed_code_holds_it_and_the_record_too(self, certificate):
        facts = CertificateFacts.from_json(certificate.facts)
        (found,) = zxingcpp.read_barcodes(seen(store.read(certificate.document), dpi=100))
        assert found.text == facts.scanned
        address, _hash, text = found.text.partition("#")
        assert (address.lower(), text) == (facts.verify_url.lower(), facts.compact)
        assert list(chain.altered(certificate)) == []

    def test_the_published_key_vouches_for_it(self, certificate):
        content = unpacked(certificate.facts["compact"])
        public = multikey.public_key(certificate.key.public_text)
        assert content[1:4] == compact.name_of(public)
        public.verify(content[21:], compact.to_sign(certificate.code, content[:21]))

    @pytest.mark.parametrize("case", [str.upper, str.lower])
    def test_its_address_is_answered_in_capitals(self, client, certificate, case):
        path = certificate.facts["verify_url"].partition("://")[2].partition("/")[2]
        response = client.get(f"/{case(path)}", headers={"host": case("testserver")})
        assert response.status_code == 200
        assert certificate.grouped_code in response.content.decode()
