"""The CMS around a signature (RFC 5652), written from parts that pyHanko made once.

Of one file and the next only the digest and the signature differ. pyHanko builds, reads back and builds again
for 9 ms; putting the two values between parts that are already encoded takes the time of the signature.
"""

import hashlib
from collections.abc import Callable

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.serialization import load_der_private_key
from pyhanko.sign.signers import Signer, SimpleSigner

from documents.exceptions import PressFault
from documents.sealing.awaiting import awaited

HASH = "sha256"
PROBE = hashlib.sha256(b"a digest to be found again").digest()
SEQUENCE, SET, OCTETS, TAGGED = 0x30, 0x31, 0x04, 0xA0


class Envelope:
    """For one key. Called with a SHA-256, returns the seal of level B-B. Raises PressFault for a key of
    another kind than P-256 and its sisters or RSA.
    """

    def __init__(self, signer: Signer) -> None:
        self.raw = _raw(signer)
        made = awaited(signer.async_sign(PROBE, HASH, use_pades=True))
        signed, (info,) = made["content"], made["content"]["signer_infos"]
        before, after = info["signed_attrs"].dump()[_head(info["signed_attrs"].dump()) :].split(PROBE)
        self.attributes = before, after
        self.of_signer = b"".join(info[name].dump() for name in ("version", "sid", "digest_algorithm"))
        self.algorithm = info["signature_algorithm"].dump()
        names = ("version", "digest_algorithms", "encap_content_info", "certificates")
        self.of_signed = b"".join(signed[name].dump() for name in names)
        self.kind = made["content_type"].dump()

    def __call__(self, digest: bytes) -> bytes:
        attributes = digest.join(self.attributes)
        signature = self.raw(_wrapped(SET, attributes))
        signer = _wrapped(
            SEQUENCE,
            self.of_signer + _wrapped(TAGGED, attributes) + self.algorithm + _wrapped(OCTETS, signature),
        )
        signed = _wrapped(SEQUENCE, self.of_signed + _wrapped(SET, signer))
        return _wrapped(SEQUENCE, self.kind + _wrapped(TAGGED, signed))


def _raw(signer: Signer) -> Callable[[bytes], bytes]:
    """The bare signature. A key in a file is read once: RSA proves its numbers anew at each reading."""
    if not isinstance(signer, SimpleSigner):  # its key lies in a token
        return lambda content: awaited(signer.async_sign_raw(content, HASH))
    key = load_der_private_key(signer.signing_key.dump(), password=None)
    if isinstance(key, ec.EllipticCurvePrivateKey):
        return lambda content: key.sign(content, ec.ECDSA(hashes.SHA256()))
    if isinstance(key, rsa.RSAPrivateKey):
        return lambda content: key.sign(content, PKCS1v15(), hashes.SHA256())
    raise PressFault("the key of the seal must be of an elliptic curve or RSA: readers know no other")


def _wrapped(tag: int, content: bytes) -> bytes:
    """Tag, length, value, as DER writes them."""
    size = len(content)
    if size < 0x80:
        return bytes([tag, size]) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + content


def _head(encoded: bytes) -> int:
    """How many bytes tag and length take."""
    return 2 if encoded[1] < 0x80 else 2 + (encoded[1] & 0x7F)
