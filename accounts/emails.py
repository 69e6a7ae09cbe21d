"""The mails of the account itself, one builder each: allauth names them, we write them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from accounts.domain.invitations import LETTER
from accounts.domain.messages import Letter, letter
from accounts.models import Membership

Words = str | Promise


@dataclass(frozen=True)
class AccountMail:
    """Subject without personal data, a heading, sentences, then a code or a button."""

    subject: Words
    heading: Words
    sentences: tuple[Words, ...]
    code: str = ""
    button: Words = ""
    url: str = ""
    after: tuple[Words, ...] = ()
    why: Words = ""


Builder = Callable[[dict], AccountMail]
_builders: dict[str, Builder] = {}


def account_mail(*prefixes: str) -> Callable[[Builder], Builder]:
    def register(builder: Builder) -> Builder:
        _builders.update(dict.fromkeys(prefixes, builder))
        return builder

    return register


def build(prefix: str, context: dict) -> AccountMail:
    """The mail allauth calls by this prefix. A KeyError names a mail nobody has written yet."""
    return _builders[prefix](context)


def address(name: str) -> str:
    return settings.SITE_URL + reverse(name)


@account_mail("account/email/email_confirmation_signup")
def confirm_sign_up(context: dict) -> AccountMail:
    return AccountMail(
        subject=_("Your code to open your account"),
        heading=_("Welcome"),
        sentences=(_("Type this code in the page where you are signing up:"),),
        code=context["code"],
        after=(_("The code lasts 15 minutes."), _ignore()),
        why=_why_asked(),
    )


@account_mail("account/email/email_confirmation")
def confirm_address(context: dict) -> AccountMail:
    return AccountMail(
        subject=_("Your code to confirm this address"),
        heading=_("Is this address yours?"),
        sentences=(_("Type this code in the page you have open:"),),
        code=context["code"],
        after=(_("The code lasts 15 minutes."), _ignore()),
        why=_why_asked(),
    )


@account_mail("account/email/account_already_exists")
def account_exists(context: dict) -> AccountMail:
    return AccountMail(
        subject=_("You already have an account"),
        heading=_("You already have an account"),
        sentences=(
            _("Somebody, probably you, wanted to sign up with this address. It already has an account."),
            _("Sign in with your password. Forgotten? Choose a new one:"),
        ),
        button=_("Choose a new password"),
        url=address("account_reset_password"),
        after=(_ignore(),),
        why=_why_asked(),
    )


@account_mail("account/email/unknown_account")
def unknown_account(context: dict) -> AccountMail:
    return AccountMail(
        subject=_("No account with this address"),
        heading=_("No account with this address"),
        sentences=(
            _("Somebody, probably you, asked for a new password with this address. It has no account here."),
            _("Perhaps you used another address. You can also open an account:"),
        ),
        button=_("Create an account"),
        url=address("account_signup"),
        after=(_ignore(),),
        why=_why_asked(),
    )


@account_mail("account/email/password_reset_code")
def reset_password(context: dict) -> AccountMail:
    return AccountMail(
        subject=_("Your code for a new password"),
        heading=_("Choose a new password"),
        sentences=(_("Type this code in the page you have open:"),),
        code=context["code"],
        after=(_("The code lasts 15 minutes."), _ignore()),
        why=_why_asked(),
    )


@account_mail("account/email/password_changed", "account/email/password_set", "account/email/password_reset")
def password_changed(context: dict) -> AccountMail:
    return _news(_("Your password was changed"))


@account_mail("account/email/email_changed")
def address_changed(context: dict) -> AccountMail:
    return _news(_("The address of your account was changed"))


@account_mail("account/email/email_deleted")
def address_removed(context: dict) -> AccountMail:
    return _news(_("An address was removed from your account"))


@account_mail("mfa/email/totp_activated")
def second_step_on(context: dict) -> AccountMail:
    return _news(_("Signing in with a second step is switched on"))


@account_mail("mfa/email/totp_deactivated")
def second_step_off(context: dict) -> AccountMail:
    return _news(_("Signing in with a second step is switched off"))


@account_mail("mfa/email/recovery_codes_generated")
def new_recovery_codes(context: dict) -> AccountMail:
    return _news(_("New recovery codes were made"))


def _news(what: str) -> AccountMail:
    return AccountMail(
        subject=what,
        heading=what,
        sentences=(
            _("Was it you? Then there is nothing to do."),
            _("If not, choose a new password now and write to us."),
        ),
        button=_("Choose a new password"),
        url=address("account_reset_password"),
    )


def _ignore() -> str:
    return _("If you asked for nothing, you need not do anything.")


def _why_asked() -> str:
    return _("You receive this message because this address was typed on our site.")


@letter(LETTER)
def invitation(ids: dict) -> Letter:
    """To somebody who was given a role: what it is, and how to choose a password."""
    membership = Membership.objects.select_related("organisation", "user").get(pk=ids["membership"])
    facts = {"organisation": membership.organisation.name, "role": membership.get_role_display()}
    mail = AccountMail(
        subject=_("Your access to Grenstaal"),
        heading=_("You can come in"),
        sentences=(
            _("You now have access to Grenstaal for %(organisation)s. Your role: %(role)s.") % facts,
            _("Sign in with this e-mail address. No password yet? Choose one first:"),
        ),
        button=_("Choose a password"),
        url=address("account_reset_password"),
    )
    return Letter(subject=mail.subject, context={"mail": mail}, template="accounts/emails/account")
