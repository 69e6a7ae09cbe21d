"""The office's pages: who may get one, the order, the list, revoke and replace."""

import io
import zipfile

import pytest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from accounts.models import Message
from certificates.domain import issuing, letters
from certificates.enums import Answer, RevocationReason
from certificates.models import Certificate, IssueBatch, RevocationRequest
from documents import store
from tests.certificates.school import a_second_person, account, finished_session, revoke
from training.domain import progress
from training.enums import Level, Moment, Skill

pytestmark = pytest.mark.usefixtures("fast_press")

LISTS = ("issuing_office", "certificates_office", "issuers_office")


@pytest.fixture
def office(client, school):
    client.force_login(school.coordinator)
    return client


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("language", ["fr", "nl"])
def test_the_lists_open_in_both_languages(office, school, certificate, name, language):
    school.coordinator.language = language
    school.coordinator.save()
    response = office.get(reverse(f"{name}:index"))
    assert response.status_code == 200
    assert f'<html lang="{language}"' in response.content.decode()


@pytest.mark.parametrize("name", LISTS)
def test_strangers_stay_outside(client, school, certificate, name):
    for stranger in (school.trainer, certificate.enrolment.person.user):
        client.force_login(stranger)
        assert client.get(reverse(f"{name}:index")).status_code == 403
        assert client.post(reverse("certificates_office:revoke", args=[certificate.pk])).status_code == 403
        assert client.get(reverse("issuing_office:zip", args=[school.session.pk])).status_code == 403
    certificate.refresh_from_db()
    assert certificate.answer == Answer.VALID


@pytest.mark.parametrize("page", ["add", "edit", "delete"])
def test_no_form_edits_a_certificate(page):
    with pytest.raises(NoReverseMatch):
        reverse(f"certificates_office:{page}", args=[] if page == "add" else [1])


def test_the_session_page_offers_whoever_is_ready_and_says_what_others_lack(office, school):
    gone = school.enrolments[2]
    for skill in Skill:  # what was found last counts
        progress.record(
            enrolment=gone,
            moment=Moment.EXIT,
            skill=skill,
            level=Level.A0,
            by=school.trainer,
            assessed_on=timezone.localdate(),
        )
    html = office.get(reverse("issuing_office:inspect", args=[school.session.pk])).content.decode()
    ticks = [f'name="enrolment" value="{each.pk}" checked' for each in school.enrolments]
    assert [tick in html for tick in ticks] == [True, True, False]
    assert "A1" in html


@pytest.mark.parametrize("people", [1, 8])
def test_the_session_page_costs_the_same_for_any_group(client, db, people, django_assert_max_num_queries):
    school = finished_session(people)
    client.force_login(school.coordinator)
    address = reverse("issuing_office:inspect", args=[school.session.pk])
    client.get(address)
    with django_assert_max_num_queries(25) as captured:
        client.get(address)
    QUERIES.append(len(captured))
    assert len(set(QUERIES)) == 1


QUERIES: list[int] = []


def test_an_order_leads_to_its_page_of_progress(office, school):
    chosen = school.enrolments[:2]
    response = office.post(
        reverse("issuing_office:place_order", args=[school.session.pk]),
        {"enrolment": [each.pk for each in chosen], "letters": "on"},
    )
    batch = IssueBatch.objects.get()
    assert response.url == reverse("issuing_office:order", args=[batch.pk])
    page = office.get(response.url)
    html = page.content.decode()
    assert "Refresh" not in page
    for certificate in Certificate.objects.all():
        assert certificate.grouped_code in html
    assert Certificate.objects.count() == 2


