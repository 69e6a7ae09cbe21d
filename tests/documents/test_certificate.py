"""The certificate: one page, both languages, readable by people, phones and copiers."""

import pytest
import zxingcpp

from documents import drawings, ladder, square_code
from documents.press import print_document
from tests.documents.builders import LEVELS, certificate_facts, levels, longest_facts
from tests.documents.paper import bounds_mm, seen, tags, words
from training.enums import Level

EU_BLUE = (0, 51, 153)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return print_document("certificate", certificate_facts()).pdf


def test_it_says_everything_in_both_languages(pdf):
    text = words(pdf)
    for phrase in (
        "Attestation de fin de formation",
        "Opleidingsattest",
        "Amina Benali",
        "a suivi 105 h 30 sur les 120 h de la formation Néerlandais pour la logistique, niveau A1",
        "heeft 105 uur 30 gevolgd van de 120 uur van de opleiding Nederlands voor de logistiek, niveau A1",
        "du 1er octobre 2026 au 18 décembre 2026",
        "van 1 oktober 2026 tot 18 december 2026",
        "Objectifs. comprendre les consignes d’un chef d’équipe · lire un bon de livraison",
        "Leerdoelen. de instructies van een ploegbaas begrijpen",
        "ils ne valent pas certification officielle de langue",
        "dit is geen officieel taalcertificaat",
        "Fait à Dunkerque, le 18 décembre 2026",
        "Opgemaakt in Duinkerke op 18 december 2026",
        "Déclaration d’activité enregistrée sous le numéro 32 59 01234 59 auprès du préfet de région",
        "Cet enregistrement ne vaut pas agrément de l’État.",
        "Cofinancé par l’Union européenne",
        "Medegefinancierd door de Europese Unie",
        "Interreg France-Wallonie-Vlaanderen",
        "7K3M-Q9XD-2TFA",
    ):
        assert phrase in text


def test_the_levels_can_be_heard(pdf):
    heard = [figure["/Alt"].replace("\u00a0", " ") for figure in tags(pdf, "/Figure")]
    assert heard[:5] == [
        "Écouter : A0 → A1",
        "Lire : A0 → A1.2",
        "Converser : A0 → A1",
        "S’exprimer : Pre-A1 → A1",
        "Écrire : A1.1",
    ]


def test_a_skill_that_was_not_assessed_is_said_so():
    facts = certificate_facts(levels=levels(("LIS", "A0", "A1")))
    pdf = print_document("certificate", facts, language="nl").pdf
    assert [figure["/Alt"] for figure in tags(pdf, "/Figure")][:2] == [
        "Luisteren: A0 → A1",
        "Lezen: niet geëvalueerd",
    ]


@pytest.mark.parametrize("dpi", [100, 150])
@pytest.mark.parametrize("grey", [False, True])
def test_a_phone_reads_the_code(pdf, dpi, grey):
    picture = seen(pdf, dpi=dpi)
    (found,) = zxingcpp.read_barcodes(picture.convert("L") if grey else picture)
    assert found.text == "https://grenstaal.example/v/7K3MQ9XD2TFA"


def test_the_code_is_as_large_as_a_phone_needs(pdf):
    (found,) = zxingcpp.read_barcodes(seen(pdf, dpi=150))
    side = (found.position.top_right.x - found.position.top_left.x) * 25.4 / 150
    matrix = 29  # modules of a version 3 code, without the quiet zone
    assert side == pytest.approx(28 * matrix / (matrix + 2 * square_code.QUIET), abs=0.7)


def test_the_emblem_is_at_least_one_centimetre_high(pdf):
    """The statement beside it is blue too: a gap of white columns ends the emblem."""
    width, height = bounds_mm(seen(pdf, dpi=100), EU_BLUE, dpi=100, until_gap=True)
    assert height >= 10
    assert width / height == pytest.approx(1.5, abs=0.05)


@pytest.mark.parametrize("language", ["fr", "nl"])
@pytest.mark.parametrize(
    "facts",
    [
        longest_facts(),
        certificate_facts(objectives_fr=(), objectives_nl=()),
        certificate_facts(holder_given_name="", holder_family_name="Ly"),
        certificate_facts(
            holder_family_name="Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft"
        ),
        certificate_facts(levels=levels(("LIS", "B2", "C2"), ("WRI", "A1.1", "A2+"))),
    ],
    ids=["longest", "no objectives", "shortest name", "one long word", "high and unassessed"],
)
def test_it_is_always_one_page(facts, language):
    printed = print_document("certificate", facts, language=language)
    assert printed.pages == 1
    assert facts.holder_family_name.replace(" ", "") in words(printed.pdf).replace(" ", "").replace(
        "\ufffe", "-"
    )
    assert zxingcpp.read_barcodes(seen(printed.pdf, dpi=100))


def test_nothing_reaches_over_the_frame():
    """With the longest texts the outermost ink is still the frame, 6 mm from the edge."""
    picture = seen(print_document("certificate", longest_facts()).pdf, dpi=100).convert("L")
    left, top, right, bottom = picture.point(lambda value: 255 if value < 200 else 0).getbbox()
    margins = [left, top, picture.width - right, picture.height - bottom]
    assert all(margin * 25.4 / 100 >= 5.5 for margin in margins)


def test_a_replaced_certificate_is_named():
    text = words(print_document("certificate", certificate_facts(replaces_code="ABCD1234EFGH")).pdf)
    assert "Remplace ABCD-1234-EFGH" in text
    assert "Vervangt ABCD-1234-EFGH" in text


def test_the_ladder_climbs():
    assert sorted(ladder.HEIGHTS.values()) == list(ladder.HEIGHTS.values())
    assert ladder.treads_for([exit_level for _skill, _entry, exit_level in LEVELS]) == 9
    assert ladder.treads_for(["B1+"]) == 12


def test_every_level_of_the_courses_is_on_the_ladder():
    assert set(Level.values) == ladder.HEIGHTS.keys()


def test_a_stair_nobody_was_seen_on_has_no_flag():
    assert drawings.SUN not in drawings.stair(entry=None, reached=None, treads=9)
    assert drawings.SUN in drawings.stair(entry=None, reached="A0", treads=9)
