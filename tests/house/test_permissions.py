"""Every role at every address: the table is `permissions.txt`, and an address that it lacks fails.

`login`: sent to sign in. `office`: sent to the first page of the back office, Wagtail's way to refuse.
`→`: sent elsewhere. A stranger to a thing gets 404, whoever they are.
"""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client

from accounts.models import User
from config.demo.people import PASSWORD
from tests.house.matrix import ROLES, Address, Things, answer, every_address, way_in

TABLE = Path(__file__).with_name("permissions.txt").read_text()
REFUSALS = {"login", "office", "403", "404", "405"}


def section(title: str) -> dict[str, dict[str, str]]:
    """Address → role → answer."""
    block = re.search(rf"^{title} (.+)\n((?:\S.*\n)+)", TABLE, re.MULTILINE)
    roles = block[1].split()
    assert roles == list(ROLES)
    lines = [line.split() for line in block[2].splitlines()]
    return {name: dict(zip(roles, answers, strict=True)) for name, *answers in lines}


GET, POST, WAGTAIL = section("GET"), section("POST"), section("WAGTAIL")
OURS = [one for one in every_address() if one.is_ours]


class Tried:
    """One role at every address, each on the school as it was before."""

    def __init__(self, role: str) -> None:
        self.role, self.things = role, Things()
        client = Client()
        if email := ROLES[role]:
            client.force_login(User.objects.get(email=email))
        self.key = client.cookies.get(settings.SESSION_COOKIE_NAME)

    def answer(self, address: Address, method: str) -> str:
        visitor = Client(raise_request_exception=False)
        if self.key:
            visitor.cookies[settings.SESSION_COOKIE_NAME] = self.key.value
        with transaction.atomic():
            found = answer(visitor, method, self.things.path(address))
            transaction.set_rollback(True)
        return found

    def surprises(self, table: dict, addresses: list[Address], *, method: str) -> list[str]:
        expected = {one: table[one.name][self.role] for one in addresses if one.name in table}
        found = {one: self.answer(one, method) for one in expected}
        return [
            f"{method} {one.route} ({one.name}): {found[one]} instead of {expected[one]} for {self.role}"
            for one in expected
            if found[one] != expected[one]
        ]


@pytest.mark.parametrize("role", ROLES)
def test_every_address(demo_school, role):
    """Opened, sent to, and one address for each room of the back office that is Wagtail's own."""
    tried = Tried(role)
    surprises = tried.surprises(GET, OURS, method="GET")
    surprises += tried.surprises(POST, OURS, method="POST")
    surprises += tried.surprises(WAGTAIL, way_in(), method="GET")
    assert surprises == []


@pytest.mark.parametrize("role", ["learner", "administrator"])
def test_nothing_else_takes_what_is_sent(demo_school, role):
    tried = Tried(role)
    others = [one for one in OURS if one.name not in POST]
    accepted = [one.name for one in others if tried.answer(one, "POST") not in REFUSALS]
    assert accepted == []


def test_no_address_is_missing():
    assert {one.name for one in OURS} == set(GET)
    assert set(POST) <= set(GET)
    assert {one.name for one in way_in()} == set(WAGTAIL)


@pytest.mark.parametrize("path", ["/admin/login/", "/fr/_util/login/", "/nl/_util/login/"])
def test_there_is_one_door(demo_school, path):
    """Wagtail brings doors that know neither the second step nor the limit on attempts: they lead to ours."""
    visitor = Client()
    response = visitor.post(path, {"username": ROLES["administrator"], "password": PASSWORD})
    assert response.url.startswith("/account/login/")
    assert settings.SESSION_COOKIE_NAME not in visitor.cookies
