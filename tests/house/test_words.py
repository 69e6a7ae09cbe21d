"""One word for one thing (docs/glossary.md), and type set as French and Dutch readers expect it."""

import ast
import re
from pathlib import Path

import polib
import pytest

from documents import towns

ROOT = Path(__file__).resolve().parent.parent.parent
LANGUAGES = ("fr", "nl")
SPOKEN = ("cms/content", "config/demo")  # the modules whose texts people read

# What is rejected, and the word to write.
REJECTED = {
    "nl": {
        r"getuigschrift": "attest, opleidingsattest",
        r"\bcursus": "opleiding",
        r"\bdocent|\bleraar|\bleerkracht": "lesgever",
        r"\bleerling|\bstudent\b|\bdeelnemer": "cursist",
        r"\bmiddag|’s morgens|\bochtend": "voormiddag, namiddag",
        r"\brooster\b|lesrooster|tijdschema": "uurrooster",
        r"\buitzendbureau|interimkantoor": "uitzendkantoor",
        r"\bCEFR\b|\bCECRL\b": "ERK",
        r"\bDunkerque\b(?!-Côte| \(|,? ?$)": "Duinkerke",
        r"[Ss]uccesvol|\bgelieve\b|\bmet succes\b": "say what happened",
    },
    "fr": {
        r"\bcertificats?\b(?! Qualiopi| de réalisation)": "attestation",
        r"\bcompétences?\b": "activité langagière",
        r"\bregistres?\b": "feuille d’émargement",
        r"clôtur": "clore",
        r"avec succès|[Vv]euillez|\bmerci de\b": "a verb, and what happened",
        r"\w·\w": "no middle dot",
        r"\bVeurne\b|\bIeper\b": "Furnes, Ypres",
        r"\b[Tt]u\b|\b[Tt]es\b|\b[Tt]on\b": "vous",
    },
}
# The space before these, and inside guillemets, must not break; the apostrophe is curled.
TYPE = {"fr": r"(?<! ) [;:!?»]|« |\w'\w", "nl": r"\w'\w|[‘][^’]*[’]"}


def catalogues(language: str):
    for path in sorted(ROOT.glob(f"**/locale/{language}/LC_MESSAGES/django.po")):
        if ".venv" not in path.parts:
            for entry in polib.pofile(str(path)):
                for text in [entry.msgstr, *entry.msgstr_plural.values()]:
                    yield f"{path.relative_to(ROOT)}: {entry.msgid[:50]!r}", text


def written(language: str):
    """Texts of the site's first pages and of the demo school: a dict FR or NL, a key in _fr or _nl."""
    for folder in SPOKEN:
        for path in sorted((ROOT / folder).glob("*.py")):
            tree = ast.parse(path.read_text())
            for node in ast.walk(tree):
                if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == language.upper():
                    yield from ((f"{path.name}", text) for text in strings(node.value))
                if isinstance(node, ast.Dict):
                    for key, value in zip(node.keys, node.values, strict=True):
                        if str(getattr(key, "value", "")).endswith(f"_{language}"):
                            yield from ((f"{path.name}", text) for text in strings(value))


def strings(node: ast.AST):
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rejected_word_is_written(language):
    said = [*catalogues(language), *written(language)]
    wrong = [
        f"{where}: {text!r} → {better}"
        for where, text in said
        for pattern, better in REJECTED[language].items()
        if re.search(pattern, text)
    ]
    assert len(said) > 1000
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_are_typeset(language):
    wrong = [f"{where}: {text!r}" for where, text in catalogues(language) if re.search(TYPE[language], text)]
    assert not wrong, "\n".join(wrong)


def test_a_town_has_one_row_and_each_of_its_names_leads_there():
    names = [name.casefold() for row in towns.NAMES for name in {*row[:3], *row[3]}]
    assert len(names) == len(set(names))
    assert towns.in_dutch("Dunkerque") == "Duinkerke"
    assert towns.in_french("Veurne") == towns.in_french("furnes") == "Furnes"
    assert towns.in_dutch("Wormhout") == "Wormhout"
