"""The account's addresses, below /account/. Only what is used: allauth knows more doors than we open."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.urls import path

from accounts.views.agency import agency_home
from accounts.views.colleagues import colleagues, end_colleague
from accounts.views.language import set_language
from accounts.views.profile import profile
from accounts.views.sign_out import SignOut
from accounts.views.sign_up import SignUp, start_again
from accounts.views.stopping import choose_letters, stop_letter

urlpatterns = [
    path("", profile, name="account_profile"),
    path("letters/", choose_letters, name="choose_letters"),
    path("letters/stop/<str:token>/", stop_letter, name="stop_letter"),
    path("language/", set_language, name="set_language"),
    path("agency/", agency_home, name="agency_home"),
    path("colleagues/<int:pk>/", colleagues, name="colleagues"),
    path("colleagues/<int:pk>/end/<int:membership>/", end_colleague, name="colleague_end"),
    path("signup/", SignUp.as_view(), name="account_signup"),
    path("signup/again/", start_again, name="account_start_again"),
    path("login/", account.login, name="account_login"),
    path("logout/", SignOut.as_view(), name="account_logout"),
    path("closed/", account.account_inactive, name="account_inactive"),
    path("code/", account.email_verification_sent, name="account_email_verification_sent"),
    path("email/", account.email, name="account_email"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/forgotten/", account.password_reset, name="account_reset_password"),
    path(
        "password/forgotten/code/",
        account.confirm_password_reset_code,
        name="account_confirm_password_reset_code",
    ),
    path("password/forgotten/new/", account.complete_password_reset, name="account_complete_password_reset"),
    path("second-step/", mfa.index, name="mfa_index"),
    path("second-step/code/", mfa.authenticate, name="mfa_authenticate"),
    path("second-step/again/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("second-step/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("second-step/app/off/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("second-step/recovery/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "second-step/recovery/new/",
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "second-step/recovery/file/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]
