"""The components: what they compute, and that what they name exists."""

import datetime
import re
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template
from django.utils import translation

from config.coast import TOWNS, place, project
from config.demo.styleguide import SECTORS, styleguide
from config.fonts import web_fonts
from config.templatetags.design import day_words, stair_steps, time_words

ROOT = Path(__file__).resolve().parents[2]
SPRITE = (ROOT / "static" / "img" / "icons.svg").read_text()


def drawn(level: str, entry: str = "") -> list[tuple[int, int]]:
    return [(step.entry_width, step.exit_width) for step in stair_steps(level, entry)]


@pytest.mark.parametrize(
    ("level", "entry", "widths"),
    [
        ("", "", [(0, 0), (0, 0), (0, 0), (0, 0), (0, 0)]),
        ("PRE_A1", "", [(0, 0), (0, 0), (0, 0), (0, 0), (0, 0)]),
        ("A1.1", "", [(0, 18), (0, 0), (0, 0), (0, 0), (0, 0)]),
        ("A2", "A1", [(36, 36), (0, 36), (0, 0), (0, 0), (0, 0)]),
        ("A2+", "A1", [(36, 36), (0, 36), (0, 18), (0, 0), (0, 0)]),
        ("C2", "B1", [(36, 36), (36, 36), (36, 36), (0, 36), (0, 36)]),
    ],
)
def test_a_stair_fills_as_far_as_the_level(level, entry, widths):
    assert drawn(level, entry) == widths


def test_a_half_level_of_a_higher_step_never_falls_below_the_step_before():
    order = ["A1.1", "A1.2", "A1", "A1+", "A2.1", "A2.2", "A2", "A2+", "B1.1", "B1", "B2", "C1"]
    filled = [sum(exit_width for _entry, exit_width in drawn(level)) for level in order]
    assert filled == sorted(filled)


@pytest.mark.parametrize(
    ("language", "day", "short", "hour", "half"),
    [
        ("fr", "mardi 1er décembre 2026", "mardi 1er décembre", "18 h", "18 h 30"),
        ("nl", "dinsdag 1 december 2026", "dinsdag 1 december", "18.00 uur", "18.30 uur"),
    ],
)
def test_days_and_times_as_people_say_them(language, day, short, hour, half):
    with translation.override(language):
        assert day_words(datetime.date(2026, 12, 1)) == day
        assert day_words(datetime.date(2026, 12, 1), False) == short
        assert time_words(datetime.time(18, 0)).replace("\xa0", " ") == hour
        assert time_words(datetime.time(18, 30)).replace("\xa0", " ") == half
        assert (day_words(None), time_words(None)) == ("", "")


def test_the_first_is_not_said_of_the_eleventh():
    with translation.override("fr"):
        assert day_words(datetime.date(2026, 12, 11)) == "vendredi 11 décembre 2026"


def test_the_map_is_true_to_the_compass():
    at = {town.key: town for town in TOWNS}
    assert at["Calais"].x < at["Dunkerque"].x < at["Veurne"].x < at["Oostende"].x
    assert at["Oostende"].y < at["Dunkerque"].y < at["Ieper"].y
    assert all(0 < town.x < 1000 and 0 < town.y < 568 for town in TOWNS)


def test_a_town_of_the_office_needs_no_coordinates_and_another_brings_its_own():
    assert (place({"name": "Veurne"}).x, place({"name": "Veurne"}).y) == project(lat=51.072, lon=2.662)
    assert place({"name": "Saint-Omer", "lat": "50.748", "lon": 2.261}).x == project(lat=50.748, lon=2.261)[0]
    with pytest.raises(ValueError, match="Saint-Omer"):
        place({"name": "Saint-Omer"})


def test_a_town_with_courses_is_drawn_once_as_a_link():
    towns = [{"name": "Veurne", "url": "/veurne/", "active": True, "count": 2}]
    source = '{% include "components/coast_map.html" with towns=towns %}'
    with translation.override("fr"):
        html = Template(source).render(Context({"towns": towns}))
    assert html.count(">Furnes</text>") == 1
    assert ">Veurne</text>" not in html
    assert html.count('href="/veurne/"') == 2  # on the map and in the list


def test_every_icon_that_a_template_names_is_in_the_set():
    ids = set(re.findall(r'<symbol id="([\w-]+)"', SPRITE))
    pattern = re.compile(r'{% icon "([\w-]+)"|components/icon\.html" with name="([\w-]+)"|\bicon="([\w-]+)"')
    folders = ["templates", "accounts", "documents", "training", "certificates", "cms"]
    named = {
        (name, path.name)
        for folder in folders
        for path in (ROOT / folder).rglob("*.html")
        if path.name != "icon.html"  # shows how it is used
        and "back_office" not in path.parts  # Wagtail's own icons
        for found in pattern.findall(path.read_text())
        for name in found
        if name
    }
    assert named
    assert {pair for pair in named if pair[0] not in ids} == set()


def test_every_sector_has_its_drawing():
    drawings = (ROOT / "static" / "img" / "sectors.svg").read_text()
    assert set(re.findall(r'<symbol id="([\w-]+)"', drawings)) == set(SECTORS)


def test_an_icon_alone_says_what_it_means():
    source = '{% load design %}{% icon "x" title %}{% icon "x" %}'
    html = Template(source).render(Context({"title": "Fermer <tout>"}))
    assert 'role="img" aria-label="Fermer &lt;tout&gt;"' in html
    assert html.count('aria-hidden="true"') == 1


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["fr", "nl"])
@pytest.mark.parametrize("query", ["", "?wrong"])
def test_every_component_renders(rf, settings, language, query):
    request = rf.get(f"/demo/styleguide/{query}")
    request.user = AnonymousUser()
    with translation.override(language):
        html = styleguide(request).content.decode()
    assert f'<html lang="{language}">' in html
    assert html.count("<h1") == 1
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    named = set(" ".join(re.findall(r'aria-(?:describedby|labelledby)="([^"]+)"', html)).split())
    assert named <= set(ids)
    assert ("field-error" in html) == bool(query)


def test_the_fonts_of_the_site_stay_light():
    paths = web_fonts()
    assert sum(path.stat().st_size for path in paths) <= 120_000
    sheet = (ROOT / "static" / "css" / "tokens.css").read_text()
    assert set(re.findall(r"fonts/([\w-]+\.woff2)", sheet)) == {path.name for path in paths}


LONE_LINK = re.compile(r"<(p|dd)[^>]*><a (?![^>]*\bclass=)(?:(?!</?a\b|<p|</p|</dd).)*</a></\1>")


def test_a_link_that_is_a_line_of_its_own_is_tall_enough_for_a_thumb():
    """As `.alone` or a button: 22 pixels of text are too few on a telephone."""
    found = [*ROOT.glob("*/templates/**/*.html"), *(ROOT / "templates").rglob("*.html")]
    pages = [path for path in found if not {"emails", "back_office"} & {*path.parts}]
    assert LONE_LINK.search('<p><a href="/x/">x</a></p>')
    assert not LONE_LINK.search('<p><a href="/x/">x</a>, or <a href="/y/">y</a></p>')
    assert [path.name for path in pages if LONE_LINK.search(path.read_text())] == []
