"""The papers beside the certificate: a chain of their issuer, in which every change is found and named."""

import io
from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from certificates import tasks
from certificates.domain import attesting, chain, issuing
from certificates.enums import AttestationKind
from certificates.models import Attestation, Certificate, Issuer
from documents.models import archive
from tests.certificates.school import finished_session, made
from tests.certificates.test_chain import by_force, findings
from tests.threads import together

pytestmark = pytest.mark.usefixtures("fast_press", "in_english")
KIND = AttestationKind.REALISATION


@pytest.fixture
def papers(school) -> list[Attestation]:
    return [made(enrolment=each, kind=KIND, by=school.coordinator) for each in school.enrolments]


def renewed(paper: Attestation, school) -> Attestation:
    person = paper.enrolment.person
    person.family_name += "-Maes"
    person.save()
    enrolment = type(paper.enrolment).objects.get(pk=paper.enrolment_id)
    return made(enrolment=enrolment, kind=KIND, by=school.coordinator, reason="Nom corrigé")


def named(paper: Attestation) -> str:
    return f"Certificate of completed hours of enrolment {paper.enrolment_id}, version {paper.number}"


@pytest.mark.django_db
class TestEach:
    def test_follows_the_one_before_of_its_issuer(self, papers):
        first, second, third = papers
        assert [each.place for each in papers] == [1, 2, 3]
        assert first.previous_sha256 == ""
        assert [second.previous_sha256, third.previous_sha256] == [first.record_sha256, second.record_sha256]
        issuer = Issuer.objects.get()
        assert (issuer.attested, issuer.last_attested_sha256) == (3, third.record_sha256)
        assert findings() == []

    def test_of_all_kinds_stands_in_one_chain_beside_that_of_the_certificates(self, school):
        for each in school.enrolments:
            issuing.issue(enrolment=each, by=school.coordinator)
            for kind in AttestationKind:
                made(enrolment=each, kind=kind, by=school.coordinator)
        issuer = Issuer.objects.get()
        assert (issuer.issued, issuer.attested) == (3, 9)
        assert findings() == []

    def test_new_version_is_a_link_of_its_own(self, papers, school):
        second = renewed(papers[0], school)
        papers[0].refresh_from_db()
        assert second.place == 4
        assert papers[0].replaced_at == second.made_at
        assert findings() == []

    def test_order_that_waits_or_came_to_nothing_is_in_none(self, papers, school, monkeypatch):
        monkeypatch.setattr(tasks.make_attestation, "delay", lambda *ids: None)
        waiting = attesting.order(
            enrolment=school.enrolments[0], kind=AttestationKind.ATTENDANCE, by=school.coordinator
        )
        assert (waiting.place, waiting.record_sha256) == (None, "")
        assert findings() == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("facts = jsonb_set(facts, '{minutes_followed}', '6000')", "its facts were changed"),
        ("facts = '[1]'", "its facts were changed"),
        ("document_id = 0", "its file is gone or was changed"),
        ("facts = jsonb_set(facts, '{minutes_followed}', '99999999999999999999')", "its facts were changed"),
        ("facts_sha256 = repeat('0', 64)", "its facts were changed"),
        ("reason = 'x'", "its row was changed"),
        ("ordered_at = ordered_at - interval '1 day'", "its row was changed"),
        ("made_at = made_at - interval '1 microsecond'", "its row was changed"),
        ("record_sha256 = repeat('0', 64)", "its row was changed"),
        ("previous_sha256 = repeat('0', 64)", "it does not follow the one before"),
        ("replaced_at = now()", "that it was replaced is not what the next version says"),
    ],
)
def test_a_changed_column_is_found_and_the_paper_named(papers, change, what):
    statement = f"UPDATE certificates_attestation SET {change} WHERE id = %s"
    if change.startswith("reason"):
        statement = statement.replace("reason = 'x'", "reason = 'x', number = 2")
    by_force(statement, papers[1].pk)
    assert f"{named(Attestation.objects.get(pk=papers[1].pk))}: {what}" in findings()


@pytest.mark.django_db
def test_nobody_is_named(papers):
    by_force("UPDATE certificates_attestation SET facts = '{}', record_sha256 = repeat('0', 64)")
    told = " ".join(findings())
    assert told
    assert not any(one.enrolment.person.family_name in told for one in papers)


@pytest.mark.django_db
class TestTakenOut:
    def test_of_the_middle(self, papers):
        by_force("DELETE FROM certificates_attestation WHERE id = %s", papers[1].pk)
        assert findings() == [f"{Issuer.objects.get()}, other papers: number 2 is missing"]

    def test_of_the_end(self, papers):
        by_force("DELETE FROM certificates_attestation WHERE id = %s", papers[2].pk)
        where = f"{Issuer.objects.get()}, other papers"
        assert findings() == [f"{where}: the chain ends at number 2, 3 were issued"]

    def test_of_the_end_with_the_end_put_back(self, papers):
        by_force("DELETE FROM certificates_attestation WHERE id = %s", papers[2].pk)
        by_force("UPDATE certificates_issuer SET attested = 2")
        assert findings()


@pytest.mark.django_db
def test_two_that_changed_places_are_found(papers):
    first, second = papers[1:]
    swap = "UPDATE certificates_attestation SET place = %s, previous_sha256 = %s WHERE id = %s"
    by_force(swap, 99, "0" * 64, first.pk)
    by_force(swap, first.place, first.previous_sha256, second.pk)
    by_force(swap, second.place, second.record_sha256, first.pk)
    assert {f"{named(one)}: its row was changed" for one in (first, second)} <= {*findings()}


