"""The verification page: five words, three languages, nothing about anybody else."""

import re
from datetime import date

import pytest
from django.core.cache import caches
from django.urls import reverse
from django.utils import timezone

from accounts.views import limits as counting
from certificates.domain import issuing, verifying
from certificates.enums import Answer, RevocationReason
from certificates.models import Verification
from certificates.views import limits
from certificates.views.tally import Tally
from documents import store
from documents.wording import grouped
from tests.certificates.school import reach, replace, revoke
from training.enums import Level

pytestmark = pytest.mark.usefixtures("fast_press")

WORDS = {
    "fr": {"VALID": "Valide", "REPLACED": "Remplacée", "REVOKED": "Révoquée", "UNKNOWN": "Code inconnu"},
    "nl": {"VALID": "Geldig", "REPLACED": "Vervangen", "REVOKED": "Ingetrokken", "UNKNOWN": "Onbekende code"},
    "en": {"VALID": "Valid", "REPLACED": "Replaced", "REVOKED": "Revoked", "UNKNOWN": "Unknown code"},
}


def page(client, text, language="fr", **headers):
    return client.get(reverse("verify_code", args=[text]), headers={"accept-language": language, **headers})


def heading(response) -> str:
    return re.search(r"<h1>(.*?)</h1>", response.content.decode()).group(1)


@pytest.fixture
def codes_of(school, certificate):
    """One code for each answer."""
    second, third = (issuing.issue(enrolment=each, by=school.coordinator) for each in school.enrolments[1:])
    revoke(second, school.coordinator, RevocationReason.FRAUD)
    replace(third, school.coordinator, RevocationReason.ERROR_IN_DATA)
    return {
        Answer.VALID: certificate.code,
        Answer.REVOKED: second.code,
        Answer.REPLACED: third.code,
        Answer.UNKNOWN: "0" * 12,
    }


@pytest.mark.parametrize("language", WORDS)
def test_each_answer_in_each_language(client, codes_of, language):
    for answer, code in codes_of.items():
        response = page(client, code, language)
        html = response.content.decode()
        assert heading(response) == WORDS[language][answer]
        assert f'<html lang="{language}"' in html
        assert response["Content-Language"] == language
        assert response.status_code == 200


def test_a_valid_page_shows_what_was_certified(client, certificate):
    html = page(client, certificate.code, "nl").content.decode().replace("\N{NO-BREAK SPACE}", " ")
    for words in ("Amina Benali", "Nederlands voor de logistiek", "12 uur van 12 uur", "Atelier des langues"):
        assert words in html
    assert html.count('class="stair"') == 5
    assert html.count("<strong>A1</strong>") == 5
    assert certificate.grouped_code in html


def test_no_page_shows_the_address_or_the_birth_date(client, codes_of, school):
    for code in codes_of.values():
        html = page(client, code).content.decode()
        for enrolment in school.enrolments:
            assert enrolment.person.user.email not in html
        by_chance = (
            rf"{grouped(code)}|{code}|[0-9a-f]{{64}}"  # any figures may stand in a code or fingerprint
        )
        assert "1990" not in re.sub(by_chance, "", html)


def test_a_revoked_page_says_when_and_no_longer_what(client, codes_of):
    html = page(client, codes_of[Answer.REVOKED], "en").content.decode()
    assert f"{timezone.localdate():%-d %B %Y}" in html
    assert 'class="stair"' not in html
    assert "Fraud" not in html


def test_a_replaced_page_leads_to_the_new_one(client, school, certificate):
    new = replace(certificate, school.coordinator, RevocationReason.ERROR_IN_DATA)
    html = page(client, certificate.code).content.decode()
    assert reverse("verify_code", args=[new.code]) in html
    assert 'class="stair"' not in html


@pytest.mark.parametrize(
    "text", ["hello", "0" * 11, "0" * 13, "'; DROP TABLE", "a/b/c", "ééééééééé", "<b>x</b>"]
)
def test_nonsense_cannot_be_told_from_a_code_we_do_not_know(client, certificate, text):
    unknown, nonsense = page(client, "1" * 12), page(client, text)
    assert nonsense.status_code == unknown.status_code == 200
    assert nonsense.content == unknown.content


