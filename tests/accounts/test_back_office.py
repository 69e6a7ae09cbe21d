"""Accounts in the back office: letting somebody in, giving and ending roles, the office's own limits."""

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from accounts.domain.roles import ensure_groups
from accounts.enums import OrganisationKind, Role
from accounts.models import Commune, Message, Organisation, Person, User
from tests.accounts.builders import an_account, an_organisation, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_limits():
    cache.clear()


@pytest.fixture
def office(client):
    ensure_groups()
    client.force_login(somebody(Role.COORDINATOR))
    return client


def an_invitation(**fields) -> dict:
    provider = an_organisation(OrganisationKind.PROVIDER)
    names = {"email": "Piet@example.org", "first_name": "Piet", "last_name": "Maes", "language": "nl"}
    return names | {"organisation": provider.pk, "role": Role.TRAINER} | fields


def test_an_invitation_opens_the_account_gives_the_role_and_writes(office):
    response = office.post(reverse("accounts_office:add"), an_invitation())
    user = User.objects.get(email="piet@example.org")
    assert response.url == reverse("accounts_office:inspect", args=[user.pk])
    assert user.has_role(Role.TRAINER)
    assert not user.has_usable_password()
    assert mail.outbox[0].to == ["piet@example.org"]
    assert mail.outbox[0].subject == "Uw toegang tot Grenstaal"
    assert "/account/password/forgotten/" in mail.outbox[0].body


def test_who_has_an_account_gets_the_role_and_keeps_the_name(office):
    an_account(email="piet@example.org", first_name="Pieter")
    office.post(reverse("accounts_office:add"), an_invitation())
    user = User.objects.get(email="piet@example.org")
    assert (user.first_name, user.has_role(Role.TRAINER)) == ("Pieter", True)


@pytest.mark.parametrize(
    "fields", [{"role": Role.AGENCY_MEMBER}, {"role": Role.ADMINISTRATOR}, {"email": "not an address"}]
)
def test_what_may_not_be_comes_back_with_a_sentence_and_nothing_written(office, fields):
    if fields.get("role") == Role.ADMINISTRATOR:
        fields["organisation"] = an_organisation().pk
    response = office.post(reverse("accounts_office:add"), an_invitation(**fields))
    assert response.context["form"].errors
    assert 'value="Maes"' in response.content.decode()
    assert not User.objects.filter(last_name="Maes").exists()
    assert not Message.objects.exists()


def test_roles_are_given_and_ended_on_the_page_of_the_account(office):
    user, agency = an_account(), an_organisation(OrganisationKind.AGENCY)
    page = reverse("accounts_office:inspect", args=[user.pk])
    grant = reverse("accounts_office:grant", args=[user.pk])
    assert office.post(grant, {"organisation": agency.pk, "role": Role.AGENCY_MEMBER}).url == page
    membership = user.memberships.get()
    assert agency.name in office.get(page).content.decode()
    office.post(reverse("accounts_office:end", args=[membership.pk]))
    membership.refresh_from_db()
    assert membership.ended_on


def test_a_coordinator_makes_nobody_an_administrator(office):
    user = an_account()
    fields = {"organisation": Organisation.objects.get().pk, "role": Role.ADMINISTRATOR}
    response = office.post(reverse("accounts_office:grant", args=[user.pk]), fields, follow=True)
    assert "administrateur" in response.content.decode()
    assert not user.memberships.exists()


@pytest.mark.parametrize("role", [Role.EDITOR, Role.AGENCY_MEMBER, Role.LEARNER])
def test_only_the_office_gives_roles(client, role):
    ensure_groups()
    user, agency = an_account(), an_organisation(OrganisationKind.AGENCY)
    client.force_login(somebody(role))
    fields = {"organisation": agency.pk, "role": Role.AGENCY_MEMBER}
    assert client.post(reverse("accounts_office:grant", args=[user.pk]), fields).status_code in (302, 403)
    assert not user.memberships.exists()


def test_an_organisation_with_wrong_numbers_comes_back(office):
    fields = {"kind": "AGENCY", "name_fr": "Agence", "name_nl": "Kantoor", "country": "BE"}
    wrong = {"siret": "12345678901234", "enterprise_number": "0000000001", "activity_number": "1"}
    response = office.post(reverse("organisations_office:add"), fields | wrong)
    assert set(response.context["form"].errors) == set(wrong)
    assert not Organisation.objects.filter(name_fr="Agence").exists()
    good = {"siret": "73282932000074", "enterprise_number": "0202239951", "activity_number": "32590000059"}
    office.post(reverse("organisations_office:add"), fields | good)
    assert Organisation.objects.filter(name_fr="Agence").exists()


def test_a_file_is_mended_by_the_rules(office):
    commune = Commune.objects.filter(code="59183").first()
    person = Person.objects.create(
        given_name="Léa", family_name="Delattre", birth_date="1990-01-01", commune=commune
    )
    fields = {"given_name": "Léa", "family_name": "Delattre", "birth_date": "1990-01-01", "language": "fr"}
    address = reverse("people_office:edit", args=[person.pk])
    both = {"france_travail_identifier": "1234567a", "france_travail_missing": "FORGOTTEN"}
    assert office.post(address, fields | both).context["form"].errors
    wrong = {"france_travail_identifier": "0000000"}
    assert "france_travail_identifier" in office.post(address, fields | wrong).context["form"].errors
    office.post(address, fields | {"france_travail_identifier": "123 4567 a"})
    person.refresh_from_db()
    assert person.france_travail_identifier == "1234567A"