def test_the_page_of_progress_looks_again_until_it_is_finished(office, school, monkeypatch):
    monkeypatch.setattr("certificates.tasks.run_batch.delay", lambda batch_id: None)
    batch = issuing.order(session=school.session, enrolments=school.enrolments, by=school.coordinator)
    address = reverse("issuing_office:order", args=[batch.pk])
    waiting = office.get(address)
    assert waiting["Refresh"] == "3"
    assert "0 personnes sur 3" in waiting.content.decode()
    issuing.run_batch(batch.pk)
    finished = office.get(address)
    assert "Refresh" not in finished
    assert "3 personnes sur 3" in finished.content.decode()


@pytest.mark.parametrize("people", [[], ["999999"], ["x"]])
def test_an_order_of_nobody_is_refused_in_words(office, school, people):
    response = office.post(
        reverse("issuing_office:place_order", args=[school.session.pk]), {"enrolment": people}, follow=True
    )
    assert "Choisissez au moins une personne" in response.content.decode()
    assert not IssueBatch.objects.exists()


def test_the_zip_holds_the_files_that_stand(office, school, certificate):
    revoked = issuing.issue(enrolment=school.enrolments[1], by=school.coordinator)
    revoke(revoked, school.coordinator, RevocationReason.FRAUD)
    response = office.get(reverse("issuing_office:zip", args=[school.session.pk]))
    with zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content))) as file:
        (name,) = file.namelist()
        assert name == f"benali-amina-{certificate.grouped_code}.pdf"
        assert file.read(name) == store.read(certificate.document)
    assert "enali" not in response["Content-Disposition"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("{grouped}", True),
        ("{lower}", True),
        ("benali", True),
        ("Bénali", True),
        ("LOG-A1", True),
        ("zzz", False),
    ],
)
def test_a_certificate_is_found_by_code_or_name(office, certificate, query, found):
    text = query.format(grouped=certificate.grouped_code, lower=certificate.code.lower())
    html = office.get(reverse("certificates_office:index"), {"q": text}).content.decode()
    assert (certificate.grouped_code in html) == found


def test_the_list_is_filtered_by_state(office, school, certificate):
    other = issuing.issue(enrolment=school.enrolments[1], by=school.coordinator)
    revoke(other, school.coordinator, RevocationReason.FRAUD)
    for state, expected in (("VALID", certificate), ("REVOKED", other)):
        html = office.get(reverse("certificates_office:index"), {"state": state}).content.decode()
        assert [each.grouped_code in html for each in (certificate, other)] == [
            each == expected for each in (certificate, other)
        ]


@pytest.mark.parametrize("people", [1, 8])
def test_the_list_costs_the_same_for_any_number(client, db, people, django_assert_max_num_queries):
    school = finished_session(people)
    issuing.order(session=school.session, enrolments=school.enrolments, by=school.coordinator)
    client.force_login(school.coordinator)
    client.get(reverse("certificates_office:index"))
    with django_assert_max_num_queries(20) as captured:
        client.get(reverse("certificates_office:index"))
    OF_THE_LIST.append(len(captured))
    assert len(set(OF_THE_LIST)) == 1


OF_THE_LIST: list[int] = []


@pytest.mark.parametrize("export", ["csv", "xlsx"])
def test_the_list_leaves_as_a_spreadsheet(office, certificate, export):
    response = office.get(reverse("certificates_office:index"), {"export": export})
    content = b"".join(response.streaming_content)
    assert response.status_code == 200
    assert export == "xlsx" or certificate.grouped_code in content.decode()


def test_one_asks_with_a_reason_and_another_confirms(office, client, certificate):
    address = reverse("certificates_office:revoke", args=[certificate.pk])
    assert office.get(address).status_code == 200
    assert "Choisissez un motif" in office.post(address, {}).content.decode()
    asked = office.post(address, {"reason": "FRAUD"}, follow=True).content.decode()
    confirm = reverse("certificates_office:confirm", args=[RevocationRequest.objects.get().pk])
    assert "Une deuxième personne" in asked
    assert confirm not in asked
    refused = office.post(confirm, follow=True).content.decode()
    assert "deuxième personne le confirme" in refused
    certificate.refresh_from_db()
    assert certificate.answer == Answer.VALID

    client.force_login(a_second_person())
    assert confirm in client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Fraude" in client.get(confirm).content.decode()
    assert "Révoquée" in client.post(confirm, follow=True).content.decode()
    again = client.post(address, {"reason": "FRAUD"})
    assert "déjà été révoquée" in again.content.decode()


