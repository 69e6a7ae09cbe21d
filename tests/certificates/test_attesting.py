"""Papers about one person: ordered with frozen facts, made once by the signer, kept in versions."""

import json
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, OperationalError, transaction
from django.utils import timezone

from certificates import tasks
from certificates.domain import attesting
from certificates.enums import AttestationKind
from certificates.exceptions import Refusal
from certificates.models import Attestation, Certificate, Issuer
from documents import press, sealing, store
from documents.exceptions import DocumentAltered
from documents.models import Document, archive
from tests.certificates.school import made
from tests.documents.paper import opened, words
from tests.threads import together
from training.domain import hours, statements
from training.domain.chain import sha256_of

pytestmark = pytest.mark.django_db
KIND = AttestationKind.REALISATION


@pytest.fixture
def one(school):
    return school.enrolments[0]


@pytest.fixture
def order(school, one) -> dict:
    return {"enrolment": one, "kind": KIND, "by": school.coordinator}


@pytest.fixture
def paper(order) -> Attestation:
    return made(**order)


@pytest.fixture
def _signer_is_at_rest(monkeypatch):
    """Messages are lost: what is ordered waits for the sweep."""
    monkeypatch.setattr(tasks.make_attestation, "delay", lambda *ids: None)


def page_of(school) -> str:
    return f"/admin/certificates/issuing/{school.session.pk}/papers/"


def renamed(one, family_name: str) -> None:
    one.person.family_name = family_name
    one.person.save()


def test_it_says_the_hours_that_were_followed(paper, one):
    followed = hours.followed(one)
    assert paper.facts["minutes_followed"] == followed > 0
    text = words(store.read(paper.document))
    assert f"Mme/M. {one.person.full_name} a suivi l’action" in text
    assert f"pour une durée de {followed // 60} h" in text


def test_the_months_sum_to_it(school, paper, one):
    months = statements.months(one.session)
    certified = [statements.certify(enrolment=one, month=month, by=school.coordinator) for month in months]
    followed = sum(statements.facts_of(each).total("followed") for each in certified)
    assert followed == paper.facts["minutes_followed"]


def test_the_order_is_written_at_once_and_the_signer_is_told_its_id(order, monkeypatch):
    told = []
    monkeypatch.setattr(tasks.make_attestation, "delay", lambda *ids: told.append(ids))
    ordered = attesting.order(**order)
    assert ordered.is_being_made
    assert told == [(ordered.pk,)]


@pytest.mark.usefixtures("_signer_is_at_rest")
def test_ordered_twice_it_is_one_order_and_made_twice_one_paper(order):
    first, second = attesting.order(**order), attesting.order(**order, reason="x")
    assert first == second
    for _again in range(3):
        tasks.make_attestation(first.pk)
    assert (Attestation.objects.count(), Document.objects.count()) == (1, 1)
    assert attesting.order(**order) == first


@pytest.mark.usefixtures("_signer_is_at_rest")
def test_what_is_printed_is_what_was_ordered_whatever_happens_meanwhile(order, one):
    ordered, name = attesting.order(**order), one.person.full_name
    renamed(one, "Maes")
    attesting.make(ordered.pk)
    ordered.refresh_from_db()
    text = words(store.read(ordered.document))
    assert name in text
    assert "Maes" not in text


def test_the_kept_file_is_sealed_and_says_which_paper_it_is(paper):
    kept = store.read(paper.document)
    seal = sealing.check(kept)
    assert (seal.intact, seal.trusted) == (True, True)
    with opened(kept) as pdf:
        inside = json.loads(pdf.attachments[attesting.ENCLOSED].get_file().read_bytes())
    assert inside == {"attestation": str(paper.reference), "kind": KIND, "facts": paper.facts}


