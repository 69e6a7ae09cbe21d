"""Accounts in the back office: letting somebody in, giving and ending roles, the office's own limits."""

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from accounts.domain.roles import ensure_groups
from accounts.enums import OrganisationKind, Role
from accounts.models import Commune, Message, Organisation, Person, User
from tests.accounts.builders import PASSWORD, an_account, an_organisation, somebody

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
    assert "Seule l’administration donne" in response.content.decode()
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


def a_file(**fields) -> Person:
    names = {"given_name": "Léa", "family_name": "Delattre", "birth_date": "1990-01-01"}
    return Person.objects.create(**names | fields)


def moved_to(office, person: Person, place: str, **more):
    fields = {"given_name": "Léa", "family_name": "Delattre", "birth_date": "1990-01-01", "language": "fr"}
    response = office.post(reverse("people_office:edit", args=[person.pk]), fields | {"place": place} | more)
    person.refresh_from_db()
    return response


def test_the_commune_is_found_by_name_or_postcode(office):
    person = a_file()
    assert 'name="place"' in office.get(reverse("people_office:edit", args=[person.pk])).content.decode()
    assert moved_to(office, person, "dunkerque").status_code == 302
    assert person.commune.code == "59183"
    assert "Dunkerque (" in office.get(reverse("people_office:edit", args=[person.pk])).content.decode()
    assert moved_to(office, person, "").status_code == 302
    assert person.commune is None


def test_several_communes_are_asked_about_and_nothing_typed_is_lost(office):
    person = a_file()
    page = moved_to(office, person, "59380").content.decode()
    assert 'type="radio" name="commune"' in page
    assert 'value="59380"' in page
    assert person.commune is None
    assert moved_to(office, person, "59380", commune="59067").status_code == 302
    assert person.commune.name == "Bergues"


def test_a_commune_that_does_not_exist_is_said_at_its_field(office):
    person = a_file(commune=Commune.objects.get(code="59183"))
    assert "place" in moved_to(office, person, "Atlantis").context["form"].errors
    assert person.commune.code == "59183"


def changed(office, user: User, **fields):
    names = {"first_name": "Nouveau", "last_name": "Nom", "language": "nl"}
    response = office.post(reverse("accounts_office:edit", args=[user.pk]), names | fields, follow=True)
    user.refresh_from_db()
    return response


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.EDITOR])
def test_a_coordinator_does_not_touch_who_holds_keys(office, role):
    keyholder = somebody(role)
    page = reverse("accounts_office:inspect", args=[keyholder.pk])
    assert reverse("accounts_office:edit", args=[keyholder.pk]) not in office.get(page).content.decode()
    response = changed(office, keyholder)
    assert response.redirect_chain[0][0] == page
    assert "Seul un administrateur" in response.content.decode()
    assert (keyholder.first_name, keyholder.is_active) == ("", True)


def test_a_coordinator_closes_and_opens_the_account_of_a_trainer(office):
    trainer = somebody(Role.TRAINER)
    changed(office, trainer)
    assert (trainer.first_name, trainer.language, trainer.is_active) == ("Nouveau", "nl", False)
    changed(office, trainer, is_active="on")
    assert trainer.is_active


def test_a_closed_account_is_signed_out_at_its_next_page(office, client):
    trainer, browser = somebody(Role.TRAINER), type(client)()
    browser.force_login(trainer)
    assert browser.get(reverse("account_profile")).status_code == 200
    changed(office, trainer)
    assert browser.get(reverse("account_profile")).url.startswith(reverse("account_login"))


def test_an_administrator_closes_another_but_never_herself(client):
    ensure_groups()
    own, other = somebody(Role.ADMINISTRATOR), somebody(Role.COORDINATOR)
    client.force_login(own)
    changed(client, other)
    assert not other.is_active
    assert changed(client, own).context["form"].non_field_errors()
    assert own.is_active


ROUND_THE_VERBS = [
    "users/",
    "users/add/",
    "users/edit/{pk}/",
    "groups/",
    "groups/new/",
    "bulk/accounts/user/assign_role/",
]


@pytest.mark.parametrize("path", ROUND_THE_VERBS)
@pytest.mark.parametrize("superuser", [False, True])
def test_wagtails_own_doors_to_accounts_lead_to_our_list(client, path, superuser):
    ensure_groups()
    administrator = somebody(Role.ADMINISTRATOR)
    User.objects.filter(pk=administrator.pk).update(is_superuser=superuser)
    client.force_login(administrator)
    address = f"/admin/{path.format(pk=administrator.pk)}"
    for response in (client.get(address), client.post(address, {"groups": "1", "is_superuser": "on"})):
        assert response.url == reverse("accounts_office:index")


def test_address_and_password_are_changed_at_one_door_only(office):
    page = office.get(reverse("wagtailadmin_account")).content.decode()
    assert 'type="password"' not in page
    assert 'name="name_email-email"' not in page
    assert office.get("/admin/password_reset/").status_code == 404
    fields = {
        "password-old_password": PASSWORD,
        "password-new_password1": "x" * 12,
        "password-new_password2": "x" * 12,
    }
    office.post(reverse("wagtailadmin_account"), fields)
    assert User.objects.get(email="coordinator@example.org").check_password(PASSWORD)