def test_nonsense_asks_the_database_as_much_as_a_code(certificate, django_assert_num_queries):
    for text in (certificate.code, "1" * 12, "nonsense", ""):
        with django_assert_num_queries(1):
            verifying.verify(text)


def test_the_page_costs_one_question(client, certificate, django_assert_num_queries, monkeypatch):
    monkeypatch.setattr("certificates.views.tally.note_verifications.apply_async", lambda *args, **how: None)
    page(client, certificate.code)  # what stands round every page is kept from here on
    with django_assert_num_queries(1):
        page(client, certificate.code)


@pytest.mark.parametrize("text", ["{}", "/V/{}", " {} ", "{}/"])
def test_the_address_forgives(client, certificate, text):
    for code in (certificate.code, certificate.code.lower(), certificate.grouped_code):
        assert verifying.verify(text.format(code)).answer == Answer.VALID
    assert client.get(f"/V/{certificate.grouped_code.lower()}").status_code == 200


def test_the_page_says_today_what_was_true_then(client, school, certificate):
    pdf = store.read(certificate.document)
    course, session, person = school.session.course, school.session, certificate.enrolment.person
    before = page(client, certificate.code, "nl").content
    course.title_nl = session.title_nl = "Een andere opleiding"
    course.target_level = Level.C2
    session.last_day = date(2030, 1, 1)
    person.family_name = "Anders"
    for changed in (course, session, person):
        changed.save()
    school.provider.name_fr = "Un autre nom"
    school.provider.save()
    reach(certificate.enrolment, by=school.trainer, level=Level.B2)
    caches["process"].clear()
    assert page(client, certificate.code, "nl").content == before
    certificate.refresh_from_db()
    assert store.read(certificate.document) == pdf


def test_search_engines_and_caches_keep_out(client, certificate):
    for response in (page(client, certificate.code), client.get(reverse("verify"))):
        assert "noindex" in response["X-Robots-Tag"]
        assert "no-store" in response["Cache-Control"]
        assert response["Referrer-Policy"] == "no-referrer"
        assert '<meta name="robots" content="noindex' in response.content.decode()


def test_the_language_can_be_chosen_and_stays(client, certificate):
    response = client.get(reverse("verify_code", args=[certificate.code]), {"lang": "en"})
    assert heading(response) == "Valid"
    assert f"{reverse('verify')}?lang=en" in response.content.decode()
    form = client.get(reverse("verify"), {"lang": "en", "code": certificate.grouped_code})
    assert form.url == f"{reverse('verify_code', args=[certificate.code])}?lang=en"
    assert not response.cookies


def test_a_language_nobody_speaks_here_is_ignored(client, certificate):
    response = client.get(
        reverse("verify_code", args=[certificate.code]), {"lang": "xx"}, headers={"accept-language": "nl"}
    )
    assert heading(response) == "Geldig"


@pytest.mark.parametrize(
    "typed", ["{grouped}", " {lower} ", "https://grenstaal.example/v/{code}", "/V/{lower}?lang=nl"]
)
def test_the_form_leads_to_the_answer(client, certificate, typed):
    text = typed.format(
        grouped=certificate.grouped_code, lower=certificate.code.lower(), code=certificate.code
    )
    response = client.get(reverse("verify"), {"code": text})
    assert response.url == reverse("verify_code", args=[certificate.code])


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_an_empty_form_says_what_to_do(client, db, language):
    response = client.get(reverse("verify"), {"code": "  ", "lang": language})
    sentence = {"fr": "Tapez le code", "nl": "Typ de code", "en": "Type the code"}[language]
    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert 'aria-invalid="true"' in response.content.decode()


@pytest.mark.parametrize("typed", ["hello there", "é", "…", "x" * 499])
def test_a_form_with_nonsense_leads_to_unknown(client, db, typed):
    response = client.get(reverse("verify"), {"code": typed}, follow=True)
    assert heading(response) == "Code inconnu"


