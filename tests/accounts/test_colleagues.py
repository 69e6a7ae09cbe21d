"""Who manages an organisation's access invites colleagues to it, and to nothing else."""

import pytest
from django.core import mail
from django.urls import reverse

from accounts.domain import roles
from accounts.enums import OrganisationKind, Role
from accounts.models import Membership, User
from tests.accounts.builders import an_account, an_organisation

pytestmark = pytest.mark.django_db
ELS = {"email": "els@example.org", "first_name": "Els", "last_name": "Maertens", "language": "nl"}


@pytest.fixture
def agency():
    return an_organisation(OrganisationKind.AGENCY)


@pytest.fixture
def own(client, agency):
    manager = an_account(email="manager@example.org")
    client.force_login(manager)
    return roles.grant(user=manager, organisation=agency, role=Role.AGENCY_MEMBER, by=None, manager=True)


def test_a_colleague_gets_the_same_role_here_and_a_letter(client, own, agency):
    page = reverse("colleagues", args=[own.pk])
    assert client.post(page, ELS).url == page
    colleague = Membership.objects.get(user__email="els@example.org")
    assert (colleague.organisation, colleague.role, colleague.is_manager) == (agency, own.role, False)
    assert mail.outbox[0].to == ["els@example.org"]
    assert "Maertens" in client.get(page).content.decode()


def test_inviting_twice_writes_once(client, own):
    for _time in range(2):
        client.post(reverse("colleagues", args=[own.pk]), ELS)
    assert len(mail.outbox) == 1


def test_an_access_is_ended_but_not_ones_own(client, own):
    client.post(reverse("colleagues", args=[own.pk]), ELS)
    theirs = Membership.objects.get(user__email="els@example.org")
    client.post(reverse("colleague_end", args=[own.pk, theirs.pk]))
    assert not User.objects.get(email="els@example.org").has_role(Role.AGENCY_MEMBER)
    assert client.post(reverse("colleague_end", args=[own.pk, own.pk])).status_code == 404


def test_somebody_elses_organisation_does_not_exist(client, own):
    other = roles.grant(
        user=an_account(email="rival@example.org"),
        organisation=an_organisation(OrganisationKind.AGENCY),
        role=Role.AGENCY_MEMBER,
        by=None,
        manager=True,
    )
    assert client.get(reverse("colleagues", args=[other.pk])).status_code == 404
    assert client.post(reverse("colleague_end", args=[own.pk, other.pk])).status_code == 404


def test_without_the_key_the_page_does_not_exist(client, own):
    Membership.objects.update(is_manager=False)
    assert client.get(reverse("colleagues", args=[own.pk])).status_code == 404


def test_a_wrong_address_comes_back_next_to_its_field(client, own):
    response = client.post(reverse("colleagues", args=[own.pk]), ELS | {"email": "els"})
    assert response.context["form"].errors["email"]
    assert 'value="Maertens"' in response.content.decode()
