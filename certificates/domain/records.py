"""What of each certificate and each paper is hashed into the chain of its issuer.

It is the record: the fingerprints of the facts, the file and the credential, and the place in the chain, as
RFC 8785 writes them. Pure. What comes after issue is not in it: `chain` holds it against other rows.
"""

from datetime import UTC

from django.utils.translation import gettext as _

from certificates.domain import proofs
from certificates.models import Attestation, Certificate
from training.domain.chain import moment, sha256_of


def of_certificate(certificate: Certificate) -> dict:
    """What was issued, from the row as it stands and the fingerprint of its document."""
    return {
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
        "issued_at": certificate.issued_at.astimezone(UTC).isoformat(),  # as the database reads it
        "issued_by": certificate.issued_by_id,
    }


def of_paper(paper: Attestation) -> dict:
    """What was ordered and made, from the row as it stands and the fingerprint of its document."""
    return {
        "issuer": paper.issuer_id,
        "place": paper.place,
        "previous": paper.previous_sha256,
        "kind": paper.kind,
        "reference": str(paper.reference),
        "enrolment": paper.enrolment_id,
        "number": paper.number,
        "reason": paper.reason,
        "facts": paper.facts_sha256,
        "document": paper.document and paper.document.sha256,  # somebody may have led it to no row
        "ordered_at": moment(paper.ordered_at),
        "ordered_by": paper.ordered_by_id,
        "made_at": moment(paper.made_at),
    }


def certificate_agrees(certificate: Certificate) -> bool:
    """Columns that stand beside the hashed ones, to be searched by, say the same as those."""
    if _at(certificate.facts, "version") != certificate.facts_version:
        return False
    if certificate.key is None or not isinstance(certificate.credential, dict):
        return certificate.key is certificate.credential
    method = str(proofs.proof_of(certificate.credential).get("verificationMethod"))
    return method.rpartition("#")[2] == certificate.key.public_text


def paper_agrees(paper: Attestation) -> bool:
    return _at(paper.facts, "number") == paper.number


def name_of_paper(paper: Attestation) -> str:
    """Which one, without saying whose."""
    said = {"kind": paper.get_kind_display(), "enrolment": paper.enrolment_id, "number": paper.number}
    return _("%(kind)s of enrolment %(enrolment)d, version %(number)d") % said


def _at(facts, name: str):
    """What stands there; None where somebody left nothing of the form that we wrote."""
    return facts.get(name) if isinstance(facts, dict) else None
