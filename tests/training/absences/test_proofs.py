"""Proofs of absence: given, decided on, asked for, deleted in time."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone, translation

from accounts.domain import letters
from accounts.models import Message
from documents.models import archive
from tests.training.attachments.test_attachments import PDF
from tests.training.enrolment.builders import a_learner
from tests.training.hours.test_hours import teach
from tests.training.planning.builders import (
    MONDAY,
    a_coordinator,
    a_session,
    a_trainer,
    absence,
    at,
    enrolled,
)
from training.domain import hours, proofs
from training.domain.queries import absences
from training.domain.queries.to_do import to_do
from training.enums import ProofRefusal, ProofState
from training.exceptions import Refusal
from training.models import AbsenceProof, Amendment, Attendance, Enrolment
from training.tasks import forget

pytestmark = pytest.mark.django_db


@pytest.fixture
def trainer():
    return a_trainer()


@pytest.fixture
def one(trainer) -> Enrolment:
    """Ill on the first Monday: the register is closed, a proof is due."""
    session = a_session(trainer=trainer)
    enrolment = enrolled(session, person=a_learner())
    teach(session.half_days.first(), trainer=trainer, enrolment=enrolment, absence_code=absence("J_SICK"))
    return enrolment


@pytest.fixture(autouse=True)
def _next_day(one):
    with at(MONDAY + timedelta(days=1)):
        yield


def give(one: Enrolment, *, first=MONDAY, last=MONDAY, content=PDF, by=None) -> AbsenceProof:
    facts = {"absence_code": absence("J_SICK"), "first_day": first, "last_day": last}
    return proofs.give(enrolment=one, content=content, by=by or one.person.user, **facts)


def is_kept(name: str) -> bool:
    return bool(name) and archive().exists(name)


class TestGiving:
    def test_it_is_no_longer_asked_for(self, one):
        [due] = proofs.due(one)
        assert due.half_day.date == MONDAY
        give(one)
        assert proofs.due(one) == []

    def test_days_without_a_lesson_are_refused(self, one):
        with pytest.raises(Refusal) as refused:
            give(one, first=MONDAY - timedelta(days=3), last=MONDAY - timedelta(days=2))
        assert refused.value.code == "first_day"

    def test_only_the_person_and_the_office(self, one, trainer):
        for stranger in (trainer, a_learner().user):
            with pytest.raises(Refusal) as refused:
                give(one, by=stranger)
            assert refused.value.code == "not_allowed"
        assert give(one, by=a_coordinator()).state == ProofState.WAITING

    def test_a_file_that_is_none_is_refused(self, one):
        with pytest.raises(Refusal):
            give(one, content=b"hello")
        assert not AbsenceProof.objects.exists()

    def test_taken_back_the_bytes_go_too(self, one):
        proof = give(one)
        proofs.take_back(proof=proof, by=one.person.user)
        assert not is_kept(proof.file.name)
        assert len(proofs.due(one)) == 1


class TestDeciding:
    def test_accepted_it_stays(self, one):
        proof = proofs.accept(proof=give(one), by=a_coordinator())
        assert proofs.accept(proof=proof, by=None).decided_at == proof.decided_at
        assert is_kept(proof.file.name)
        with pytest.raises(Refusal):
            proofs.refuse(proof=proof, by=None, reason=ProofRefusal.UNREADABLE)
        with pytest.raises(Refusal):
            proofs.take_back(proof=proof, by=one.person.user)

    def test_refused_the_file_goes_the_person_hears_why_and_it_is_due_again(self, one):
        proof = give(one)
        name = proof.file.name
        for _twice in range(2):
            proofs.refuse(proof=proof, by=a_coordinator(), reason=ProofRefusal.MEDICAL)
        proof.refresh_from_db()
        assert (proof.state, proof.file.name, is_kept(name)) == (ProofState.REFUSED, "", False)
        assert len(proofs.due(one)) == 1
        message = Message.objects.get(recipient=one.person.user)
        with translation.override("fr"):
            filled = letters.find(message.template).fill(message.context)
        assert "pourquoi vous étiez malade" in str(filled.values["reason"])
        assert filled.url.endswith(reverse("proofs", args=[one.pk]))

    def test_a_reason_of_ones_own_is_not_taken(self, one):
        with pytest.raises(Refusal):
            proofs.refuse(proof=give(one), by=None, reason="a broken leg")

    def test_a_trainer_decides_nothing(self, one, trainer):
        with pytest.raises(Refusal):
            proofs.accept(proof=give(one), by=trainer)


class TestNeverGiven:
    @pytest.mark.parametrize(("days", "late"), [(7, 0), (8, 1)])
    def test_the_office_is_asked_after_a_week(self, one, days, late):
        with at(MONDAY + timedelta(days=days)):
            assert proofs.overdue().count() == late
            assert to_do(a_coordinator())["proofs_missing"].number == late
            [owed] = absences.page(one).owed
            assert owed.is_late is bool(late)

    def test_left_justified_it_is_not_asked_again(self, one):
        mark = Attendance.objects.get(enrolment=one)
        for _twice in range(2):
            proofs.waive(mark=mark, by=a_coordinator())
        with at(MONDAY + timedelta(days=30)):
            assert not proofs.overdue().exists()

    def test_it_becomes_unjustified_by_a_correction_that_the_person_hears_of(self, one):
        mark = Attendance.objects.select_related("half_day", "enrolment__person__user").get(enrolment=one)
        office = a_coordinator()
        with at(MONDAY + timedelta(days=9)):
            amendment = proofs.count_as_unjustified(mark=mark, by=office)
            assert not proofs.overdue().exists()
            with pytest.raises(Refusal) as again:
                proofs.count_as_unjustified(mark=mark, by=office)
        assert again.value.code == "not_overdue"
        assert (amendment.old_absence_code.code, amendment.absence_code.code) == ("J_SICK", "U_UNJUSTIFIED")
        found = hours.for_one(one)
        assert (found.justified, found.unjustified) == (0, 180)
        message = Message.objects.get(recipient=one.person.user)
        with translation.override("fr"):
            filled = letters.find(message.template).fill(message.context)
            assert "injustifiée" in str(letters.find(message.template).subject)
        assert filled.url.endswith(reverse("proofs", args=[one.pk]))

    def test_not_while_there_is_time_nor_by_a_trainer(self, one, trainer):
        mark = Attendance.objects.select_related("half_day", "enrolment__person__user").get(enrolment=one)
        with at(MONDAY + timedelta(days=7)), pytest.raises(Refusal) as early:
            proofs.count_as_unjustified(mark=mark, by=a_coordinator())
        with at(MONDAY + timedelta(days=9)), pytest.raises(Refusal) as trainers:
            proofs.count_as_unjustified(mark=mark, by=trainer)
        assert (early.value.code, trainers.value.code) == ("not_overdue", "not_allowed")
        assert not Amendment.objects.exists()

    def test_an_open_register_asks_for_nothing(self, one, trainer):
        second = one.session.half_days.all()[1]
        teach(second, trainer=trainer, enrolment=one, close=False, absence_code=absence("J_SICK"))
        assert len(proofs.due(one)) == 1


class TestKeeping:
    def test_the_file_goes_a_year_after_the_session_and_the_row_stays(self, one):
        proof = proofs.accept(proof=give(one), by=None)
        name, last = proof.file.name, one.session.last_day
        with at(last + timedelta(days=365)):
            forget()
            assert is_kept(name)
        with at(last + timedelta(days=366)):
            assert proofs.over_their_time().count() == 1
            forget()
            forget()
        proof.refresh_from_db()
        assert (proof.file.name, is_kept(name), proof.state) == ("", False, ProofState.ACCEPTED)

    def test_the_period_is_a_setting(self, one, settings):
        settings.PROOFS_KEPT_DAYS = 10
        give(one)
        with at(one.session.last_day + timedelta(days=11)):
            assert proofs.forget() == 1

    def test_killed_between_row_and_bytes_the_bytes_are_a_stray(self, one, monkeypatch):
        proof = give(one)
        name = proof.file.name
        with at(one.session.last_day + timedelta(days=366)):
            with monkeypatch.context() as patched:
                patched.setattr(proofs, "archive", lambda: 1 / 0)
                with pytest.raises(ZeroDivisionError):
                    proofs.forget()
            assert is_kept(name)
            written = archive().get_modified_time(name)
        proofs.forget_strays(at=max(written, timezone.now()) + timedelta(days=2))
        assert not is_kept(name)


class TestThePages:
    def test_the_learners_page_says_what_is_due_and_the_three_rates(self, one, client):
        client.force_login(one.person.user)
        shown = client.get(reverse("my_enrolment", args=[one.pk])).content.decode()
        assert "Justificatif attendu jusqu’au lundi 18 janvier" in shown
        assert reverse("absences", args=[one.pk]) in shown
        assert "Ponctualité" in shown

    def test_the_holder_sends_it_for_the_day_that_is_asked(self, one, client):
        client.force_login(one.person.user)
        page = reverse("proofs", args=[one.pk])
        mark = Attendance.objects.get(enrolment=one)
        shown = client.get(f"{page}?mark={mark.pk}").content.decode()
        assert f'value="{MONDAY.isoformat()}"' in shown
        assert "jamais le motif" in shown
        with open_file() as file:
            facts = {"absence_code": absence("J_SICK").pk, "first_day": MONDAY.isoformat(), "file": file}
            assert client.post(page, facts).url == page
        proof = AbsenceProof.objects.get()
        answer = client.get(reverse("proof_file", args=[proof.pk]))
        assert answer.content == PDF
        assert answer["Content-Disposition"].startswith("attachment")

    def test_the_trainer_reads_neither_page_nor_file(self, one, trainer, client):
        proof = give(one)
        client.force_login(trainer)
        for name, pk in (("proofs", one.pk), ("proof_file", proof.pk)):
            assert client.get(reverse(name, args=[pk])).status_code == 404

    def test_the_office_accepts_and_refuses(self, one, client):
        client.force_login(a_coordinator())
        first, second = give(one), give(one)
        shown = client.get(reverse("proofs_office:inspect", args=[first.pk])).content.decode()
        assert "Arrêt de travail" in shown
        client.post(reverse("proofs_office:accept", args=[first.pk]))
        client.post(reverse("proofs_office:refuse", args=[second.pk]), {"reason": "UNREADABLE"})
        states = AbsenceProof.objects.order_by("pk").values_list("state", flat=True)
        assert list(states) == [ProofState.ACCEPTED, ProofState.REFUSED]

    def test_the_office_leaves_an_absence_justified(self, one, client):
        client.force_login(a_coordinator())
        mark = Attendance.objects.get(enrolment=one)
        with at(MONDAY + timedelta(days=9)):
            page = reverse("proofs_office:missing")
            way = reverse("proofs_office:waive", args=[mark.pk])
            assert way in client.get(page).content.decode()
            client.post(way)
            assert way not in client.get(page).content.decode()

    def test_or_makes_it_unjustified(self, one, client):
        client.force_login(a_coordinator())
        mark = Attendance.objects.get(enrolment=one)
        with at(MONDAY + timedelta(days=9)):
            page = reverse("proofs_office:missing")
            way = reverse("proofs_office:unjustified", args=[mark.pk])
            assert way in client.get(page).content.decode()
            client.post(way)
            assert way not in client.get(page).content.decode()
            register = client.get(reverse("half_days_office:inspect", args=[mark.half_day_id]))
        assert "Aucun justificatif n’a été remis à temps." in register.content.decode()


def open_file():
    return SimpleUploadedFile("anything.bin", PDF)
