"""The archive: what was printed is put away once, byte for byte, and read back only when it is intact."""

import hashlib

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile

from documents.exceptions import DocumentAltered
from documents.models import Document, archive
from documents.press import Printed


def keep(printed: Printed, *, kind: str, title: str, language: str) -> Document:
    """Put a printed file away and return its row. `title` carries no personal data.

    Idempotent by fingerprint and kind: a second call, or one at the same time elsewhere, returns the first
    row. The file is named after its content, so a call that died half-way leaves nothing in the way.
    """
    kept = Document.objects.filter(sha256=printed.sha256, kind=kind).first()
    if kept:
        return kept
    document, _created = Document.objects.get_or_create(
        sha256=printed.sha256,
        kind=kind,
        defaults={
            "language": language,
            "title": title,
            "file": _put(printed),
            "size": len(printed.pdf),
            "pages": printed.pages,
        },
    )
    return document


def read(document: Document) -> bytes:
    """The file as it was printed. Raises DocumentAltered when it is gone or differs by one bit."""
    try:
        with archive().open(document.file.name) as stored:
            content = stored.read()
    except (FileNotFoundError, IsADirectoryError, SuspiciousFileOperation) as missing:
        raise DocumentAltered(f"the file of document {document.pk} is gone") from missing
    if hashlib.sha256(content).hexdigest() != document.sha256:
        raise DocumentAltered(f"the file of document {document.pk} is not the one that was printed")
    return content


def discard(document: Document) -> None:
    """The row and its file: for papers whose time is over and that no record refers to any more.

    The row first, which the database refuses while somebody refers to it (ProtectedError); a file without a
    row is harmless.
    """
    name = document.file.name
    document.delete()
    archive().delete(name)


def _put(printed: Printed) -> str:
    """Store the bytes under their fingerprint; what lies there already is kept when it is the same."""
    name = f"{printed.sha256[:2]}/{printed.sha256}.pdf"
    if archive().exists(name):
        with archive().open(name) as stored:
            if stored.read() == printed.pdf:
                return name
    return archive().save(name, ContentFile(printed.pdf))
