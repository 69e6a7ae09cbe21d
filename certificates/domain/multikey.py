"""Ed25519 keys and signatures as text: Multikey and Multibase of W3C Controlled Identifiers.

A text begins with `z` (base 58 of Bitcoin); the bytes of a key begin with two that name its kind.
"""

import base58
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

BASE_58 = "z"
PUBLIC, PRIVATE = b"\xed\x01", b"\x80\x26"


class NotAKey(ValueError):
    """A text that is not what it should be: a multibase text, or a key of this kind."""


def encode(content: bytes) -> str:
    return BASE_58 + base58.b58encode(content).decode()


def decode(text: str) -> bytes:
    """Raises NotAKey for anything that is not base 58 with its `z`."""
    if not text.startswith(BASE_58):
        raise NotAKey("not base 58")
    try:
        return base58.b58decode(text[1:])
    except ValueError as error:
        raise NotAKey("not base 58") from error


def public_text(key: Ed25519PublicKey) -> str:
    """The public key, as it stands in the issuer's document: z6Mk…"""
    return encode(PUBLIC + key.public_bytes_raw())


def public_key(text: str) -> Ed25519PublicKey:
    """Raises NotAKey."""
    return Ed25519PublicKey.from_public_bytes(_raw(text, PUBLIC))


def private_text(key: Ed25519PrivateKey) -> str:
    return encode(PRIVATE + key.private_bytes_raw())


def private_key(text: str) -> Ed25519PrivateKey:
    """Raises NotAKey."""
    return Ed25519PrivateKey.from_private_bytes(_raw(text, PRIVATE))


def _raw(text: str, kind: bytes) -> bytes:
    content = decode(text)
    if len(content) != 34 or not content.startswith(kind):
        raise NotAKey("another kind of key")
    return content[2:]
