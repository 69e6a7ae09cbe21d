"""The chain of an issuer: every change of a row or a file is found, and named."""

import io
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from certificates import tasks
from certificates.domain import chain, issuing, records
from certificates.enums import AttestationKind, RevocationReason
from certificates.models import Certificate, Issuer
from documents import store
from documents.models import archive
from tests.certificates.school import made, replace, revoke
from training.domain import anchors
from training.domain.chain import sha256_of
from training.models import Course

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fast_press", "in_english")]


@pytest.fixture
def issued(school) -> list[Certificate]:
    return [issuing.issue(enrolment=each, by=school.coordinator) for each in school.enrolments]


def findings() -> list[str]:
    return [str(finding) for issuer in Issuer.objects.all() for finding in chain.verify(issuer)]


def by_force(statement: str, *values) -> None:
    """What somebody with the password of the database could do: the guards are asleep."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(statement, values)
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")


def test_each_follows_the_one_before(issued):
    first, second, third = issued
    assert [each.number for each in issued] == [1, 2, 3]
    assert (first.previous_sha256, second.previous_sha256) == ("", first.record_sha256)
    assert third.previous_sha256 == second.record_sha256
    assert findings() == []


def test_a_clock_of_another_zone_makes_the_same_record(school, monkeypatch):
    """As the demo school's clock does."""
    now = timezone.now().astimezone(ZoneInfo("Europe/Paris"))
    monkeypatch.setattr(timezone, "now", lambda: now)
    issuing.issue(enrolment=school.enrolments[0], by=school.coordinator)
    made(enrolment=school.enrolments[0], kind=AttestationKind.REALISATION, by=school.coordinator)
    assert findings() == []


def test_what_happens_later_changes_nothing(issued, school):
    Course.objects.update(title_fr="Autre titre")
    school.enrolments[0].person.family_name = "Autrement"
    school.enrolments[0].person.save()
    revoke(issued[0], school.coordinator, RevocationReason.FRAUD)
    replace(issued[1], school.coordinator, RevocationReason.ERROR_IN_DATA)
    assert findings() == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("facts", "jsonb_set(facts, '{levels,0,exit}', '\"B1\"')"),
        ("facts_sha256", "repeat('0', 64)"),
        ("credential", "jsonb_set(credential, '{name}', '\"Other\"')"),
        ("status_index", "131071 - status_index"),
        ("issued_at", "issued_at - interval '1 day'"),
        ("record_sha256", "repeat('0', 64)"),
        ("code", "reverse(code)"),
        ("facts_version", "facts_version + 1"),
    ],
)
def test_one_changed_column_is_found_and_named(issued, column, value):
    by_force(f"UPDATE certificates_certificate SET {column} = {value} WHERE id = %s", issued[1].pk)
    named = Certificate.objects.get(pk=issued[1].pk)
    assert any(line.startswith(str(named)) for line in findings())


def test_a_revocation_made_or_undone_by_force_is_named(issued, school):
    one, other = issued[:2]
    by_force(
        "UPDATE certificates_certificate SET revoked_at = now(), revoked_by_id = %s,"
        " revocation_reason = 'FRAUD' WHERE id = %s",
        *(school.coordinator.pk, one.pk),
    )
    revoke(other, school.coordinator, RevocationReason.FRAUD)
    by_force(
        "UPDATE certificates_certificate SET revoked_at = NULL, revoked_by_id = NULL,"
        " revocation_reason = '' WHERE id = %s",
        other.pk,
    )
    assert findings() == [f"{each}: its revocation is not what two people decided" for each in (one, other)]


def test_one_that_was_taken_out_is_missed(issued):
    by_force("DELETE FROM certificates_certificate WHERE id = %s", issued[1].pk)
    assert any("2" in line and not line.startswith(str(issued[0])) for line in findings())


def test_one_that_was_taken_off_the_end_is_missed(issued):
    by_force("DELETE FROM certificates_certificate WHERE id = %s", issued[2].pk)
    assert len(findings()) == 1


