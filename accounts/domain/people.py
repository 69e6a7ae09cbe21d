"""Accounts and the people behind them: open one, change its language."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from accounts.enums import Language
from accounts.models import Person, User

UNCONFIRMED_KEPT_FOR = timedelta(days=7)


@transaction.atomic
def open_account(
    *,
    email: str,
    password: str | None = None,
    first_name: str = "",
    last_name: str = "",
    language: str = Language.FRENCH,
    confirmed: bool = False,
) -> User:
    """Opens an account, or returns the one this address has (idempotent: nothing of it is changed).

    `confirmed`: we know that the address is theirs, so signing in asks for no code. Without a password
    the person chooses one through "forgotten password".
    """
    if known := User.objects.filter(email__iexact=email).first():
        return known
    user = User.objects.create_user(
        email, password, first_name=first_name, last_name=last_name, language=language
    )
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=confirmed)
    return user


@transaction.atomic
def change_language(*, user: User, language: str) -> None:
    """The language of pages, e-mails and documents, for the account and the file behind it."""
    user.language = Language(language).value
    user.save(update_fields=["language"])
    Person.objects.filter(user=user).update(language=user.language)


def forget_unconfirmed() -> int:
    """Deletes accounts whose address nobody confirmed within a week, so that a typing error is not kept.

    Idempotent. An account with a file, a role or a first sign-in is never touched.
    """
    forgotten = User.objects.filter(
        date_joined__lt=timezone.now() - UNCONFIRMED_KEPT_FOR,
        last_login=None,
        person=None,
        memberships=None,
        is_superuser=False,
        emailaddress__verified=False,
    )
    return forgotten.delete()[0]
