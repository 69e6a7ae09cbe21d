"""A seal for the demo and for trying: one certificate, of an authority whose key is thrown away at once.

Both say TEST in their names, so every reader shows it. A seal that counts is bought (Regulation 910/2014).
"""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import NoEncryption
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import NameOID
from pyhanko.sign.signers import SimpleSigner

MARK = "TEST"
YEARS_10 = timedelta(days=3653)


def signer(folder: Path) -> SimpleSigner | None:
    """The test seal of this installation; made at the first call. Two that make it at once get the same."""
    kept = folder / "seal.p12"
    if not kept.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_once(kept, _made())
    return SimpleSigner.load_pkcs12(kept)


def is_test(certificate) -> bool:
    """Whether a certificate, of pyHanko's kind, says that it is none to rely on."""
    name = certificate.subject.native
    return str(name.get("common_name", "")).startswith(MARK)


def _made() -> bytes:
    above, own = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root_name, own_name = _name(f"{MARK} – Grenstaal, own authority"), _name(f"{MARK} – Grenstaal")
    key_id = x509.SubjectKeyIdentifier.from_public_key(above.public_key())
    root = (
        _begun(root_name, root_name, above)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(key_cert_sign=True, crl_sign=True), critical=True)
        .add_extension(key_id, critical=False)
        .sign(above, hashes.SHA256())
    )
    leaf = (
        _begun(own_name, root_name, own)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(digital_signature=True, content_commitment=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(own.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(key_id), critical=False)
        .sign(above, hashes.SHA256())
    )
    return serialize_key_and_certificates(b"seal", own, leaf, [root], NoEncryption())


def _begun(subject: x509.Name, issuer: x509.Name, key) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - YEARS_10)  # the demo school seals papers of its past
        .not_valid_after(now + YEARS_10)
    )


def _usage(**allowed: bool) -> x509.KeyUsage:
    names = (
        "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
        "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
    )  # fmt: skip
    return x509.KeyUsage(**dict.fromkeys(names, False) | allowed)


def _name(common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, f"{MARK} – worth nothing before a court"),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def _write_once(path: Path, content: bytes) -> None:
    """Whole or not at all, for its owner alone; the first one stays."""
    draft = path.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