def test_one_flipped_bit_is_found(paper):
    kept, name = bytearray(store.read(paper.document)), paper.document.file.name
    kept[len(kept) // 2] ^= 1
    assert not getattr(sealing.check(bytes(kept)), "intact", False)
    archive().delete(name)
    archive().save(name, ContentFile(bytes(kept)))
    with pytest.raises(DocumentAltered):
        store.read(paper.document)


def test_a_change_needs_a_reason_and_the_one_before_counts_until_the_new_one_is_there(
    order, one, paper, monkeypatch
):
    renamed(one, "Benali-Maes")
    with pytest.raises(Refusal) as refused:
        attesting.order(**order)
    assert refused.value.code == "reason"
    monkeypatch.setattr(tasks.make_attestation, "delay", lambda *ids: None)
    second = attesting.order(**order, reason=" Nom corrigé ")
    assert (second.number, second.reason) == (2, "Nom corrigé")
    assert list(Attestation.objects.standing()) == [paper]
    attesting.make(second.pk)
    assert list(Attestation.objects.standing()) == [second]
    paper.refresh_from_db()
    second.refresh_from_db()
    assert paper.replaced_at is not None
    assert "Version 2, remplace la version 1" in words(store.read(second.document))


class TestRefused:
    @pytest.fixture
    def refused(self, order, one) -> Attestation:
        renamed(one, "Benali \U0001f600")
        return made(**order)

    def test_the_press_says_why_in_both_languages(self, refused):
        assert not refused.is_made
        assert "U+1F600" in refused.trouble_fr
        assert "U+1F600" in refused.trouble_nl
        assert refused.trouble_fr != refused.trouble_nl
        assert not Document.objects.exists()

    def test_mended_and_ordered_anew_it_is_made(self, refused, order, one):
        renamed(one, "Benali")
        again = made(**order)
        assert (again.number, again.is_made) == (1, True)
        assert list(Attestation.objects.all()) == [again]

    def test_the_page_shows_it_and_one_button_tries_again(self, refused, school, one, client):
        client.force_login(school.coordinator)
        html = client.get(page_of(school)).content.decode()
        assert "U+1F600" in html
        assert "Réessayer" in html
        renamed(one, "Benali")
        client.post(page_of(school), {"one": f"{KIND}:{one.pk}"})
        assert Attestation.objects.standing().count() == 1

    def test_of_a_second_version_the_reason_stays(self, paper, order, one):
        renamed(one, "Benali \U0001f600")
        assert made(**order, reason="Nom corrigé").trouble_nl
        renamed(one, "Maes")
        again = made(**order)
        assert (again.number, again.reason, again.is_made) == (2, "Nom corrigé", True)


@pytest.mark.usefixtures("_signer_is_at_rest")
class TestKilled:
    def test_killed_while_it_prints_nothing_is_there_and_the_sweep_makes_it(self, order, monkeypatch):
        ordered = attesting.order(**order)
        with monkeypatch.context() as hours_of_the_worker:
            hours_of_the_worker.setattr(press, "print_document", _killed)
            with pytest.raises(KeyboardInterrupt):
                attesting.make(ordered.pk)
        ordered.refresh_from_db()
        assert ordered.is_being_made
        assert swept() == [ordered.pk]
        assert Document.objects.count() == 1

    def test_killed_after_the_file_was_put_away_there_is_one_paper(self, order, monkeypatch):
        ordered = attesting.order(**order)
        with monkeypatch.context() as hours_of_the_worker:
            hours_of_the_worker.setattr(Attestation, "save", _killed)
            with pytest.raises(KeyboardInterrupt):
                attesting.make(ordered.pk)
        assert swept() == [ordered.pk]
        ordered.refresh_from_db()
        assert ordered.document == Document.objects.get()

    def test_a_database_that_is_away_is_no_refusal(self, order, monkeypatch):
        ordered = attesting.order(**order)
        with monkeypatch.context() as outage:
            outage.setattr(store, "keep", _away)
            with pytest.raises(OperationalError):
                attesting.make(ordered.pk)
        ordered.refresh_from_db()
        assert ordered.is_being_made

    def test_a_fault_of_ours_is_said_and_can_be_tried_again(self, order, monkeypatch):
        ordered = attesting.order(**order)
        with monkeypatch.context() as fault:
            fault.setattr(press, "print_document", _broken)
            attesting.make(ordered.pk)
        ordered.refresh_from_db()
        assert (ordered.is_made, bool(ordered.trouble_fr), bool(ordered.trouble_nl)) == (False, True, True)
        assert made(**order).is_made

    def test_the_page_tells_the_truth_all_along(self, school, order, client):
        client.force_login(school.coordinator)
        ordered = attesting.order(**order)
        waiting = client.get(page_of(school))
        assert waiting["Refresh"] == "3"
        assert "Version 1, en cours" in waiting.content.decode()
        assert client.get(f"/attestations/{ordered.pk}.pdf").status_code == 404
        attesting.make(ordered.pk)
        there = client.get(page_of(school))
        assert "Refresh" not in there.headers
        assert f"/attestations/{ordered.pk}.pdf" in there.content.decode()

    def test_a_signer_at_rest_is_said_and_the_page_stops_asking(self, school, order, client):
        client.force_login(school.coordinator)
        ordered = attesting.order(**order)
        with pytest.MonkeyPatch.context() as later:
            later.setattr(timezone, "now", lambda: ordered.ordered_at + timedelta(hours=1))
            page = client.get(page_of(school))
        assert "Refresh" not in page.headers
        assert "Rien n’est perdu" in page.content.decode()


def _killed(*args, **kwargs):
    raise KeyboardInterrupt


def _away(*args, **kwargs):
    raise OperationalError("the server closed the connection")


def _broken(*args, **kwargs):
    raise ValueError("a fault")


def swept() -> list[int]:
    """What the sweep of a minute later takes up."""
    found = list(attesting.left_behind(timezone.now() + timedelta(minutes=1)).values_list("pk", flat=True))
    for pk in found:
        attesting.make(pk)
    return found


def test_not_even_sql_changes_what_was_ordered(school, paper):
    for change in (
        {"facts": {}},
        {"number": 3, "reason": "x"},
        {"ordered_at": school.session.created_at},
        {"document": None},
    ):
        with pytest.raises(IntegrityError, match="attestation_ordered_stays"), transaction.atomic():
            Attestation.objects.filter(pk=paper.pk).update(**change)
    with pytest.raises(IntegrityError, match="attestation_ordered_stays"), transaction.atomic():
        Attestation.objects.filter(pk=paper.pk).delete()


@pytest.mark.usefixtures("_signer_is_at_rest")
def test_nor_an_order_that_waits(order):
    ordered = attesting.order(**order)
    with pytest.raises(IntegrityError, match="attestation_ordered_stays"), transaction.atomic():
        ordered.delete()
    with pytest.raises(IntegrityError, match="attestation_one_under_way"), transaction.atomic():
        Attestation.objects.create(
            kind=KIND,
            enrolment=ordered.enrolment,
            number=2,
            reason="x",
            facts={},
            facts_sha256=sha256_of({}),
            ordered_at=timezone.now(),
            ordered_by=ordered.ordered_by,
        )


def test_without_a_signatory_it_is_refused_in_words(school, order):
    Issuer.objects.all().delete()
    with pytest.raises(Refusal) as refused:
        attesting.order(**order)
    assert school.provider.name_fr in str(refused.value)
    assert not Attestation.objects.exists()


def test_nobody_but_the_office_orders_it(school, one):
    for stranger in (school.trainer, one.person.user):
        with pytest.raises(Refusal) as refused:
            attesting.order(enrolment=one, kind=KIND, by=stranger)
        assert refused.value.code == "not_allowed"


def test_the_website_makes_none(settings, order):
    settings.IS_SIGNER = False
    paper = made(**order)
    assert not paper.is_made
    assert "agent de signature" in paper.trouble_fr


def test_the_office_orders_for_everybody_at_once_and_the_holder_reads_it(school, client):
    client.force_login(school.coordinator)
    client.post(page_of(school), {"kind": KIND, "enrolment": [each.pk for each in school.enrolments]})
    assert Attestation.objects.standing().count() == len(school.enrolments)
    page = client.get(page_of(school)).content.decode()
    assert page.count("/attestations/") == len(school.enrolments)
    holder = school.enrolments[0]
    client.force_login(holder.person.user)
    mine = holder.attestations.get()
    assert client.get(f"/attestations/{mine.pk}.pdf")["Content-Type"] == "application/pdf"
    others = Attestation.objects.exclude(pk=mine.pk).first()
    assert client.get(f"/attestations/{others.pk}.pdf").status_code == 404


def test_what_one_lacks_keeps_nobody_else_waiting(school, client):
    client.force_login(school.coordinator)
    renamed(school.enrolments[1], "\U0001f600")
    response = client.post(
        page_of(school), {"kind": KIND, "enrolment": [each.pk for each in school.enrolments]}, follow=True
    )
    assert Attestation.objects.standing().count() == len(school.enrolments) - 1
    assert "U+1F600" in response.content.decode()


@pytest.mark.parametrize("everybody", [KIND, "END_OF_TRAINING"])
def test_one_button_for_everybody_who_has_none(school, client, everybody):
    client.force_login(school.coordinator)
    client.post(page_of(school), {"everybody": everybody})
    of = Attestation if everybody == KIND else Certificate
    made_first = set(of.objects.values_list("pk", flat=True))
    assert len(made_first) == len(school.enrolments)
    response = client.post(page_of(school), {"everybody": everybody}, follow=True)
    assert "Toutes les personnes qui peuvent avoir ce document l’ont" in response.content.decode()
    assert set(of.objects.values_list("pk", flat=True)) == made_first


def test_certificates_are_ordered_from_the_same_page(school, client):
    client.force_login(school.coordinator)
    one = school.enrolments[0]
    response = client.post(page_of(school), {"one": f"END_OF_TRAINING:{one.pk}"})
    assert "/orders/" in response.url
    assert one.certificates.count() == 1


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"kind": "X"},
        {"everybody": "X"},
        {"one": "X"},
        {"one": f"{KIND}:x"},
        {"one": f"{KIND}:{10**30}"},
        {"kind": KIND},
        {"kind": KIND, "enrolment": [10**30]},
    ],
)
def test_nonsense_orders_nothing_and_is_said(school, client, sent):
    client.force_login(school.coordinator)
    response = client.post(page_of(school), sent, follow=True)
    assert "Choisissez au moins une personne" in response.content.decode()
    assert not Attestation.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_who_order_at_once_get_one_paper(school, order):
    del order["by"]
    found = together(lambda by: attesting.order(**order, by=by).pk, [school.coordinator] * 2)
    assert len(set(found)) == 1
    assert Attestation.objects.get().is_made
