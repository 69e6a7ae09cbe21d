"""Keys and certificates as an operator would buy them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric import rsa as of_rsa
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

PASSWORD = "only for the suite"
LOCKED = serialization.BestAvailableEncryption(PASSWORD.encode())


def elliptic():
    return ec.generate_private_key(ec.SECP256R1())


def rsa():
    return of_rsa.generate_private_key(public_exponent=65537, key_size=3072)


def store(folder: Path, key, *, stamps_time: bool = False) -> Path:
    """A PKCS#12 store with the key, its certificate and the authority's."""
    leaf, root = _certificates(key, stamps_time=stamps_time)
    file = folder / "seal.p12"
    file.write_bytes(serialize_key_and_certificates(b"seal", key, leaf, [root], LOCKED))
    return file


def pem_files(folder: Path, key) -> tuple[Path, Path]:
    """The key, and its certificate followed by the authority's."""
    private, public = folder / "key.pem", folder / "chain.pem"
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, LOCKED)
    )
    public.write_bytes(b"".join(one.public_bytes(serialization.Encoding.PEM) for one in _certificates(key)))
    return private, public


def _certificates(key, *, stamps_time: bool = False) -> tuple[x509.Certificate, x509.Certificate]:
    above = elliptic()
    root_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "An authority")])
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "GECT")])
    leaf = _begun(name, root_name, key, is_authority=False)
    if stamps_time:
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        leaf = leaf.add_extension(usage, critical=True)
    root = _begun(root_name, root_name, above, is_authority=True)
    return leaf.sign(above, hashes.SHA256()), root.sign(above, hashes.SHA256())


def _begun(subject: x509.Name, issuer: x509.Name, key, *, is_authority: bool) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    usage = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"), False
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=not is_authority,
                content_commitment=not is_authority,
                key_cert_sign=is_authority,
                crl_sign=is_authority,
                **usage,
            ),
            critical=True,
        )
    )
