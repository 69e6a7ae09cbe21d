"""Taking back: a state, never a deletion; a correction is a new certificate."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from accounts.models import Message
from certificates.domain import issuing, revoking
from certificates.enums import Answer, RevocationReason
from certificates.exceptions import Refusal
from certificates.models import Certificate

pytestmark = pytest.mark.usefixtures("fast_press")

ERROR, FRAUD = RevocationReason.ERROR_IN_DATA, RevocationReason.FRAUD


def test_revoking_keeps_everything_and_tells_the_holder(school, certificate):
    before = (certificate.facts, certificate.code, certificate.issued_at)
    revoked = revoking.revoke(certificate=certificate, by=school.coordinator, reason=FRAUD)
    revoked.refresh_from_db()
    assert (revoked.facts, revoked.code, revoked.issued_at) == before
    assert (revoked.answer, revoked.revoked_by, revoked.revocation_reason) == (
        Answer.REVOKED,
        school.coordinator,
        FRAUD,
    )
    assert Message.objects.get().template == "certificates/emails/revoked"


def test_revoking_twice_is_refused_and_changes_nothing(school, certificate):
    first = revoking.revoke(certificate=certificate, by=school.coordinator, reason=FRAUD).revoked_at
    with pytest.raises(Refusal):
        revoking.revoke(certificate=certificate, by=school.coordinator, reason=ERROR)
    certificate.refresh_from_db()
    assert (certificate.revoked_at, certificate.revocation_reason) == (first, FRAUD)


@pytest.mark.parametrize("reason", ["", "BAD_MOOD", RevocationReason.REPLACED])
def test_a_revocation_has_a_reason_of_the_list(school, certificate, reason):
    with pytest.raises(Refusal):
        revoking.revoke(certificate=certificate, by=school.coordinator, reason=reason)
    certificate.refresh_from_db()
    assert certificate.answer == Answer.VALID


@pytest.mark.parametrize("verb", [revoking.revoke, revoking.replace])
def test_only_the_office_takes_back(school, certificate, verb):
    for stranger in (school.trainer, certificate.enrolment.person.user):
        with pytest.raises(Refusal):
            verb(certificate=certificate, by=stranger, reason=ERROR)
    certificate.refresh_from_db()
    assert certificate.answer == Answer.VALID


def test_a_revoked_certificate_is_not_issued_again_by_an_order(school, certificate):
    revoking.revoke(certificate=certificate, by=school.coordinator, reason=FRAUD)
    with pytest.raises(Refusal, match="révoquée"):
        issuing.issue(enrolment=certificate.enrolment, by=school.coordinator)
    assert Certificate.objects.count() == 1


def test_a_replacement_carries_todays_facts_and_both_know_each_other(school, certificate):
    person = certificate.enrolment.person
    person.family_name = "Benali-Joly"
    person.save()
    new = revoking.replace(certificate=certificate, by=school.coordinator, reason=ERROR)
    certificate.refresh_from_db()
    assert (certificate.answer, new.answer) == (Answer.REPLACED, Answer.VALID)
    assert (certificate.replaced_by, new.replaces) == (new, certificate)
    assert (certificate.holder_name, new.holder_name) == ("Amina Benali", "Amina Benali-Joly")
    assert new.facts["replaces_code"] == certificate.code
    assert new.code != certificate.code
    assert Message.objects.get().template == "certificates/emails/issued"


def test_a_certificate_is_replaced_once(school, certificate):
    revoking.replace(certificate=certificate, by=school.coordinator, reason=ERROR)
    with pytest.raises(Refusal):
        revoking.replace(certificate=certificate, by=school.coordinator, reason=ERROR)
    assert Certificate.objects.count() == 2


def test_what_was_revoked_alone_may_be_replaced_and_keeps_its_date(school, certificate):
    day = revoking.revoke(certificate=certificate, by=school.coordinator, reason=FRAUD).revoked_at
    new = revoking.replace(certificate=certificate, by=school.coordinator, reason=ERROR)
    certificate.refresh_from_db()
    assert (certificate.revoked_at, certificate.revocation_reason) == (day, FRAUD)
    assert certificate.replaced_by == new


def test_a_replacement_that_cannot_be_printed_leaves_the_old_one_standing(school, certificate):
    school.provider.activity_number = ""
    school.provider.save()
    with pytest.raises(Refusal):
        revoking.replace(certificate=certificate, by=school.coordinator, reason=ERROR)
    certificate.refresh_from_db()
    assert certificate.answer == Answer.VALID
    assert Certificate.objects.count() == 1


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
    revoking.revoke(certificate=certificate, by=school.coordinator, reason=FRAUD)
    rows = Certificate.objects.filter(pk=certificate.pk)
    for change in (
        {"revoked_at": None, "revoked_by": None, "revocation_reason": ""},
        {"revoked_at": timezone.now()},
        {"revocation_reason": ERROR},
    ):
        with pytest.raises(IntegrityError, match="issued certificate stays"), transaction.atomic():
            rows.update(**change)
