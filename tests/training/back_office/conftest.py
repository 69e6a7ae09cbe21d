import pytest
from django.core.cache import cache

from accounts.domain.roles import ensure_groups
from accounts.enums import OrganisationKind, Role
from tests.training.enrolment.builders import TODAY
from tests.training.planning.builders import a_coordinator, an_account, at

HOMES = {
    Role.TRAINER: OrganisationKind.PROVIDER,
    Role.PRESCRIBER: OrganisationKind.PRESCRIBER,
    Role.AGENCY_MEMBER: OrganisationKind.AGENCY,
    Role.EDITOR: OrganisationKind.OPERATOR,
    Role.COORDINATOR: OrganisationKind.OPERATOR,
    Role.ADMINISTRATOR: OrganisationKind.OPERATOR,
}


@pytest.fixture(autouse=True)
def _one_december():
    cache.clear()
    with at(TODAY):
        yield


@pytest.fixture
def groups(db):
    ensure_groups()


@pytest.fixture
def coordinator(groups):
    return a_coordinator()


@pytest.fixture
def office(client, coordinator):
    """A browser in which a coordinator is signed in."""
    client.force_login(coordinator)
    return client


@pytest.fixture
def browser_of(client, groups):
    def sign_in(role: str):
        home = {"role": role, "kind": HOMES[role]} if role in HOMES else {}
        client.force_login(an_account(**home))
        return client

    return sign_in
