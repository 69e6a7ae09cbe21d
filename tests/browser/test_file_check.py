"""The file in somebody's hands: compared in the browser without being sent, or sent where no script runs."""

import pytest

from documents import store
from tests.browser import addresses
from tests.browser.visitor import DESK, PHONE

pytestmark = pytest.mark.browser
FORM = "form[enctype]"


def choose(one, content: bytes, name="certificate.pdf") -> None:
    file = {"name": name, "mimeType": "application/pdf", "buffer": content}
    one.page.locator(f"{FORM} input[type=file]").set_input_files(file)


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_the_browser_compares_and_sends_nothing(visitor, language):
    one, known = visitor(language=language, size=PHONE), addresses.certificates()["valid"]
    one.go(f"/v/{known.code}")
    sent = []
    one.page.on("request", lambda request: sent.append(request.url))
    pdf = store.read(known.document)
    for content, shown, hidden in ((pdf, "same", "other"), (pdf + b" ", "other", "same")):
        choose(one, content)
        one.page.locator(f"{FORM} button").click()
        one.page.locator(f"[data-file-{shown}]").wait_for()
        assert one.page.locator(f"[data-file-{hidden}]").is_hidden()
    assert "A1" in one.page.locator("[data-file-other]").inner_text()
    assert sent == []
    assert one.faults() == []


@pytest.mark.parametrize("with_a_code", [True, False])
def test_without_script_it_is_sent_and_the_answer_is_the_same(visitor, with_a_code):
    one, known = visitor(language="nl", size=DESK, javascript=False), addresses.certificates()["revoked"]
    one.go(f"/v/{known.code}" if with_a_code else "/v/")
    choose(one, store.read(known.document))
    one.follow(one.page.locator(f"{FORM} button"))
    assert one.page.locator("h1").inner_text() == "Ingetrokken"
    assert one.page.locator("[data-file-same]").is_visible()
    assert one.page.locator("[data-file-other]").is_hidden()


def test_an_unknown_file_is_said_to_be_unknown(visitor):
    one = visitor(language="nl", size=DESK)
    one.go("/v/")
    choose(one, b"%PDF-1.7")
    one.follow(one.page.locator(f"{FORM} button"))
    assert "Wij kennen dit bestand niet." in one.page.locator("main").inner_text()
    assert one.faults() == []
