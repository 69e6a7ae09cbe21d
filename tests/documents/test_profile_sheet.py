"""The page of a language profile: it fits, whoever it is about, and says what is not known."""

import pytest

from documents.exceptions import PressFault
from documents.press import print_document
from documents.profile_facts import ProfileFacts
from tests.documents.paper import words
from tests.documents.profile_builders import found, longest_profile_facts, profile_facts
from tests.documents.register_builders import LONG_NAME


@pytest.mark.parametrize("language", ["fr", "nl"])
@pytest.mark.parametrize("name", [LONG_NAME, "Ελένη Παπαδοπούλου", "Оксана Їжакевич"])
def test_the_longest_page_is_one_page(name, language):
    printed = print_document("profile", longest_profile_facts(holder_name=name), language=language)
    assert printed.pages == 1
    assert name in words(printed.pdf)


def test_every_case_of_a_skill():
    text = words(print_document("profile", profile_facts()).pdf)
    for phrase in (
        "A1.2 – formatrice ou formateur, 20 novembre 2026",
        "A1 – extern certificaat, 20 november 2026",
        "Pre-A1 – test de positionnement, 28 septembre 2026",
        "pas encore réévalué",
        "niet geëvalueerd",
        "Cofinancé par l’Union européenne",
    ):
        assert phrase in text, phrase


def test_an_unknown_level_or_source_is_never_printed():
    one = profile_facts().skills[0]
    for wrong in (found("Z9"), found("A1", source="RUMOUR")):
        changed = type(one)(skill="LIS", entry=wrong)
        with pytest.raises(PressFault):
            print_document("profile", profile_facts(skills=(changed,)))


def test_frozen_facts_come_back_the_same():
    assert ProfileFacts.from_json(profile_facts().to_json()) == profile_facts()
