"""Standing type: what is printed from it is, pixel for pixel, what a full layout gives, and faster."""

import re
from dataclasses import replace
from io import BytesIO

import page
import pikepdf
import pytest
import zxingcpp
from PIL import ImageChops

from documents import press, standing
from documents.press import Enclosed, print_document, print_whole
from documents.sheets import SHEETS
from documents.standing import formes, lines, proving
from documents.standing.forme import Forme
from documents.standing.slots import Copy
from tests.documents.builders import certificate_facts, levels, longest_facts
from tests.documents.designs import design, signatories, twelve
from tests.documents.paper import opened, seen, tags, words

ENCLOSED = [Enclosed(name="credential.json", content=b'{"level": "A1"}' * 100)]
NAMES = (
    ("Amina", "Benali"),
    ("Désiré", "Évrard"),
    ("Raffaël", "Offlé-Fjord"),  # letters that a font may draw as one
    ("Łukasz", "Żółw"),
    ("Bảo Ngọc", "Nguyễn"),  # in the fall-back font
    ("Юлія", "Ґалаґан"),
    ("", "Ly"),
    ("Maria Madalena Guadalupe", "dos Santos Albuquerque de Vasconcelos e Souza-Vandermeersch"),
    ("Jean <b>", "O’Neill & Söhne"),
)


@pytest.fixture(autouse=True)
def an_empty_shop():
    standing.forget()
    yield
    standing.forget()


def of_one_session(number: int, **changes):
    given, family = NAMES[number % len(NAMES)]
    entry, reached = (("A0", "A1"), ("A1.1", "A2+"), ("PRE_A1", "A1.2"))[number % 3]
    facts = {
        "holder_given_name": given,
        "holder_family_name": family,
        "minutes_followed": 7200 - 95 * number,
        "code": f"7K3MQ9XD2T{number:02d}",
        "verify_url": f"https://grenstaal.example/v/7K3MQ9XD2T{number:02d}",
        "levels": levels(*((skill, entry, reached) for skill in ("LIS", "REA", "SPI", "SPP", "WRI"))),
    }
    return certificate_facts(**facts | changes)


def difference(one: bytes, other: bytes, *, dpi: int):
    return ImageChops.difference(seen(one, dpi=dpi), seen(other, dpi=dpi)).getbbox()


@pytest.mark.parametrize("number", range(len(NAMES)))
def test_it_is_the_same_page_as_a_full_layout(number):
    for other in (0, 1, 2):  # whoever was before
        print_document("certificate", of_one_session(other), attachments=ENCLOSED)
    facts = of_one_session(number)
    standing_one = print_document("certificate", facts, attachments=ENCLOSED).pdf
    whole = print_whole("certificate", facts, attachments=ENCLOSED).pdf
    assert difference(standing_one, whole, dpi=150) is None
    assert words(standing_one) == words(whole)
    assert tags(standing_one, "/Figure") == tags(whole, "/Figure")
    assert zxingcpp.read_barcodes(seen(standing_one, dpi=100))[0].text == facts.verify_url


@pytest.mark.parametrize("profile", ["3a", "ua1"])
@pytest.mark.parametrize("number", range(len(NAMES)))
def test_every_file_is_archival_and_accessible(number, profile):
    print_document("certificate", of_one_session(1), attachments=ENCLOSED)
    pdf = print_document("certificate", of_one_session(number), attachments=ENCLOSED).pdf
    report = page.validate_pdf_bytes(pdf, profile=profile)
    assert report.is_compliant, [failure.message for failure in report.failures]


def test_who_was_printed_before_changes_no_byte():
    facts = of_one_session(3)
    alone = print_document("certificate", facts, attachments=ENCLOSED).pdf
    standing.forget()
    for number in (4, 0, 1, 5, 2, 7):
        print_document("certificate", of_one_session(number), attachments=ENCLOSED)
    assert print_document("certificate", facts, attachments=ENCLOSED).pdf == alone


def test_what_is_laid_out_as_a_whole_is_the_same_whoever_was_before():
    """The page is read once, and its boxes and lines are kept: no word, link or picture of another stays."""
    kept = [
        print_whole("certificate", of_one_session(number), attachments=ENCLOSED).pdf
        for number in (*range(len(NAMES)), *range(len(NAMES)))
    ]
    assert kept[: len(NAMES)] == kept[len(NAMES) :]
    for number in (3, 6, 8):
        press.forget()
        assert print_whole("certificate", of_one_session(number), attachments=ENCLOSED).pdf == kept[number]


