"""The file for its holder, the letters, and what the learner's pages show."""

import pytest
from django.core import mail
from django.urls import reverse

from certificates.domain import issuing, letters
from certificates.domain.queries.papers import certificates_of
from certificates.enums import RevocationReason
from documents import store
from documents.models import archive
from tests.certificates.school import account, finished_session, replace, revoke
from training.models import Enrolment


def test_the_holder_and_the_office_get_the_bytes_that_were_printed(client, school, certificate):
    for reader in (certificate.enrolment.person.user, school.coordinator):
        client.force_login(reader)
        response = client.get(reverse("certificate_file", args=[certificate.pk]))
        assert response.status_code == 200
        assert response.content == store.read(certificate.document)
        assert response["Content-Type"] == "application/pdf"
        assert certificate.grouped_code in response["Content-Disposition"]
        assert "enali" not in response["Content-Disposition"]
        assert "no-store" in response["Cache-Control"]


def test_strangers_do_not_learn_that_it_exists(client, school, certificate):
    address = reverse("certificate_file", args=[certificate.pk])
    for stranger in (school.trainer, school.enrolments[1].person.user, account("x@example.org", "X", "Y")):
        client.force_login(stranger)
        assert client.get(address).status_code == 404
    client.logout()
    assert reverse("account_login") in client.get(address).url


def test_a_file_that_was_changed_is_handed_to_nobody(client, certificate, caplog):
    with archive().open(certificate.document.file.name, "wb") as file:
        file.write(store.__name__.encode())
    client.force_login(certificate.enrolment.person.user)
    assert client.get(reverse("certificate_file", args=[certificate.pk])).status_code == 404
    assert f"certificate {certificate.pk}" in caplog.text
    assert "Benali" not in caplog.text


LETTERS = {
    "fr": ("Votre attestation est prête", "Télécharger mon attestation", "n’est plus valide"),
    "nl": ("Uw attest is klaar", "Mijn attest downloaden", "niet meer geldig"),
}


@pytest.mark.parametrize("language", LETTERS)
def test_the_letters_speak_the_persons_language(db, language):
    school = finished_session(1, language=language)
    ready, button, over = LETTERS[language]
    issuing.order(session=school.session, enrolments=school.enrolments, by=school.coordinator)
    (letter,) = mail.outbox
    certificate = school.enrolments[0].certificates.get()
    html = letter.alternatives[0].content
    assert letter.subject == ready
    for body in (letter.body, html):
        assert button in body
        assert reverse("certificate_file", args=[certificate.pk]) in body
        assert certificate.grouped_code in body
    assert not letter.attachments
    revoke(certificate, school.coordinator, RevocationReason.FRAUD)
    assert over in mail.outbox[1].subject
    assert "raud" not in mail.outbox[1].body
    assert "Benali" not in letter.subject + mail.outbox[1].subject


def test_a_replacement_says_that_it_replaces(school, certificate):
    replace(certificate, school.coordinator, RevocationReason.ERROR_IN_DATA)
    assert "remplace celle que vous aviez" in mail.outbox[-1].body


def test_telling_twice_sends_one_letter_and_without_an_account_none(school, certificate):
    assert letters.tell_issued(certificate)
    letters.tell_issued(certificate)
    assert len(mail.outbox) == 1
    certificate.enrolment.person.user = None
    assert not letters.tell_issued(certificate)


def test_the_learners_page_lists_what_stands(client, school, certificate, django_assert_num_queries):
    second = issuing.issue(enrolment=school.enrolments[1], by=school.coordinator)
    revoke(second, school.coordinator, RevocationReason.FRAUD)
    enrolments = list(Enrolment.objects.order_by("pk"))
    with django_assert_num_queries(1):
        paper, own_page = certificates_of(enrolments)
    assert paper.url == reverse("certificate_file", args=[certificate.pk])
    assert own_page.url == reverse("my_certificate", args=[certificate.pk])
    client.force_login(certificate.enrolment.person.user)
    assert paper.url in client.get(reverse("my_home")).content.decode()
