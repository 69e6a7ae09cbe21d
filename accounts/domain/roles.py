"""Who acts for whom: grant and end a role, and keep the groups of the back office in step with it."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.enums import BACK_OFFICE_ROLES, KINDS_FOR_ROLE, Role
from accounts.exceptions import Refusal
from accounts.models import Membership, Organisation, User
from accounts.rules import YES, Verdict

ENDED_KEPT_FOR = timedelta(days=5 * 365 + 1)
GROUP_FOR_ROLE = {
    Role.COORDINATOR: "Coordinators",
    Role.EDITOR: "Editors",
    Role.ADMINISTRATOR: "Administrators",
}


def may_grant(*, by: User | None, organisation: Organisation, role: str) -> Verdict:
    """The system and administrators give every role; coordinators those without keys to the back office.

    Who manages an organisation's accounts gives the role they hold there themselves.
    """
    if by is None or by.has_role(Role.ADMINISTRATOR):
        return YES
    if not by.has_role(Role.COORDINATOR):
        if role not in BACK_OFFICE_ROLES and manages(by, organisation, role):
            return YES
        return Verdict(False, _("Only the office gives and ends roles."))
    if role in BACK_OFFICE_ROLES:
        return Verdict(False, _("Only an administrator gives or ends a role that opens the back office."))
    return YES


def manages(user: User, organisation: Organisation, role: str) -> bool:
    held = user.memberships.active().filter(organisation=organisation, role=role, is_manager=True)
    return user.is_active and held.exists()


@transaction.atomic
def grant(
    *, user: User, organisation: Organisation, role: str, by: User | None, manager: bool = False
) -> Membership:
    """Lets `user` act for `organisation` from today. Idempotent: a role that is held is returned.

    Refuses a role this kind of organisation does not have, and a giver who may not give it.
    """
    if organisation.kind not in KINDS_FOR_ROLE.get(Role(role), ()):
        raise Refusal(_("This kind of organisation does not have this role."), code="kind")
    if not (verdict := may_grant(by=by, organisation=organisation, role=role)):
        raise Refusal(verdict.reason, code="not_allowed")
    if manager and by is not None and not by.runs_the_office:
        raise Refusal(_("Only the office names who may invite colleagues."), code="not_allowed")
    membership, created = Membership.objects.get_or_create(
        user=user, organisation=organisation, role=role, ended_on=None, defaults={"is_manager": manager}
    )
    if manager and not created and not membership.is_manager:
        membership.is_manager = True
        membership.save(update_fields=["is_manager"])
    keep_groups(user)
    return membership


@transaction.atomic
def end(*, membership: Membership, by: User | None) -> Membership:
    """Closes a role at once: from today it opens nothing. Idempotent; the line stays for the audit.

    Refuses somebody who may not, and an administrator who would lock the last door behind them.
    """
    membership = Membership.objects.select_for_update(of=("self",)).get(pk=membership.pk)
    if membership.ended_on is not None:
        return membership
    if not (verdict := may_grant(by=by, organisation=membership.organisation, role=membership.role)):
        raise Refusal(verdict.reason, code="not_allowed")
    if by is not None and by.pk == membership.user_id and membership.role == Role.ADMINISTRATOR:
        raise Refusal(_("Another administrator ends your own role."), code="own_role")
    membership.ended_on = timezone.localdate()
    membership.save(update_fields=["ended_on"])
    keep_groups(membership.user)
    return membership


def over_their_time() -> QuerySet[Membership]:
    """Roles that ended more than five years ago: so long it can be said who had access to what."""
    return Membership.objects.filter(ended_on__lt=timezone.localdate() - ENDED_KEPT_FOR)


def forget_ended() -> int:
    """Deletes them. Idempotent; returns how many."""
    return over_their_time().delete()[0]


def keep_groups(user: User) -> None:
    """Puts the account in the groups of the roles it holds today, and in no other of ours."""
    user.__dict__.pop("roles", None)
    held = set(user.memberships.active().values_list("role", flat=True))
    names = {name for role, name in GROUP_FOR_ROLE.items() if role in held}
    ours = Group.objects.filter(name__in=GROUP_FOR_ROLE.values())
    user.groups.remove(*ours.exclude(name__in=names))
    user.groups.add(*[Group.objects.get_or_create(name=name)[0] for name in names])


def ensure_groups() -> None:
    """Writes the three groups and what they may do in Wagtail. Idempotent, called at each installation."""
    from accounts.domain import back_office

    for name in GROUP_FOR_ROLE.values():
        group, _created = Group.objects.get_or_create(name=name)
        back_office.set_permissions(group)
