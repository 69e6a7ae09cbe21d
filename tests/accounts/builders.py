"""What the tests of this floor stand on. Built through the same verbs as the product."""

from accounts.domain import people, roles
from accounts.enums import Country, OrganisationKind, Role
from accounts.models import Organisation, User

PASSWORD = "zeehond schip duin"


def an_account(email: str = "lea@example.org", **fields) -> User:
    return people.open_account(email=email, password=PASSWORD, confirmed=True, **fields)


def an_organisation(kind: str = OrganisationKind.OPERATOR, **fields) -> Organisation:
    country = Country.BELGIUM if kind == OrganisationKind.AGENCY else Country.FRANCE
    name = f"{kind} {Organisation.objects.count() + 1}"
    defaults = {"name_fr": f"Maison {name}", "name_nl": f"Huis {name}", "country": country}
    return Organisation.objects.create(kind=kind, **defaults | fields)


HOME_OF = {
    Role.TRAINER: OrganisationKind.PROVIDER,
    Role.COORDINATOR: OrganisationKind.OPERATOR,
    Role.PRESCRIBER: OrganisationKind.PRESCRIBER,
    Role.AGENCY_MEMBER: OrganisationKind.AGENCY,
    Role.EDITOR: OrganisationKind.OPERATOR,
    Role.ADMINISTRATOR: OrganisationKind.OPERATOR,
}


def somebody(role: str, **fields) -> User:
    """An account that holds the role; a learner is an account without a membership."""
    user = an_account(email=f"{role.lower()}@example.org", **fields)
    if role != Role.LEARNER:
        roles.grant(user=user, organisation=an_organisation(HOME_OF[role]), role=role, by=None)
    return user
