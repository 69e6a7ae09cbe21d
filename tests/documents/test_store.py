"""The archive keeps a file once, and gives it back only when it is intact."""

import hashlib

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from documents.enums import DocumentKind
from documents.exceptions import DocumentAltered
from documents.models import Document, archive
from documents.press import Printed
from documents.store import keep, read

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """A real folder: what an in-memory storage forgives, a disk does not."""
    settings.STORAGES = settings.STORAGES | {
        "documents": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path)},
        }
    }
    return tmp_path


def printed(content: bytes = b"%PDF-1.7 a page") -> Printed:
    return Printed(pdf=content, sha256=hashlib.sha256(content).hexdigest(), pages=1)


def put_away(sheet: Printed, *, kind: str = DocumentKind.CERTIFICATE) -> Document:
    return keep(sheet, kind=kind, title="Attestation de fin de formation", language="fr")


def test_what_was_kept_is_read_back_byte_for_byte():
    document = put_away(printed())
    assert read(Document.objects.get(pk=document.pk)) == printed().pdf
    assert document.size == len(printed().pdf)


def test_twice_is_once(folder):
    assert put_away(printed()) == put_away(printed())
    assert Document.objects.count() == 1
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1


def test_another_kind_is_another_document_with_the_same_file(folder):
    assert put_away(printed()) != put_away(printed(), kind=DocumentKind.STATEMENT)
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1


def test_a_call_that_died_half_way_is_made_good(folder):
    sheet = printed()
    name = f"{sheet.sha256[:2]}/{sheet.sha256}.pdf"
    archive().save(name, ContentFile(b"%PDF-1.7 half"))
    assert read(put_away(sheet)) == sheet.pdf


def test_one_changed_bit_is_found(folder):
    document = put_away(printed())
    (folder / document.file.name).write_bytes(b"%PDF-1.7 a pagf")
    with pytest.raises(DocumentAltered):
        read(document)


def test_a_lost_file_is_found(folder):
    document = put_away(printed())
    (folder / document.file.name).unlink()
    with pytest.raises(DocumentAltered, match="gone"):
        read(document)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"sha256": "A" * 64}, "document_has_a_fingerprint"),
        ({"sha256": "ab"}, "document_has_a_fingerprint"),
        ({"size": 0}, "document_is_not_empty"),
        ({"pages": 0}, "document_is_not_empty"),
        ({"language": "en"}, "document_language_is_ours"),
    ],
)
def test_the_database_refuses_what_is_no_document(change, constraint):
    row = {"kind": DocumentKind.STATEMENT, "language": "fr", "title": "x", "file": "x", "sha256": "b" * 64}
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Document.objects.create(**row | {"size": 1, "pages": 1} | change)
