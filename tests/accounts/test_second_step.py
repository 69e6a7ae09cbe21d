"""The second step: set up, used, required where the installation says so."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.urls import reverse

from accounts.enums import Role
from tests.accounts.builders import PASSWORD, an_account, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_limits():
    cache.clear()


def sign_in(client, email="lea@example.org"):
    return client.post(
        reverse("account_login"), {"login": email, "password": PASSWORD, "next": reverse("account_profile")}
    )


def code_for(secret: str) -> str:
    """That of this half minute: the one before would be refused when the test falls on a border."""
    _before, counter, _after = yield_hotp_counters_from_time()
    return format_hotp_value(hotp_value(secret, counter))


def prove_who_one_is(client) -> None:
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD, "next": reverse("account_profile")})


def switch_on(client) -> str:
    assert client.get(reverse("mfa_activate_totp")).url.startswith(reverse("account_reauthenticate"))
    prove_who_one_is(client)
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    response = client.post(reverse("mfa_activate_totp"), {"code": code_for(secret)})
    assert response.url == reverse("mfa_view_recovery_codes")
    return secret


def test_set_up_then_asked_at_the_next_sign_in(client):
    an_account()
    sign_in(client)
    secret = switch_on(client)
    codes = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
    assert len(codes) == 10
    client.post(reverse("account_logout"))

    assert sign_in(client).url == reverse("mfa_authenticate")
    assert client.get(reverse("account_profile")).status_code == 302, "half signed in opens nothing"
    assert client.post(reverse("mfa_authenticate"), {"code": "000"}).status_code == 200
    assert client.post(reverse("mfa_authenticate"), {"code": codes[0]}).url == reverse("account_profile")

    stored = Authenticator.objects.get(type=Authenticator.Type.TOTP).data["secret"]
    assert secret not in stored, "the secret is unreadable in the database"


def test_every_page_of_it_opens(client):
    an_account()
    sign_in(client)
    assert client.get(reverse("mfa_index")).status_code == 200
    switch_on(client)
    for name in (
        "mfa_index",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_deactivate_totp",
    ):
        assert client.get(reverse(name)).status_code == 200, name
    assert client.get(reverse("mfa_download_recovery_codes"))["Content-Type"].startswith("text/plain")
    assert client.post(reverse("mfa_generate_recovery_codes")).status_code == 302
    assert client.post(reverse("mfa_deactivate_totp")).url == reverse("mfa_index")
    assert not Authenticator.objects.filter(type=Authenticator.Type.TOTP).exists()


@pytest.mark.parametrize(("role", "asked"), [(Role.TRAINER, True), (Role.LEARNER, False)])
def test_who_has_access_to_others_files_is_asked_for_it(client, role, asked):
    user = somebody(role)
    sign_in(client, user.email)
    assert ("message-info" in client.get(reverse("account_profile")).content.decode()) is asked


def test_where_it_is_required_nothing_opens_before_it(client, settings):
    settings.SECOND_FACTOR_REQUIRED_FOR = ["COORDINATOR"]
    client.force_login(somebody(Role.COORDINATOR))
    assert client.get(reverse("account_profile")).status_code == 200, "the account's own pages stay open"
    assert client.get("/admin/").url == reverse("mfa_activate_totp")
