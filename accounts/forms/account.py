"""The forms of signing up, in and out: allauth's, with our labels and without placeholders."""

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django.utils.translation import gettext_lazy as _

EMAIL = _("E-mail address")
PASSWORD = _("Password")
NEW_PASSWORD = _("New password")
NEW_PASSWORD_HELP = _("At least 10 characters. Three words in a row are easy to remember and hard to guess.")
CODE = _("Code of 6 digits")


class OurWords:
    """Puts our label and help on each field that has them; a label stands above, never inside the box."""

    labels: dict = {}
    helps: dict = {}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.helps.get(name, "")


class CodeField(OurWords):
    """A code of digits: the phone shows its numbers, and offers what just arrived."""

    labels = {"code": CODE}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "autocapitalize": "off"}


class LoginForm(OurWords, account.LoginForm):
    labels = {"login": EMAIL, "password": PASSWORD, "remember": _("Keep me signed in on this device")}


class SignupForm(OurWords, account.SignupForm):
    labels = {"email": EMAIL, "password1": _("Choose a password")}
    helps = {"email": _("We send a code to this address."), "password1": NEW_PASSWORD_HELP}


class ConfirmEmailVerificationCodeForm(CodeField, account.ConfirmEmailVerificationCodeForm):
    pass


class ConfirmPasswordResetCodeForm(CodeField, account.ConfirmPasswordResetCodeForm):
    pass


class ResetPasswordForm(OurWords, account.ResetPasswordForm):
    labels = {"email": EMAIL}


class ResetPasswordKeyForm(OurWords, account.ResetPasswordKeyForm):
    labels = {"password1": NEW_PASSWORD, "password2": _("New password, once more")}
    helps = {"password1": NEW_PASSWORD_HELP}


class ChangePasswordForm(OurWords, account.ChangePasswordForm):
    labels = {
        "oldpassword": _("Present password"),
        "password1": NEW_PASSWORD,
        "password2": _("New password, once more"),
    }
    helps = {"password1": NEW_PASSWORD_HELP}


class AddEmailForm(OurWords, account.AddEmailForm):
    labels = {"email": _("New e-mail address")}
    helps = {
        "email": _("We send a code to the new address. The old one works until you have typed the code.")
    }


class ReauthenticateForm(OurWords, account.ReauthenticateForm):
    labels = {"password": PASSWORD}


class AuthenticateForm(CodeField, mfa.AuthenticateForm):
    labels = {"code": _("Code from your app, or a recovery code")}


class SecondFactorReauthenticateForm(CodeField, mfa.ReauthenticateForm):
    labels = {"code": _("Code from your app, or a recovery code")}


class ActivateTOTPForm(CodeField, totp.ActivateTOTPForm):
    labels = {"code": _("Code that your app shows now")}
