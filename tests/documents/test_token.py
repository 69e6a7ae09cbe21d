"""The key of the seal in a token: used there, never read out, and missed in one clear sentence."""

import subprocess
import sys
from pathlib import Path

import pkcs11
import pytest
from pkcs11 import TokenFlag

from documents import checks, sealing
from documents.exceptions import SealRefusal, TokenFault
from documents.press import print_document
from documents.sealing import stamp, token
from tests.documents import keys, tokens
from tests.documents.builders import certificate_facts
from tests.documents.test_sealing import flipped, hole, pdfsig

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _fresh_stamp():
    stamp.forget()
    yield
    stamp.forget()


@pytest.fixture
def bought(request, tmp_path, monkeypatch, settings) -> tokens.Token:
    """A token in the settings of the signer; the parameter says of which kind its key is."""
    monkeypatch.setenv("SOFTHSM2_CONF", str(tmp_path / "softhsm2.conf"))
    made = tokens.make(tmp_path, getattr(request, "param", keys.elliptic)())
    settings.SEAL_PKCS11, settings.SEAL_PASSWORD = made.uri, tokens.PIN
    return made


def printed() -> bytes:
    return print_document("certificate", certificate_facts(), sealed=True).pdf


@pytest.mark.parametrize("bought", [keys.elliptic, keys.rsa], indirect=True)
def test_a_paper_is_sealed_through_it(bought, tmp_path):
    content = printed()
    seal = sealing.check(content)
    assert (seal.intact, seal.trusted, seal.is_test, seal.signer) == (True, True, False, "GECT")
    assert "Signature is Valid" in pdfsig(content, tmp_path)
    at = next(at for at in range(len(content) // 2, len(content)) if at not in hole(content))
    changed = flipped(content, at * 8)
    broken = sealing.check(changed)
    assert broken is None or not broken.intact
    assert "Signature is Valid" not in pdfsig(changed, tmp_path)


def test_one_after_another_by_the_parts_that_were_kept(bought, monkeypatch):
    """Of the second paper pyHanko builds nothing any more: only the token is asked."""
    first = printed()
    monkeypatch.setattr(token.TokenSigner, "async_sign", None)
    second = printed()
    assert sealing.check(first).intact
    assert sealing.check(second).intact


def test_certificates_may_lie_beside_it(tmp_path, monkeypatch, settings):
    monkeypatch.setenv("SOFTHSM2_CONF", str(tmp_path / "softhsm2.conf"))
    made = tokens.make(tmp_path, keys.elliptic(), with_certificates=False)
    settings.SEAL_PKCS11, settings.SEAL_PASSWORD = made.uri, tokens.PIN
    assert "certificate" in stamp.why_not()
    settings.SEAL_CERTIFICATE = str(made.chain)
    assert sealing.check(printed()).trusted


def test_a_check_that_passes_leaves_the_token_closed(bought):
    assert checks.a_seal_that_opens(None) == []
    assert not pkcs11._loaded, "a session does not survive the fork that follows"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"SEAL_PASSWORD": "000000"}, "refuses the PIN"),
        ({"SEAL_PKCS11": f"pkcs11:token=GECT;object=other?module-path={tokens.MODULE}"}, "0 keys"),
        ({"SEAL_PKCS11": f"pkcs11:token=none;object=x?module-path={tokens.MODULE}"}, "there are: 'GECT'"),
        ({"SEAL_PKCS11": "pkcs11:object=x?module-path=/nowhere.so"}, "/nowhere.so cannot be used"),
        ({"SEAL_PKCS11": "pkcs11:object=x"}, "names a module-path"),
        ({"SEAL_PKCS11": "/srv/keys/seal.p12"}, "pkcs11:token=LABEL"),
        ({"SEAL_PKCS11": "pkcs11:object=x?module-path=/l.so&pin-value=1"}, "stands in SEAL_PASSWORD"),
    ],
)
def test_what_is_wrong_is_said_at_start(bought, settings, change, said):
    for name, value in change.items():
        setattr(settings, name, value)
    (error,) = checks.a_seal_that_opens(None)
    assert (error.id, said in error.msg) == ("documents.E003", True), error.msg
    assert settings.SEAL_PASSWORD not in error.msg
    with pytest.raises(SealRefusal):
        printed()


def test_the_last_try_of_a_pin_is_nobodys(bought, monkeypatch):
    """Whatever runs the signer starts it again: the third start would lock the token for good."""

    class Shy:
        label, serial = "GECT", b""
        flags = TokenFlag.TOKEN_INITIALIZED | TokenFlag.USER_PIN_FINAL_TRY

        def open(self, **kwargs):
            raise AssertionError("tried")

    monkeypatch.setattr(token, "_token", lambda address: Shy())
    assert "not tried here" in stamp.why_not()


def test_a_token_that_went_away_refuses_and_is_found_again(bought):
    printed()
    pkcs11.lib(tokens.MODULE).finalize()  # as when the card is pulled out
    with pytest.raises(SealRefusal):
        printed()
    assert sealing.check(printed()).intact


def test_nobody_but_the_signer_opens_it(bought, settings, monkeypatch):
    settings.IS_SIGNER = False
    monkeypatch.setattr(token, "signer", lambda *args, **kwargs: pytest.fail("opened"))
    assert checks.a_seal_that_opens(None) == []
    with pytest.raises(SealRefusal, match="agent de signature"):
        printed()


def test_what_the_website_imports_knows_no_token():
    """From a real start: neither the library nor pyHanko is loaded before somebody asks for a seal."""
    asks = "import config.wsgi, sys; print('pkcs11' in sys.modules, 'pyhanko' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asks], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split()[0] == "False"


@pytest.mark.parametrize("id_or_label", ["id=%A1", "object=Cachet%202026;id=%A1;type=private"])
def test_by_its_number(bought, settings, id_or_label):
    settings.SEAL_PKCS11 = f"pkcs11:{id_or_label}?module-path={tokens.MODULE}"
    assert sealing.check(printed()).intact


def test_an_address_is_taken_apart_as_rfc_7512_says():
    read = token.parse("pkcs11:token=My%20token;serial=9abc;id=%01%02?module-path=/usr/lib/x.so")
    assert read == token.Address(module="/usr/lib/x.so", token="My token", serial="9abc", id=b"\x01\x02")
    with pytest.raises(TokenFault):
        token.parse("pkcs11:object=a;slot-manufacturer=b?module-path=/x.so")
