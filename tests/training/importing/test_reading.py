"""Files are read however they are written; what is no table is refused in words."""

import io
import zipfile
from datetime import date, time

import pytest

from tests.training.importing.files import K, a_workbook, csv
from training.domain.importing import cells, tables
from training.domain.importing.columns import guess
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
    assert (number, row) == (3, ["A-1", "2027-10-05", "09:30", "12", ""])  # never worked out: no value
    assert tables.read(with_value(content, "2")).rows[0][1][-1] == "2"


def test_quotes_empty_lines_and_short_lines():
    content = csv("a;b;c", "", '"x; y";"line\nbreak"', ";;", encoding="utf-8")
    assert tables.read(content).rows == [(3, ["x; y", "line\nbreak", ""])]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"   \n ", "empty"),
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
    ],
)
def test_what_is_no_table_is_refused_in_words(content, code):
    with pytest.raises(Refusal) as refusal:
        tables.read(content)
    assert refusal.value.code == code
    assert len(str(refusal.value)) > 15


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


@pytest.mark.parametrize("text", ["05/10/2027", "5.10.2027", "2027-10-05", "46665", "5-10-2027"])
def test_dates(text):
    assert cells.a_date(text) == date(2027, 10, 5)


@pytest.mark.parametrize("text", ["9h", "9h00", "9 h 00", "09:00", "9.00 uur", "9u00", "09:00:00"])
def test_times(text):
    assert cells.a_time(text) == time(9)


@pytest.mark.parametrize("text", ["31/02/2027", "10/2027", "demain", "2027-13-01", "05/10/27"])
def test_what_is_no_date(text):
    with pytest.raises(Refusal):
        cells.a_date(text)


@pytest.mark.parametrize("text", ["9", "25h00", "9h60", "midi", "9:0:0:0"])
def test_what_is_no_time(text):
    with pytest.raises(Refusal):
        cells.a_time(text)


def with_value(content: bytes, value: str) -> bytes:
    """The workbook as a spreadsheet leaves it: the formula with the value it last showed."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(found, "w") as new:
        for one in old.infolist():
            body = old.read(one).replace(b"<v></v>", b"<v/>").replace(b"<v />", b"<v/>")
            new.writestr(one, body.replace(b"<f>1+1</f><v/>", b"<f>1+1</f><v>" + value.encode() + b"</v>"))
    return found.getvalue()
