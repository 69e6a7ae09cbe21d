"""The register in a village hall: taken without network, on a tablet that is switched off in between.

Each tablet keeps its disk in a folder of its own, so that closing it and opening it again is what it is.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from time import monotonic

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserType, Page, expect

from accounts.models import User
from tests.browser import addresses
from tests.browser.conftest import FLAGS, program
from tests.browser.visitor import CLOSE, PHONE, Visitor
from tests.training.planning.builders import enrolled, number
from training.domain.noted import Said
from training.models import HalfDay

pytestmark = pytest.mark.browser
SICK = "Arrêt de travail"
SAVED, WAITING = "Tout est enregistré chez Grenstaal", "En attente du réseau\N{NO-BREAK SPACE}: "
LEFT_ON_DEVICE = """async () => [
  (await indexedDB.databases()).map(one => one.name), await caches.keys(), Object.keys(localStorage),
]"""
EXPECT = 30_000
NETWORK_IS_GONE = re.compile("ERR_INTERNET_DISCONNECTED|htmx:(sendError|afterRequest)")
COUNT_TAPS = """() => addEventListener("click", () => {
  sessionStorage.taps = Number(sessionStorage.taps ?? 0) + 1;
}, true)"""


class Tablet(Visitor):
    """Somebody's tablet; without network a page may complain that it cannot fetch."""

    def open_register(self, lesson: HalfDay) -> Page:
        """With network: the register is on the device, and the worker stands before the pages."""
        page = self.go(reverse("register", args=[lesson.pk]))
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        expect(page.locator("#saved")).to_contain_text(SAVED, timeout=EXPECT)
        return page

    def lose_network(self) -> None:
        self.context.set_offline(True)

    def find_network(self) -> None:
        self.context.set_offline(False)

    def except_for(self, place: int, choice: str) -> None:
        """Two taps: the person, and what is the matter; `choice` is a word on the panel."""
        person = self.page.locator(".person").nth(place)
        person.locator("button[popovertarget]").first.click()
        person.locator(".reason", has_text=choice).first.click()

    def waits(self, number: int) -> None:
        expect(self.page.locator("#saved")).to_contain_text(f"{WAITING}{number}", timeout=EXPECT)

    def comes_from_grenstaal(self) -> None:
        self.page.locator("#sheet").wait_for()
        expect(self.page.locator("#saved")).to_contain_text(SAVED, timeout=EXPECT)

    def notes(self) -> list[dict]:
        return self.page.evaluate("import('/static/js/register/store.js').then(store => store.changes())")

    def put_back(self, notes: list[dict]) -> None:
        script = """notes => import('/static/js/register/store.js')
          .then(async store => { for (const one of notes) await store.add(one); })"""
        self.page.evaluate(script, notes)

    def errors(self) -> list[str]:
        return [one for one in self.problems if not NETWORK_IS_GONE.search(one)]


@pytest.fixture
def tablet(chromium, demo_server, tmp_path):
    """`with tablet(email, disk="one") as it:` switched on, with what its disk holds from before."""
    kind: BrowserType = chromium.browser_type

    @contextmanager
    def switched_on(email: str, *, disk: str = "one", online: bool = True) -> Iterator[Tablet]:
        context = kind.launch_persistent_context(
            tmp_path / disk,
            executable_path=program(),
            args=FLAGS,
            viewport=PHONE,
            locale="fr-FR",
            timezone_id="Europe/Paris",
        )
        context.set_offline(not online)
        it = Tablet(context, demo_server.url)
        context.set_default_timeout(EXPECT)
        it.carry_key(email)
        try:
            yield it
        finally:
            context.close()
        assert it.errors() == []

    return switched_on


@pytest.fixture
def lesson(demo_school) -> HalfDay:
    """Twelve people; everybody who signs in reads French. Two of them came after the demo school's queue."""
    User.objects.update(language="fr")
    while next(number) < 100:
        continue
    found = HalfDay.objects.get(session__code=addresses.RUNNING, date="2026-11-24")
    while found.session.enrolments.on_the_register().count() < 12:
        enrolled(found.session, confirmed_on=date(2026, 11, 2))
    return found


def said_on(lesson: HalfDay) -> list[str]:
    marks = lesson.marks.select_related("absence_code").order_by("enrolment__person__name_key")
    return [Said.of(one).word for one in marks]


def test_twelve_people_in_twenty_seconds_and_less_than_eight_taps(visitor, lesson):
    one = visitor(size=PHONE)
    one.carry_key(addresses.TRAINER)
    page = one.go(reverse("register", args=[lesson.pk]))
    page.evaluate(
        "window.taps = 0; addEventListener('click', () => sessionStorage.taps = ++window.taps, true)"
    )
    began = monotonic()
    for place, choice in ((0, "15"), (4, SICK)):
        person = page.locator(".person").nth(place)
        person.locator("button[popovertarget]").first.click()
        person.locator(".reason", has_text=choice).first.click()
        page.locator(".register-undo p", has_text=person.locator("strong").first.inner_text()).wait_for()
    one.close_register(heads=11)
    taps = int(page.evaluate("sessionStorage.taps"))
    took = monotonic() - began
    lesson.refresh_from_db()
    assert lesson.is_closed
    assert said_on(lesson) == ["15+0", "", "", "", "J_SICK", *[""] * 7]
    assert taps + 2 < 8, taps  # the reason for signatures that are missing, and the last button
    assert took < 20, took


