"""Every pair of colours that `static/css/tokens.css` declares is readable, by day and by night."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).resolve().parents[2] / "static" / "css" / "tokens.css"
TEXT = TOKENS.read_text()
NIGHT_BEGINS = TEXT.index("prefers-color-scheme: dark) {\n    :root")


def colours(text: str) -> dict[str, str]:
    return dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", text))


DAY = colours(TEXT[:NIGHT_BEGINS])
NIGHT = colours(TEXT[NIGHT_BEGINS:])
PAIRS = re.findall(r"pair: (--[\w-]+) on (--[\w-]+) ([\d.]+)", TEXT)
DECORATIVE = re.findall(r"decorative: (--[\w-]+)", TEXT)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_twenty_one():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("palette", [DAY, NIGHT], ids=["day", "night"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_pair_is_readable(palette, front, ground, least):
    assert contrast(palette[front], palette[ground]) >= float(least)


def test_each_colour_has_a_twin_for_the_night():
    assert DAY.keys() == NIGHT.keys()


def test_each_colour_is_in_a_pair_or_decorative():
    paired = {name for front, ground, _least in PAIRS for name in (front, ground)}
    assert DAY.keys() == paired | set(DECORATIVE)


def test_only_the_tokens_name_colours():
    """The European block keeps the colours that its rules prescribe, paper is black on white."""
    allowed = {"#fff", "#000", "#039"}
    for sheet in TOKENS.parent.glob("*.css"):
        if sheet != TOKENS and sheet.name != "back_office.css":  # Wagtail's admin has tokens of its own
            assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", sheet.read_text())) <= allowed, sheet.name
