"""What the office may change of a paper beside its words: who signs, logos, layout, place of the emblem."""

from dataclasses import replace

import pikepdf
import pytest
import zxingcpp
from django.utils.translation import override
from PIL import ImageChops

from documents import designs, specimen
from documents.exceptions import PressRefusal
from documents.facts import CertificateFacts, Design, Logo, Signatory
from documents.press import print_document, print_whole
from documents.sheets import SHEETS
from tests.documents.builders import certificate_facts, longest_facts
from tests.documents.designs import design, signatories, twelve
from tests.documents.paper import opened, seen, tags, words
from tests.documents.test_square_code import certificate as with_short_form

SHEET = SHEETS["certificate"]
GONE = "0" * 64


def troubles(language: str = "fr", **changes) -> list[str]:
    with override(language):
        return [str(each).replace("\u00a0", " ") for each in designs.troubles(SHEET, design(**changes))]


def test_a_design_from_before_keeps_its_bytes():
    before = {
        "template": 3, "number": 1, "layout": "SHORES", "emblem": "FOOT", "words": [], "logos": [],
        "signatories": [{"name": "A", "role_fr": "B", "role_nl": "C"}],
    }  # fmt: skip
    assert Design.from_json(before).to_json() == before


def test_what_came_later_comes_back():
    said = design(
        programme="Interreg", signatories=(Signatory(name="A", role_fr="B", role_nl="C", logo="d"),)
    )
    assert Design.from_json(said.to_json()) == said
    assert "programme" not in design().to_json()


def test_a_whole_design_has_no_trouble():
    assert troubles(signatories=signatories(12), logos=twelve(), programme="Interreg") == []


@pytest.mark.parametrize(
    ("changes", "french", "dutch"),
    [
        ({"layout": "ROUND"}, "mise en page", "Kies een opmaak"),
        ({"emblem": "BACK"}, "emblème européen", "Europese embleem"),
        ({"words": ()}, "Il manque le texte français", "De Franse tekst ontbreekt"),
        ({"programme": "漢字"}, "ne peut pas imprimer 漢 字", "kan 漢 字 niet drukken"),
        ({"programme": "x" * 101}, "101 caractères", "101 tekens"),
        ({"signatories": signatories(12) + signatories(1)}, "12 signataires", "12 ondertekenaars"),
        (
            {"signatories": (Signatory(name=" ", role_fr="R", role_nl="R"),)},
            "Il manque le nom : signataire 1",
            "De naam ontbreekt: ondertekenaar 1",
        ),
        (
            {"signatories": (Signatory(name="Jean", role_fr="", role_nl="R"),)},
            "Jean : il manque la fonction en français.",
            "Jean: de functie in het Frans ontbreekt.",
        ),
        (
            {"signatories": (Signatory(name="Jean", role_fr="R", role_nl=" "),)},
            "Jean : il manque la fonction en néerlandais.",
            "Jean: de functie in het Nederlands ontbreekt.",
        ),
        (
            {"signatories": (Signatory(name="Jean", role_fr="R", role_nl="R", logo=GONE),)},
            "signataire 1",
            "ondertekenaar 1",
        ),
        ({"logos": twelve() + twelve(1)}, "12 logos", "12 logo’s"),
        ({"logos": (Logo(sha256=GONE, name_fr="V", name_nl="S"),)}, "logo 1", "logo 1"),
        (
            {"logos": (replace(twelve(1)[0], name_nl=""),)},
            "logo 1 : dites en néerlandais",
            "logo 1: zeg in het Nederlands",
        ),
    ],
)
def test_a_sentence_says_what_is_wrong(changes, french, dutch):
    assert french in troubles("fr", **changes)[0]
    assert dutch in troubles("nl", **changes)[0]


def test_who_signs_and_what_pays_as_the_office_says():
    said = design(signatories=signatories(2), programme="Programme de la mer")
    text = words(print_document("certificate", certificate_facts(design=said)).pdf)
    for each in said.signatories:
        assert each.name in text
    assert "Hélène Vandenbroucke Directrice" not in text
    assert "Programme de la mer" in text
    assert "Interreg" not in text