@pytest.mark.parametrize("way", [print_document, print_whole])
def test_nothing_of_one_person_is_in_the_file_of_the_next(way):
    first = of_one_session(0, code="AAAABBBBCCCC", verify_url="https://grenstaal.example/v/AAAABBBBCCCC")
    way("certificate", first, attachments=[replace(ENCLOSED[0], content=b"secret of Amina")])
    pdf = opened(way("certificate", of_one_session(1), attachments=ENCLOSED).pdf)
    plain = BytesIO()
    pdf.save(
        plain,
        stream_decode_level=pikepdf.StreamDecodeLevel.all,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    for trace in (b"Amina", b"Benali", b"AAAABBBBCCCC", "Amina".encode("utf-16-be"), b"secret"):
        assert trace not in plain.getvalue()


@pytest.mark.parametrize("way", [print_document, print_whole])
def test_metadata_link_and_enclosed_file_are_the_persons_own(way):
    way("certificate", of_one_session(0), attachments=ENCLOSED)
    facts = of_one_session(8)
    own = Enclosed(name="credential.json", content=b'{"name": "O\\u2019Neill"}')
    pdf = opened(way("certificate", facts, attachments=[own]).pdf)
    title = "Attestation de fin de formation – Jean <b> O’Neill & Söhne"
    assert str(pdf.docinfo.Title) == title
    assert title.replace("&", "&amp;").replace("<b>", "&lt;b&gt;") in pdf.Root.Metadata.read_bytes().decode()
    assert {str(each.A.URI) for each in pdf.pages[0].Annots} == {facts.verify_url}
    assert pdf.attachments["credential.json"].get_file().read_bytes() == own.content


def test_a_line_breaks_where_a_full_layout_breaks_it():
    """Hours of every width, some of which move a word to the next line."""
    for minutes in (5940, 6000, 6007, 6060, 6651, 6671, 6672, 6679, 6693, 6840, 7200):
        facts = of_one_session(0, minutes_followed=minutes)
        pdf = print_document("certificate", facts).pdf
        assert difference(pdf, print_whole("certificate", facts).pdf, dpi=72) is None, minutes
    assert len(next(iter(formes.standing.values()))) > 1


def test_a_cohort_is_laid_out_a_few_times_only(monkeypatch):
    made = []
    monkeypatch.setattr(formes, "Forme", lambda *args, **kwargs: made.append(1) or Forme(*args, **kwargs))
    monkeypatch.setattr(formes, "is_proved", lambda forme: True)
    for number in range(60):
        facts = of_one_session(0, minutes_followed=7200 - 7 * number, code=f"7K3MQ9XD2T{number:02d}")
        print_document("certificate", facts)
    assert len(made) <= 6


def test_a_page_that_differs_from_its_layout_is_lent_to_nobody(monkeypatch, caplog):
    """The self-test sees it: here widths are counted wrongly, as after a change of WeasyPrint."""
    real = lines.shaped

    def wrongly(*args, **kwargs):
        box, rest = real(*args, **kwargs)
        box.width += 1
        return box, rest

    print_document("certificate", of_one_session(0))
    facts = of_one_session(1, minutes_followed=7200)
    whole = print_whole("certificate", facts).pdf
    monkeypatch.setattr(lines, "shaped", wrongly)
    pdf = print_document("certificate", facts).pdf
    assert difference(pdf, whole, dpi=100) is None
    assert "differs from its layout" in caplog.text
    assert next(iter(formes.standing.values()))[0].proved is False


def test_a_page_that_cannot_stand_is_printed_as_a_whole(monkeypatch, caplog):
    def justified(*args, **kwargs):
        raise standing.Unfit

    monkeypatch.setattr("documents.standing.forme.paragraphs", justified)
    facts = of_one_session(0)
    assert print_document("certificate", facts).pdf == print_whole("certificate", facts).pdf
    assert "cannot stand" in caplog.text


def test_long_texts_take_the_density_of_a_full_layout():
    """Two people of a session whose texts leave no room: what did not fit for one fits for nobody."""
    for given in ("Maria Madalena Guadalupe Esperança", "Maria Magdalena Guadalupe Esperança"):
        facts = replace(longest_facts(), holder_given_name=given)
        pdf = print_document("certificate", facts).pdf
        assert difference(pdf, print_whole("certificate", facts).pdf, dpi=100) is None


def test_a_density_that_does_not_fit_is_laid_out_once_for_each_way_its_lines_break(monkeypatch):
    made = []
    monkeypatch.setattr(formes, "Forme", lambda *args, **kwargs: made.append(1) or Forme(*args, **kwargs))
    monkeypatch.setattr(formes, "is_proved", lambda forme: True)
    long = replace(longest_facts(), holder_given_name="Amina", holder_family_name="Benali")
    for number in range(12):
        minutes = 7200 - 65 * (number % 3)
        print_document("certificate", replace(long, minutes_followed=minutes, code=f"7K3MQ9XD2T{number:02d}"))
    once = len(made)
    for number in range(12, 24):
        minutes = 7200 - 65 * (number % 3)
        print_document("certificate", replace(long, minutes_followed=minutes, code=f"7K3MQ9XD2T{number:02d}"))
    assert len(made) == once


def test_few_pages_stand_at_once():
    for number in range(formes.MOST_PAGES + 2):
        print_document("certificate", of_one_session(0, title_fr=f"Néerlandais {number}"))
    assert len(formes.standing) == formes.MOST_PAGES


def test_a_template_says_what_changes():
    page = (
        '<title data-slot="title">T – A</title><p class="x" data-slot="name">Jean  \n &amp; Co</p>'
        '<img data-slot="picture" src="press:a" alt="&#x27;"><a data-slot="link" href="https://x/">go</a>'
    )
    copy = Copy.of(page)
    assert copy.words == ("T – A", "Jean & Co", "press:a", "'", "https://x/")
    assert [slot.kind for slot in copy.slots] == ["title", "name", "src", "alt", "href"]
    assert [slot.element for slot in copy.slots] == [0, 1, 2, 2, 3]
    assert Copy.of(copy.page) == copy
    assert Copy.of(page.replace("Co", "Söhne")).around == copy.around
    assert Copy.of(page.replace("go", "come")).around != copy.around


def test_the_probes_are_shorter_and_longer():
    print_document("certificate", of_one_session(0))
    ((forme,),) = formes.standing.values()
    short, long = proving._shortest(forme), proving._longest(forme)
    name = next(number for number, slot in enumerate(forme.copy.slots) if slot.kind == "name")
    assert len(short[name]) < len(forme.copy.words[name]) < len(long[name])
    assert proving.is_proved(forme)


def test_a_file_is_whole_and_small():
    pdf = print_document("certificate", of_one_session(0), attachments=ENCLOSED).pdf
    assert len(re.findall(rb"/Type /XRef", pdf)) == 1
    assert pdf.count(b"%%EOF") == 1
    assert len(pdf) < 45 * 1024  # sealed ones: test_weight
    assert print_document("certificate", of_one_session(0), attachments=ENCLOSED).pdf == pdf


@pytest.mark.parametrize("layout", SHEETS["certificate"].layouts)
@pytest.mark.parametrize("crowd", [1, 3, 12])
def test_a_designed_page_is_lent_to_the_next_person(layout, crowd, caplog, monkeypatch):
    """With logos and who sign: the same picture as a full layout, from a forme that somebody else had."""
    said = design(layout=layout, signatories=signatories(crowd), logos=twelve(crowd))
    facts, other = of_one_session(0, design=said), of_one_session(6, design=said)
    print_document("certificate", facts)
    made = []
    monkeypatch.setattr(formes, "Forme", lambda *args, **kwargs: made.append(1) or Forme(*args, **kwargs))
    next_one = replace(facts, holder_given_name="Désiré", code="7K3MQ9XD2TZZ", levels=other.levels)
    for_her = print_document("certificate", next_one).pdf
    assert made == []
    for person, pdf in ((next_one, for_her), (other, print_document("certificate", other).pdf)):
        whole = print_whole("certificate", person).pdf
        assert difference(pdf, whole, dpi=150) is None
        assert tags(pdf, "/Figure") == tags(whole, "/Figure")
    assert "differs" not in caplog.text
