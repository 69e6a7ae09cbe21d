"""The certificates that a seal of ours leads to, put into the archive by the process that signs.

They are public. Web processes on other machines read them there, and an old seal can still be checked when
its key was replaced long ago. Take one away and what it sealed is no longer trusted.
"""

from functools import cache

from asn1crypto.x509 import Certificate
from django.core.files.base import ContentFile
from django.core.files.storage import Storage

from documents.models import archive

FOLDER = "seal-roots"


def publish(root: Certificate) -> None:
    """Idempotent; asks the archive once per process."""
    _publish(archive(), f"{FOLDER}/{root.sha256.hex()}.cer", root.dump())


def published() -> list[Certificate]:
    try:
        _folders, names = archive().listdir(FOLDER)
    except FileNotFoundError:
        return []
    return [_read(name) for name in sorted(names)]


@cache
def _publish(kept_in: Storage, name: str, content: bytes) -> None:
    if not kept_in.exists(name):
        kept_in.save(name, ContentFile(content))


def _read(name: str) -> Certificate:
    with archive().open(f"{FOLDER}/{name}") as file:
        return Certificate.load(file.read())