@pytest.mark.parametrize(("language", "spoken"), [("fr", "Ville 2"), ("nl", "Stad 2")])
def test_a_logo_is_named_in_the_language_of_the_document(language, spoken):
    facts = certificate_facts(design=design(logos=twelve(2)))
    pdf = print_document("certificate", facts, language=language).pdf
    assert spoken in [figure["/Alt"] for figure in tags(pdf, "/Figure")]


def test_a_logo_stays_a_table_of_colours_and_is_not_smoothed():
    facts = certificate_facts(design=design(logos=twelve(3)))
    with opened(print_document("certificate", facts).pdf) as pdf:
        pictures = [each for each in pdf.objects if is_picture(each)]
        assert len(pictures) == 3
        assert {str(each.ColorSpace[0]) for each in pictures} == {"/Indexed"}
        assert not any(each.get("/Interpolate") for each in pictures)


def is_picture(each) -> bool:
    return isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"


def test_a_page_with_logos_stands():
    facts = certificate_facts(design=design(logos=twelve()))
    one, other = print_document("certificate", facts).pdf, print_whole("certificate", facts).pdf
    assert ImageChops.difference(seen(one, dpi=150), seen(other, dpi=150)).getbbox() is None
    assert one != other


@pytest.mark.parametrize("sample", specimen.SAMPLES)
def test_a_specimen_says_so_and_leads_nowhere(sample):
    facts = specimen.facts("certificate", sample, design())
    printed = print_document("certificate", facts)
    text = words(printed.pdf)
    assert "SPÉCIMEN" in text
    assert "SPECIMEN" in text.replace("SPÉCIMEN", "")
    assert facts.holder_family_name.split()[-1].split("-")[-1] in text
    assert facts.verify_url.endswith("/v/SPECIMEN")
    assert CertificateFacts.from_json(facts.to_json()) == facts


def test_no_other_paper_says_specimen():
    assert "SPECIMEN" not in words(print_document("certificate", certificate_facts()).pdf)


@pytest.fixture(scope="module", params=[(1, 1), (3, 2), (12, 12)], ids=["one", "few", "twelve"])
def crowd(request) -> dict:
    signing, logos = request.param
    return {"signatories": signatories(signing), "logos": twelve(logos)}


@pytest.mark.parametrize("emblem", SHEET.emblems)
@pytest.mark.parametrize("layout", SHEET.layouts)
def test_every_arrangement_is_one_page_that_stands(layout, emblem, crowd):
    """Everything is on it, its square code is read, and it is the page that a full layout gives."""
    facts = certificate_facts(design=design(layout=layout, emblem=emblem, **crowd))
    printed, whole = print_document("certificate", facts), print_whole("certificate", facts).pdf
    assert printed.pages == 1
    picture = seen(printed.pdf, dpi=150)
    assert ImageChops.difference(picture, seen(whole, dpi=150)).getbbox() is None
    assert [each.text for each in zxingcpp.read_barcodes(seen(printed.pdf, dpi=100))] == [facts.verify_url]
    text = words(printed.pdf).replace("- ", "-")
    for each in crowd["signatories"]:
        assert each.name in text
    for role in ("Présidente de la communauté urbaine", "Voorzitter van de stedengemeenschap"):
        assert text.count(role) == len(crowd["signatories"])
    assert picture.width > picture.height if layout == "SHORES" else picture.width < picture.height
    assert margin_mm(picture) >= 5.5  # nothing reaches over the frame


@pytest.mark.parametrize("emblem", SHEET.emblems)
@pytest.mark.parametrize("layout", SHEET.layouts)
def test_no_picture_is_larger_than_the_european_emblem(layout, emblem, crowd):
    facts = certificate_facts(design=design(layout=layout, emblem=emblem, **crowd))
    boxes = figures(print_document("certificate", facts).pdf)
    width, height, top = boxes.pop("Emblème de l’Union européenne")[0]
    logos = [box for name, found in boxes.items() if name.startswith(("Ville", "Logo")) for box in found]
    assert len(logos) == len(crowd["logos"]) + sum(each.logo is not None for each in crowd["signatories"])
    assert all(box[0] <= width + 0.1 and box[1] <= height for box in logos)
    (seal,) = boxes["Sceau de Grenstaal"]
    assert seal[0] <= width
    (code,) = boxes["Code QR de la page de vérification"]
    assert (top < code[2]) if emblem == "HEAD" else (top > code[2] - 20 * PIXELS_PER_MM)


