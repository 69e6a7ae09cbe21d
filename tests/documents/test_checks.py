"""A machine that cannot print says so when it starts, not when somebody waits for a certificate."""

import pytest

from documents import checks, health
from documents.exceptions import PressFault
from documents.sheets import SHEETS


def test_this_machine_can_print():
    assert checks.printing_library(None) == []


def test_without_the_library_nothing_starts(monkeypatch):
    monkeypatch.setattr(health, "SUBSET_LIBRARIES", ("libno-such-library.so.0",))
    (error,) = checks.printing_library(None)
    assert error.id == "documents.E001"
    assert "libharfbuzz-subset0" in error.hint
    with pytest.raises(PressFault, match="apt-get install libharfbuzz-subset0"):
        health.refuse_to_start()


def test_missing_fonts_are_a_warning_when_nobody_builds_them(settings, tmp_path):
    settings.PRESS_FONT_DIR = tmp_path
    assert checks.fonts_of_the_press(None) == []
    settings.PRESS_FONT_BUILDER = None
    (warning,) = checks.fonts_of_the_press(None)
    assert str(tmp_path) in warning.msg


def test_a_template_without_the_funding_block_is_an_error(monkeypatch):
    assert checks.every_document_names_its_funding(None) == []
    monkeypatch.setattr(checks, "FUNDING_BLOCK", '"documents/parts/other.html"')
    errors = checks.every_document_names_its_funding(None)
    pairs = [pair for sheet in SHEETS.values() for pair in sheet.pairs]
    assert [error.id for error in errors] == ["documents.E002"] * len(pairs)


def test_a_signer_without_a_bought_seal_says_so_in_production(settings):
    settings.MODE = "production"
    (warning,) = checks.a_seal_that_counts(None)
    assert (warning.id, "TEST" in warning.msg) == ("documents.W003", True)
    settings.SEAL_PKCS12 = "/srv/keys/seal.p12"
    assert checks.a_seal_that_counts(None) == []
    settings.SEAL_PKCS12, settings.IS_SIGNER = "", False
    assert checks.a_seal_that_counts(None) == [], "the website knows nothing of it"
