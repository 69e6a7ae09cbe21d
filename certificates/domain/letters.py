"""What the holder is told, through the outbox: in the same transaction as the news, sent after commit."""

from accounts.domain import messages
from certificates.models import Certificate

ISSUED = "certificates/emails/issued"
REVOKED = "certificates/emails/revoked"


def tell_issued(certificate: Certificate) -> bool:
    """That a certificate is ready. Idempotent. False for somebody without an account: print it for them."""
    return _tell(certificate, ISSUED)


def tell_revoked(certificate: Certificate) -> bool:
    """That it stands no longer. Idempotent."""
    return _tell(certificate, REVOKED)


def _tell(certificate: Certificate, template: str) -> bool:
    holder = certificate.enrolment.person.user
    if holder is None:
        return False
    messages.queue(
        recipient=holder,
        template=template,
        ids={"certificate": certificate.pk},
        dedupe_key=f"{template}:{certificate.pk}",
    )
    return True
