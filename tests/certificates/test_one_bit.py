"""One bit, anywhere in what was issued: the check that claims to find it does."""

import json
from copy import deepcopy

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from certificates.domain import chain, multikey, proofs, status
from certificates.models import Certificate, Issuer, StatusList
from certificates.models.guards import FROZEN
from documents import store
from documents.exceptions import DocumentAltered
from documents.models import archive

pytestmark = pytest.mark.django_db
MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
BIT = st.integers(0, 10**9)  # taken modulo what there is


def flipped(content: bytes, bit: int) -> bytes:
    place, number = divmod(bit % (8 * len(content)), 8)
    return content[:place] + bytes([content[place] ^ 1 << number]) + content[place + 1 :]


def put(name: str, content: bytes) -> None:
    archive().delete(name)
    with archive().open(name, "wb") as file:
        file.write(content)


def findings() -> list[str]:
    return [str(one) for one in chain.verify(Issuer.objects.get())]


def test_of_the_file(certificate):
    name = certificate.document.file.name
    whole = store.read(certificate.document)

    @MANY
    @given(BIT)
    def is_found(bit):
        put(name, flipped(whole, bit))
        with pytest.raises(DocumentAltered):
            store.read(certificate.document)
        assert findings() == [f"{certificate}: son fichier a disparu ou a été modifié"]

    is_found()


def read_again(content: bytes) -> dict | None:
    """The document in these bytes, if they are still one."""
    try:
        found = json.loads(content)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def nobody_believes(signed: dict, key) -> None:
    """Of its bytes as they travel, any bit."""
    written = json.dumps(signed, ensure_ascii=False, separators=(",", ":")).encode()
    public = multikey.public_key(key.public_text)
    assert proofs.holds(deepcopy(signed), key=public)

    @MANY
    @given(BIT)
    def is_found(bit):
        other = read_again(flipped(written, bit))
        assert other is None or other == signed or not proofs.holds(other, key=public)

    is_found()


@pytest.mark.usefixtures("fast_press")
def test_of_the_credential(certificate):
    nobody_believes(certificate.credential, certificate.key)


@pytest.mark.usefixtures("fast_press")
def test_of_the_status_list(certificate):
    status.renew()
    listed = StatusList.objects.get()
    nobody_believes(listed.credential, certificate.key)


@pytest.mark.usefixtures("fast_press")
def test_of_the_row(certificate):
    """Of a column as text: the database refuses it even without its guards, or the chain names the row."""
    row = Certificate.objects.filter(pk=certificate.pk)
    columns = [name for name in FROZEN if name != "id" and row.values_list(name)[0][0] not in (None, "")]

    @MANY
    @given(st.sampled_from(columns), BIT)
    def is_found(column, bit):
        try:
            with transaction.atomic():
                change(certificate.pk, column, bit)
                assert findings(), column
                transaction.set_rollback(True)
        except DatabaseError:
            return

    is_found()


def change(pk: int, column: str, bit: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(f"SELECT {column}::text FROM certificates_certificate WHERE id = %s", [pk])
        text = cursor.fetchone()[0]
        other = flipped(text.encode(), bit).decode(errors="replace").replace("\0", "?")
        cursor.execute(
            f"UPDATE certificates_certificate SET {column} = %s::text::{type_of(column)} WHERE id = %s",
            [other, pk],
        )
        cursor.execute(f"SELECT {column}::text FROM certificates_certificate WHERE id = %s", [pk])
        if cursor.fetchone()[0] == text:
            raise DatabaseError("the bit changed nothing")  # a digit behind the last that is kept


def type_of(column: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT udt_name FROM information_schema.columns"
            " WHERE table_name = 'certificates_certificate' AND column_name = %s",
            [column],
        )
        return cursor.fetchone()[0]
