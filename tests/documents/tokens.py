"""A token as an operator would buy it, in a folder: SoftHSM."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

import pkcs11
from asn1crypto import pem
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives import serialization
from pkcs11 import Attribute, CertificateType, ObjectClass

from tests.documents import keys

MODULE = "/usr/lib/softhsm/libsofthsm2.so"
LABEL, PIN = "Cachet 2026", "271828"


@dataclass(frozen=True)
class Token:
    configuration: Path
    uri: str
    chain: Path  # the certificates as a file too


def make(folder: Path, key, *, with_certificates: bool = True) -> Token:
    """Initialised, with the key in it. The caller sets SOFTHSM2_CONF to `configuration` before using it."""
    (folder / "tokens").mkdir()
    configuration = folder / "softhsm2.conf"
    configuration.write_text(
        f"directories.tokendir = {folder}/tokens\nobjectstore.backend = file\nlog.level = ERROR\n"
    )
    private, chain = folder / "bare.pem", keys.pem_files(folder, key)[1]
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    own = ["--token", "GECT", "--pin", PIN]
    run(configuration, "--init-token", "--free", "--label", "GECT", "--pin", PIN, "--so-pin", "314159")
    run(configuration, "--import", str(private), *own, "--label", LABEL, "--id", "A1")
    if with_certificates:
        put(chain)
    return Token(configuration, f"pkcs11:token=GECT;object=Cachet%202026?module-path={MODULE}", chain)


def run(configuration: Path, *arguments: str) -> None:
    environment = {"SOFTHSM2_CONF": str(configuration), "PATH": "/usr/bin:/bin"}
    subprocess.run(["softhsm2-util", *arguments], env=environment, check=True, capture_output=True)


def put(chain: Path) -> None:
    """The seal's certificate under the key's label, the authority's under another. Needs SOFTHSM2_CONF."""
    library = pkcs11.lib(MODULE)
    (token,) = library.get_tokens(token_label="GECT")
    with token.open(rw=True, user_pin=PIN) as session:
        for place, (_kind, _headers, content) in enumerate(pem.unarmor(chain.read_bytes(), multiple=True)):
            certificate = Certificate.load(content)
            session.create_object(
                {
                    Attribute.CLASS: ObjectClass.CERTIFICATE,
                    Attribute.CERTIFICATE_TYPE: CertificateType.X_509,
                    Attribute.TOKEN: True,
                    Attribute.LABEL: "authority" if place else LABEL,
                    Attribute.ID: b"\xa2" if place else b"\xa1",
                    Attribute.SUBJECT: certificate.subject.dump(),
                    Attribute.VALUE: content,
                }
            )
    library.finalize()
    pkcs11.unload(MODULE)
