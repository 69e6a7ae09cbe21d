"""Each certificate holds the hash of the one its issuer made before: a changed, missing or added one shows.

What is hashed is the record: the fingerprints of the facts, the file and the credential, and the place in
the chain, as RFC 8785 writes them. Revocation is not in it: it comes later, and is held against what two
people decided.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import rfc8785
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from certificates.models import Certificate, Issuer, RevocationRequest
from documents import store
from documents.exceptions import DocumentAltered


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it was issued: which certificate (or issuer), and what, in words."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def sha256_of(fact) -> str:
    """Of a JSON value, written by RFC 8785."""
    return hashlib.sha256(rfc8785.dumps(fact)).hexdigest()


def record_sha256(certificate: Certificate) -> str:
    """Of what was issued, from the row as it stands and the fingerprint of its document."""
    return sha256_of(
        {
            "issuer": certificate.issuer_id,
            "number": certificate.number,
            "previous": certificate.previous_sha256,
            "kind": certificate.kind,
            "code": certificate.code,
            "enrolment": certificate.enrolment_id,
            "facts": certificate.facts_sha256,
            "document": certificate.document.sha256,
            "credential": certificate.credential and sha256_of(certificate.credential),
            "status": [certificate.status_list_id, certificate.status_index],
            "issued_at": certificate.issued_at.isoformat(),
            "issued_by": certificate.issued_by_id,
        }
    )


def append(certificate: Certificate) -> Certificate:
    """Gives a certificate that is not saved yet its place after the last one of its issuer, and saves it.

    Locks the row of the issuer until the end of the transaction: two at once follow one another.
    """
    issuer = Issuer.objects.select_for_update(of=("self",), no_key=True).get(pk=certificate.issuer_id)
    certificate.number = issuer.issued + 1
    certificate.previous_sha256 = issuer.last_sha256
    certificate.record_sha256 = record_sha256(certificate)
    certificate.save(force_insert=True)
    issuer.issued, issuer.last_sha256 = certificate.number, certificate.record_sha256
    issuer.save(update_fields=["issued", "last_sha256"])
    return certificate


def verify(issuer: Issuer) -> Iterator[Finding]:
    """What of the certificates of this issuer is not as it was issued; nothing when all is well.

    Reads each row and each file once, in the order of the chain.
    """
    number, previous = 0, ""
    done = RevocationRequest.objects.filter(certificate=OuterRef("pk"), done_at__isnull=False)
    kept = issuer.certificates.select_related("document", "key").annotate(was_taken_back=Exists(done))
    kept = kept.order_by("number")
    for certificate in kept.iterator(chunk_size=200):
        number += 1
        if certificate.number != number:
            yield Finding(str(issuer), _("number %(number)d is missing") % {"number": number})
            number = certificate.number
        elif certificate.previous_sha256 != previous:
            yield Finding(str(certificate), _("it does not follow the one before"))
        yield from altered(certificate)
        if bool(certificate.revoked_at) != certificate.was_taken_back:
            yield Finding(str(certificate), _("its revocation is not what two people decided"))
        previous = certificate.record_sha256
    if (number, previous) != (issuer.issued, issuer.last_sha256):
        said = {"number": number, "issued": issuer.issued}
        yield Finding(str(issuer), _("the chain ends at number %(number)d, %(issued)d were issued") % said)


def altered(certificate: Certificate) -> Iterator[Finding]:
    """What of one certificate is not as it was issued: row, facts or file."""
    if sha256_of(certificate.facts) != certificate.facts_sha256:
        yield Finding(str(certificate), _("its facts were changed"))
    if record_sha256(certificate) != certificate.record_sha256 or not _agrees_with_itself(certificate):
        yield Finding(str(certificate), _("its row was changed"))
    try:
        store.read(certificate.document)
    except DocumentAltered:
        yield Finding(str(certificate), _("its file is gone or was changed"))


def _agrees_with_itself(certificate: Certificate) -> bool:
    """Columns that stand beside the hashed ones, to be searched by, say the same as those."""
    proof = certificate.credential and certificate.credential["proof"]
    signed_with = proof and proof["verificationMethod"].rpartition("#")[2]
    return certificate.facts.get("version") == certificate.facts_version and signed_with == (
        certificate.key and certificate.key.public_text
    )
