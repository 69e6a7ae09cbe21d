"""The pages of one's own account, in both languages."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from accounts.enums import Role
from accounts.models import Person
from tests.accounts.builders import PASSWORD, an_account, somebody

pytestmark = pytest.mark.django_db
OPEN_PAGES = ("account_login", "account_signup", "account_reset_password", "account_inactive")
OWN_PAGES = ("account_profile", "account_logout", "account_change_password", "mfa_index")


@pytest.fixture(autouse=True)
def _fresh_limits():
    cache.clear()


@pytest.mark.parametrize("language", ["fr", "nl"])
@pytest.mark.parametrize("name", OPEN_PAGES)
def test_open_pages(client, name, language):
    client.cookies["django_language"] = language
    response = client.get(reverse(name))
    assert response.status_code == 200
    assert f'<html lang="{language}"' in response.content.decode()


@pytest.mark.parametrize("name", [*OWN_PAGES, "account_email", "agency_home"])
def test_own_pages_ask_to_sign_in_and_keep_the_way(client, name):
    assert client.get(reverse(name)).url.startswith((reverse("account_login"), "/"))


@pytest.mark.parametrize("name", OWN_PAGES)
def test_own_pages(client, name):
    client.force_login(an_account())
    assert client.get(reverse(name)).status_code == 200


def test_changing_the_address_asks_who_one_is_first(client):
    user = an_account()
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD, "next": "/account/"})
    assert client.get(reverse("account_email")).status_code == 200


def test_names_and_language_are_saved_for_the_account_and_the_file(client):
    user = an_account()
    Person.objects.create(user=user, given_name="Léa", family_name="D", birth_date="1990-01-01")
    client.force_login(user)
    response = client.post(
        reverse("account_profile"), {"first_name": "Léa", "last_name": "Delattre", "language": "nl"}
    )
    assert response.cookies["django_language"].value == "nl"
    user.refresh_from_db()
    assert (user.last_name, user.language, user.person.language) == ("Delattre", "nl", "nl")
    assert "Opgeslagen" in client.get(reverse("account_profile")).content.decode()


def test_a_language_that_does_not_exist_is_refused_in_place(client):
    user = an_account()
    client.force_login(user)
    response = client.post(reverse("account_profile"), {"first_name": "Léa", "language": "xx"})
    assert "field-error" in response.content.decode()
    user.refresh_from_db()
    assert user.language == "fr"


def test_the_language_switch_is_remembered_for_who_is_signed_in(client):
    user = an_account()
    client.force_login(user)
    client.post(reverse("set_language"), {"language": "nl", "next": "/account/"})
    user.refresh_from_db()
    assert user.language == "nl"
    client.post(reverse("set_language"), {"language": "en", "next": "/account/"})
    user.refresh_from_db()
    assert user.language == "nl"


def test_the_persons_language_drives_the_pages_from_signing_in(client):
    user = an_account(language="nl")
    client.cookies["django_language"] = "fr"
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD, "next": "/account/"})
    assert '<html lang="nl"' in client.get("/account/").content.decode()


def test_reading_the_other_tree_does_not_change_the_language_of_who_is_signed_in(client):
    client.force_login(an_account(language="nl"))
    client.cookies["django_language"] = "fr"
    assert '<html lang="nl"' in client.get("/account/").content.decode()


def test_an_agency_sees_its_own_facts_and_others_find_nothing(client):
    client.force_login(somebody(Role.AGENCY_MEMBER))
    assert "Maison AGENCY" in client.get(reverse("agency_home")).content.decode()
    client.force_login(an_account())
    assert client.get(reverse("agency_home")).status_code == 404


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.COORDINATOR, 200),
        (Role.EDITOR, 200),
        (Role.ADMINISTRATOR, 200),
        (Role.TRAINER, 403),
        (Role.LEARNER, 403),
        (Role.PRESCRIBER, 403),
        (Role.AGENCY_MEMBER, 403),
    ],
)
def test_who_enters_the_back_office(client, role, status):
    from accounts.domain.roles import ensure_groups

    ensure_groups()
    client.force_login(somebody(role))
    response = client.get("/admin/")
    assert response.status_code == status
    if status == 403:
        assert "403.html" in [template.name for template in response.templates]


def test_the_back_office_sends_strangers_to_our_sign_in(client):
    assert client.get("/admin/").url == f"{reverse('account_login')}?next=/admin/"
