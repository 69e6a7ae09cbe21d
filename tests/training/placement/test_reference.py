"""The questions that are shipped: enough of them, four different answers, a sound for each that is heard."""

from collections import Counter

import pytest

from training.domain import reference
from training.domain.placement import clips
from training.domain.placement.scoring import BANDS
from training.enums import WITH_CLIP, Level, Skill
from training.models import CanDo, PlacementItem
from training.rules import audio_type

ROWS = reference.rows("placement_items")


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_four_different_answers_in_both_languages(row):
    item = reference.placement_item(*row)
    item.clean()
    for language in ("fr", "nl"):
        right = getattr(item, f"right_{language}")
        assert right not in getattr(item, f"wrong_{language}").splitlines()
    if item.part in WITH_CLIP:
        sound = clips.shipped(item)
        assert item.text
        assert audio_type(sound[:16]) == "audio/mpeg"


def test_enough_items_per_skill_and_half_level():
    number = Counter((part, level) for _, part, level, *_ in ROWS)
    for part in ("REA", "LIS", "WRI"):
        for band in BANDS:
            assert number[part, band] >= 4
    assert sum(number.values()) >= 80


def test_four_statements_per_level_and_skill():
    rows = reference.rows("can_dos")
    number = Counter((level, skill) for _, sector, _, level, skill, *_ in rows if not sector)
    levels = (Level.PRE_A1, Level.A1, Level.A2, Level.A2_PLUS, Level.B1)
    assert all(number[level, skill] >= 4 for level in levels for skill in Skill)


def test_the_sounds_are_light():
    assert sum(path.stat().st_size for path in clips.SHIPPED.iterdir()) < 1_500_000


@pytest.mark.django_db
def test_loading_twice_keeps_what_an_editor_changed():
    reference.load()
    PlacementItem.objects.filter(code="rea-pre-1").update(ask_fr="Une autre question")
    reference.load()
    assert PlacementItem.objects.count() == len(ROWS)
    assert PlacementItem.objects.get(code="rea-pre-1").ask_fr == "Une autre question"
    assert CanDo.objects.exclude(example="").exists()


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-1", (0, 1)),
        ("bytes=5-", (5, 9)),
        ("bytes=-3", (7, 9)),
        ("bytes=8-99", (8, 9)),
        ("bytes=12-", None),
        ("bytes=-", None),
        ("", None),
    ],
)
def test_parts_of_a_sound(header, part):
    assert clips.part(header, 10) == part
