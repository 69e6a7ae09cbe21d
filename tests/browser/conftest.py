"""A real Chromium against a real server with the demo school inside; nothing leaves this machine.

It is always the same Tuesday afternoon, twenty minutes into the lesson of the running session: the story
holds on a Sunday night and on a public holiday too. The clock goes on ticking from there.
"""

import os
import shutil
from collections.abc import Iterator
from datetime import date, datetime, time
from unittest import mock

import pytest
from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from playwright.sync_api import Browser, sync_playwright

from config.demo import school
from tests.browser.visitor import LOCALES, PHONE, Visitor
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
TODAY = date(2026, 11, 24)
NOW = time(13, 50)


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


@pytest.fixture(scope="session")
def demo_template(django_db_setup, django_db_blocker) -> Iterator[str]:
    """A database with the demo school in it, built once per process and copied for each test."""
    plain, name = settings.DATABASES["default"]["NAME"], f"demo_{os.getpid()}"
    with django_db_blocker.unblock():
        copy_template(ensure_template(), name)
        use_database(name)
        with translation.override("fr"), transaction.atomic():
            school.build(today=TODAY)
        use_database(plain)
    yield name
    with django_db_blocker.unblock():
        drop(name)


@pytest.fixture
def that_afternoon() -> Iterator[None]:
    real, began = timezone.now, timezone.now()
    lesson = timezone.make_aware(datetime.combine(TODAY, NOW))
    with mock.patch("django.utils.timezone.now", side_effect=lambda: lesson + (real() - began)):
        yield


@pytest.fixture
def demo_server(transactional_db, demo_template, that_afternoon, live_server):
    """The site with the demo school as on its first day; pytest-django puts the plain database back."""
    start_afresh(demo_template, settings.DATABASES["default"]["NAME"])
    return live_server


@pytest.fixture
def visitor(chromium, demo_server):
    """Makes visitors: `visitor(language="nl", size=DESK)`. Fails at the end when a page had an error."""
    made: list[Visitor] = []

    def make(*, language: str = "fr", size: dict = PHONE, scheme: str = "light", javascript: bool = True):
        context = chromium.new_context(
            locale=LOCALES[language],
            viewport=size,
            color_scheme=scheme,
            java_script_enabled=javascript,
            timezone_id="Europe/Paris",
        )
        made.append(Visitor(context, demo_server.url))
        return made[-1]

    yield make
    problems = [problem for one in made for problem in one.problems]
    for one in made:
        one.context.close()
    assert not problems
