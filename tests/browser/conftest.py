"""A real Chromium against a real server with the demo school inside; nothing leaves this machine."""

import os
import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.db import transaction
from django.utils import translation
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from config.demo import school
from config.demo.people import PASSWORD
from tests.database import copy_template, drop, ensure_template, start_afresh, use_database

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


@pytest.fixture(scope="session", autouse=True)
def _playwright_runs_a_loop():
    """Playwright's synchronous door runs an event loop in this thread; Django would refuse the database."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    yield
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert path, "no Chromium: bin/test installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


class Visitor:
    """Somebody at a screen: opens pages, signs in, is told of every error on the page."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.problems: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on(
            "console",
            lambda message: self.problems.append(message.text) if message.type == "error" else None,
        )

    def go(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page

    def sign_in(self, email: str) -> Page:
        self.go("/account/login/")
        self.page.locator("input[name=login]").fill(email)
        self.page.locator("input[name=password]").fill(PASSWORD)
        self.page.locator("main form button[type=submit]").first.click()
        return self.page

    def violations(self) -> list[str]:
        """What axe finds on this page, a line each: WCAG 2.2 A and AA plus good practice."""
        result = Axe().run(self.page)
        return [
            f"{self.page.url} {one['id']}: {one['help']} – {one['nodes'][0]['html'][:160]}"
            for one in result.response["violations"]
        ]


@pytest.fixture(scope="session")
def demo_template(django_db_setup, django_db_blocker) -> Iterator[str]:
    """A database with the demo school in it, built once per process and copied for each test."""
    plain, name = settings.DATABASES["default"]["NAME"], f"demo_{os.getpid()}"
    with django_db_blocker.unblock():
        copy_template(ensure_template(), name)
        use_database(name)
        with translation.override("fr"), transaction.atomic():
            school.build()
        use_database(plain)
    yield name
    with django_db_blocker.unblock():
        drop(name)


@pytest.fixture
def demo_server(transactional_db, demo_template, live_server):
    """The site with the demo school as on its first day; pytest-django puts the plain database back."""
    start_afresh(demo_template, settings.DATABASES["default"]["NAME"])
    return live_server


@pytest.fixture
def visitor(chromium, demo_server):
    """Makes visitors: `visitor(language="nl", size=DESK)`. Fails at the end when a page had an error."""
    made: list[Visitor] = []

    def make(*, language: str = "fr", size: dict = PHONE, scheme: str = "light", javascript: bool = True):
        context = chromium.new_context(
            locale={"fr": "fr-FR", "nl": "nl-BE", "en": "en-GB"}[language],
            viewport=size,
            color_scheme=scheme,
            java_script_enabled=javascript,
            timezone_id="Europe/Paris",
        )
        context.set_default_timeout(15_000)
        context.route("**/*", lambda route: at_home_only(route, demo_server.url))
        one = Visitor(context, demo_server.url)
        made.append(one)
        return one

    yield make
    problems = [problem for one in made for problem in one.problems]
    for one in made:
        one.context.close()
    assert not problems


def at_home_only(route: Route, address: str) -> None:
    if route.request.url.startswith((address, "data:", "blob:")):
        route.continue_()
    else:
        route.abort()
