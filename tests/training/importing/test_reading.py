"""Files are read however they are written; what is no table is refused in words."""

import io
import zipfile
from datetime import date, time

import pytest
from openpyxl import Workbook

from tests.training.importing.files import K, a_workbook, csv
from training.domain.importing import tables
from training.domain.importing.columns import guess, heading
from training.exceptions import Refusal

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_any_encoding_and_any_separator(encoding, delimiter):
    content = csv(f"Prénom{delimiter}Nom", f"Zoé{delimiter}Lefèvre", encoding=encoding)
    assert tables.read(content) == tables.Table(["Prénom", "Nom"], [(2, ["Zoé", "Lefèvre"])])


def test_a_workbook_with_dates_times_numbers_and_the_value_of_a_formula():
    content = a_workbook(
        ["Code", "Jour", "De", "Places", "Somme"],
        [None, None, None, None, None],
        ["A-1", date(2027, 10, 5), time(9, 30), 12.0, "=1+1"],
    )
    ((number, row),) = tables.read(content).rows
    assert (number, row) == (3, ["A-1", "2027-10-05", "09:30", "12", "=1+1"])  # never worked out: no value
    assert tables.read(with_value(content, "2")).rows[0][1][-1] == "2"


def test_quotes_empty_lines_and_short_lines():
    content = csv("a;b;c", "", '"x; y";"line\nbreak"', ";;", encoding="utf-8")
    assert tables.read(content).rows == [(3, ["x; y", "line\nbreak", ""])]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"   \n ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xa0\r\n\xa0", "empty"),
        (b"sep=;\r\n", "empty"),
        (b"Nom;Prenom\n", "empty"),
        (b"PK\x03\x04 not an archive", "xlsx"),
        (b"\xd0\xcf\x11\xe0 old", "old"),
        (b"a;b\n\x00\x01\x02", "encoding"),
        (b"\x81\x8d\x8f", "encoding"),
        (b"a;b\n" + b"x" * 1001, "cell"),
        (b"a;b\n" + b"x;y\n" * 5_001, "rows"),
        (b"x" * 5_000_001, "size"),
        (b";".join([b"a"] * 61) + b"\n" + b"x", "columns"),
        (b'a;b\n"' + b"y" * 200_000, "csv"),
        (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "column"),
        (b"<!DOCTYPE html>\n<html><body>Liste; des noms</body></html>\n", "column"),
        ("Chère Madame,\nvoici la liste.\n".encode(), "column"),
    ],
)
def test_what_is_no_table_is_refused_in_words(content, code):
    with pytest.raises(Refusal) as refusal:
        tables.read(content)
    assert refusal.value.code == code
    assert len(str(refusal.value)) > 15


def test_a_line_by_which_excel_knows_the_separator_is_no_heading():
    content = csv("sep=,", '"Nom; prénom",Code', "Zoé,A-1", encoding="utf-8-sig")
    assert tables.read(content) == tables.Table(["Nom; prénom", "Code"], [(2, ["Zoé", "A-1"])])


def test_a_separator_inside_quotation_marks_does_not_count():
    content = csv('"Nom, prénom, usuel";Code', "Zoé;A-1")
    assert tables.read(content).headers == ["Nom, prénom, usuel", "Code"]


def test_letters_come_in_one_piece_and_without_what_nobody_sees():
    content = csv(
        "Pre\u0301nom;Nom", "\u200eZoe\u0301\u00a0;\ufeffШевченко", "李;O\u2019Brien", encoding="utf-8"
    )
    table = tables.read(content)
    assert table.headers == ["Prénom", "Nom"]
    assert table.rows == [(2, ["Zoé", "Шевченко"]), (3, ["李", "O\u2019Brien"])]


def test_a_note_beside_the_table_has_a_column_without_name_and_empty_columns_have_none():
    content = a_workbook(
        ["Nom", "Code", None], ["Zoé", "A-1"], ["Ada", "A-2", None, "à rappeler"], [None, " "]
    )
    assert tables.read(content).headers == ["Nom", "Code", "", ""]
    assert tables.read(csv("Nom;Code;;;", "Zoé;A-1;;;", "Ada;A-2;à rappeler;;", ";;;;")).headers == [
        "Nom",
        "Code",
        "",
    ]


def test_a_text_with_a_separator_makes_its_line_longer_than_the_first():
    assert tables.read(csv("Nom;Code", "Lefèvre; Zoé;A-1")).rows == [(2, ["Lefèvre", "Zoé", "A-1"])]


def test_an_empty_sheet_that_was_open_last_is_passed_over():
    book, content = Workbook(), io.BytesIO()
    book.active.append(["Nom", "Code"])
    book.active.append(["Zoé", "A-1"])
    book.active = book.create_sheet("Feuil2")
    book.save(content)
    assert tables.read(content.getvalue()).rows == [(2, ["Zoé", "A-1"])]


def test_a_workbook_that_breaks_off_in_the_middle_is_refused_in_words():
    whole, broken = io.BytesIO(a_workbook(*[["Nom", "Code"]] * 50)), io.BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(broken, "w") as new:
        for one in old.infolist():
            body = old.read(one)
            new.writestr(one, body[: len(body) // 2] if "sheet1" in one.filename else body)
    with pytest.raises(Refusal) as refusal:
        tables.read(broken.getvalue())
    assert refusal.value.code == "xlsx"


def test_two_columns_of_one_name_are_left_to_the_person():
    headings = ["Nom", "Prénom", "Nom", "Date de naissance"]
    assert guess(K.PEOPLE, headings) == {"given_name": 1, "birth_date": 3}
    assert [heading(headings, place) for place in (0, 2)] == ["Nom (A)", "Nom (C)"]
    assert heading([""] * 60, 59) == "(BH)"


def test_a_workbook_that_would_unpack_without_end_is_refused_before_it_is_opened(monkeypatch):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 101_000_000)
    monkeypatch.setattr("openpyxl.load_workbook", lambda *a, **k: pytest.fail("opened"))
    with pytest.raises(Refusal) as refusal:
        tables.read(content.getvalue())
    assert refusal.value.code == "size"


@pytest.mark.parametrize(
    "headings",
    [
        ["Prénom", "NOM", "Né(e) le", "Identifiant France Travail"],
        ["Voornaam", "Familienaam", "Geboortedatum", "Identificatienummer"],
        ["First name", "Last name", "Date of birth", "identifier"],
    ],
)
def test_columns_are_recognised_in_three_languages(headings):
    headings = [*headings, "Remarques"]
    names = ["given_name", "family_name", "birth_date", "identifier"]
    assert guess(K.PEOPLE, headings) == {name: place for place, name in enumerate(names)}


def with_value(content: bytes, value: str) -> bytes:
    """The workbook as a spreadsheet leaves it: the formula with the value it last showed."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(found, "w") as new:
        for one in old.infolist():
            body = old.read(one).replace(b"<v></v>", b"<v/>").replace(b"<v />", b"<v/>")
            new.writestr(one, body.replace(b"<f>1+1</f><v/>", b"<f>1+1</f><v>" + value.encode() + b"</v>"))
    return found.getvalue()
