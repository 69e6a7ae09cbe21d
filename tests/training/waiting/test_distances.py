"""As the crow flies: the formula, and the places it is asked about."""

import json
from pathlib import Path

import pytest

import accounts
from training.domain import distances
from training.domain.territories import lies_in
from training.enums import Territory

COMMUNES = Path(accounts.__file__).parent / "reference" / "communes.json"
AREAS = (Territory.DUNKIRK, Territory.HAUTS_DE_FLANDRE)
CORNER = {"north": (49.9, 51.4), "east": (1.5, 4.4)}  # of Nord, Pas-de-Calais and West Flanders


def test_a_degree_of_latitude_and_a_quarter_of_the_earth():
    assert distances.between((50, 2), (51, 2)) == pytest.approx(111.195, abs=0.001)
    assert distances.between((0, 0), (0, 90)) == pytest.approx(10_007.5, abs=0.1)
    assert distances.between((51, 2.4), (51, 2.4)) == 0


@pytest.mark.parametrize(
    ("commune", "town", "far"),
    [
        ("59183", "Bergues", 8.3),
        ("59183", "Veurne", 20.8),
        ("59183", "De Panne", 16.7),
        ("59067", "dunkerque", 8.3),
        ("59183", "Dunkerque", 0),
    ],
)
def test_from_a_commune_to_a_town_on_either_side_of_the_border(commune, town, far):
    assert distances.kilometres(commune, town) == pytest.approx(far, abs=0.1)


@pytest.mark.parametrize(("commune", "town"), [("59183", "Paris"), ("02001", "Veurne"), (None, "Veurne")])
def test_nothing_is_guessed_of_a_place_we_do_not_know(commune, town):
    assert distances.kilometres(commune, town) is None


def test_every_place_lies_in_this_corner_and_every_commune_is_one():
    official = {
        code: name for code, name, _department, _postcodes in json.loads(COMMUNES.read_text())["communes"]
    }
    for code, name, north, east in distances._places()["communes"]:
        assert official[code] == name
        assert CORNER["north"][0] < north < CORNER["north"][1], name
        assert CORNER["east"][0] < east < CORNER["east"][1], name


def test_every_commune_of_the_two_groupings_is_placed():
    official = [row[0] for row in json.loads(COMMUNES.read_text())["communes"]]
    members = [one for one in official if any(lies_in(one, area) for area in AREAS)]
    assert len(members) > 50
    assert [one for one in members if not distances.is_placed(one)] == []
