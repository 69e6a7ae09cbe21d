"""One process signs and seals. Every other one is refused, though the files of the keys lie beside it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from certificates.domain import issuing, keys, status
from certificates.enums import ItemState
from certificates.exceptions import Refusal
from certificates.models import Certificate, IssuerKey
from documents import sealing, store
from tests.documents.paper import opened

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def _as_the_website(settings, certificate):
    """Once there is a key, so that what refuses is not its absence."""
    settings.IS_SIGNER = False


def test_what_is_kept_is_the_sealed_file(certificate):
    kept = store.read(certificate.document)
    seal = sealing.check(kept)
    assert (seal.intact, seal.trusted, seal.is_test) == (True, True, True)
    with opened(kept) as pdf:
        assert "credential.json" in pdf.attachments


@pytest.mark.usefixtures("_as_the_website")
def test_the_website_does_not_get_the_private_half():
    with pytest.raises(Refusal, match="agent de signature") as refused:
        keys.private(keys.active())
    assert refused.value.code == "not_the_signer"


@pytest.mark.usefixtures("_as_the_website")
def test_nor_makes_a_key(settings):
    before = set(settings.SIGNING_KEYS_DIR.iterdir())
    with pytest.raises(Refusal):
        keys.make_next()
    with pytest.raises(CommandError, match="agent de signature"):
        call_command("issuer_keys", "next")
    assert set(settings.SIGNING_KEYS_DIR.iterdir()) == before
    assert IssuerKey.objects.count() == 1


@pytest.mark.usefixtures("_as_the_website")
def test_nor_issues_nor_renews_a_list(school, certificate):
    with pytest.raises(Refusal):
        issuing.issue(enrolment=school.enrolments[1], by=school.coordinator)
    with pytest.raises(Refusal):
        status.sign(certificate.status_list)
    assert Certificate.objects.count() == 1


@pytest.mark.usefixtures("_as_the_website")
def test_an_order_in_the_wrong_hands_says_so(school):
    batch = issuing.order(session=school.session, enrolments=school.enrolments[1:], by=school.coordinator)
    states = {item.state for item in batch.items.all()}
    assert states == {ItemState.NOT_READY}
    assert "agent de signature" in batch.items.first().message_fr
    assert "ondertekenaar" in batch.items.first().message_nl


def test_a_process_learns_the_password_only_as_signer():
    """From a real start: the environment has everything, the website still knows nothing."""
    asks = "from config import environment as e; print(e.IS_SIGNER, e.SEAL_PKCS11, e.SEAL_PASSWORD)"
    told = {
        "SEAL_PKCS11": "pkcs11:object=seal?module-path=/lib.so",
        "SEAL_PASSWORD": "secret",
        "GRENSTAAL_MODE": "test",
    }
    for is_signer, expected in (("", "False"), ("1", "True pkcs11:object=seal?module-path=/lib.so secret")):
        done = subprocess.run(
            [sys.executable, "-c", asks],
            cwd=ROOT,
            env={**os.environ, **told, "GRENSTAAL_SIGNER": is_signer},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == expected
