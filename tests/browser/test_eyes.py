"""What axe is not asked twice is not missed: a fault of one page, or of one width only, is found."""

import pytest

from tests.browser.visitor import DESK, PHONE, Visitor

pytestmark = pytest.mark.browser

PALE = "color: #aaa; background: #fff"
FINE = "color: #333; background: #fff"


@pytest.fixture
def sheet(chromium):
    """Lays this body into an empty page and says which rules of axe complain."""
    one = Visitor(chromium.new_context(), "about:blank")

    def complaints(body: str = "", *, style: str = "", width: dict = DESK) -> set[str]:
        if body:
            head = f"<html lang=fr><title>.</title><style>{style}</style>"
            one.page.set_content(f"{head}<main><h1>Titre</h1>{body}</main></html>")
        one.page.set_viewport_size(width)
        return {line.split(":")[0].split()[-1] for line in one.violations()}

    yield complaints
    one.context.close()


def test_a_pale_text_is_found_beside_known_ones(sheet):
    assert sheet(f"<p style='{FINE}'>Bonjour</p>") == set()
    assert sheet(f"<p style='{FINE}'>Au revoir</p><p style='{PALE}'>Bonjour</p>") == {"color-contrast"}
    assert sheet(f"<p style='{PALE}'>Bonsoir</p>") == {"color-contrast"}, "nobody gets used to it"


def test_a_known_text_is_found_on_another_ground(sheet):
    assert sheet(f"<div><p style='{FINE}'>Bonjour</p></div>") == set()
    assert sheet("<div style='background: #444'><p style='color: #333'>Bonjour</p></div>") == {
        "color-contrast"
    }


def test_a_known_text_is_found_where_it_slides_over_something_else(sheet):
    dark = "<div style='background: #444; height: 6rem; margin-bottom: -6rem'></div>"
    text = "<p style='color: #333; position: relative'>Bonjour tout le monde</p>"
    assert sheet(f"<div style='height: 6rem'></div>{text}") == set()
    assert sheet(f"{dark}{text}") == {"color-contrast"}


def test_what_was_switched_off_is_looked_at_when_it_is_on(sheet):
    button = "style='color: #aaa; background: #fff; border: 0'>Envoyer</button>"
    assert sheet(f"<button disabled {button}") == set()
    assert sheet(f"<button {button}") == {"color-contrast"}


def test_what_turns_pale_at_one_width_is_found(sheet):
    narrow = "p { color: #333 } @media (max-width: 500px) { p { color: #aaa } }"
    assert sheet("<p>Bonjour</p>", style=narrow) == set()
    assert sheet(width=PHONE) == {"color-contrast"}


def test_what_is_shown_at_one_width_only_is_found(sheet):
    narrow = "button { display: none } @media (max-width: 500px) { button { display: block } }"
    assert sheet("<p>Bonjour</p><button></button>", style=narrow) == set()
    assert sheet(width=PHONE) == {"button-name"}


def test_what_scrolls_at_one_width_only_is_found(sheet):
    wide = "div { overflow-x: auto } p { white-space: nowrap }"
    assert sheet(f"<div><p>{'Bonjour ' * 15}</p></div>", style=wide) == set()
    assert sheet(width=PHONE) == {"scrollable-region-focusable"}


SMALL = "a { display: inline-block; width: 12px; height: 12px; overflow: hidden }"
TWO = "<a href=#a>un</a><a href=#b>deux</a>"


def test_two_small_targets_side_by_side_are_found(sheet):
    assert sheet(TWO, style="a { display: inline-block; padding: 12px; margin: 12px }") == set()
    assert sheet(TWO, style=SMALL) == {"target-size"}


def test_targets_that_shrink_at_one_width_are_found(sheet):
    wide = "a { display: inline-block; padding: 12px; margin: 12px }"
    narrow = f"@media (max-width: 500px) {{ {SMALL} a {{ padding: 0; margin: 0 }} }}"
    assert sheet(TWO, style=f"{wide} {narrow}") == set()
    assert sheet(width=PHONE) == {"target-size"}
