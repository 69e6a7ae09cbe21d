"""Somebody at a screen: opens pages, signs in, is told of every error on the page."""

import re
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.core import mail
from django.test import Client
from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Request

from accounts.models import User
from config.demo.people import PASSWORD

CLOSE = ".register-bar a[href$='/close/']"
PHONE = {"width": 390, "height": 844}
SMALL_PHONE = {"width": 320, "height": 700}
DESK = {"width": 1280, "height": 900}
WIDTHS = (DESK, PHONE, SMALL_PHONE)
ON = "on"
PATIENCE = 60_000  # milliseconds: a busy machine prints two certificates slowly, and that is no fault
LOCALES = {"fr": "fr-FR", "nl": "nl-BE", "en": "en-GB"}

# What a screen reader's user or somebody on a phone would stumble over, beside what axe looks for.
SIDEWAYS = """() => {
  const wide = document.scrollingElement.scrollWidth, room = window.innerWidth;
  if (wide <= room) return "";
  const clipped = one => one && (getComputedStyle(one).overflowX !== "visible" || clipped(one.parentElement));
  const out = [...document.querySelectorAll("body *")]
    .filter(one => one.getBoundingClientRect().right > room + 1 && !clipped(one.parentElement))
    .slice(-3).map(one => one.outerHTML.slice(0, 90));
  return `${wide} px wide in ${room}: ${out.join(" | ")}`;
}"""
BROKEN_PICTURES = """() => [...document.images]
  .filter(one => one.complete && !one.naturalWidth).map(one => one.src)"""
WRONG_POINTERS = """() => ["aria-describedby", "aria-labelledby", "aria-controls"]
  .flatMap(name => [...document.querySelectorAll(`[${name}]`)]
    .flatMap(one => one.getAttribute(name).split(/\\s+/).filter(id => id && !document.getElementById(id))
      .map(id => `${name}=${id}`)))"""

# Half faded in, a text has half its contrast: what moves once is looked at when it has come to rest.
AT_REST = """() => document.getAnimations().every(
  (one) => one.playState !== "running" || one.effect.getComputedTiming().iterations === Infinity)"""
EYES = AXE_SCRIPT + Path(__file__).with_name("eyes.js").read_text()
# Looks of text whose contrast axe has passed, on whatever page: each is asked about once in this process.
KNOWN_LOOKS: set[str] = set()

# In the back office, what we draw: the frame round it is Wagtail's own.
OURS = {"exclude": [["#wagtail-sidebar"], [".w-slim-header"]]}


