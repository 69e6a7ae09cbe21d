"""The named strings of a paper: worded by the office, or as they were before there were templates."""

from dataclasses import replace

import pytest
from django.utils.translation import override

from documents import phrases
from documents.exceptions import PressRefusal
from documents.facts import CertificateFacts, Design, Worded
from documents.press import print_document
from documents.sheets import SHEETS
from tests.documents.builders import certificate_facts
from tests.documents.paper import words

PHRASES = SHEETS["certificate"].phrases


def design(**changes: dict[str, str]) -> Design:
    written = {name: phrase.built_in() | changes.get(name, {}) for name, phrase in PHRASES.items()}
    return Design(
        template=1,
        number=2,
        layout="SHORES",
        emblem="FOOT",
        words=tuple(Worded(name=name, **both) for name, both in written.items()),
    )


def troubles(language: str, **changes: dict[str, str]) -> list[str]:
    written = {name: phrase.built_in() | changes.get(name, {}) for name, phrase in PHRASES.items()}
    with override(language):
        return [str(each) for each in phrases.troubles(PHRASES, written)]


def test_the_built_in_words_are_whole_on_every_sheet():
    for sheet in SHEETS.values():
        written = {name: phrase.built_in() for name, phrase in sheet.phrases.items()}
        assert list(phrases.troubles(sheet.phrases, written)) == []


def test_facts_from_before_keep_their_bytes():
    facts = certificate_facts()
    assert "design" not in facts.to_json()
    assert CertificateFacts.from_json(facts.to_json()) == facts


def test_facts_with_a_design_come_back_as_they_were():
    facts = certificate_facts(design=design())
    assert CertificateFacts.from_json(facts.to_json()) == facts


def test_the_built_in_words_print_the_page_from_before():
    facts = certificate_facts()
    assert (
        print_document("certificate", replace(facts, design=design())).pdf
        == print_document("certificate", facts).pdf
    )


def test_the_office_words_it_otherwise():
    facts = certificate_facts(
        design=design(
            title={"fr": "Brevet <de> navigation", "nl": "Vaarbrevet"},
            hours={"nl": "volgde {title} van {first_day} tot {last_day}: {followed} van {planned}."},
        )
    )
    text = words(print_document("certificate", facts).pdf)
    assert "Brevet <de> navigation" in text
    assert "Vaarbrevet" in text
    assert "volgde Nederlands voor de logistiek" in text
    assert "105 uur 30 van 120 uur" in text


@pytest.mark.parametrize(
    ("changes", "french", "dutch"),
    [
        (
            {"check": {"nl": " "}},
            "Il manque le texte néerlandais\u00a0: «\u00a0mots au-dessus du code\u00a0».",
            "De Nederlandse tekst ontbreekt: “woorden boven de code”.",
        ),
        (
            {"check": {"fr": "Vérifier {x}"}},
            "«\u00a0mots au-dessus du code\u00a0», en français\u00a0: {x} n’est pas connu ici. "
            "Vous pouvez utiliser\u00a0: –.",
            "“woorden boven de code”, in het Frans: {x} is hier niet bekend. U kunt gebruiken: –.",
        ),
        (
            {"replaces": {"nl": "Vervangt"}},
            "«\u00a0ligne du document remplacé\u00a0», en néerlandais\u00a0: gardez {code} (code du document "
            "remplacé) dans la phrase.",
            "“regel over het vervangen document”, in het Nederlands: behoud {code} (code van het vervangen "
            "document) ergens in de zin.",
        ),
    ],
)
def test_a_sentence_names_the_string_and_its_language(changes, french, dutch):
    assert troubles("fr", **changes) == [french]
    assert troubles("nl", **changes) == [dutch]


@pytest.mark.parametrize(
    "text", ["{code} {code}", "{code} }", "x" * 90 + "{code}", "{code} 漢字"],
    ids=["twice", "brace", "long", "unprintable"],
)  # fmt: skip
def test_what_the_page_cannot_bear_is_said(text):
    (said,) = troubles("fr", replaces={"fr": text})
    assert "ligne du document remplacé" in said


def test_a_character_that_nobody_sees_is_named_by_its_number():
    (said,) = troubles("fr", check={"fr": "Vérifier\u202e ce\u200b document 漢"})
    assert said.endswith("U+202E U+200B 漢")


def test_nothing_is_printed_with_a_missing_text():
    facts = certificate_facts(design=design(title={"nl": ""}))
    with (
        override("fr"),
        pytest.raises(PressRefusal, match="Il manque le texte néerlandais\u00a0: «\u00a0titre"),
    ):
        print_document("certificate", facts)


def test_a_string_that_came_later_is_missing_too():
    older = design()
    facts = certificate_facts(design=replace(older, words=older.words[1:]))
    with pytest.raises(PressRefusal):
        print_document("certificate", facts)
