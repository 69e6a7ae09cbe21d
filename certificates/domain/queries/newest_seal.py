"""What the last certificate says of the seal that this installation puts."""

from django.core.cache import cache

from certificates.models import Certificate
from documents import sealing, store
from documents.exceptions import DocumentAltered

A_DAY = 86_400  # seconds; a file that was sealed never changes


def is_test() -> bool:
    """Whether the last certificate carries a seal of the installation's own TEST authority.

    The website does not know the key of the seal: the paper does. False before the first certificate.
    """
    newest = Certificate.objects.select_related("document").order_by("-pk").first()
    if newest is None:
        return False
    return cache.get_or_set(f"test-seal-{newest.document.sha256}", lambda: _of(newest), A_DAY)


def _of(certificate: Certificate) -> bool:
    try:
        seal = sealing.check(store.read(certificate.document))
    except DocumentAltered:  # told elsewhere, by the chain
        return False
    return bool(seal and seal.is_test)
