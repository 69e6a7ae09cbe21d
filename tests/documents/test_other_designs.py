"""Attendance attestations and language profiles as the office designs them; the official model stays."""

import pytest
from PIL import ImageChops

from documents import designs, specimen
from documents.press import print_document
from documents.sheets import SHEETS
from tests.documents.builders import certificate_facts
from tests.documents.designs import design, signatories, twelve
from tests.documents.paper import seen, words
from tests.documents.profile_builders import profile_facts
from tests.documents.register_builders import presence_facts, realisation_facts

FACTS = {"presence": presence_facts, "profile": profile_facts}
papers = pytest.mark.parametrize("paper", FACTS)


@papers
def test_facts_from_before_keep_their_bytes(paper):
    facts = FACTS[paper]()
    assert "design" not in facts.to_json()
    designed = FACTS[paper](design=design(paper))
    assert type(facts).from_json(designed.to_json()) == designed


@papers
def test_the_built_in_design_prints_the_page_without_one(paper):
    plain, designed = (print_document(paper, FACTS[paper](design=one)) for one in (None, design(paper)))
    assert plain.pdf == designed.pdf
    assert list(designs.troubles(SHEETS[paper], design(paper))) == []


@papers
@pytest.mark.parametrize("emblem", ["FOOT", "HEAD"])
@pytest.mark.parametrize("number", [1, 12])
def test_who_signs_and_whose_logos_have_room(paper, emblem, number):
    said = design(
        paper,
        emblem=emblem,
        signatories=signatories(number),
        logos=twelve(number),
        programme="Programme de la mer",
    )
    printed = print_document(paper, FACTS[paper](design=said))
    text = words(printed.pdf)
    assert printed.pages == 1
    assert text.count("Voorzitter van de stedengemeenschap") == number
    assert "Programme de la mer" in text
    assert "Lefebvre" not in text


@papers
@pytest.mark.parametrize("sample", specimen.SAMPLES)
def test_a_specimen_says_so(paper, sample):
    facts = specimen.facts(paper, sample, design(paper))
    text = words(print_document(paper, facts).pdf)
    assert {"SPÉCIMEN", "SPECIMEN"} <= set(text.split())
    assert "SPÉCIMEN" not in words(print_document(paper, FACTS[paper]()).pdf)


def test_every_paper_with_phrases_has_a_specimen_layouts_and_places():
    designed = {name for name, sheet in SHEETS.items() if sheet.phrases}
    assert designed == specimen.PAPERS.keys()
    for name in designed:
        assert SHEETS[name].layouts, name
        assert {"FOOT", "HEAD"} == SHEETS[name].emblems.keys()


def test_the_official_model_is_nobodys_to_design():
    sheet = SHEETS["realisation"]
    assert [sheet.phrases, sheet.layouts, sheet.emblems] == [{}, {}, {}]
    assert "design" not in realisation_facts().to_json()


def test_a_word_of_the_office_stands_on_the_paper():
    said = design("presence", words=reworded("presence", "total", fr="Somme", nl="Som"))
    text = words(print_document("presence", presence_facts(design=said)).pdf)
    assert "Somme" in text
    assert "Totaal" not in text


def reworded(paper: str, name: str, **both: str):
    built_in = design(paper).words
    return tuple(type(each)(name=name, **both) if each.name == name else each for each in built_in)


def test_the_signing_room_is_white():
    """Above the line of who signs alone nothing is printed: 8 mm for a pen."""
    said = design(signatories=signatories(2)[1:])  # without a logo
    picture = seen(print_document("certificate", certificate_facts(design=said)).pdf, dpi=100).convert("L")
    line = find_line(picture)
    room = picture.crop((line[0], line[1] - 30, line[0] + 100, line[1] - 2))
    assert ImageChops.invert(room).getbbox() is None


def find_line(picture) -> tuple[int, int]:
    """The left end of the lowest long thin line above which one signs."""
    left, right = round(40 / 25.4 * 100), round(90 / 25.4 * 100)
    for y in range(picture.height - 60, picture.height // 2, -1):
        row = picture.crop((left, y, right, y + 1))
        if row.getextrema()[1] < 250:
            return left, y
    raise AssertionError("no line to sign on")
