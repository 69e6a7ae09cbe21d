"""Real threads on one new address: one account, and the naive way shown to end in an error page."""

from datetime import date
from threading import Barrier

import pytest
from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from accounts.domain import files, people
from accounts.domain.files import Candidate, Identity
from accounts.models import Commune, Person, User
from tests.threads import together

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
THREADS = 8
ADDRESSES = ["nora@example.org", "Nora@Example.org"] * (THREADS // 2)


@pytest.fixture
def all_look_first(monkeypatch):
    """Nobody creates before everybody has looked in vain, as happens under load."""
    looked, create = Barrier(THREADS), User.objects.create_user

    def wait_then_create(*args, **fields) -> User:
        looked.wait(timeout=30)
        return create(*args, **fields)

    monkeypatch.setattr(User.objects, "create_user", wait_then_create)


def test_one_address_has_one_account(all_look_first):
    results = together(lambda email: people.open_account(email=email), ADDRESSES)
    assert results == [User.objects.get()] * THREADS
    assert EmailAddress.objects.get().user == results[0]


def test_the_naive_way_ends_in_an_error(all_look_first):
    def look_then_create(email: str) -> User:
        with transaction.atomic():
            known = User.objects.filter(email__iexact=email).first()
            return known or User.objects.create_user(email)

    results = together(look_then_create, ADDRESSES)
    assert sorted(isinstance(one, IntegrityError) for one in results) == [False] + [True] * (THREADS - 1)


def test_one_account_is_given_to_one_file():
    """Two prescribers at once with the address of an account that has no file yet."""
    people.open_account(email="nora@example.org")
    identity = Identity("Nora", "Lemaire", date(1991, 9, 4))
    commune = Commune.objects.get(code="59183")
    said = [Candidate(identity, email=email, language="fr", commune=commune) for email in ADDRESSES]
    results = together(files.open_file, said)
    assert all(isinstance(one, Person) for one in results)
    assert [one.user is not None for one in results].count(True) == 1
