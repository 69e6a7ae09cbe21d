"""How allauth behaves here: no enumeration, the visitor's language, words of our own."""

import logging

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.utils import is_mfa_enabled
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMultiAlternatives
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accounts import devices, emails
from accounts.bilingual import reader_language
from accounts.domain import writing
from accounts.keys import fernet_key
from accounts.models import User

ADVICE = _("Protect your account: set up the second step in “My account”.")

logger = logging.getLogger(__name__)

WORDS = {
    "account_inactive": _("This account is closed. Write to us if you need it again."),
    "duplicate_email": _("This is the address you already have."),
    "email_password_mismatch": _("This address and this password do not go together. Look at both again."),
    "enter_current_password": _("This is not your present password."),
    "incorrect_code": _("This is not the code we sent. Look again at the latest e-mail."),
    "incorrect_password": _("This is not your password."),
    "too_many_login_attempts": _("Too many tries. Wait five minutes, then try again."),
    "rate_limited": _("That was quick. Wait a moment, then ask for a new code."),
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | WORDS

    def save_user(self, request: HttpRequest, user: User, form, commit: bool = True) -> User:
        """The language somebody signs up in is the language we write to them in."""
        user.language = reader_language()
        return super().save_user(request, user, form, commit)

    def post_login(self, request: HttpRequest, user: User, **kwargs) -> HttpResponse:
        """From here on the sign-in belongs to this browser and the person's language drives the pages.

        Who should have a second step hears it.
        """
        response = super().post_login(request, user, **kwargs)
        devices.bind(request, response)
        if user.has_role(*settings.SECOND_FACTOR_ASKED_OF) and not is_mfa_enabled(user):
            with translation.override(user.language):
                messages.info(request, str(ADVICE))
        remember_language(response, user.language)
        return response

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_profile")

    def get_email_verification_redirect_url(self, email_address) -> str:
        return reverse("account_profile")

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Sends at once: a code is waited for. When the mail server is silent, the page says so.

        The sentence is the same for a known and an unknown address.
        """
        try:
            self.render_mail(template_prefix, email, context).send()
        except OSError:
            logger.exception("an account mail could not be sent: %s", template_prefix)
            sentence = _("Our e-mail service does not answer. Ask for a new code in a few minutes.")
            messages.error(self.request, str(sentence))

    def render_mail(self, template_prefix, email, context, headers=None) -> EmailMultiAlternatives:
        letter = emails.prefixed(template_prefix)
        written = writing.write(letter, letter.fill(context))
        message = EmailMultiAlternatives(
            subject=written.subject,
            body=written.text,
            from_email=self.get_from_email(),
            to=[email],
            headers=headers,
        )
        message.attach_alternative(written.html, "text/html")
        return message


class SecondFactorAdapter(DefaultMFAAdapter):
    """The secrets of authenticator apps are unreadable in a copy of the database."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right. A code lasts 30 seconds: take the newest."),
    }

    def encrypt(self, text: str) -> str:
        return self._keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return self._keys().decrypt(encrypted_text.encode()).decode()

    def _keys(self) -> MultiFernet:
        secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
        return MultiFernet([Fernet(fernet_key(secret)) for secret in secrets])


def remember_language(response: HttpResponse, language: str) -> None:
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=365 * 24 * 3600,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
    )
