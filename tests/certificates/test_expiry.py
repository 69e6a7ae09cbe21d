"""A certificate may have a last day: frozen in its facts, said on page, paper and in the credential."""

from datetime import date, timedelta

import pytest
from django.core.cache import caches
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from certificates.domain import chain, facts, issuing, verifying
from certificates.enums import Answer
from certificates.models import Certificate, Issuer
from documents import store
from documents.facts import CertificateFacts
from tests.browser.clock import later
from tests.certificates.school import replace, revoke
from tests.certificates.test_model_wording import pages
from tests.certificates.test_verification import heading, page
from tests.documents.builders import certificate_facts

WORDS = {"fr": "Expirée", "nl": "Verlopen", "en": "Expired"}


@pytest.fixture
def expiring(school) -> Certificate:
    """Valid for two years."""
    Issuer.objects.update(valid_years=2)
    return issuing.issue(enrolment=school.enrolments[0], by=school.coordinator)


def last_day() -> date:
    today = timezone.localdate()
    return facts.valid_until(Issuer(valid_years=2), today)


@pytest.mark.parametrize("language", WORDS)
def test_it_is_valid_on_its_last_day_and_expired_on_the_next(client, fast_press, expiring, language):
    with later(expiring.valid_until):
        assert verifying.verify(expiring.code).answer == Answer.VALID
    caches["process"].clear()
    with later(expiring.valid_until + timedelta(days=1)):
        response = page(client, expiring.code, language)
        assert heading(response) == WORDS[language]
        assert 'class="stair"' not in response.content.decode()
        assert verifying.verify(expiring.code).answer == Answer.EXPIRED


def test_what_was_taken_back_stays_taken_back(fast_press, school, expiring):
    second = issuing.issue(enrolment=school.enrolments[1], by=school.coordinator)
    revoke(expiring, school.coordinator)
    replace(second, school.coordinator)
    with later(expiring.valid_until + timedelta(days=1)):
        assert verifying.verify(expiring.code).answer == Answer.REVOKED
        assert verifying.verify(second.code).answer == Answer.REPLACED


def test_the_page_and_the_paper_say_the_last_day(client, expiring):
    html = page(client, expiring.code, "en").content.decode()
    said = f"{expiring.valid_until:%-d %B %Y}"
    assert f"Valid until</dt><dd>{said}" in html
    (paper,) = pages(store.read(expiring.document))
    assert "Valable jusqu’au" in paper
    assert "Geldig tot en met" in paper
    assert str(expiring.valid_until.year) in paper.partition("Valable jusqu’au")[2]


def test_the_credential_says_it_and_the_chain_holds_it(fast_press, expiring):
    assert expiring.valid_until == last_day()
    assert expiring.facts["valid_until"] == expiring.valid_until.isoformat()
    said = expiring.credential["validUntil"]
    ends = timezone.datetime.fromisoformat(said)
    assert timezone.localtime(ends).strftime("%Y-%m-%d %H:%M:%S") == f"{expiring.valid_until} 23:59:59"
    assert not list(chain.altered(expiring))


def test_without_years_it_does_not_expire_and_its_facts_are_written_as_before(fast_press, certificate):
    assert certificate.valid_until is None
    assert "valid_until" not in certificate.facts
    assert "validUntil" not in certificate.credential
    assert verifying.verify(certificate.code).facts.valid_until is None
    with later(date(2090, 1, 1)):
        assert verifying.verify(certificate.code).answer == Answer.VALID


def test_facts_from_before_are_read_and_keep_their_bytes():
    before = certificate_facts()
    data = before.to_json()
    assert "valid_until" not in data
    assert CertificateFacts.from_json(data) == before
    with_end = certificate_facts(valid_until=date(2030, 2, 28))
    assert CertificateFacts.from_json(with_end.to_json()) == with_end


@pytest.mark.parametrize(
    ("issued", "years", "until"),
    [
        (date(2026, 11, 27), 3, date(2029, 11, 27)),
        (date(2028, 2, 29), 1, date(2029, 2, 28)),
        (date(2028, 2, 29), 4, date(2032, 2, 29)),
        (date(2026, 11, 27), None, None),
    ],
)
def test_so_many_years_later(issued, years, until):
    assert facts.valid_until(Issuer(valid_years=years), issued) == until


@pytest.mark.parametrize("day", ["2099-01-01", None])
def test_not_even_sql_moves_the_last_day(fast_press, expiring, day):
    with pytest.raises(IntegrityError, match="certificate_issued_stays"), transaction.atomic():
        Certificate.objects.filter(pk=expiring.pk).update(valid_until=day)


@pytest.mark.parametrize("in_facts", ['"2099-01-01"', None])
def test_the_column_says_what_the_facts_say(fast_press, expiring, in_facts):
    """Behind the trigger stands the constraint: it is asked here without it."""
    change = "jsonb_set(facts, '{valid_until}', %s::jsonb)" if in_facts else "facts - 'valid_until'"
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE certificates_certificate DISABLE TRIGGER certificate_issued_stays")
        with pytest.raises(IntegrityError, match="certificate_expires_as_certified"), transaction.atomic():
            cursor.execute(
                f"UPDATE certificates_certificate SET facts = {change} WHERE id = {expiring.pk}",
                [in_facts] if in_facts else [],
            )


@pytest.mark.parametrize("years", [0, 21])
def test_the_years_of_an_issuer_have_limits(school, years):
    with pytest.raises(IntegrityError, match="issuer_years_of_validity"), transaction.atomic():
        Issuer.objects.update(valid_years=years)


def test_the_office_sees_it_before_it_orders_and_finds_what_expired(client, fast_press, school, expiring):
    client.force_login(school.coordinator)
    before = client.get(reverse("issuing_office:inspect", args=[school.session.pk]))
    assert before.context["valid_until"] == last_day()
    assert reverse("issuers_office:edit", args=[Issuer.objects.get().pk]) in before.content.decode()
    with later(expiring.valid_until + timedelta(days=1)):
        assert set(Certificate.objects.answered(Answer.EXPIRED)) == {expiring}
        assert not Certificate.objects.answered(Answer.VALID).exists()