@pytest.mark.parametrize("layout", SHEET.layouts)
@pytest.mark.parametrize("sample", specimen.SAMPLES)
def test_very_long_and_foreign_names_have_room_beside_twelve(layout, sample):
    said = design(layout=layout, emblem="HEAD", signatories=signatories(12), logos=twelve())
    facts = specimen.facts("certificate", sample, said)
    printed = print_document("certificate", facts)
    assert printed.pages == 1
    assert facts.holder_name in words(printed.pdf)


@pytest.mark.parametrize("layout", SHEET.layouts)
@pytest.mark.parametrize("number", [3, 12])
def test_roles_of_several_lines_have_room(layout, number):
    role_fr = "Vice-présidente déléguée à la coopération transfrontalière et à l’emploi"
    role_nl = "Ondervoorzitter bevoegd voor grensoverschrijdende samenwerking en werk"
    signing = tuple(replace(each, role_fr=role_fr, role_nl=role_nl) for each in signatories(number))
    facts = certificate_facts(design=design(layout=layout, signatories=signing))
    text = words(print_document("certificate", facts).pdf).replace("- ", "-")
    assert [text.count(role_fr), text.count(role_nl)] == [number, number]


def test_what_cannot_fit_is_refused_with_a_sentence():
    facts = longest_facts(design=design(signatories=signatories(12), logos=twelve()))
    with override("fr"), pytest.raises(PressRefusal, match=r"trop longs pour la page\. Raccourcissez"):
        print_document("certificate", facts)


@pytest.mark.parametrize("layout", SHEET.layouts)
def test_the_picture_is_the_same_in_both_languages(layout):
    """A page has both; the language of the document is heard, in what pictures show and in its title."""
    facts = certificate_facts(design=design(layout=layout, logos=twelve(1)))
    french, dutch = (print_document("certificate", facts, language=each).pdf for each in ("fr", "nl"))
    assert ImageChops.difference(seen(french, dpi=100), seen(dutch, dpi=100)).getbbox() is None
    assert tags(french, "/Figure") != tags(dutch, "/Figure")


@pytest.mark.parametrize("layout", SHEET.layouts)
@pytest.mark.parametrize("number", range(3))
def test_a_square_code_with_the_signed_short_form_is_read(layout, number):
    facts = replace(with_short_form(number), design=design(layout=layout, logos=twelve(1)))
    pdf = print_document("certificate", facts).pdf
    for dpi in (72, 100, 150):
        assert [each.text for each in zxingcpp.read_barcodes(seen(pdf, dpi=dpi))] == [facts.scanned], dpi


@pytest.mark.parametrize("layout", SHEET.layouts)
def test_the_language_of_each_block_is_marked(layout):
    pdf = print_document("certificate", certificate_facts(design=design(layout=layout))).pdf
    marked = [section["/Lang"] for section in tags(pdf, "/Sect")]
    assert marked.count("fr") == marked.count("nl") + 1  # the legal mention is in French only
    assert marked.count("nl") > 12


PIXELS_PER_MM = 96 / 25.4


def figures(pdf: bytes) -> dict[str, list[tuple[float, float, float]]]:
    """Width, height and top, in CSS pixels, of the pictures of each name."""
    found: dict[str, list] = {}
    with opened(pdf) as document:
        for each in document.objects:
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure":
                left, top, right, bottom = map(float, each.A.BBox)
                found.setdefault(str(each.Alt), []).append((right - left, bottom - top, top))
    return found


def margin_mm(picture) -> float:
    """From the edge of the paper to the outermost ink."""
    left, top, right, bottom = picture.convert("L").point(lambda value: 255 * (value < 200)).getbbox()
    return min(left, top, picture.width - right, picture.height - bottom) * 25.4 / 150
