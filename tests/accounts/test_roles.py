"""Granting and ending roles: who may, to whom, and that the back office follows at once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.images.permissions import permission_policy as images
from wagtail.permissions import page_permission_policy

from accounts.domain import roles
from accounts.enums import KINDS_FOR_ROLE, MEMBERSHIP_ROLES, OrganisationKind, Role
from accounts.exceptions import Refusal
from accounts.models import Membership, User
from tests.accounts.builders import an_account, an_organisation, somebody

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", MEMBERSHIP_ROLES)
@pytest.mark.parametrize("kind", OrganisationKind)
def test_a_role_fits_the_kind_of_organisation_or_is_refused(role, kind):
    user, organisation = an_account(), an_organisation(kind)
    if kind in KINDS_FOR_ROLE[role]:
        roles.grant(user=user, organisation=organisation, role=role, by=None)
        assert user.has_role(role)
    else:
        with pytest.raises(Refusal):
            roles.grant(user=user, organisation=organisation, role=role, by=None)
        assert not Membership.objects.exists()


def test_granting_twice_is_granting_once():
    user, organisation = an_account(), an_organisation()
    first = roles.grant(user=user, organisation=organisation, role=Role.EDITOR, by=None)
    again = roles.grant(user=user, organisation=organisation, role=Role.EDITOR, by=None, manager=True)
    assert first == again
    assert again.is_manager


def test_groups_follow_the_roles():
    user = somebody(Role.COORDINATOR)
    assert [group.name for group in user.groups.all()] == ["Coordinators"]
    roles.end(membership=user.memberships.get(), by=None)
    assert not user.groups.exists()
    assert not User.objects.get(pk=user.pk).runs_the_office, "from today, not from tomorrow"


def test_ending_twice_is_ending_once_and_the_role_may_come_back():
    user, organisation = an_account(), an_organisation()
    membership = roles.grant(user=user, organisation=organisation, role=Role.EDITOR, by=None)
    ended = roles.end(membership=membership, by=None)
    assert roles.end(membership=membership, by=None).ended_on == ended.ended_on
    assert roles.grant(user=user, organisation=organisation, role=Role.EDITOR, by=None) != membership


@pytest.mark.parametrize(
    ("giver", "role", "allowed"),
    [
        (Role.ADMINISTRATOR, Role.ADMINISTRATOR, True),
        (Role.ADMINISTRATOR, Role.EDITOR, True),
        (Role.COORDINATOR, Role.TRAINER, True),
        (Role.COORDINATOR, Role.AGENCY_MEMBER, True),
        (Role.COORDINATOR, Role.COORDINATOR, False),
        (Role.COORDINATOR, Role.ADMINISTRATOR, False),
        (Role.EDITOR, Role.TRAINER, False),
        (Role.TRAINER, Role.TRAINER, False),
        (Role.LEARNER, Role.ADMINISTRATOR, False),
    ],
)
def test_who_may_give_which_role(giver, role, allowed):
    by, user = somebody(giver), an_account(email="other@example.org")
    organisation = an_organisation(next(iter(KINDS_FOR_ROLE[role])))
    if not allowed:
        with pytest.raises(Refusal):
            roles.grant(user=user, organisation=organisation, role=role, by=by)
    else:
        membership = roles.grant(user=user, organisation=organisation, role=role, by=by)
        assert roles.end(membership=membership, by=by).ended_on


def test_an_administrator_does_not_lock_the_last_door_behind_them():
    admin = somebody(Role.ADMINISTRATOR)
    with pytest.raises(Refusal):
        roles.end(membership=admin.memberships.get(), by=admin)


def test_groups_can_be_written_twice():
    roles.ensure_groups()
    roles.ensure_groups()
    editor, coordinator = somebody(Role.EDITOR), somebody(Role.COORDINATOR)
    assert editor.has_perm("wagtailadmin.access_admin")
    assert images.user_has_permission(editor, "add")
    assert page_permission_policy.user_has_permission(editor, "publish")
    assert not editor.has_perm("accounts.view_person")
    assert coordinator.has_perms(["wagtailadmin.access_admin", "accounts.view_person"])
    assert not images.user_has_permission(coordinator, "add")
    assert not page_permission_policy.user_has_any_permission(coordinator, {"add", "change", "publish"})


def test_roles_cost_the_same_for_one_and_for_many_memberships():
    def queries() -> int:
        user = User.objects.get(email="lea@example.org")
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert user.has_role(Role.AGENCY_MEMBER)
        return len(seen)

    user = an_account()
    roles.grant(
        user=user, organisation=an_organisation(OrganisationKind.AGENCY), role="AGENCY_MEMBER", by=None
    )
    one = queries()
    for _number in range(5):
        roles.grant(
            user=user, organisation=an_organisation(OrganisationKind.AGENCY), role="AGENCY_MEMBER", by=None
        )
    assert queries() == one
