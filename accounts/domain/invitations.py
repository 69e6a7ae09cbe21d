"""Letting somebody in: an account, a role and a letter that says how to choose a password."""

from django.db import transaction

from accounts.domain import messages, people, roles
from accounts.enums import Language
from accounts.models import Membership, Organisation, User

LETTER = "accounts/emails/invitation"


@transaction.atomic
def invite(
    *,
    email: str,
    organisation: Organisation,
    role: str,
    by: User | None,
    first_name: str = "",
    last_name: str = "",
    language: str = Language.FRENCH,
    manager: bool = False,
) -> Membership:
    """Opens the account if there is none, gives the role and writes to the person, once for each role given.

    Idempotent. Refuses what `roles.grant` refuses; then no account is opened either. An account that was
    there keeps its names and its language.
    """
    user = people.open_account(email=email, first_name=first_name, last_name=last_name, language=language)
    membership = roles.grant(user=user, organisation=organisation, role=role, by=by, manager=manager)
    messages.queue(
        recipient=user,
        template=LETTER,
        ids={"membership": membership.pk},
        dedupe_key=f"invitation-{membership.pk}",
    )
    return membership