def test_that_it_was_asked_is_counted_without_a_word_about_who(client, certificate):
    page(client, certificate.code, "nl")
    page(client, "nonsense", "en")
    known, unknown = Verification.objects.order_by("asked_at")
    assert (known.certificate, known.answer, known.language) == (certificate, Answer.VALID, "nl")
    assert (unknown.certificate, unknown.answer, unknown.language) == (None, Answer.UNKNOWN, "en")
    fields = {field.name for field in Verification._meta.fields}
    assert fields == {"id", "certificate", "answer", "language", "asked_at"}


def test_counting_twice_counts_once(certificate):
    for _ in range(2):
        verifying.note([("6f0c2f8e-3b2f-4c39-9c0e-0d6a5f9f2a10", certificate.pk, "VALID", "fr")])
    assert Verification.objects.count() == 1


def test_without_a_broker_the_page_still_answers(client, certificate, monkeypatch):
    from kombu.exceptions import OperationalError

    def away(*args, **how):
        raise OperationalError("connection refused")

    monkeypatch.setattr("certificates.views.tally.tally", Tally())
    monkeypatch.setattr("certificates.views.tally.note_verifications.apply_async", away)
    assert heading(page(client, certificate.code)) == "Valide"


def test_one_network_is_slowed_down_and_another_is_not(client, certificate, monkeypatch):
    monkeypatch.setattr(limits, "PER_NETWORK", 3)
    for _ in range(3):
        assert page(client, certificate.code).status_code == 200
    stopped = page(client, certificate.code)
    assert stopped.status_code == 429
    assert stopped["Retry-After"] == "60"
    assert "Amina" not in stopped.content.decode()
    elsewhere = client.get(reverse("verify_code", args=[certificate.code]), REMOTE_ADDR="192.0.2.7")
    assert elsewhere.status_code == 200


def test_one_code_is_slowed_down_from_everywhere_however_it_is_written(client, certificate, monkeypatch):
    monkeypatch.setattr(limits, "PER_CODE", 2)
    addresses = iter(f"192.0.2.{n}" for n in range(9))
    for text in (certificate.code, certificate.grouped_code.lower()):
        address = reverse("verify_code", args=[text])
        assert client.get(address, REMOTE_ADDR=next(addresses)).status_code == 200
    assert client.get(address, REMOTE_ADDR=next(addresses)).status_code == 429
    assert page(client, "another").status_code == 200


def test_neighbours_in_one_ipv6_network_count_together(rf, settings):
    one, other, far = (
        counting.network_of(rf.get("/", REMOTE_ADDR=address))
        for address in ("2001:db8:1:2::1", "2001:db8:1:3::9", "2001:db8:2::1")
    )
    assert one == other != far


def test_a_limit_that_cannot_count_stops_nobody(client, certificate, monkeypatch, caplog):
    def away(*args, **kwargs):
        raise ConnectionError

    monkeypatch.setattr(counting, "counted", away)
    assert page(client, certificate.code).status_code == 200
    assert "cannot count" in caplog.text


def test_the_page_is_read_only(client, certificate):
    assert client.post(reverse("verify_code", args=[certificate.code])).status_code == 405


def test_a_revocation_is_seen_at_the_next_question(client, school, certificate):
    """A drawing is kept under the state of the row, and the row is read each time."""
    assert heading(page(client, certificate.code)) == "Valide"
    assert heading(page(client, certificate.code)) == "Valide"
    revoke(certificate, school.coordinator, RevocationReason.FRAUD)
    response = page(client, certificate.code)
    assert heading(response) == "Révoquée"
    assert "Attestation révoquée" in response.content.decode().split("</title>")[0]


def test_what_is_kept_is_nobodys(client, school, certificate):
    """Somebody who is signed in neither fills nor gets the frame of strangers."""
    client.force_login(school.coordinator)
    own = page(client, certificate.code).content.decode()
    client.logout()
    strangers = page(client, certificate.code).content.decode()
    assert reverse("account_login") not in own
    assert reverse("account_login") in strangers
    client.force_login(school.coordinator)
    assert reverse("account_login") not in page(client, certificate.code).content.decode()
