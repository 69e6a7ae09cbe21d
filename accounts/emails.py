"""The mails of the account itself, a class each: allauth names them by a prefix, we write them."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.domain.invitations import LETTER
from accounts.domain.letters import Filled, Gap, Letter, Words, find, register
from accounts.models import Membership

CODE_LASTS = _("The code lasts 15 minutes.")
IGNORE = _("If you asked for nothing, you need not do anything.")
TO_WHOEVER_TYPED = _("Whoever typed this address on our site")


def address(name: str) -> str:
    return settings.SITE_URL + reverse(name)


def prefixed(prefix: str) -> type[Letter]:
    """The mail allauth calls by this prefix. A KeyError names a mail nobody has written yet."""
    return find(SAME.get(prefix, prefix))


class AccountLetter(Letter):
    """Sent at once, without the outbox: a code is waited for. `leads_to`: the page behind the button."""

    greets = False
    leads_to = ""

    @classmethod
    def fill(cls, ids: dict) -> Filled:
        return Filled(url=address(cls.leads_to) if cls.leads_to else "", code=ids.get("code", ""))


class CodeLetter(AccountLetter):
    to = TO_WHOEVER_TYPED
    why = _("You receive this message because this address was typed on our site.")
    closing = (CODE_LASTS, IGNORE)
    sample_code = "314159"


@register
class ConfirmSignUp(CodeLetter):
    kind = "account/email/email_confirmation_signup"
    name = _("Code to open an account")
    subject = _("Your code to open your account")
    heading = _("Welcome")
    body = (_("Type this code in the page where you are signing up:"),)


@register
class ConfirmAddress(CodeLetter):
    kind = "account/email/email_confirmation"
    name = _("Code to confirm an address")
    subject = _("Your code to confirm this address")
    heading = _("Is this address yours?")
    body = (_("Type this code in the page you have open:"),)


@register
class ResetPassword(CodeLetter):
    kind = "account/email/password_reset_code"
    name = _("Code for a new password")
    subject = _("Your code for a new password")
    heading = _("Choose a new password")
    body = (_("Type this code in the page you have open:"),)


@register
class AccountExists(AccountLetter):
    kind = "account/email/account_already_exists"
    name = _("The address has an account already")
    to = TO_WHOEVER_TYPED
    why = CodeLetter.why
    subject = _("You already have an account")
    body = (
        _("Somebody, probably you, wanted to sign up with this address. It already has an account."),
        _("Sign in with your password. Forgotten? Choose a new one:"),
    )
    button = _("Choose a new password")
    leads_to = "account_reset_password"
    closing = (IGNORE,)


@register
class UnknownAccount(AccountLetter):
    kind = "account/email/unknown_account"
    name = _("The address has no account")
    to = TO_WHOEVER_TYPED
    why = CodeLetter.why
    subject = _("No account with this address")
    body = (
        _("Somebody, probably you, asked for a new password with this address. It has no account here."),
        _("Perhaps you used another address. You can also open an account:"),
    )
    button = _("Create an account")
    leads_to = "account_signup"
    closing = (IGNORE,)


class NewsLetter(AccountLetter):
    """Something of the account changed: was it you?"""

    to = _("The person whose account changed")
    body = (
        _("Was it you? Then there is nothing to do."),
        _("If not, choose a new password now and write to us."),
    )
    button = _("Choose a new password")
    leads_to = "account_reset_password"


NEWS: dict[str, tuple[str, Words]] = {
    "PasswordChanged": ("account/email/password_changed", _("Your password was changed")),
    "AddressChanged": ("account/email/email_changed", _("The address of your account was changed")),
    "AddressRemoved": ("account/email/email_deleted", _("An address was removed from your account")),
    "SecondStepOn": ("mfa/email/totp_activated", _("Signing in with a second step is switched on")),
    "SecondStepOff": ("mfa/email/totp_deactivated", _("Signing in with a second step is switched off")),
    "NewRecoveryCodes": ("mfa/email/recovery_codes_generated", _("New recovery codes were made")),
}
for title, (kind, what) in NEWS.items():
    register(type(title, (NewsLetter,), {"kind": kind, "name": what, "subject": what}))

# allauth has three names for one piece of news
SAME = dict.fromkeys(
    ("account/email/password_set", "account/email/password_reset"), NEWS["PasswordChanged"][0]
)


@register
class Invitation(Letter):
    """To somebody who was given a role: what it is, and how to choose a password."""

    kind = LETTER
    name = _("Invitation")
    to = _("Somebody who was given a role")
    gaps = {
        "organisation": Gap(_("name of the organisation"), sample="Centre Vauban"),
        "role": Gap(_("the role given"), sample=_("Trainer")),
    }
    subject = _("Your access to Grenstaal")
    heading = _("You can come in")
    body = (
        _("You now have access to Grenstaal for %(organisation)s. Your role: %(role)s."),
        _("Sign in with this e-mail address. No password yet? Choose one first:"),
    )
    button = _("Choose a password")

    @classmethod
    def fill(cls, ids: dict) -> Filled:
        membership = Membership.objects.select_related("organisation").get(pk=ids["membership"])
        facts = {"organisation": membership.organisation.name, "role": membership.get_role_display()}
        return Filled(values=facts, url=address("account_reset_password"))