class Visitor:
    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.problems: list[str] = []
        self.refusals: set[str] = set()
        context.set_default_timeout(PATIENCE)
        context.on("request", self._watch)
        self.page: Page = context.new_page()
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("console", self._listen)

    def _listen(self, message: ConsoleMessage) -> None:
        """A page that was asked for to be refused (404, 429) is no error."""
        if message.type == "error" and message.location.get("url") not in self.refusals:
            self.problems.append(f"{self.page.url}: {message.text}")

    def _watch(self, request: Request) -> None:
        """Whatever a page fetches comes from the site itself; elsewhere this Chromium finds nobody."""
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.problems.append(f"{self.page.url} wants {request.url}")

    def go(self, path: str, *, status: int = 200) -> Page:
        if status >= 400:
            self.refusals.add(self.address + path)
        response = self.page.goto(self.address + path)
        assert response is None or response.status == status, f"{path} answers {response.status}"
        return self.page

    def path(self) -> str:
        return self.page.url.removeprefix(self.address)

    def sign_in(self, email: str) -> Page:
        """With the keyboard, as everybody does."""
        self.go("/account/login/")
        self.page.locator("input[name=login]").fill(email)
        self.page.locator("input[name=password]").fill(PASSWORD)
        self.press_main_button()
        return self.page

    def press_main_button(self) -> None:
        """The first button of the page's own form, which leads to another page."""
        self.follow(self.page.locator("main form button[type=submit]").first)

    def close_register(self, *, heads: int) -> None:
        """From the register: the trainer counts heads, says why signatures are missing, and signs last."""
        self.follow(self.page.locator(CLOSE))
        for name, text in (("head_count", str(heads)), ("unsigned_reason", "Tablet leeg")):
            if (field := self.page.locator(f"[name={name}]")).count():
                field.fill(text)
        self.press_main_button()

    def follow(self, link: Locator) -> None:
        """Presses a link or a button; afterwards the page it leads to is there.

        A click alone promises nothing of the sort: on a busy machine the old page is still there after it.
        """
        with self.leaving_one_page():
            link.click()

    def carry_key(self, email: str) -> None:
        """Signed in already, for who only wants to look at pages."""
        client = Client()
        client.force_login(User.objects.get(email=email))
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        self.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": self.address}])

    def faults(self) -> list[str]:
        """What is wrong with the page that is open, a line each: axe, sideways scrolling, dead pictures.

        Whatever the journey's own width: axe looks at it on a telephone and on a desk, and nothing may scroll
        sideways there or on the smallest telephone. The own width comes first and in full; at the other axe
        is asked only what may differ there (see eyes.js). Afterwards the page is as wide as before.
        """
        own = self.page.viewport_size
        found = [f"{self.path()} cannot show {one}" for one in self.page.evaluate(BROKEN_PICTURES)]
        found += [f"{self.path()} points nowhere: {one}" for one in self.page.evaluate(WRONG_POINTERS)]
        for size in sorted(WIDTHS, key=lambda one: one != own):
            found += [f"at {size['width']} px, {one}" for one in self._look_at(size)]
        self._resize(own)
        return found

    def _look_at(self, size: dict) -> list[str]:
        self._resize(size)
        found = [] if size == SMALL_PHONE else self.violations()
        if wide := self.page.evaluate(SIDEWAYS):
            found.append(f"{self.path()} scrolls sideways, {wide}")
        return found

    def _resize(self, size: dict) -> None:
        if self.page.viewport_size != size:
            self.page.set_viewport_size(size)

    def violations(self) -> list[str]:
        """What axe finds on this page, a line each: WCAG 2.2 A and AA plus good practice."""
        if not self.page.evaluate("() => 'eyes' in window"):
            self.page.evaluate(EYES)
        self.page.wait_for_function(AT_REST)
        scope = OURS if self.path().startswith("/admin/") else {"include": ["html"]}
        seen = self.page.evaluate("([scope, known]) => eyes.look(scope, known)", [scope, sorted(KNOWN_LOOKS)])
        KNOWN_LOOKS.update(seen["known"])
        return [f"{self.path()} {one}" for one in seen["complaints"]]

    def scan(self, *paths: str, language: str) -> list[str]:
        """Goes to each page and says what is wrong with all of them together.

        Where a path leads on to a page that was seen already, nothing new is said.
        """
        found, seen = [], set()
        for path in paths:
            self.go(path)
            if self.path() in seen:
                continue
            seen.add(self.path())
            if (spoken := self.page.locator("html").get_attribute("lang")) != language:
                found.append(f"{path} says it is in {spoken}")
            found += self.faults()
        return found

    @contextmanager
    def leaving_one_page(self):
        """Inside, a tap loads another page; afterwards it is there."""
        with self.page.expect_navigation():
            yield


def write(sheet: Locator, name: str, value: str) -> None:
    """Fills in, ticks or chooses: whatever the field of this name is. `ON` ticks a box that stands alone."""
    field = sheet.locator(f'[name="{name}"]')
    if value == ON:
        field.check()
    elif field.first.get_attribute("type") in ("radio", "checkbox"):
        sheet.locator(f'[name="{name}"][value="{value}"]').check()
    elif field.evaluate("one => one.localName") == "select":
        field.select_option(value)
    else:
        field.fill(value)


def code_in_letter(to: str) -> str:
    """The six figures of the newest mail to this address."""
    letters = [one for one in mail.outbox if to in one.to]
    return re.search(r"^\s*(\d{6})\s*$", letters[-1].body, re.MULTILINE).group(1)
