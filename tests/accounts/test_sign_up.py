"""From a closed page, through an account and its code, back to the page."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.urls import reverse

from accounts.models import User
from tests.accounts.builders import PASSWORD, an_account

pytestmark = pytest.mark.django_db
NEXT = "/account/?from=enrolment"


@pytest.fixture(autouse=True)
def _no_memory_of_other_tests():
    from django.core.cache import cache

    cache.clear()


def code_in(message) -> str:
    return re.search(r"^\s*(\d{6})\s*$", message.body, re.MULTILINE).group(1)


def sign_up(client, email="new@example.org", **fields):
    return client.post(
        reverse("account_signup"), {"email": email, "password1": PASSWORD, "next": NEXT} | fields
    )


def test_the_code_leads_back_to_where_somebody_was_heading(client):
    assert sign_up(client).url == reverse("account_email_verification_sent")
    page = client.get(reverse("account_email_verification_sent"))
    assert "new@example.org" in page.content.decode()

    response = client.post(reverse("account_email_verification_sent"), {"code": code_in(mail.outbox[0])})

    assert response.url == NEXT
    assert client.get(NEXT).status_code == 200
    assert EmailAddress.objects.get(email="new@example.org").verified


def test_signing_in_and_a_new_password_lead_there_too(client):
    an_account()
    response = client.post(
        reverse("account_login"), {"login": "LEA@example.org", "password": PASSWORD, "next": NEXT}
    )
    assert response.url == NEXT


def test_links_between_the_pages_carry_the_way_on(client):
    page = client.get(reverse("account_login"), {"next": NEXT}).content.decode()
    assert page.count("?next=%2Faccount%2F%3Ffrom%3Denrolment") >= 2
    page = client.get(reverse("account_login"), {"next": "https://evil.example.net/"}).content.decode()
    assert 'href="https://evil' not in page


def test_a_foreign_next_is_ignored(client, settings):
    settings.LOGIN_REDIRECT_URL = "account_profile"
    an_account()
    response = client.post(
        reverse("account_login"),
        {"login": "lea@example.org", "password": PASSWORD, "next": "https://evil.example.net/"},
    )
    assert response.url == reverse("account_profile")


def test_a_wrong_code_says_so_next_to_the_field_and_five_end_it(client):
    sign_up(client)
    address = reverse("account_email_verification_sent")
    for _attempt in range(4):
        response = client.post(address, {"code": "000000" if code_in(mail.outbox[0]) != "000000" else "1"})
        assert response.status_code == 200
        assert "field-error" in response.content.decode()
    assert client.post(address, {"code": "x"}).url == reverse("account_login")


def test_a_typing_error_in_the_address_is_mended_without_losing_the_way(client):
    sign_up(client, email="wrogn@example.org")
    response = client.post(reverse("account_start_again"))
    assert response.url == f"{reverse('account_signup')}?next=%2Faccount%2F%3Ffrom%3Denrolment"


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_the_language_of_the_visitor_becomes_the_persons(client, language):
    client.cookies["django_language"] = language
    sign_up(client)
    assert User.objects.get(email="new@example.org").language == language
    words = {"fr": "Votre code", "nl": "Uw code"}[language]
    assert mail.outbox[0].subject.startswith(words)
    html = mail.outbox[0].alternatives[0][0]
    assert f'lang="{language}"' in html
    assert code_in(mail.outbox[0]) in html


def test_a_bad_form_comes_back_with_a_sentence_and_what_was_typed(client):
    response = sign_up(client, email="new@", password1="123")
    page = response.content.decode()
    assert response.status_code == 200
    assert 'value="new@"' in page
    assert page.count('aria-invalid="true"') == 2
    assert not User.objects.exists()


def test_a_dead_mail_server_is_said_in_words(client, monkeypatch):
    def dead(self, fail_silently=False):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMultiAlternatives.send", dead)
    assert sign_up(client).status_code == 302
    page = client.get(reverse("account_email_verification_sent")).content.decode()
    assert "message-problem" in page


def test_unconfirmed_accounts_are_forgotten_after_a_week(client):
    from datetime import timedelta

    from django.utils import timezone

    from accounts.domain import people

    sign_up(client)
    an_account()
    assert people.forget_unconfirmed() == 0
    User.objects.update(date_joined=timezone.now() - timedelta(days=8))
    people.forget_unconfirmed()
    assert [user.email for user in User.objects.all()] == ["lea@example.org"]
    assert people.forget_unconfirmed() == 0
