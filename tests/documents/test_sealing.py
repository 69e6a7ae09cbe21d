"""The seal: put once, by one process, seen by everybody; one bit less and it is broken."""

import subprocess
from datetime import date, timedelta

import page
import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from config.demo.clock import on
from documents import sealing
from documents.exceptions import PressFault, SealRefusal
from documents.press import Enclosed, print_document
from documents.sealing import roots, stamp
from tests.documents import keys
from tests.documents.builders import certificate_facts
from tests.documents.paper import opened, words
from tests.documents.register_builders import realisation_facts

CREDENTIAL = Enclosed(name="credential.json", content=b'{"level": "A1"}')


@pytest.fixture(scope="module")
def plain() -> bytes:
    return print_document("certificate", certificate_facts(), attachments=[CREDENTIAL]).pdf


@pytest.fixture(scope="module")
def sealed() -> bytes:
    return print_document("certificate", certificate_facts(), attachments=[CREDENTIAL], sealed=True).pdf


@pytest.fixture(autouse=True)
def _fresh_stamp():
    stamp.forget()
    yield
    stamp.forget()


def flipped(content: bytes, bit: int) -> bytes:
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def hole(content: bytes) -> range:
    """The bytes of the seal itself, which it cannot cover."""
    begins = content.index(b"/Contents <") + len(b"/Contents ")
    return range(begins, content.index(b">", begins) + 1)


