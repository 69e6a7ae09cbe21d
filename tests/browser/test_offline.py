"""The register in a village hall: taken without network, on a tablet that is switched off in between.

Each tablet keeps its disk in a folder of its own, so that closing it and opening it again is what it is.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from time import monotonic

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import BrowserContext, BrowserType, Page, expect

from accounts.models import User
from tests.browser import addresses
from tests.browser.conftest import FLAGS, program
from tests.browser.road import Road
from tests.browser.visitor import CLOSE, PHONE, Visitor
from tests.demo_school import NOW, TODAY
from tests.training.planning.builders import enrolled, number
from training.domain import attendance
from training.domain.noted import Said
from training.models import Enrolment, HalfDay, Signature

pytestmark = pytest.mark.browser
SICK = "Arrêt de travail"
SAVED = "Tout est enregistré chez Grenstaal"
WAITING = "Sur cet appareil, pas encore chez Grenstaal\N{NO-BREAK SPACE}: "
LEFT_ON_DEVICE = """async () => [
  (await indexedDB.databases()).map(one => one.name), await caches.keys(), Object.keys(localStorage),
]"""
EXPECT = 30_000
NETWORK_IS_GONE = re.compile(
    "ERR_(INTERNET_DISCONNECTED|EMPTY_RESPONSE|CONNECTION_RESET|CONNECTION_CLOSED)"
    "|htmx:(sendError|afterRequest)"
)
EVERYTHING = """async () => {
  const found = [];
  for (const { name } of await indexedDB.databases()) {
    const opened = await new Promise((done, refuse) => {
      const asked = indexedDB.open(name);
      asked.onsuccess = () => done(asked.result);
      asked.onerror = asked.onblocked = () => refuse(new Error(`${name} does not open`));
    });
    for (const store of opened.objectStoreNames) {
      const asked = opened.transaction(store).objectStore(store).getAll();
      found.push(...(await new Promise((done) => { asked.onsuccess = () => done(asked.result); })));
    }
    opened.close();
  }
  return JSON.stringify(found);
}"""
WORKER_STANDS_BEFORE = "() => navigator.serviceWorker.controller"
THEIR_CLOCK = """{
  const Real = Date, ahead = %d - Real.now();
  window.Date = class extends Real {
    constructor(...parts) { parts.length ? super(...parts) : super(Real.now() + ahead); }
    static now() { return Real.now() + ahead; }
  };
}"""
COUNT_TAPS = """() => addEventListener("click", () => {
  sessionStorage.taps = Number(sessionStorage.taps ?? 0) + 1;
}, true)"""


class Tablet(Visitor):
    """Somebody's tablet; without network a page may complain that it cannot fetch."""

    def __init__(self, context: BrowserContext, road: Road) -> None:
        super().__init__(context, road.url)
        self.road = road
        self.line = context.new_cdp_session(self.page)
        self.line.send("Network.enable")

    def open_register(self, lesson: HalfDay) -> Page:
        """With network: the register is on the device, and the worker stands before the pages."""
        page = self.go(reverse("register", args=[lesson.pk]))
        page.wait_for_function(WORKER_STANDS_BEFORE, timeout=EXPECT)
        expect(page.locator("#saved")).to_contain_text(SAVED, timeout=EXPECT)
        return page

    def lose_network(self) -> None:
        self.road.is_cut.set()
        self._say_whether_there_is_network(False)

    def find_network(self) -> None:
        self.road.is_cut.clear()
        self._say_whether_there_is_network(True)

    def _say_whether_there_is_network(self, online: bool) -> None:
        """What the tablet tells its pages; the road is what holds."""
        told = {"offline": not online, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        self.line.send("Network.emulateNetworkConditions", told)

    def except_for(self, place: int, choice: str) -> None:
        """Two taps: the person, and what is the matter; `choice` is a word on the panel."""
        person = self.page.locator(".person").nth(place)
        person.locator("button[popovertarget]").first.click()
        person.locator(".reason", has_text=choice).first.click()

    def absent(self, place: int) -> None:
        """One tap: away, and nobody knows why."""
        self.page.locator(".person").nth(place).get_by_role("button", name="Absent –").click()

    def waits(self, what: str) -> None:
        expect(self.page.locator("#saved")).to_contain_text(f"{WAITING}{what}.", timeout=EXPECT)

    def hand_round(self, lesson: HalfDay) -> Page:
        return self.go(reverse("register_signatures", args=[lesson.pk]))

    def chooses(self, name: str) -> None:
        """Who holds the tablet taps their name."""
        self.page.locator(".signing-name", has_text=name).click()
        expect(self.page.locator("h1")).to_have_text(name, timeout=EXPECT)

    def draws(self) -> None:
        field = self.page.locator("canvas")
        field.scroll_into_view_if_needed()
        box = field.bounding_box()
        mouse = self.page.mouse
        mouse.move(box["x"] + 20, box["y"] + 20)
        mouse.down()
        mouse.move(box["x"] + 200, box["y"] + 90, steps=8)
        mouse.move(box["x"] + 260, box["y"] + 30, steps=8)
        mouse.up()

    def types(self, name: str) -> None:
        self.page.locator("input[name=name]").fill(name)
        self.page.locator("input[type=checkbox]").check()

    def signs(self, name: str) -> None:
        """Afterwards the name is no longer among those who have to."""
        self.page.locator("[data-signing] button[type=submit]").click()
        self.page.locator(".signing-names, .signing-done").first.wait_for(state="attached")
        expect(self.page.locator(".signing-name", has_text=name)).to_have_count(0, timeout=EXPECT)

    def device(self) -> str:
        """All that the device holds of anybody."""
        return self.page.evaluate(EVERYTHING)

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


def that_moment() -> datetime:
    """The clock of a tablet is right: it is the day of the demo school there too."""
    return timezone.make_aware(datetime.combine(TODAY, NOW))


@pytest.fixture
def roads(demo_server) -> Iterator[dict[str, Road]]:
    """A disk's way to Grenstaal: the same address each time that its tablet is switched on."""
    with ExitStack() as open_ones:
        yield defaultdict(lambda: open_ones.enter_context(Road(demo_server.url)))


@pytest.fixture
def tablet(chromium, roads, tmp_path):
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
        context.add_init_script(THEIR_CLOCK % (that_moment().timestamp() * 1000))
        it = Tablet(context, roads[disk])
        it.find_network() if online else it.lose_network()
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


ONE_TAP = ".person-deeds [name=absence_code]"


def test_twelve_people_in_twenty_seconds_and_less_than_eight_taps(visitor, lesson):
    one = visitor(size=PHONE)
    one.carry_key(addresses.TRAINER)
    page = one.go(reverse("register", args=[lesson.pk]))
    page.evaluate(
        "window.taps = 0; addEventListener('click', () => sessionStorage.taps = ++window.taps, true)"
    )
    began = monotonic()
    for place, taps in (
        (0, [".person-deeds [popovertarget]", "[name=minutes_late][value='15']"]),
        (4, [ONE_TAP]),
    ):
        person = page.locator(".person").nth(place)
        for tap in taps:
            person.locator(tap).first.click()
        page.locator(".register-undo p", has_text=person.locator("strong").first.inner_text()).wait_for()
    one.close_register(heads=11)
    counted = int(page.evaluate("sessionStorage.taps"))
    took = monotonic() - began
    lesson.refresh_from_db()
    assert lesson.is_closed
    assert said_on(lesson) == ["15+0", "", "", "", "U_UNJUSTIFIED", *[""] * 7]
    assert counted + 2 < 8, counted  # the reason for signatures that are missing, and the last button
    assert took < 20, took


@pytest.fixture
def names(lesson) -> list[str]:
    """As they stand on the register."""
    return [one.person.full_name for one in attendance.register_of(lesson)]


def test_a_lesson_without_network(tablet, lesson, names):
    """Twelve marks and three signatures: reloaded, switched off, once each, and a second time nothing."""
    with tablet(addresses.TRAINER) as it:
        it.open_register(lesson)
        it.lose_network()
        it.except_for(0, "15")
        it.waits("1 présence notée")
        assert it.faults() == []
        it.except_for(4, SICK)
        it.page.locator("#everybody").click()
        it.waits("12 présences notées")
        it.page.locator("#sign").click()
        expect(it.page.locator(".signing-name")).to_have_count(11, timeout=EXPECT)
        assert names[4] not in it.page.inner_text("main")
        it.chooses(names[0])
        assert it.faults() == []
        it.draws()
        it.signs(names[0])
        it.chooses(names[1])
        it.types(names[1])
        it.signs(names[1])
        it.waits("12 présences notées et 2 signatures")
        it.page.reload()
        it.waits("12 présences notées et 2 signatures")
    assert not lesson.marks.exists()
    assert not lesson.signatures.exists()

    with tablet(addresses.TRAINER, online=False) as it:
        it.go(reverse("trainer_today"))
        it.page.locator(f"a[href$='half-days/{lesson.pk}/']").click()
        expect(it.page.locator(".register-count")).to_contain_text(
            "Présents\N{NO-BREAK SPACE}: 11", timeout=EXPECT
        )
        it.page.locator("#sign").click()
        it.chooses(names[2])
        it.draws()
        it.signs(names[2])
        it.waits("12 présences notées et 3 signatures")
        notes = it.notes()
        it.find_network()
        expect(it.page.locator("#saved")).to_contain_text(SAVED, timeout=EXPECT)
        assert said_on(lesson) == ["15+0", "", "", "", "J_SICK", *[""] * 7]
        assert signed_on(lesson) == [(names[0], "DRAWN"), (names[1], "TYPED"), (names[2], "DRAWN")]
        assert lesson.notes.count() == 15

        it.open_register(lesson)
        it.put_back(notes)
        it.page.reload()
        it.comes_from_grenstaal()
        assert (it.notes(), lesson.notes.count(), lesson.marks.count()) == ([], 15, 12)
        assert lesson.signatures.count() == 3
        assert notes[-1]["written"] not in it.device()
    call_command("verify_registers")


def signed_on(lesson: HalfDay) -> list[tuple[str, str]]:
    found = Signature.objects.standing().filter(half_day=lesson)
    ordered = found.select_related("enrolment__person").order_by("enrolment__person__name_key")
    return [(one.enrolment.person.full_name, one.method) for one in ordered]


def test_typed_without_network_it_is_ones_own_name_and_confirmed(tablet, lesson, names):
    with tablet(addresses.TRAINER) as it:
        page = it.open_register(lesson)
        it.lose_network()
        it.hand_round(lesson)
        it.chooses(names[3])
        button, complaints = (
            page.locator("[data-signing] [type=submit]"),
            page.locator(".field-error:visible"),
        )
        for typed, complaint in (("", "écrivez votre nom"), ("Zut", names[3]), (names[3].lower(), "Cochez")):
            page.locator("#name").fill(typed)
            button.click()
            expect(complaints).to_contain_text(complaint)
        assert it.faults() == []
        assert it.notes() == []
        page.locator("#confirmed").check()
        it.signs(names[3])
        [note] = it.notes()
        assert (note["method"], note["written"]) == ("TYPED", names[3].lower())


def test_the_network_goes_while_somebody_signs(tablet, lesson, names):
    with tablet(addresses.TRAINER) as it:
        it.open_register(lesson)
        page = it.hand_round(lesson)
        it.follow(page.locator(".signing-name", has_text=names[0]))
        it.draws()
        it.lose_network()
        it.signs(names[0])
        it.waits("1 signature")
        assert not lesson.signatures.exists()
        it.find_network()
        expect(page.locator("#saved")).to_contain_text(SAVED, timeout=EXPECT)
        it.page.locator(".site-header").wait_for()
        assert signed_on(lesson) == [(names[0], "DRAWN")]
        assert it.notes() == []


def test_with_network_nothing_of_a_signature_stays(tablet, lesson, names):
    with tablet(addresses.TRAINER) as it:
        it.open_register(lesson)
        page = it.hand_round(lesson)
        it.follow(page.locator(".signing-name", has_text=names[0]))
        it.types("Somebody Else")
        it.follow(page.locator("[data-signing] [type=submit]"))
        page.locator(".field-error").first.wait_for()
        it.types(names[0])
        it.follow(page.locator("[data-signing] [type=submit]"))
        expect(page.locator("#saved")).to_contain_text(SAVED, timeout=EXPECT)
        assert it.notes() == []
        assert signed_on(lesson) == [(names[0], "TYPED")]
        assert not lesson.notes.refused_unseen().exists()


def test_two_people_without_network_say_different_things(tablet, lesson):
    with tablet(addresses.TRAINER, disk="one") as sofie, tablet(addresses.COORDINATOR, disk="two") as jan:
        for it, choice in ((sofie, SICK), (jan, "15")):
            it.open_register(lesson)
            it.lose_network()
            it.except_for(0, choice)
            it.waits("1 présence notée")
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


def test_a_signature_meets_an_absence_and_another_signature(tablet, lesson, names):
    """Two trainers without network: both cards show both, somebody decides, nothing is lost."""
    with tablet(addresses.TRAINER, disk="one") as sofie, tablet(addresses.COORDINATOR, disk="two") as jan:
        for it in (sofie, jan):
            it.open_register(lesson)
            it.lose_network()
        sofie.except_for(0, SICK)
        sofie.waits("1 présence notée")
        for it, people in ((sofie, names[1:2]), (jan, names[0:2])):
            it.hand_round(lesson)
            for name in people:
                it.chooses(name)
                it.draws()
                it.signs(name)
        sofie.find_network()
        expect(sofie.page.locator("#saved")).to_contain_text(SAVED, timeout=EXPECT)
        jan.find_network()
        expect(jan.page.locator("#saved")).to_contain_text(SAVED, timeout=EXPECT)
        page = jan.open_register(lesson)
        cards = page.locator(".conflict")
        expect(cards).to_have_count(2)
        assert [card.locator(".reason").count() for card in cards.all()] == [2, 2]
        assert SICK in cards.first.inner_text()
        assert cards.first.locator(".signed-drawing").count() == 1
        assert cards.nth(1).locator(".signed-drawing").count() == 2
        assert page.locator(CLOSE).count() == 0
        assert jan.faults() == []
        cards.first.locator(".reason").nth(1).click()
        expect(cards).to_have_count(1)
        cards.first.locator(".reason").first.click()
        page.locator(CLOSE).wait_for()
        assert said_on(lesson)[0] == ""
        assert signed_on(lesson) == [(names[0], "DRAWN"), (names[1], "DRAWN")]
        assert [one.outcome for one in lesson.notes.order_by("pk")][-2:] == ["HOLDS", "SET_ASIDE"]
        assert lesson.notes.last().written
    call_command("verify_registers")


def test_what_could_not_be_written_is_said_until_it_is_read(tablet, lesson, names):
    trainer = User.objects.get(email=addresses.TRAINER)
    with tablet(addresses.TRAINER) as it:
        page = it.open_register(lesson)
        it.lose_network()
        it.except_for(2, SICK)
        it.waits("1 présence notée")
        it.hand_round(lesson)
        it.chooses(names[0])
        it.draws()
        it.signs(names[0])
        it.waits("1 présence notée et 1 signature")
        attendance.open_register(half_day=lesson, by=trainer)
        attendance.close(half_day=lesson, by=trainer, head_count=12, unsigned_reason="Pas de réseau")
        it.go(reverse("trainer_today"))
        it.find_network()
        notices = page.locator(".refusals .message")
        expect(notices).to_have_count(1, timeout=EXPECT)
        assert it.faults() == []
        assert it.notes() == []
        it.follow(notices.locator("a"))
        lines = page.locator("[aria-labelledby=refused] li")
        expect(lines).to_have_count(2)
        for line, name in zip(lines.all(), (names[2], names[0]), strict=True):
            assert name in line.inner_text()
            assert "avant que ceci n’arrive" in line.inner_text()
        assert lines.nth(1).locator(".signed-drawing").count() == 1
        assert it.faults() == []
        it.page.locator("[aria-labelledby=refused] button").click()
        expect(lines).to_have_count(0)
        it.go(reverse("trainer_today"))
        expect(page.locator("#saved")).to_contain_text(SAVED, timeout=EXPECT)
        expect(notices).to_have_count(0)
        assert not lesson.signatures.exists()
        assert lesson.notes.count() == 2


def test_what_grenstaal_cannot_even_keep_stays_on_the_device_until_it_is_read(tablet, lesson):
    stranger = Enrolment.objects.exclude(session=lesson.session).first()
    made_at = timezone.now().isoformat()
    note = {"half_day": lesson.pk, "said": "", "seen": "", "made_at": made_at, "name": "Zut"}
    with tablet(addresses.TRAINER) as it:
        page = it.open_register(lesson)
        it.put_back([note | {"uid": "5f0c4a52-0000-4000-8000-000000000001", "enrolment": stranger.pk}])
        page.reload()
        notices = page.locator(".refusals .message")
        expect(notices).to_have_count(1, timeout=EXPECT)
        assert "Zut" in notices.inner_text()
        notices.locator("button").click()
        expect(notices).to_have_count(0)
        assert it.notes() == []


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


def test_a_closed_register_leaves_the_device(tablet, lesson, names):
    """Marks, names and strokes: nothing of that half-day stays once it is closed and everything is sent."""
    with tablet(addresses.TRAINER) as it:
        page = it.open_register(lesson)
        assert names[0] in it.device()
        it.lose_network()
        it.absent(1)  # on the page of Grenstaal
        it.waits("1 présence notée")
        it.absent(2)  # on the one that the device draws
        it.waits("2 présences notées")
        it.hand_round(lesson)
        it.chooses(names[0])
        it.draws()
        it.signs(names[0])
        strokes = it.notes()[-1]["written"]
        assert json.loads(it.device())
        it.find_network()
        expect(page.locator("#saved")).to_contain_text(SAVED, timeout=EXPECT)
        it.open_register(lesson)
        assert said_on(lesson)[:4] == ["", "U_UNJUSTIFIED", "U_UNJUSTIFIED", ""]
        it.close_register(heads=10)
        expect(page.locator("#saved")).to_contain_text(SAVED, timeout=EXPECT)
        kept = page.evaluate("import('/static/js/register/store.js').then(store => store.registers())")
        assert lesson.pk not in [one["id"] for one in kept]
        assert it.notes() == []
        assert strokes not in it.device()


def test_somebody_else_on_the_same_tablet_meets_no_name(tablet, lesson):
    with tablet(addresses.TRAINER) as it:
        it.open_register(lesson)
        it.lose_network()
        it.except_for(0, SICK)
        it.waits("1 présence notée")
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


def test_it_can_be_installed(tablet, lesson):
    """What Chromium itself says of the manifest, its pictures and the worker."""
    with tablet(addresses.TRAINER) as it:
        it.open_register(lesson)
        asked = it.context.new_cdp_session(it.page)
        found = asked.send("Page.getAppManifest")
        assert found["errors"] == []
        manifest = json.loads(found["data"])
        assert {(one["sizes"], one["purpose"]) for one in manifest["icons"]} >= {
            ("192x192", "any"),
            ("512x512", "any"),
            ("512x512", "maskable"),
        }
        assert manifest["start_url"].startswith(manifest["scope"])
        assert asked.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
