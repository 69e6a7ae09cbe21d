"""Is this the file that was issued? Answered from its fingerprint; nothing of the file is kept.

Which certificate it is, the file says itself: by its fingerprint, else by the credential inside, which
stays in a file whose page was changed. A stranger's signature is not worked out: a credential that is ours
is one we kept, word for word, and to compare it asks less than to canonicalise a hostile one (decision 0122).
"""

import hashlib
from dataclasses import dataclass
from enum import Enum

from django.db.models import Q

from certificates.domain import enclosed, verifying
from certificates.domain.verifying import Verified
from certificates.models import Attestation, Certificate


class Finding(Enum):
    SAME = "same"  # byte for byte; of a credential alone: word for word
    OTHER = "other"  # we know which certificate it means, and did not issue this file for it
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Compared:
    """`verified`: what holds of the certificate today, whatever the file says. `paper`: the attestation it is
    or means, when it is no certificate (0127).
    """

    finding: Finding
    verified: Verified
    holds_our_credential: bool = False
    paper: Attestation | None = None


def compare(content: bytes, *, code: str | None = None) -> Compared:
    """With the file of the certificate that has this code; without one, of the certificate the file names.

    The same two queries whatever the file and the code; one more for a certificate that is
    known, or when the file may be another paper of ours.
    """
    credential = enclosed.credential_in(content)
    by_file = verifying.of_file(hashlib.sha256(content).hexdigest())
    named = enclosed.code_of(credential) if credential else ""
    by_code = verifying.verify(named if code is None else code)
    verified = by_file if code is None and by_file.certificate else by_code
    if verified.certificate is None:
        return _as_paper(content, verified)
    ours = bool(credential) and _is_the_one_of(verified.certificate, credential)
    is_alone = content.lstrip()[:1] == b"{"
    if by_file.certificate == verified.certificate or (is_alone and ours):
        return Compared(Finding.SAME, verified, holds_our_credential=ours)
    return Compared(Finding.OTHER, verified, holds_our_credential=ours)


def _as_paper(content: bytes, verified: Verified) -> Compared:
    """An attestation, by its fingerprint, else by the reference inside, which nobody guesses. One query."""
    sha256 = hashlib.sha256(content).hexdigest()
    meant = Q(document__sha256=sha256)
    if reference := enclosed.reference_in(content):
        meant |= Q(reference=reference, document__isnull=False)
    paper = Attestation.objects.filter(meant).select_related("document").first()
    if paper is None:
        return Compared(Finding.UNKNOWN, verified)
    finding = Finding.SAME if paper.document.sha256 == sha256 else Finding.OTHER
    return Compared(finding, verified, paper=paper)


def _is_the_one_of(certificate: Certificate, credential: dict) -> bool:
    return certificate.credential is not None and enclosed.same(credential, certificate.credential)