def test_a_file_that_was_changed_is_named(issued):
    name = issued[1].document.file.name
    content = archive().open(name).read()
    archive().delete(name)
    with archive().open(name, "wb") as file:
        file.write(content.replace(b"A1", b"B1"))
    assert findings() == [f"{issued[1]}: its file is gone or was changed"]


def test_the_command_names_it_and_ends_with_an_error(issued):
    out = io.StringIO()
    call_command("verify_chain", stdout=out)
    assert "3 certificates and 0 other papers read" in out.getvalue()
    by_force("UPDATE certificates_certificate SET facts_sha256 = repeat('0', 64) WHERE id = %s", issued[0].pk)
    with pytest.raises(CommandError):
        call_command("verify_chain", stdout=out)
    assert f"{issued[0]}: its facts were changed" in out.getvalue()


def test_the_database_knows_no_fork(issued):
    with pytest.raises(IntegrityError, match="certificate_chain_has_no_fork"), transaction.atomic():
        by_force(
            "UPDATE certificates_certificate SET previous_sha256 = %s WHERE id = %s",
            issued[0].record_sha256,
            issued[2].pk,
        )


def test_the_demo_school_is_as_it_was_issued(demo_school):
    assert findings() == []
    assert sum(issuer.issued for issuer in Issuer.objects.all()) > 5
    assert sum(issuer.attested for issuer in Issuer.objects.all()) > 3


class TestOutsideTheDatabase:
    """Somebody with the password of the database who knows how the chain is made, and writes it anew."""

    @pytest.fixture
    def kept(self, issued):
        tasks.verify_chains()
        return issued

    def write_anew(self, certificates) -> None:
        issuer, previous = Issuer.objects.get(), ""
        for one in certificates:
            one.refresh_from_db()
            one.previous_sha256 = previous
            previous = sha256_of(records.of_certificate(one))
            by_force(
                "UPDATE certificates_certificate SET previous_sha256 = %s, record_sha256 = %s WHERE id = %s",
                *(one.previous_sha256, previous, one.pk),
            )
        by_force(
            "UPDATE certificates_issuer SET issued = %s, last_sha256 = %s WHERE id = %s",
            *(len(certificates), previous, issuer.pk),
        )

    def test_a_chain_that_goes_on_is_no_finding(self, school, kept):
        made(enrolment=school.enrolments[0], kind=AttestationKind.REALISATION, by=school.coordinator)
        replace(kept[0], school.coordinator)
        assert findings() == []
        tasks.verify_chains()
        assert anchors.last_known("anchors/certificates")[Issuer.objects.get().pk].number == 4
        assert anchors.last_known("anchors/papers")[Issuer.objects.get().pk].number == 1
        assert findings() == []

    def test_one_that_was_written_anew_is_named_night_after_night(self, kept, caplog):
        by_force(
            "UPDATE certificates_certificate SET issued_at = issued_at - interval '1 day' WHERE id = %s",
            kept[1].pk,
        )
        self.write_anew(kept)
        where = f"{Issuer.objects.get()}, certificates"
        says = f"{where}: number 3 is not the one that was kept outside the database"
        assert findings() == [says]
        for _night in range(2):
            caplog.clear()
            tasks.verify_chains()
            assert [one.getMessage() for one in caplog.records] == [f"certificates: {says}"]

    def test_so_is_one_that_was_cut_off_with_its_end(self, kept):
        by_force("DELETE FROM certificates_certificate WHERE id = %s", kept[2].pk)
        self.write_anew(kept[:2])
        assert len(findings()) == 1
        assert "kept outside" in findings()[0]


def test_what_is_issued_while_it_is_read_is_no_fault(issued, school, monkeypatch):
    """The check at night does not wake somebody because somebody works late."""
    read, late = store.read, []

    def read_while_others_issue(document):
        if not late:
            late.append(replace(issued[0], school.coordinator))
        return read(document)

    monkeypatch.setattr(store, "read", read_while_others_issue)
    assert findings() == []
    assert late[0].number == 4


def test_an_end_that_was_changed_is_named(issued):
    by_force("UPDATE certificates_issuer SET last_sha256 = repeat('0', 64)")
    assert findings() == [
        f"{Issuer.objects.get()}, certificates: the end of the chain is not the one that was written down"
    ]
