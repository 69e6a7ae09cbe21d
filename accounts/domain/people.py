"""Accounts and the people behind them: open one, change its language."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import ProtectedError, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.enums import BACK_OFFICE_ROLES, Language, Role
from accounts.exceptions import Refusal
from accounts.models import Person, User
from accounts.rules import YES, Verdict

UNCONFIRMED_KEPT_FOR = timedelta(days=7)
SILENT_KEPT_FOR = timedelta(days=730)


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

    Whoever comes at the same moment with the same new address waits for the other and gets that account.
    `confirmed`: we know that the address is theirs, so signing in asks for no code. Without a password
    the person chooses one through "forgotten password".
    """
    facts = {"first_name": first_name, "last_name": last_name, "language": language}
    user, is_new = User.objects.find_or_create(email, password, **facts)
    if is_new:
        EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=confirmed)
    return user


@transaction.atomic
def change_language(*, user: User, language: str) -> None:
    """The language of pages, e-mails and documents, for the account and the file behind it."""
    user.language = Language(language).value
    user.save(update_fields=["language"])
    Person.objects.filter(user=user).update(language=user.language)


def may_change(*, account: User, by: User | None) -> Verdict:
    """The office mends accounts; those that open the back office, an administrator only (decision 0060)."""
    if by is None or by.has_role(Role.ADMINISTRATOR):
        return YES
    if not by.has_role(Role.COORDINATOR):
        return Verdict(False, _("Only the office changes accounts."))
    if account.is_superuser or not account.roles.isdisjoint(BACK_OFFICE_ROLES):
        return Verdict(False, _("Only an administrator changes an account that opens the back office."))
    return YES


@transaction.atomic
def change_account(
    *, user: User, by: User | None, first_name: str, last_name: str, language: str, is_active: bool
) -> User:
    """Mends a name or the language, closes the account or opens it again. Address and password are theirs.

    A closed account is signed out at its next page. Refuses who may not, and closing the door behind oneself.
    """
    account = User.objects.select_for_update(of=("self",), no_key=True).get(pk=user.pk)
    if not (verdict := may_change(account=account, by=by)):
        raise Refusal(verdict.reason, code="not_allowed")
    if by is not None and by.pk == account.pk and not is_active:
        raise Refusal(_("Another administrator closes your own account."), code="own_account")
    account.first_name, account.last_name, account.is_active = first_name, last_name, is_active
    account.save(update_fields=["first_name", "last_name", "is_active"])
    change_language(user=account, language=language)
    return account


def unconfirmed() -> QuerySet[User]:
    """Accounts whose address nobody confirmed within a week. Never one with a file, a role or a sign-in."""
    return User.objects.filter(
        date_joined__lt=timezone.now() - UNCONFIRMED_KEPT_FOR,
        last_login=None,
        person=None,
        memberships=None,
        is_superuser=False,
        emailaddress__verified=False,
    )


def forget_unconfirmed() -> int:
    """Deletes them, so that a typing error is not kept. Idempotent."""
    return unconfirmed().delete()[0]


def silent() -> QuerySet[User]:
    """Accounts unused for 24 months, of people without a file and without a role now or before."""
    limit = timezone.now() - SILENT_KEPT_FOR
    unused = Q(last_login__lt=limit) | Q(last_login=None, date_joined__lt=limit)
    return User.objects.filter(unused, person=None, memberships=None, is_superuser=False)


def forget_silent() -> int:
    """Deletes them, one at a time; whom a register or a certificate still names stays. Idempotent."""
    return sum(_forget_silent(pk) for pk in list(silent().order_by("pk").values_list("pk", flat=True)))


@transaction.atomic
def _forget_silent(pk: int) -> bool:
    """Locks the account, then looks again: somebody may have signed in."""
    account = User.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    if account is None or not silent().filter(pk=pk).exists():
        return False
    try:
        with transaction.atomic():
            account.delete()
    except ProtectedError:
        return False
    return True
