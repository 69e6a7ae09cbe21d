"""A sign-in belongs to the browser in which it was made."""

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts import devices
from accounts.domain.people import open_account

CHROME, FIREFOX = "Mozilla/5.0 Chrome/142.0 Safari/537.36", "Mozilla/5.0 Gecko/145.0 Firefox/145.0"
EMAIL, PASSWORD = "lea@example.org", "zee-en-duinen-7"


@pytest.fixture
def browser(db):
    cache.clear()
    open_account(email=EMAIL, password=PASSWORD, confirmed=True)
    return sign_in(Client(HTTP_USER_AGENT=CHROME))


def sign_in(client: Client) -> Client:
    client.post(reverse("account_login"), {"login": EMAIL, "password": PASSWORD})
    return client


def is_signed_in(client: Client) -> bool:
    return client.get(reverse("account_profile")).status_code == 200


def copy(browser: Client, *cookies: str, agent: str = CHROME) -> Client:
    thief = Client(HTTP_USER_AGENT=agent)
    for name in cookies:
        thief.cookies[name] = browser.cookies[name].value
    return thief


def test_the_cookie_is_for_the_server_alone(browser):
    cookie = browser.cookies[devices.COOKIE]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert cookie.value not in str(dict(browser.session))
    assert is_signed_in(browser)


def test_a_session_cookie_alone_is_worth_nothing_and_ends_the_session(browser):
    thief = copy(browser, settings.SESSION_COOKIE_NAME)
    answer = thief.get(reverse("account_profile"), follow=True)
    assert "Reconnectez-vous" in answer.content.decode()
    assert not is_signed_in(thief)
    assert not is_signed_in(browser)


def test_a_cookie_of_ones_own_beside_it_does_not_help(browser):
    thief = sign_in(Client(HTTP_USER_AGENT=CHROME))
    thief.cookies[settings.SESSION_COOKIE_NAME] = browser.cookies[settings.SESSION_COOKIE_NAME].value
    assert not is_signed_in(thief)


def test_both_cookies_in_another_kind_of_browser(browser):
    assert not is_signed_in(copy(browser, settings.SESSION_COOKIE_NAME, devices.COOKIE, agent=FIREFOX))


def test_a_new_version_of_the_browser_changes_nothing(browser):
    newer = CHROME.replace("142", "143")
    assert is_signed_in(copy(browser, settings.SESSION_COOKIE_NAME, devices.COOKIE, agent=newer))


def test_the_browser_is_known_again_after_signing_out(browser):
    before = browser.cookies[devices.COOKIE].value
    browser.post(reverse("account_logout"))
    assert sign_in(browser).cookies[devices.COOKIE].value == before


def test_a_cookie_that_we_did_not_make_is_replaced(browser):
    browser.post(reverse("account_logout"))
    browser.cookies[devices.COOKIE] = "x"
    assert sign_in(browser).cookies[devices.COOKIE].value != "x"


def test_it_costs_no_query(browser):
    unbound = Client()
    unbound.force_login(open_account(email=EMAIL))
    assert queries(browser) == queries(unbound)


def queries(client: Client) -> int:
    client.get(reverse("account_profile"))
    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("account_profile"))
    return len(asked)
