"""What is kept no longer on this floor: accounts of nobody, roles of long ago, sign-ins that ran out."""

from datetime import timedelta
from unittest import mock

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts import tasks
from accounts.domain import people, roles
from accounts.enums import Role
from accounts.models import Membership, Person, User
from tests.accounts.builders import an_account, somebody

pytestmark = pytest.mark.django_db


def after(days: int):
    return mock.patch("django.utils.timezone.now", return_value=timezone.now() + timedelta(days=days))


def test_an_account_without_file_or_role_goes_when_it_was_not_used_for_24_months():
    account = an_account()
    with after(729):
        tasks.forget()
        assert User.objects.filter(pk=account.pk).exists()
    with after(731):
        assert (people.forget_silent(), people.forget_silent()) == (1, 0)
    assert not User.objects.filter(pk=account.pk).exists()


def test_signing_in_keeps_it():
    account = an_account()
    with after(700):
        User.objects.filter(pk=account.pk).update(last_login=timezone.now())
    with after(731):
        assert people.forget_silent() == 0


def with_a_file() -> User:
    account = an_account(email="file@example.org")
    facts = {"given_name": "Léa", "family_name": "Duquesne", "birth_date": "1990-04-02"}
    Person.objects.create(user=account, **facts)
    return account


def with_a_role_that_ended() -> User:
    account = somebody(Role.TRAINER)
    roles.end(membership=account.memberships.get(), by=None)
    return account


def who_runs_the_machine() -> User:
    return User.objects.create_superuser("root@example.org", "x")


@pytest.mark.parametrize("kept", [with_a_file, with_a_role_that_ended, who_runs_the_machine])
def test_who_has_or_had_something_here_stays(kept):
    account = kept()
    with after(731):
        people.forget_silent()
    assert User.objects.filter(pk=account.pk).exists()


def test_whoever_signs_in_behind_the_back_of_the_job_stays(monkeypatch):
    account = an_account()
    due = people.silent

    def due_until_the_sign_in():
        found = list(due().values_list("pk", flat=True))
        User.objects.filter(pk=account.pk).update(last_login=timezone.now())
        monkeypatch.setattr(people, "silent", due)
        return User.objects.filter(pk__in=found)

    monkeypatch.setattr(people, "silent", due_until_the_sign_in)
    with after(731):
        assert people.forget_silent() == 0
    assert User.objects.filter(pk=account.pk).exists()


def test_a_role_is_remembered_for_five_years_after_its_end():
    ended, held = somebody(Role.TRAINER), somebody(Role.EDITOR)
    roles.end(membership=ended.memberships.get(), by=None)
    with after(5 * 365):
        assert roles.forget_ended() == 0
    with after(5 * 365 + 2):
        assert (roles.forget_ended(), roles.forget_ended()) == (1, 0)
    assert [one.user for one in Membership.objects.all()] == [held]


def test_sign_ins_that_ran_out_go_and_others_stay():
    old, new = SessionStore(), SessionStore()
    old.set_expiry(timedelta(days=-1))
    old.create(), new.create()
    tasks.forget()
    assert [one.session_key for one in Session.objects.order_by("pk")] == [new.session_key]
