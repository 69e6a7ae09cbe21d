"""One cell becomes a fact, however people and spreadsheets write it."""

from datetime import date, time

import pytest

from training.domain.importing import cells
from training.domain.importing.row import Row
from training.exceptions import Refusal


@pytest.mark.parametrize(
    "text",
    ["05/10/2027", "5.10.2027", "2027-10-05", "46665", "5-10-2027", "2027-10-05 00:00", "05/10/2027 0:00:00"],
)
def test_dates(text):
    assert cells.a_date(text) == date(2027, 10, 5)


@pytest.mark.parametrize("text", ["9h", "9h00", "9 h 00", "09:00", "9.00 uur", "9u00", "09:00:00"])
def test_times(text):
    assert cells.a_time(text) == time(9)


@pytest.mark.parametrize("text", ["31/02/2027", "10/2027", "demain", "2027-13-01", "05/10/27", "05/10/0027"])
def test_what_is_no_date(text):
    with pytest.raises(Refusal):
        cells.a_date(text)


@pytest.mark.parametrize("text", ["9", "25h00", "9h60", "midi", "9:0:0:0"])
def test_what_is_no_time(text):
    with pytest.raises(Refusal):
        cells.a_time(text)


@pytest.mark.parametrize("text", ["12", "012", "12,0", "12,00", "12.0"])
def test_whole_numbers(text):
    assert cells.a_number(text) == 12


@pytest.mark.parametrize("text", ["12,5", "douze", "-3", "12 places", "12345", "1,2,0", "1,2E+01"])
def test_what_is_no_whole_number(text):
    with pytest.raises(Refusal):
        cells.a_number(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("06 12 34 56 78", "+33612345678"),
        ("612345678", "+33612345678"),  # its first 0 was taken for nothing
        ("+33 (0)6.12.34.56.78", "+33612345678"),
        ("+32 470 12 34 56", "+32470123456"),
    ],
)
def test_telephone_numbers(text, number):
    assert cells.a_phone(text) == number


@pytest.mark.parametrize("text", ["6,12E+08", "12", "chez sa mère", "06 12 34 56 78 / 03 28 00 00 00"])
def test_what_is_no_telephone_number(text):
    with pytest.raises(Refusal):
        cells.a_phone(text)


@pytest.mark.parametrize("text", ["12/03/2094", "12/03/1901"])
def test_nobody_was_born_then(text):
    with pytest.raises(Refusal) as refusal:
        cells.a_birth_date(text)
    assert refusal.value.code == "year"


def test_a_name_of_which_letters_were_lost():
    with pytest.raises(Refusal):
        cells.a_name("??????")


@pytest.mark.parametrize("name", ["Шевченко", "الأحمد", "Nom003", "王"])
def test_a_name_is_written_in_latin_letters_as_in_a_form(name):
    with pytest.raises(Refusal) as refusal:
        cells.a_name(name)
    assert refusal.value.code == "latin"
    assert cells.a_name("’t Hooft-Łukasiewicz") == "’t Hooft-Łukasiewicz"


@pytest.mark.parametrize(
    ("text", "is_value"),
    [
        ("=A1&B1", False),
        ("#N/A", False),
        ("#VALEUR!", False),
        ("########", False),
        ("#DEEL/0!", False),
        ("Anne-Sophie", True),
    ],
)
def test_a_formula_that_gives_nothing_is_no_value(text, is_value):
    row = Row({"given_name": text}, [])
    assert ("given_name" not in row.errors) is is_value
    assert row.read("given_name", cells.a_name) == (text if is_value else None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("fr", "fr"),
        ("français", "fr"),
        ("Frans", "fr"),
        ("French", "fr"),
        ("Néerlandais", "nl"),
        ("Dutch", "nl"),
    ],
)
def test_a_language_is_called_by_either_side(text, code):
    assert cells.a_language(text) == code


def test_a_language_that_we_do_not_speak():
    with pytest.raises(Refusal):
        cells.a_language("Deutsch")


@pytest.mark.parametrize("text", ["05/10/1927", "2127-10-05", "10000"])
def test_a_year_in_which_no_lesson_is_meant(text):
    with pytest.raises(Refusal):
        cells.a_day(text)