def test_a_lesson_without_network(tablet, lesson):
    with tablet(addresses.TRAINER) as it:
        it.open_register(lesson)
        it.lose_network()
        it.except_for(0, "15")
        it.waits(1)
        assert it.faults() == []
        it.except_for(4, SICK)
        it.page.locator("#everybody").click()
        it.waits(12)
        it.page.reload()
        it.waits(12)
    assert not lesson.marks.exists()

    with tablet(addresses.TRAINER, online=False) as it:
        it.go(reverse("trainer_today"))
        it.waits(12)
        it.page.locator(f"a[href$='half-days/{lesson.pk}/']").click()
        expect(it.page.locator(".register-count")).to_contain_text(
            "Présents\N{NO-BREAK SPACE}: 11", timeout=EXPECT
        )
        notes = it.notes()
        it.find_network()
        it.comes_from_grenstaal()
        assert said_on(lesson) == ["15+0", "", "", "", "J_SICK", *[""] * 7]
        assert lesson.notes.count() == 12

        it.put_back(notes)
        it.page.reload()
        it.comes_from_grenstaal()
        assert it.notes() == []
        assert lesson.notes.count() == lesson.marks.count() == 12


def test_two_people_without_network_say_different_things(tablet, lesson):
    with tablet(addresses.TRAINER, disk="one") as sofie, tablet(addresses.COORDINATOR, disk="two") as jan:
        for it, choice in ((sofie, SICK), (jan, "15")):
            it.open_register(lesson)
            it.lose_network()
            it.except_for(0, choice)
            it.waits(1)
        sofie.find_network()
        sofie.comes_from_grenstaal()
        jan.find_network()
        jan.comes_from_grenstaal()
        choices = jan.page.locator(".conflict-choices .reason")
        expect(choices).to_have_count(2)
        assert SICK in choices.first.inner_text()
        assert "15" in choices.nth(1).inner_text()
        assert jan.page.locator(CLOSE).count() == 0
        assert jan.faults() == []
        choices.nth(1).click()
        jan.page.locator(CLOSE).wait_for()
        assert said_on(lesson)[0] == "15+0"
        assert [one.outcome for one in lesson.notes.order_by("pk")] == ["APPLIED", "HOLDS"]


def test_signed_out_meanwhile_nothing_is_lost(tablet, lesson):
    with tablet(addresses.TRAINER) as it:
        page = it.open_register(lesson)
        it.lose_network()
        it.except_for(2, SICK)
        page.locator("#drawn .person").first.wait_for()
        assert "undefined" not in page.inner_text("body")
        it.context.clear_cookies(name="sessionid")
        it.find_network()
        page.locator("#saved a").wait_for()
        assert "Rien n’est perdu" in page.locator("#saved").inner_text()
        assert not lesson.marks.exists()
        it.sign_in(addresses.TRAINER)
        it.open_register(lesson)
        assert said_on(lesson)[2] == "J_SICK"


def test_signing_out_leaves_nothing_behind(tablet, lesson):
    with tablet(addresses.TRAINER) as it:
        page = it.open_register(lesson)
        it.put_back(
            [
                {
                    "uid": "1",
                    "half_day": lesson.pk,
                    "enrolment": 1,
                    "said": "",
                    "seen": "",
                    "made_at": "",
                    "name": "x",
                }
            ]
        )
        assert it.page.evaluate(LEFT_ON_DEVICE) != [[], [], []]
        page.get_by_role("button", name="Mon compte").click()
        with it.leaving_one_page():
            page.locator("#account-menu form button").click()
        assert it.path() == reverse("account_logout")
        expect(page.locator("#leaving")).to_be_visible()
        it.press_main_button()
        page.wait_for_url(lambda url: not url.endswith(reverse("account_logout")))
        assert page.evaluate(LEFT_ON_DEVICE) == [[], [], []]


def test_a_closed_register_leaves_the_device(tablet, lesson):
    with tablet(addresses.TRAINER) as it:
        page = it.open_register(lesson)
        it.except_for(0, SICK)
        page.locator(".register-undo").wait_for()
        page.wait_for_function(
            "import('/static/js/register/store.js').then(async s => !(await s.changes()).length)"
        )
        it.close_register(heads=11)
        expect(page.locator("#saved")).to_contain_text(SAVED, timeout=EXPECT)
        kept = page.evaluate("import('/static/js/register/store.js').then(store => store.registers())")
        assert lesson.pk not in [one["id"] for one in kept]
        assert it.notes() == []


def test_somebody_else_on_the_same_tablet_meets_no_name(tablet, lesson):
    with tablet(addresses.TRAINER) as it:
        it.open_register(lesson)
        it.lose_network()
        it.except_for(0, SICK)
        it.waits(1)
        it.find_network()
        it.context.clear_cookies(name="sessionid")
        it.carry_key(addresses.OTHER_TRAINER)
        it.go(reverse("trainer_today"))
        expect(it.page.locator("#saved")).to_contain_text(SAVED, timeout=EXPECT)
        assert it.notes() == []
        assert str(lesson.pk) not in [
            one["id"]
            for one in it.page.evaluate(
                "import('/static/js/register/store.js').then(store => store.registers())"
            )
        ]


def test_other_pages_say_calmly_that_there_is_no_network(tablet, lesson):
    with tablet(addresses.TRAINER) as it:
        it.open_register(lesson)
        it.lose_network()
        page = it.go(reverse("calendar"))
        assert "Pas de réseau" in page.inner_text("main")
        assert "Geen netwerk" in page.inner_text("main")