@pytest.mark.django_db
def test_the_old_version_cannot_be_made_to_count_again(papers, school):
    second = renewed(papers[0], school)
    by_force("UPDATE certificates_attestation SET replaced_at = now() WHERE id = %s", second.pk)
    by_force("UPDATE certificates_attestation SET replaced_at = NULL WHERE id = %s", papers[0].pk)
    says = "that it was replaced is not what the next version says"
    assert findings() == [f"{named(papers[0])}: {says}", f"{named(second)}: {says}"]


@pytest.mark.django_db
def test_a_file_that_is_gone_is_named_by_the_command_and_at_night(papers, caplog):
    out = io.StringIO()
    call_command("verify_chain", stdout=out)
    assert "0 certificates and 3 other papers read" in out.getvalue()
    archive().delete(papers[2].document.file.name)
    says = f"{named(papers[2])}: its file is gone or was changed"
    with pytest.raises(CommandError):
        call_command("verify_chain", stdout=out)
    assert says in out.getvalue()
    tasks.verify_chains()
    assert [(one.levelname, one.getMessage()) for one in caplog.records] == [
        ("CRITICAL", f"certificates: {says}")
    ]


@pytest.mark.django_db
def test_an_order_whose_facts_were_changed_is_not_printed(school, monkeypatch, caplog):
    monkeypatch.setattr(tasks.make_attestation, "delay", lambda *ids: None)
    ordered = attesting.order(enrolment=school.enrolments[0], kind=KIND, by=school.coordinator)
    by_force(
        "UPDATE certificates_attestation SET facts = jsonb_set(facts, '{minutes_followed}', '6000')"
        " WHERE id = %s",
        ordered.pk,
    )
    attesting.make(ordered.pk)
    ordered.refresh_from_db()
    assert (ordered.is_made, bool(ordered.trouble_fr)) == (False, True)
    assert "not those that were ordered" in caplog.text


@pytest.mark.django_db
class TestTheDatabase:
    def test_knows_no_fork(self, papers):
        with pytest.raises(IntegrityError, match="attestation_chain_has_no_fork"), transaction.atomic():
            by_force(
                "UPDATE certificates_attestation SET previous_sha256 = %s WHERE id = %s",
                papers[0].record_sha256,
                papers[2].pk,
            )

    def test_keeps_what_was_made_in_its_chain(self, papers):
        for change in (
            "place = NULL, issuer_id = NULL, previous_sha256 = '', record_sha256 = '', made_at = NULL",
            "document_id = NULL",
        ):
            with (
                pytest.raises(IntegrityError, match="attestation_made_is_in_the_chain"),
                transaction.atomic(),
            ):
                by_force(f"UPDATE certificates_attestation SET {change} WHERE id = %s", papers[1].pk)

    def test_lets_nobody_write_a_place_anew(self, papers):
        for change in ({"place": 7}, {"record_sha256": "0" * 64}, {"made_at": timezone.now()}):
            with pytest.raises(IntegrityError, match="attestation_ordered_stays"), transaction.atomic():
                Attestation.objects.filter(pk=papers[0].pk).update(**change)


@pytest.mark.django_db
def test_those_of_before_are_linked_in_the_order_in_which_they_were_made(papers, school):
    """By the migration: the same chain comes out as if there had been one all along."""
    renewed(papers[0], school)
    columns = ("pk", "place", "previous_sha256", "record_sha256")
    end = ("attested", "last_attested_sha256")
    chained, ended = list(Attestation.objects.values_list(*columns)), Issuer.objects.values_list(*end).get()
    unlink()
    import_module("certificates.migrations.0012_papers_in_a_chain").link_what_was_made(apps, None)
    assert list(Attestation.objects.values_list(*columns)) == chained
    assert Issuer.objects.values_list(*end).get() == ended
    assert findings() == []


def unlink() -> None:
    """As the tables were before; `made_at` was the moment in which the file was kept."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL session_replication_role = replica")
        for name in ("made_is_in_the_chain", "facts_have_a_hash"):
            cursor.execute(f"ALTER TABLE certificates_attestation DROP CONSTRAINT attestation_{name}")
        cursor.execute(
            "UPDATE documents_document SET created_at = made_at FROM certificates_attestation paper"
            " WHERE paper.document_id = documents_document.id"
        )
        cursor.execute(
            "UPDATE certificates_attestation SET issuer_id = NULL, place = NULL, previous_sha256 = '',"
            " record_sha256 = '', made_at = NULL, facts_sha256 = ''"
        )
        cursor.execute("UPDATE certificates_issuer SET attested = 0, last_attested_sha256 = ''")


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_certificates_and_papers_made_at_once_form_two_whole_chains(monkeypatch):
    """Two signers, two kinds: each waits for the issuer's row, last, so nobody waits in a ring."""
    school = finished_session(3)
    monkeypatch.setattr(tasks.make_attestation, "delay", lambda *ids: None)
    ordered = [
        attesting.order(enrolment=each, kind=kind, by=school.coordinator)
        for each in school.enrolments
        for kind in (KIND, AttestationKind.PROFILE)
    ]

    def work(one):
        if isinstance(one, Attestation):
            return attesting.make(one.pk)
        return issuing.issue(enrolment=one, by=school.coordinator)

    results = together(work, [*ordered, *school.enrolments, *ordered])
    assert not [each for each in results if isinstance(each, Exception)]
    assert (Certificate.objects.count(), Attestation.objects.standing().count()) == (3, 6)
    assert sorted(Attestation.objects.values_list("place", flat=True)) == [1, 2, 3, 4, 5, 6]
    assert [str(one) for one in chain.verify(Issuer.objects.get())] == []
