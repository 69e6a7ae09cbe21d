"""Looking at the seal of a file that somebody hands in, with pyHanko."""

import logging
from io import BytesIO

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from documents.sealing import Seal, own_authority, roots
from documents.sealing.awaiting import awaited
from documents.sealing.place import moment_of

# pyHanko tells at length of every file that is not in order; whoever hands one in decides what it says.
for name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(name).setLevel(logging.CRITICAL)


def check(content: bytes) -> Seal | None:
    """See `documents.sealing.check`."""
    try:
        signatures = PdfFileReader(BytesIO(content), strict=False).embedded_signatures
        return _judged(signatures[0], alone=len(signatures) == 1) if signatures else None
    except Exception:  # a file made for it can break the reader anywhere, in any way
        return None


def _judged(signature: EmbeddedPdfSignature, *, alone: bool) -> Seal:
    """Certificates are judged at the moment of the seal: what ran out since does not undo it."""
    claimed = moment_of(str(signature.sig_object.get("/M", "")))
    known = ValidationContext(trust_roots=roots.published(), moment=claimed, allow_fetching=False)
    status = awaited(async_validate_pdf_signature(signature, signer_validation_context=known))
    time = status.timestamp_validity
    holds = bool(time and time.intact and time.valid)
    return Seal(
        intact=alone and _is_whole(status),
        trusted=status.trusted,
        signer=str(status.signing_cert.subject.native.get("common_name", "")),
        signed_at=time.timestamp if holds else claimed,
        level="B-T" if holds else "B-B",
        is_test=own_authority.is_test(status.signing_cert),
    )


def _is_whole(status: PdfSignatureStatus) -> bool:
    return status.intact and status.valid and status.coverage == SignatureCoverageLevel.ENTIRE_FILE
