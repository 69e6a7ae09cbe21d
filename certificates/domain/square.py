"""What the square code of a certificate says: its address and, where it can be read, the signed short form.

A code that is too fine to be scanned is worse than one that needs network, so there the address stands alone.
"""

import logging
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from certificates.domain import codes, compact
from documents import square_code
from documents.facts import CertificateFacts

logger = logging.getLogger(__name__)


def compact_of(facts: CertificateFacts, *, key: Ed25519PrivateKey) -> str | None:
    """The short form to print; None, and a line in the log, when it does not fit. Pure but for the log."""
    try:
        text = compact.signed(facts, key=key)
    except compact.TooMuch:
        logger.warning("a certificate says more than its short form holds: only its address is printed")
        return None
    if not fits(facts.verify_url, text):
        logger.warning("the address of the site is too long for a code checked without network")
        return None
    return text


def fits(address: str, text: str) -> bool:
    """Whether both can be read from paper, and the address means the same in capitals (/v/ and the code)."""
    written = f"{address.upper()}#{text}"
    return urlsplit(address).path.count("/") == 2 and square_code.is_fine_enough(written)


def site_fits(site: str) -> bool:
    """Whether certificates of a site at this address carry the short form."""
    longest = compact.written(bytes(compact.FACTS_BYTES + 64))
    return fits(f"{site}/v/{codes.ALPHABET[-1] * codes.LENGTH}", longest)