def test_a_confirmed_replacement_is_made_and_both_pages_know_it(office, client, certificate):
    office.post(reverse("certificates_office:replace", args=[certificate.pk]), {"reason": "ERROR_IN_DATA"})
    client.force_login(a_second_person())
    confirm = reverse("certificates_office:confirm", args=[RevocationRequest.objects.get().pk])
    html = client.post(confirm, follow=True).content.decode()
    certificate.refresh_from_db()
    assert certificate.replaced_by.grouped_code in html
    new = client.get(reverse("certificates_office:inspect", args=[certificate.replaced_by_id]))
    assert certificate.grouped_code in new.content.decode()


def test_a_revoked_one_is_not_called_valid_while_its_replacement_waits(office, school, certificate):
    revoke(certificate, school.coordinator)
    asked = {"reason": "ERROR_IN_DATA"}
    html = office.post(reverse("certificates_office:replace", args=[certificate.pk]), asked, follow=True)
    assert "D’ici là, l’attestation reste révoquée" in html.content.decode()


def test_what_was_decided_is_asked_no_more(office, school, certificate):
    revoke(certificate, school.coordinator)
    confirm = reverse("certificates_office:confirm", args=[RevocationRequest.objects.get().pk])
    assert office.get(confirm).url == reverse("certificates_office:inspect", args=[certificate.pk])


def test_who_asked_takes_it_back(office, certificate):
    office.post(reverse("certificates_office:revoke", args=[certificate.pk]), {"reason": "FRAUD"})
    decline = reverse("certificates_office:decline", args=[RevocationRequest.objects.get().pk])
    assert (
        decline in office.get(reverse("certificates_office:inspect", args=[certificate.pk])).content.decode()
    )
    html = office.post(decline, follow=True).content.decode()
    certificate.refresh_from_db()
    assert certificate.answer == Answer.VALID
    assert reverse("certificates_office:revoke", args=[certificate.pk]) in html


def test_the_dashboard_says_who_waits(office, school):
    home = reverse("wagtailadmin_home")
    assert "Attestations à délivrer" in office.get(home).content.decode()
    issuing.order(session=school.session, enrolments=school.enrolments, by=school.coordinator)
    assert "Attestations à délivrer" not in office.get(home).content.decode()


def test_an_administrator_sees_what_a_coordinator_sees(client, school, certificate):
    client.force_login(account("root@example.org", "R", "T", is_superuser=True, is_staff=True))
    for page in ("certificates_office:inspect",):
        assert client.get(reverse(page, args=[certificate.pk])).status_code == 200


def test_issuing_and_telling_are_two_actions(office, school):
    chosen = school.enrolments[:2]
    ordered = office.post(
        reverse("issuing_office:place_order", args=[school.session.pk]),
        {"enrolment": [each.pk for each in chosen]},
    )
    assert Certificate.objects.count() == 2
    assert not Message.objects.filter(template=letters.ISSUED).exists()
    assert "2 personnes ont une attestation" in office.get(ordered.url).content.decode()
    page = reverse("issuing_office:inspect", args=[school.session.pk])
    assert "2 personnes ont une attestation" in office.get(page).content.decode()
    for sentence in ("Une lettre part à 2 personnes.", "Une lettre part à 0 personne."):
        answer = office.post(reverse("issuing_office:tell_holders", args=[school.session.pk]), follow=True)
        assert sentence in answer.content.decode()
    assert Message.objects.filter(template=letters.ISSUED).count() == 2
    assert "n’ont pas encore eu de lettre" not in office.get(page).content.decode()
