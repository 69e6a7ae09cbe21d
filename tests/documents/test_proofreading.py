"""What cannot be printed is refused, in a sentence that names it, in the reader's language."""

import pytest
from django.utils.translation import gettext, override, pgettext

from documents.exceptions import PressFault, PressRefusal
from documents.facts import CanDo
from documents.press import print_document
from documents.proofreading import uncovered
from tests.documents.builders import CAN_DO, certificate_facts, levels


def refusal(**changes) -> PressRefusal:
    with pytest.raises(PressRefusal) as refused:
        print_document("certificate", certificate_facts(**changes))
    return refused.value


@pytest.mark.parametrize(
    ("changes", "sentence", "field"),
    [
        ({"title_nl": ""}, "The Dutch text is missing: “{field}”.", "title of the course"),
        ({"title_fr": "  "}, "The French text is missing: “{field}”.", "title of the course"),
        ({"objectives_nl": ()}, "The Dutch text is missing: “{field}”.", "objectives"),
        ({"objectives_fr": ("lire", "")}, "The French text is missing: “{field}”.", "objectives"),
        (
            {"can_do": (CanDo(fr="Je peux lire.", nl=""),) * 4},
            "The Dutch text is missing: “{field}”.",
            "can-do statement",
        ),
        ({"provider_nda": ""}, "This is missing: “{field}”.", "activity declaration number"),
        ({"levels": ()}, "This is missing: “{field}”.", "levels"),
    ],
)
@pytest.mark.parametrize("language", ["fr", "nl"])
def test_what_is_missing_is_named(changes, sentence, field, language):
    refused = refusal(**changes)
    with override(language):
        assert str(refused) == gettext(sentence).format(field=pgettext("fact", field))


@pytest.mark.parametrize("name", ["أمينة", "Անի", "アミナ", "Amina 🎓", "Ami\x07na"])
def test_a_character_in_no_font_is_named(name):
    refused = refusal(holder_given_name=name)
    with override("en"):
        assert "given name" in str(refused)
        for character in uncovered(name):
            assert f"U+{ord(character):04X}" in str(refused)


@pytest.mark.parametrize(
    "name", ["Nguyễn Thị Ánh", "Łucja Žižková", "Олександра", "Αθηνά", "Ħelena", "İpek Gül"]
)
def test_european_and_vietnamese_names_are_printed(name):
    assert uncovered(name) == []


@pytest.mark.parametrize("number", [3, 7])
def test_four_to_six_can_do_statements(number):
    statements = tuple(CanDo(fr=fr, nl=nl) for fr, nl in (CAN_DO * 2)[:number])
    with override("en"):
        assert str(refusal(can_do=statements)) == "A certificate has four to six can-do statements."


def test_an_unknown_level_is_a_fault_not_a_blank_stair():
    with pytest.raises(PressFault, match="Z9"):
        print_document("certificate", certificate_facts(levels=levels(("LIS", "A0", "Z9"))))
