"""Both catalogues are complete; and the inspector that says so would notice if they were not."""

from pathlib import Path

import polib
import pytest

from config.services import messages


@pytest.fixture
def catalogue(tmp_path) -> Path:
    """A tree with one French catalogue: one entry said, one not yet, one only guessed."""
    path = tmp_path / "training" / "locale" / "fr" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    entries = [
        polib.POEntry(msgid="Course", msgstr="Formation"),
        polib.POEntry(msgid="Room", msgstr=""),
        polib.POEntry(msgid="Chair", msgstr="Table", flags=["fuzzy"]),
    ]
    save(path, entries)
    return path


def save(path: Path, entries: list[polib.POEntry]) -> None:
    content = polib.POFile()
    content.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    content.extend(entries)
    content.save(str(path))


def test_both_catalogues_are_complete():
    assert messages.find_problems() == []


def test_a_missing_and_a_fuzzy_entry_are_found(catalogue, tmp_path):
    assert messages.untranslated(tmp_path) == [
        "training/locale/fr/LC_MESSAGES/django.po: missing: 'Room'",
        "training/locale/fr/LC_MESSAGES/django.po: fuzzy: 'Chair'",
    ]


def test_a_stale_entry_is_found(catalogue, tmp_path):
    fresh = tmp_path / "fresh.po"
    save(fresh, [polib.POEntry(msgid="Course"), polib.POEntry(msgid="Room")])

    assert messages.stale_entries(catalogue, fresh, Path("fr")) == ["fr: stale: 'Chair'"]