def pdfsig(content: bytes, folder) -> str:
    """What poppler says, which shares no line with pyHanko."""
    file = folder / "paper.pdf"
    file.write_bytes(content)
    done = subprocess.run(["pdfsig", "-nocert", file], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_it_is_whole_and_ours_and_says_test(sealed):
    seal = sealing.check(sealed)
    assert (seal.intact, seal.trusted, seal.is_test, seal.level) == (True, True, True, "B-B")
    assert seal.signer.startswith("TEST")
    assert timedelta() <= timezone.now() - seal.signed_at < timedelta(minutes=10)


def test_poppler_says_the_same(sealed, tmp_path):
    said = pdfsig(sealed, tmp_path)
    assert "Signature is Valid" in said
    assert "Total document signed" in said


@pytest.mark.parametrize("profile", ["3a", "ua1"])
@pytest.mark.parametrize("language", ["fr", "nl"])
@pytest.mark.parametrize(
    ("template", "facts"), [("certificate", certificate_facts()), ("realisation", realisation_facts())]
)
def test_a_sealed_paper_is_still_archival_and_accessible(template, facts, language, profile):
    pdf = print_document(template, facts, language=language, sealed=True).pdf
    report = page.validate_pdf_bytes(pdf, profile=profile)
    assert report.is_compliant, [failure.message for failure in report.failures]


def test_the_paper_itself_is_the_same(plain, sealed):
    assert words(sealed) == words(plain)
    with opened(sealed) as pdf:
        assert pdf.attachments["credential.json"].get_file().read_bytes() == CREDENTIAL.content
    assert sealed.count(b"%%EOF") == 1, "one revision: nothing was appended"


def test_who_listens_hears_of_it(sealed):
    with opened(sealed) as pdf:
        (field,) = pdf.Root.AcroForm.Fields
        said = str(field.TU)
    assert said == "Cachet électronique de Grenstaal"


@given(chosen=some.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_bit_is_found_wherever_it_is(sealed, chosen):
    bit = chosen.draw(some.integers(0, len(sealed) * 8 - 1).filter(lambda bit: bit // 8 not in hole(sealed)))
    seal = sealing.check(flipped(sealed, bit))
    assert seal is None or not seal.intact


@pytest.mark.parametrize("share", [0.001, 0.2, 0.5, 0.9, 0.999])
def test_poppler_finds_it_too(sealed, tmp_path, share):
    at = int(len(sealed) * share)
    assert at not in hole(sealed)
    assert "Signature is Valid" not in pdfsig(flipped(sealed, at * 8), tmp_path)


def test_what_is_appended_is_found(sealed):
    for more in (b"\n", b"\n%%EOF\n", sealed):
        seal = sealing.check(sealed + more)
        assert seal is None or not seal.intact


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"\x00" * 5000, b"%PDF-1.7\nstartxref\n0\n%%EOF"])
def test_what_is_no_paper_has_no_seal(content):
    assert sealing.check(content) is None


def test_the_demo_school_seals_papers_of_its_past():
    with on(date(2026, 2, 3)):
        pdf = print_document("certificate", certificate_facts(), sealed=True).pdf
    seal = sealing.check(pdf)
    assert (seal.intact, seal.trusted, seal.signed_at.date()) == (True, True, date(2026, 2, 3))


def test_an_unsealed_paper_has_none(plain):
    assert sealing.check(plain) is None


def test_a_stranger_who_takes_our_name_is_not_trusted(monkeypatch, settings, tmp_path):
    """Whoever makes the same certificate for themselves has it nowhere in our archive."""
    settings.SIGNING_KEYS_DIR = tmp_path
    with monkeypatch.context() as patched:
        patched.setattr(roots, "publish", lambda root: None)
        foreign = print_document("certificate", certificate_facts(), sealed=True).pdf
    seal = sealing.check(foreign)
    assert seal.intact
    assert not seal.trusted


def test_only_the_process_that_signs_may(settings, tmp_path):
    settings.IS_SIGNER = False
    settings.SIGNING_KEYS_DIR = tmp_path / "keys"
    for attempt in (
        sealing.room,
        lambda: print_document("certificate", certificate_facts(), sealed=True),
    ):
        with pytest.raises(SealRefusal, match="agent de signature"):
            attempt()
    assert not (tmp_path / "keys").exists(), "nor makes a key"


def test_a_process_that_signed_is_refused_as_well(sealed, settings):
    """The key lies in its memory: what was read once is no permission."""
    settings.IS_SIGNER = False
    with pytest.raises(SealRefusal):
        sealing.seal(sealed)


def test_a_paper_without_a_place_is_not_sealed(plain, sealed):
    for content in (plain, sealed, b""):
        with pytest.raises(PressFault, match="has 0"):
            sealing.seal(content)


def test_the_test_key_is_for_its_owner_alone(settings, tmp_path):
    settings.SIGNING_KEYS_DIR = tmp_path / "keys"
    assert sealing.room() > 0
    (kept,) = (tmp_path / "keys" / "own-seal").iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    first = kept.read_bytes()
    stamp.forget()
    sealing.room()
    assert kept.read_bytes() == first, "made once"


class TestAKeyOfTheOperator:
    @pytest.mark.parametrize("kind", [keys.elliptic, keys.rsa])
    def test_from_a_pkcs12_store(self, kind, settings, tmp_path):
        settings.SEAL_PKCS12, settings.SEAL_PASSWORD = str(keys.store(tmp_path, kind())), keys.PASSWORD
        self.seals()

    def test_from_pem_files(self, settings, tmp_path):
        settings.SEAL_KEY, settings.SEAL_CERTIFICATE = map(str, keys.pem_files(tmp_path, keys.elliptic()))
        settings.SEAL_PASSWORD = keys.PASSWORD
        self.seals()

    def seals(self):
        seal = sealing.check(print_document("certificate", certificate_facts(), sealed=True).pdf)
        assert (seal.intact, seal.trusted, seal.is_test) == (True, True, False)
        assert seal.signer == "GECT"

    def test_one_that_cannot_be_read_is_said_and_nothing_is_sealed(self, settings, tmp_path):
        settings.SEAL_PKCS12, settings.SEAL_PASSWORD = str(tmp_path / "gone.p12"), keys.PASSWORD
        with pytest.raises(SealRefusal):
            print_document("certificate", certificate_facts(), sealed=True)


def test_a_test_seal_in_production_is_said_in_the_log(settings, caplog):
    settings.MODE = "production"
    sealing.room()
    assert "TEST seal" in caplog.text
