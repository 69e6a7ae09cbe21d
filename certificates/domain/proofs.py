"""The signature inside a credential: a Data Integrity proof of the suite eddsa-rdfc-2022 (W3C, 15 May 2025).

Pure: a document and a key go in, a document with its proof comes out. Ed25519 signs the same document with
the same key to the same bytes, so a credential that is made twice is one credential.
"""

import hashlib
from datetime import UTC, datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from certificates.domain import linked_data, multikey

SUITE = {"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "proofPurpose": "assertionMethod"}
Contexts = dict[str, dict] | None


def instant(moment: datetime) -> str:
    """A moment as credentials write it: UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def sign(
    document: dict, *, key: Ed25519PrivateKey, method: str, created: datetime, also: Contexts = None
) -> dict:
    """The document with its proof. `method`: the address of the public key. `also`: further contexts.

    Raises UnknownContext for a name that no context knows: it would not be covered by the signature.
    """
    terms = SUITE | {"created": instant(created), "verificationMethod": method}
    value = multikey.encode(key.sign(_signed_bytes(document, terms, also)))
    return document | {"proof": terms | {"proofValue": value}}


def holds(document: dict, *, key: Ed25519PublicKey, also: Contexts = None) -> bool:
    """Whether this document, with every word of it, was signed with that key. Never raises for bad input."""
    proof = proof_of(document)
    if any(proof.get(name) != value for name, value in SUITE.items()):
        return False
    if "@context" not in document:
        return False
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    terms = {name: value for name, value in proof.items() if name != "proofValue"}
    try:
        signature = multikey.decode(str(proof.get("proofValue", "")))
        key.verify(signature, _signed_bytes(unsigned, terms, also))
    except (InvalidSignature, multikey.NotAKey, linked_data.UnknownContext):
        return False
    return True


def proof_of(document: dict) -> dict:
    """Its one proof, written alone or as a list of one; empty when there is none, or more than one."""
    proof = document.get("proof")
    if isinstance(proof, list) and len(proof) == 1:
        proof = proof[0]
    return proof if isinstance(proof, dict) else {}


def _signed_bytes(document: dict, terms: dict, also: Contexts) -> bytes:
    """The hash of the proof's terms, then that of the document (section 3.2 of the suite)."""
    terms = {"@context": document["@context"]} | terms
    parts = (linked_data.canonical(each, also=also) for each in (terms, document))
    return b"".join(hashlib.sha256(part).digest() for part in parts)
