"""A second library that nobody here wrote, on every machine: openbadgeslib checks what we sign.

It shares PyLD and `cryptography` with us; the libraries in JavaScript (`test_independent`) share nothing. It
adds: each member of the JSON must be what was signed, the model of Open Badges, the dates, the status.
"""

import json
from copy import deepcopy

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from openbadgeslib.ob3.ldp import OB3LdpVerifier
from openbadgeslib.ob3.verifier import OB3VerificationError

from certificates.domain import issuing, multikey, proofs, status
from certificates.enums import RevocationReason
from certificates.models import Certificate
from tests.certificates.school import revoke

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fast_press")]


@pytest.fixture
def verifier(certificate) -> OB3LdpVerifier:
    public = multikey.public_key(certificate.key.public_text)
    return OB3LdpVerifier(pubkey_pem=public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))


@pytest.fixture
def published(client):
    """The list of revocations, as it stands at our public address; nothing is fetched."""
    status.renew()
    return lambda url: client.get(url.removeprefix(settings.SITE_URL)).content


def test_it_accepts_ours_and_reads_what_we_wrote(verifier, certificate):
    read = verifier.verify(json.dumps(certificate.credential))
    assert read.name == certificate.credential["name"]
    alone = certificate.credential | {"proof": proofs.proof_of(certificate.credential)}
    assert verifier.verify(alone).name == read.name


@pytest.mark.parametrize(
    "change",
    [
        lambda one: one["credentialSubject"]["result"][1].update(value="B1"),
        lambda one: one["credentialSubject"]["identifier"][0].update(identityHash="Somebody Else"),
        lambda one: one["credentialSubject"]["result"].pop(0),
        lambda one: one.update(validUntil="2099-01-01T00:00:00Z"),
        lambda one: one.update(motto="x"),
        lambda one: one.pop("credentialStatus"),
        lambda one: one["proof"][0].update(created="2020-01-01T00:00:00Z"),
    ],
)
def test_it_refuses_a_changed_one(verifier, certificate, change):
    other = deepcopy(certificate.credential)
    change(other)
    with pytest.raises(OB3VerificationError):
        verifier.verify(other)


def test_it_finds_a_revocation_in_our_list(verifier, certificate, school, published):
    """The list's own proof is checked by the libraries in JavaScript: this one knows lists as JWT alone."""
    options = {"check_status": True, "verify_status_list": False}
    assert verifier.verify(certificate.credential, download=published, **options)
    second = issuing.issue(enrolment=school.enrolments[1], by=school.coordinator)
    revoke(second, school.coordinator, RevocationReason.FRAUD)
    status.renew()
    assert verifier.verify(certificate.credential, download=published, **options)
    revoked = Certificate.objects.get(pk=second.pk).credential
    with pytest.raises(OB3VerificationError, match="'revocation' is set at index"):
        verifier.verify(revoked, download=published, **options)
