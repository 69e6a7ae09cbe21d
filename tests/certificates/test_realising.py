"""The certificat de réalisation: hours followed, issued once, replaced by a version with a reason."""

import pytest
from django.db import IntegrityError, transaction

from certificates.domain import realising
from certificates.exceptions import Refusal
from certificates.models import Issuer, Realisation
from documents import store
from tests.documents.paper import words
from tests.threads import together
from training.domain import hours, statements

pytestmark = pytest.mark.django_db


@pytest.fixture
def one(school):
    return school.enrolments[0]


@pytest.fixture
def realisation(school, one) -> Realisation:
    return realising.issue(enrolment=one, by=school.coordinator)


def test_it_says_the_hours_that_were_followed(realisation, one):
    followed = hours.followed(one)
    assert realisation.facts["minutes_followed"] == followed > 0
    text = words(store.read(realisation.document))
    assert f"Mme/M. {one.person.full_name} a suivi l’action" in text
    assert f"pour une durée de {followed // 60} h" in text


def test_the_months_sum_to_it(school, realisation, one):
    months = statements.months(one.session)
    certified = [statements.certify(enrolment=one, month=month, by=school.coordinator) for month in months]
    followed = sum(statements.facts_of(each).total("followed") for each in certified)
    assert followed == realisation.facts["minutes_followed"]


def test_again_without_a_change_it_is_the_same_one(school, realisation, one):
    assert realising.issue(enrolment=one, by=school.coordinator, reason="x") == realisation


def test_a_change_needs_a_reason_and_keeps_the_version_before(school, realisation, one):
    one.person.family_name = "Benali-Maes"
    one.person.save()
    with pytest.raises(Refusal) as refused:
        realising.issue(enrolment=one, by=school.coordinator)
    assert refused.value.code == "reason"
    second = realising.issue(enrolment=one, by=school.coordinator, reason="Nom corrigé")
    realisation.refresh_from_db()
    assert (second.number, second.reason) == (2, "Nom corrigé")
    assert realisation.replaced_at is not None
    assert list(Realisation.objects.standing()) == [second]
    assert "Version 2, remplace la version 1" in words(store.read(second.document))


def test_not_even_sql_changes_it(school, realisation):
    for change in ({"facts": {}}, {"number": 3, "reason": "x"}, {"issued_at": school.session.created_at}):
        with pytest.raises(IntegrityError, match="realisation_issued_stays"), transaction.atomic():
            Realisation.objects.filter(pk=realisation.pk).update(**change)
    with pytest.raises(IntegrityError, match="realisation_issued_stays"), transaction.atomic():
        Realisation.objects.filter(pk=realisation.pk).delete()


def test_without_a_signatory_it_is_refused_in_words(school, one):
    Issuer.objects.all().delete()
    with pytest.raises(Refusal) as refused:
        realising.issue(enrolment=one, by=school.coordinator)
    assert school.provider.name_fr in str(refused.value)
    assert not Realisation.objects.exists()


def test_nobody_but_the_office_issues(school, one):
    with pytest.raises(Refusal) as refused:
        realising.issue(enrolment=one, by=school.trainer)
    assert refused.value.code == "not_allowed"


def test_the_office_issues_to_everybody_at_once_and_the_holder_reads_it(school, client):
    school.coordinator.user_permissions.set([])
    client.force_login(school.coordinator)
    address = f"/admin/certificates/issuing/{school.session.pk}/realisations/"
    lines = realising.lines(school.enrolments)
    client.post(address, {"enrolment": [line.enrolment.pk for line in lines if line.can_be_issued]})
    issued = Realisation.objects.standing().count()
    assert issued == sum(1 for line in lines if line.minutes_followed)
    page = client.get(address).content.decode()
    assert page.count("/realisations/") >= issued
    holder = next(one for one in school.enrolments if one.person.user)
    client.force_login(holder.person.user)
    mine = holder.realisations.get()
    assert client.get(f"/realisations/{mine.pk}.pdf")["Content-Type"] == "application/pdf"
    others = Realisation.objects.exclude(pk=mine.pk).first()
    assert client.get(f"/realisations/{others.pk}.pdf").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_two_who_issue_at_once_get_one_certificate(school, one):
    found = together(lambda by: realising.issue(enrolment=one, by=by).pk, [school.coordinator] * 2)
    assert len(set(found)) == 1
    assert Realisation.objects.count() == 1
