"""Nobody learns from us who has an account: a known and an unknown address get the same answer."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.accounts.builders import PASSWORD, an_account

pytestmark = pytest.mark.django_db
KNOWN, UNKNOWN = "lea@example.org", "nobody@example.org"


@pytest.fixture(autouse=True)
def _somebody_known():
    cache.clear()
    an_account(email=KNOWN)


def anonymous(response, email: str) -> tuple:
    """A response without what differs by nature: the address itself and the CSRF token."""
    body = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())
    cookies = sorted((name, morsel["max-age"]) for name, morsel in response.cookies.items())
    return response.status_code, response.get("Location"), body.replace(email, "ADDRESS"), cookies


def walk(steps, email: str) -> list[tuple]:
    client = Client()
    return [anonymous(step(client, email), email) for step in steps]


SIGN_UP = (
    lambda client, email: client.post(
        reverse("account_signup"), {"email": email, "password1": PASSWORD, "next": "/account/"}
    ),
    lambda client, email: client.get(reverse("account_email_verification_sent")),
    lambda client, email: client.post(reverse("account_email_verification_sent"), {"code": "wrong"}),
    lambda client, email: client.post(reverse("account_email_verification_sent"), {"action": "change"}),
    lambda client, email: client.post(reverse("account_start_again")),
)
FORGOTTEN = (
    lambda client, email: client.post(reverse("account_reset_password"), {"email": email}),
    lambda client, email: client.get(reverse("account_confirm_password_reset_code")),
    lambda client, email: client.post(reverse("account_confirm_password_reset_code"), {"code": "wrong"}),
    lambda client, email: client.get(reverse("account_complete_password_reset")),
)
SIGN_IN = (
    lambda client, email: client.post(reverse("account_login"), {"login": email, "password": "not this one"}),
)


@pytest.mark.parametrize("steps", [SIGN_UP, FORGOTTEN, SIGN_IN], ids=["sign up", "forgotten", "sign in"])
def test_the_same_answers(steps):
    assert walk(steps, KNOWN) == walk(steps, UNKNOWN)


def test_both_get_a_mail_and_only_the_owner_learns_more():
    for email in (KNOWN, UNKNOWN):
        walk(FORGOTTEN[:1], email)
        walk(SIGN_UP[:1], email)
    assert [message.to for message in mail.outbox] == [[KNOWN], [KNOWN], [UNKNOWN], [UNKNOWN]]
    codes = [bool(re.search(r"\b\d{6}\b", message.body)) for message in mail.outbox]
    assert codes == [True, False, False, True]


def test_a_new_address_that_belongs_to_somebody_is_not_told(client):
    client.force_login(an_account(email="marc@example.org"))
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD, "next": "/account/"})
    response = client.post(reverse("account_email"), {"email": KNOWN, "action_add": "1"})
    assert response.url == reverse("account_email_verification_sent")
