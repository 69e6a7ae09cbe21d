"""Keys derived from the installation's secret: one for each use, so that none opens another's lock."""

import base64
import hashlib


def fernet_key(secret: str) -> bytes:
    """The key that locks the secrets of authenticator apps."""
    digest = hashlib.blake2b(secret.encode(), digest_size=32, person=b"second-factor").digest()
    return base64.urlsafe_b64encode(digest)
