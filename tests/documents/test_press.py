"""The press: the same bytes for the same facts, archival and accessible files, no material but our own."""

import hashlib
import logging
import re
import subprocess
import sys
from pathlib import Path

import page
import pytest
from django.conf import settings
from django.utils.translation import override
from weasyprint.urls import FatalURLFetchingError

from documents import fonts, machine
from documents.exceptions import PressFault
from documents.fetcher import OwnFiles
from documents.press import Enclosed, print_document
from tests.documents.builders import certificate_facts, longest_facts
from tests.documents.paper import opened, tags


@pytest.fixture(scope="module")
def printed():
    return print_document("certificate", certificate_facts())


def test_same_facts_same_bytes(printed):
    with override("nl"):
        print_document("certificate", certificate_facts(holder_given_name="Ömer"), language="nl")
        again = print_document("certificate", certificate_facts())
    assert again.pdf == printed.pdf
    assert printed.sha256 == hashlib.sha256(printed.pdf).hexdigest()


def test_same_bytes_in_another_process(printed):
    other = subprocess.run(
        [
            sys.executable,
            "-c",
            "import django; django.setup()\n"
            "from documents.press import print_document\n"
            "from tests.documents.builders import certificate_facts\n"
            "print(print_document('certificate', certificate_facts()).sha256)",
        ],
        cwd=Path(__file__).resolve().parents[2],
        env={
            "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE,
            "GRENSTAAL_MODE": "test",
            "PYTHONHASHSEED": "7",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert other.stdout.strip() == printed.sha256


def test_other_facts_other_bytes(printed):
    assert print_document("certificate", certificate_facts(minutes_followed=6331)).sha256 != printed.sha256


@pytest.mark.parametrize("profile", ["3a", "ua1"])
@pytest.mark.parametrize(
    ("facts", "language"), [(certificate_facts(), "fr"), (certificate_facts(), "nl"), (longest_facts(), "fr")]
)
def test_archival_and_accessible(facts, language, profile):
    pdf = print_document("certificate", facts, language=language).pdf
    report = page.validate_pdf_bytes(pdf, profile=profile)
    assert report.is_compliant, [failure.message for failure in report.failures]


def test_both_standards_are_marked_in_one_packet(printed):
    with opened(printed.pdf) as pdf:
        packet = pdf.Root.Metadata.read_bytes().decode()
    assert packet.count("<rdf:RDF") == 1
    assert 'pdfaid:part="3"' in packet
    assert 'pdfaid:conformance="A"' in packet
    assert 'pdfuaid:part="1"' in packet
    assert b'pdfuaid:part="1"' in printed.pdf, "the metadata must not be compressed"


@pytest.mark.parametrize(
    ("language", "title"), [("fr", "Attestation de fin de formation"), ("nl", "Opleidingsattest")]
)
def test_title_language_and_date_come_from_the_facts(language, title):
    pdf = opened(print_document("certificate", certificate_facts(), language=language).pdf)
    assert str(pdf.Root.Lang) == language
    assert str(pdf.docinfo.Title) == f"{title} – Amina Benali"
    assert str(pdf.docinfo.CreationDate) == "D:20261218000000Z"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.MarkInfo.Marked


def test_each_part_says_its_language(printed):
    sections = [each["/Lang"] for each in tags(printed.pdf, "/Sect")]
    assert sections[:6] == ["fr", "nl"] * 3
    assert {"fr", "nl"} == set(sections)


def test_every_picture_has_words(printed):
    assert all(figure["/Alt"].strip() for figure in tags(printed.pdf, "/Figure"))


def test_fonts_are_inside(printed):
    with opened(printed.pdf) as pdf:
        for face in pdf.pages[0].Resources.Font.values():
            assert "+Press-" in str(face.BaseFont), "a system's font: other bytes on another machine"
            descriptor = face.DescendantFonts[0].FontDescriptor
            assert {"/FontFile2", "/FontFile3"} & set(descriptor.keys())


def test_nothing_is_left_in_the_log(caplog):
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        print_document("certificate", certificate_facts())
    assert caplog.records == []


def test_an_enclosed_file_comes_out_as_it_went_in():
    enclosed = Enclosed(name="credential.json", content=b'{"level": "A1"}', relationship="Data")
    twice = [print_document("certificate", certificate_facts(), attachments=[enclosed]).pdf for _ in range(2)]
    assert twice[0] == twice[1]
    pdf = opened(twice[0])
    assert pdf.attachments["credential.json"].get_file().read_bytes() == b'{"level": "A1"}'
    assert str(pdf.Root.AF[0].AFRelationship) == "/Data"
    assert page.is_pdf_compliant_bytes(twice[0], profile="3a")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/logo.svg",
        "http://127.0.0.1/",
        "file:///etc/passwd",
        "data:image/svg+xml,<svg/>",
        "press:art/../../../settings.svg",
        "press:art/missing.svg",
        "press:font/DejaVuSans.ttf",
        "press:elsewhere/x",
    ],
)
def test_nothing_else_can_be_fetched(address):
    with pytest.raises((FatalURLFetchingError, PressFault, OSError)):
        OwnFiles()(address)


def test_a_template_that_reaches_outside_stops_the_press(monkeypatch):
    real = machine.render_to_string

    def tampered(*args, **kwargs):
        return real(*args, **kwargs).replace("press:art/seal.svg", "https://example.org/seal.svg")

    monkeypatch.setattr(machine, "render_to_string", tampered)
    with pytest.raises(PressFault, match=r"example\.org"):
        print_document("certificate", certificate_facts())


def test_a_name_is_text_and_never_markup():
    facts = certificate_facts(holder_given_name="<img src=file:///etc/passwd>", holder_family_name="& Söhne")
    assert print_document("certificate", facts).pages == 1


def test_fonts_are_built_at_the_first_use(settings, tmp_path):
    settings.PRESS_FONT_DIR = tmp_path / "fonts"
    settings.PRESS_FONT_BUILDER = "tests.documents.test_press.write_empty_fonts"
    assert fonts.path(fonts.FILES[0]).read_bytes() == b"a font"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["fonts"], "the workshop is swept"


def write_empty_fonts(folder: Path) -> None:
    for name in fonts.FILES:
        (folder / name).write_bytes(b"a font")


def test_without_fonts_the_fault_says_where(settings, tmp_path):
    settings.PRESS_FONT_DIR = tmp_path / "fonts"
    settings.PRESS_FONT_BUILDER = None
    with pytest.raises(PressFault, match=re.escape(str(tmp_path))):
        fonts.path(fonts.FILES[0])


def test_the_last_byte_of_a_stream_is_never_read_as_its_end_of_line(printed):
    """One stream in 256 ends in a CR: with the LF of pydyf after it, a strict reader misses a byte."""
    begun = re.finditer(rb"<<([^>]*)/Length (\d+)[^>]*>>\nstream\n", printed.pdf)
    ends = [one.end() + int(one[2]) for one in begun]
    assert len(ends) > 10
    assert printed.pdf.count(b"/Type /ObjStm") == 2, "what stands, and what is the person's own"
    assert printed.pdf.count(b"/Type /XRef") == 1
    assert {printed.pdf[end : end + 11] for end in ends} == {b"\r\nendstream"}
