"""One bit, anywhere in what was issued: the check that claims to find it does."""

import json
from copy import deepcopy

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import Model
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from certificates.domain import chain, multikey, proofs, status
from certificates.enums import AttestationKind
from certificates.models import Attestation, Issuer, StatusList
from certificates.models.attestation import AttestationStays
from certificates.models.guards import FROZEN
from documents import store
from documents.exceptions import DocumentAltered
from documents.models import archive
from tests.certificates.school import made

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


@pytest.fixture
def paper(school) -> Attestation:
    """The second version, which says that it replaced the first."""
    one, kind = school.enrolments[0], AttestationKind.REALISATION
    made(enrolment=one, kind=kind, by=school.coordinator)
    one.person.family_name = "Maes"
    one.person.save()
    return made(enrolment=one, kind=kind, by=school.coordinator, reason="Nom corrigé")


def test_of_the_file(certificate):
    every_bit_of_the_file_counts(certificate, named=str(certificate))


def test_of_the_file_of_another_paper(paper):
    name = f"Certificat de réalisation, inscription {paper.enrolment_id}, version 2"
    every_bit_of_the_file_counts(paper, named=name)


def every_bit_of_the_file_counts(record: Model, *, named: str) -> None:
    name = record.document.file.name
    whole = store.read(record.document)

    @MANY
    @given(BIT)
    def is_found(bit):
        put(name, flipped(whole, bit))
        with pytest.raises(DocumentAltered):
            store.read(record.document)
        assert findings() == [f"{named}: son fichier a disparu ou a été modifié"]

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
    every_column_is_watched(certificate, FROZEN)


@pytest.mark.usefixtures("fast_press")
def test_of_the_row_of_another_paper(paper):
    stays = AttestationStays
    every_column_is_watched(paper, (*stays.frozen, *stays.once, *stays.of_a_paper))


def every_column_is_watched(record: Model, names: tuple[str, ...]) -> None:
    """Of a column as text: the database refuses it even without its guards, or the chain names the row."""
    row = type(record).objects.filter(pk=record.pk)
    columns = [name for name in names if name != "id" and row.values_list(name)[0][0] not in (None, "")]

    @MANY
    @given(st.sampled_from(columns), BIT)
    def is_found(column, bit):
        try:
            with transaction.atomic():
                change(record, column, bit)
                assert findings(), column
                transaction.set_rollback(True)
        except DatabaseError:
            return

    is_found()


def change(record: Model, column: str, bit: int) -> None:
    table, pk = record._meta.db_table, record.pk
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(f"SELECT {column}::text FROM {table} WHERE id = %s", [pk])
        text = cursor.fetchone()[0]
        other = flipped(text.encode(), bit).decode(errors="replace").replace("\0", "?")
        cursor.execute(
            f"UPDATE {table} SET {column} = %s::text::{type_of(table, column)} WHERE id = %s", [other, pk]
        )
        cursor.execute(f"SELECT {column}::text FROM {table} WHERE id = %s", [pk])
        if cursor.fetchone()[0] == text:
            raise DatabaseError("the bit changed nothing")  # a digit behind the last that is kept


def type_of(table: str, column: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT udt_name FROM information_schema.columns WHERE table_name = %s AND column_name = %s",
            [table, column],
        )
        return cursor.fetchone()[0]
