"""A real Chromium against a real server with the demo school inside; nothing leaves this machine."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.visitor import LOCALES, PHONE, Visitor

# The shell that draws no windows needs half the processor time of the others.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]


@pytest.fixture(scope="session", autouse=True)
def _playwright_runs_a_loop():
    """Playwright's synchronous door runs an event loop in this thread; Django would refuse the database."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    yield
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def program() -> str:
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    assert path, "no Chromium: bin/test installs it"
    return path


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def demo_server(demo_school, live_server):
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
