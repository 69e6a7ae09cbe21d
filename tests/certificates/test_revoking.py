"""Taking back: a state, never a deletion; a correction is a new certificate."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from accounts.models import Message
from certificates.domain import issuing, revoking
from certificates.enums import Answer, Decision, RevocationReason, Wish
from certificates.exceptions import Refusal
from certificates.models import Certificate, RevocationRequest
from tests.certificates.school import a_second_person, replace, revoke
from tests.threads import together

pytestmark = pytest.mark.usefixtures("fast_press")

ERROR, FRAUD = RevocationReason.ERROR_IN_DATA, RevocationReason.FRAUD


def test_revoking_keeps_everything_and_tells_the_holder(school, certificate):
    before = (certificate.facts, certificate.code, certificate.issued_at)
    revoked = revoke(certificate, school.coordinator, FRAUD)
    revoked.refresh_from_db()
    assert (revoked.facts, revoked.code, revoked.issued_at) == before
    assert (revoked.answer, revoked.revoked_by, revoked.revocation_reason) == (
        Answer.REVOKED,
        a_second_person(),
        FRAUD,
    )
    assert Message.objects.get().template == "certificates/emails/revoked"


def test_revoking_twice_is_refused_and_changes_nothing(school, certificate):
    first = revoke(certificate, school.coordinator, FRAUD).revoked_at
    with pytest.raises(Refusal):
        revoke(certificate, school.coordinator, ERROR)
    certificate.refresh_from_db()
    assert (certificate.revoked_at, certificate.revocation_reason) == (first, FRAUD)


@pytest.mark.parametrize("reason", ["", "BAD_MOOD", RevocationReason.REPLACED])
def test_a_revocation_has_a_reason_of_the_list(school, certificate, reason):
    with pytest.raises(Refusal):
        revoke(certificate, school.coordinator, reason)
    certificate.refresh_from_db()
    assert certificate.answer == Answer.VALID


@pytest.mark.parametrize("wish", Wish)
def test_only_the_office_takes_back(school, certificate, wish):
    request = revoking.ask(certificate=certificate, by=school.coordinator, wish=wish, reason=ERROR)
    for stranger in (school.trainer, certificate.enrolment.person.user):
        for deed in (
            lambda by: revoking.ask(certificate=certificate, by=by, wish=wish, reason=ERROR),
            lambda by: revoking.confirm(request=request, by=by),
            lambda by: revoking.decline(request=request, by=by),
        ):
            with pytest.raises(Refusal) as refused:
                deed(stranger)
            assert refused.value.code == "not_allowed"
    certificate.refresh_from_db()
    assert certificate.answer == Answer.VALID


class TestTwoPeople:
    @pytest.fixture
    def asked(self, school, certificate) -> RevocationRequest:
        facts = {"certificate": certificate, "wish": Wish.REVOKE, "reason": FRAUD}
        return revoking.ask(by=school.coordinator, **facts)

    def test_nothing_happens_until_a_second_person_confirms(self, school, certificate, asked):
        with pytest.raises(Refusal) as refused:
            revoking.confirm(request=asked, by=school.coordinator)
        assert refused.value.code == "same_person"
        certificate.refresh_from_db()
        assert certificate.answer == Answer.VALID
        for _twice in range(2):
            revoking.confirm(request=asked, by=a_second_person())
        certificate.refresh_from_db()
        assert (certificate.answer, certificate.revoked_by) == (Answer.REVOKED, a_second_person())
        asked.refresh_from_db()
        assert asked.done_at >= certificate.revoked_at

    def test_asked_twice_is_once_and_two_wishes_wait_for_each_other(self, school, certificate, asked):
        facts = {"certificate": certificate, "by": school.coordinator}
        assert revoking.ask(wish=Wish.REVOKE, reason=FRAUD, **facts) == asked
        with pytest.raises(Refusal) as refused:
            revoking.ask(wish=Wish.REPLACE, reason=ERROR, **facts)
        assert refused.value.code == "asked"

    def test_declined_it_stands_and_may_be_asked_again(self, school, certificate, asked):
        revoking.decline(request=asked, by=a_second_person())
        with pytest.raises(Refusal) as refused:
            revoking.confirm(request=asked, by=a_second_person())
        assert refused.value.code == "decided"
        assert revoke(certificate, school.coordinator, FRAUD).answer == Answer.REVOKED

    def test_the_database_refuses_one_person(self, school, certificate, asked):
        rows = Certificate.objects.filter(pk=certificate.pk)
        alone = {"revoked_at": timezone.now(), "revoked_by": school.coordinator, "revocation_reason": FRAUD}
        with pytest.raises(IntegrityError, match="second person"), transaction.atomic():
            rows.update(**alone)
        with pytest.raises(IntegrityError, match="second_person"), transaction.atomic():
            RevocationRequest.objects.filter(pk=asked.pk).update(
                decision=Decision.CONFIRMED, decided_by=school.coordinator, decided_at=timezone.now()
            )
        with pytest.raises(IntegrityError, match="stays as it is"), transaction.atomic():
            RevocationRequest.objects.filter(pk=asked.pk).update(asked_by=a_second_person())

    def test_a_confirmation_counts_once(self, school, certificate):
        """What was confirmed for one deed says nothing of the next one."""
        revoke(certificate, school.coordinator, FRAUD)
        other = issuing.issue(enrolment=school.enrolments[1], by=school.coordinator)
        for row, change in ((certificate, {"replaced_by": other}), (other, {"revoked_at": timezone.now()})):
            with pytest.raises(IntegrityError, match="second person"), transaction.atomic():
                Certificate.objects.filter(pk=row.pk).update(**change)


@pytest.mark.django_db(transaction=True)
def test_two_second_people_at_once_and_five_deliveries_make_one_replacement(school, certificate):
    facts = {"certificate": certificate, "wish": Wish.REPLACE, "reason": ERROR}
    request = revoking.ask(by=school.coordinator, **facts)
    second = a_second_person()
    together(lambda by: revoking.confirm(request=request, by=by), [second, second, school.coordinator])
    together(revoking.carry_out, [request.pk] * 5)
    certificate.refresh_from_db()
    assert Certificate.objects.count() == 2
    assert certificate.answer == Answer.REPLACED


def test_a_revoked_certificate_is_not_issued_again_by_an_order(school, certificate):
    revoke(certificate, school.coordinator, FRAUD)
    with pytest.raises(Refusal, match="révoquée"):
        issuing.issue(enrolment=certificate.enrolment, by=school.coordinator)
    assert Certificate.objects.count() == 1


def test_a_replacement_carries_todays_facts_and_both_know_each_other(school, certificate):
    person = certificate.enrolment.person
    person.family_name = "Benali-Joly"
    person.save()
    new = replace(certificate, school.coordinator, ERROR)
    certificate.refresh_from_db()
    assert (certificate.answer, new.answer) == (Answer.REPLACED, Answer.VALID)
    assert (certificate.replaced_by, new.replaces) == (new, certificate)
    assert (certificate.holder_name, new.holder_name) == ("Amina Benali", "Amina Benali-Joly")
    assert new.facts["replaces_code"] == certificate.code
    assert new.code != certificate.code
    assert Message.objects.get().template == "certificates/emails/issued"


def test_a_certificate_is_replaced_once(school, certificate):
    replace(certificate, school.coordinator, ERROR)
    with pytest.raises(Refusal):
        replace(certificate, school.coordinator, ERROR)
    assert Certificate.objects.count() == 2


def test_what_was_revoked_alone_may_be_replaced_and_keeps_its_date(school, certificate):
    day = revoke(certificate, school.coordinator, FRAUD).revoked_at
    new = replace(certificate, school.coordinator, ERROR)
    certificate.refresh_from_db()
    assert (certificate.revoked_at, certificate.revocation_reason) == (day, FRAUD)
    assert certificate.replaced_by == new


def test_a_replacement_that_cannot_be_printed_leaves_the_old_one_standing(school, certificate):
    facts = {"certificate": certificate, "wish": Wish.REPLACE, "reason": ERROR}
    request = revoking.ask(by=school.coordinator, **facts)
    school.provider.activity_number = ""
    school.provider.save()
    revoking.confirm(request=request, by=a_second_person())
    assert revoking.carry_out(request.pk) is None
    certificate.refresh_from_db()
    assert certificate.answer == Answer.VALID
    assert Certificate.objects.count() == 1
    request.refresh_from_db()
    assert request.decision == Decision.FAILED
    assert "numéro" in request.message_fr.lower()
    assert "nummer" in request.message_nl.lower()
    with pytest.raises(Refusal):
        revoking.ask(by=school.coordinator, **facts)


FROZEN = {
    "facts": {"version": 1},
    "code": "0" * 12,
    "facts_sha256": "0" * 64,
    "facts_version": 2,
    "issued_at": timezone.now(),
}


@pytest.mark.parametrize("column", FROZEN)
def test_the_database_refuses_to_change_what_was_issued(certificate, column):
    with pytest.raises(IntegrityError, match="issued certificate stays"), transaction.atomic():
        Certificate.objects.filter(pk=certificate.pk).update(**{column: FROZEN[column]})
    setattr(certificate, column, FROZEN[column])
    with pytest.raises(ValidationError):
        certificate.validate_constraints()


@pytest.mark.parametrize("column", ["document_id", "enrolment_id", "issued_by_id", "kind"])
def test_the_database_refuses_to_reattach_it(school, certificate, column):
    values = {
        "document_id": certificate.document_id + 1,
        "enrolment_id": school.enrolments[1].pk,
        "issued_by_id": school.trainer.pk,
        "kind": "OTHER",
    }
    with pytest.raises(IntegrityError, match="issued certificate stays"), transaction.atomic():
        Certificate.objects.filter(pk=certificate.pk).update(**{column: values[column]})


def test_the_database_refuses_to_delete_it(certificate):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM certificates_certificate")
    assert Certificate.objects.count() == 1


def test_the_database_refuses_to_take_a_revocation_back(school, certificate):
    revoke(certificate, school.coordinator, FRAUD)
    rows = Certificate.objects.filter(pk=certificate.pk)
    for change in (
        {"revoked_at": None, "revoked_by": None, "revocation_reason": ""},
        {"revoked_at": timezone.now()},
        {"revocation_reason": ERROR},
    ):
        with pytest.raises(IntegrityError, match="issued certificate stays"), transaction.atomic():
            rows.update(**change)
