"""A forgotten password, a changed one, and the limits on guessing."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from tests.accounts.builders import PASSWORD, an_account

pytestmark = pytest.mark.django_db
NEW = "paling boot vuurtoren"


@pytest.fixture(autouse=True)
def _fresh_limits():
    cache.clear()


def test_a_code_opens_a_new_password_and_leads_on(client):
    user = an_account()
    forgotten = {"email": user.email, "next": "/account/"}
    response = client.post(reverse("account_reset_password"), forgotten)
    code = re.search(r"\b(\d{6})\b", mail.outbox[0].body).group(1)
    response = client.post(response.url, {"code": code, "next": "/account/"})
    response = client.post(response.url, {"password1": NEW, "password2": NEW, "next": "/account/"})
    assert response.url == "/account/"
    assert client.get("/account/").status_code == 200
    user.refresh_from_db()
    assert user.check_password(NEW)
    assert re.search(r"\d{6}", mail.outbox[1].body) is None, "the notice of a change carries no code"


def test_changing_needs_the_present_one(client):
    client.force_login(an_account())
    fields = {"oldpassword": "wrong", "password1": NEW, "password2": NEW}
    page = client.post(reverse("account_change_password"), fields).content.decode()
    assert "Ce n’est pas votre mot de passe actuel." in page
    response = client.post(reverse("account_change_password"), fields | {"oldpassword": PASSWORD})
    assert response.url == reverse("account_profile")
    assert len(mail.outbox) == 1


def test_guessing_is_slowed_down(client):
    an_account()
    guess = {"login": "lea@example.org", "password": "a guess"}
    for _attempt in range(5):
        client.post(reverse("account_login"), guess)
    page = client.post(reverse("account_login"), guess | {"password": PASSWORD}).content.decode()
    assert "cinq minutes" in page


def test_a_flood_of_sign_ups_gets_a_polite_429(client):
    for _attempt in range(20):
        client.post(reverse("account_signup"), {"email": "not an address"})
    response = client.post(reverse("account_signup"), {"email": "not an address"})
    assert response.status_code == 429
    assert "429.html" in [template.name for template in response.templates]
