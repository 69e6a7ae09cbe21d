"""Files of people: made, mended, left alone; never guessed."""

from datetime import date

import pytest

from accounts.models import Person
from tests.training.enrolment.builders import a_learner
from tests.training.importing.files import PEOPLE, K, a_workbook, checked, csv, letters, written, wrong
from training.domain.importing import running
from training.enums import ImportOutcome

pytestmark = pytest.mark.django_db


def test_people_are_made_mended_and_left_alone(by):
    content = csv(PEOPLE, "Zoé;Lefèvre;12/03/1994;1234567A;59183;0612345678;nl")
    first = written(K.PEOPLE, content, by)
    assert (first.created, first.changed, first.same) == (1, 0, 0)
    person = Person.objects.get()
    assert (person.full_name, person.birth_date) == ("Zoé Lefèvre", date(1994, 3, 12))
    assert (person.commune_id, person.language) == ("59183", "nl")
    again = written(K.PEOPLE, content, by)
    assert (again.created, again.changed, again.same) == (0, 0, 1)
    mended = csv(PEOPLE, "ZOE;LEFEVRE;1994-03-12;;;0699999999;")
    assert written(K.PEOPLE, mended, by).changed == 1
    person.refresh_from_db()
    assert (person.phone, person.commune_id, person.given_name) == ("+33699999999", "59183", "Zoé")
    assert Person.objects.count() == 1


def test_what_is_wrong_stands_at_its_cell(by):
    a_learner(
        given_name="Léa",
        family_name="Roux",
        france_travail_identifier="7654321B",
        france_travail_missing="",
    )
    source = checked(
        K.PEOPLE,
        csv(
            PEOPLE,
            ";Lefèvre;12/03/1994;;;;",
            "Zoé;Lefèvre;hier;123;Atlantis;;en anglais",
            "Max;Autre;01/01/1990;7654321B;;;",
            f"Zoé;{'x' * 101};12/03/1994;;;;",
            "Ida;Bon;12/03/1994;;;;",
            "ida;BON;1994-03-12;;;;",
        ),
        by,
    )
    found = wrong(source)
    assert {number: set(errors) for number, errors in found.items()} == {
        2: {"given_name"},
        3: {"birth_date", "identifier", "commune", "language"},
        4: {"identifier"},
        5: {"family_name"},
        7: {""},
    }
    assert (
        found[3]["birth_date"]
        == "Ce n’est pas une date. Écrivez-la ainsi\N{NO-BREAK SPACE}: 05/10/2027 ou 2027-10-05."
    )
    assert "6" in found[7][""]
    assert Person.objects.count() == 1


def test_two_people_of_one_name_are_not_guessed(by):
    for _twice in range(2):
        a_learner(given_name="Léa", family_name="Roux", birth_date=date(1994, 3, 12))
    source = checked(K.PEOPLE, csv(PEOPLE, "Léa;Roux;12/03/1994;;;;"), by)
    assert set(wrong(source)[2]) == {"identifier"}


def test_a_spreadsheet_of_a_new_colleague(by):
    """Dates as dates and as texts, numbers without their 0, other alphabets, formulas, empty lines below."""
    headings = ["Prénom", "Nom", "Date de naissance", "Téléphone", "Remarques"]
    content = a_workbook(
        headings,
        ["Юлія", "Шевченко", date(1994, 3, 12), 612345678, "à rappeler"],
        ["محمد", "الأحمد", "12/03/1994", "+32 470 12 34 56"],
        ["=A2", "Lefèvre", "=1/0", "#N/A"],
        ["Zoe\u0301", "Łukasiewicz", "1994-03-12", None],
        ["Yuliya", "Shevchenko", date(1994, 3, 12), 612345678, "à rappeler"],
        ["Mohamed", "Al-Ahmad", "12/03/1994", "+32 470 12 34 56"],
        ["????", "Lefèvre", "12/03/2094", "6,12E+08"],
        *[[None, "", " "]] * 30,
    )
    source = checked(K.PEOPLE, content, by)
    assert source.total == 7
    assert {number: set(errors) for number, errors in wrong(source).items()} == {
        2: {"given_name", "family_name"},
        3: {"given_name", "family_name"},
        4: {"given_name", "birth_date", "phone"},
        8: {"given_name", "birth_date", "phone"},
    }
    running.begin_writing(source=source, by=by)
    known = Person.objects.order_by("pk").values_list("given_name", "family_name", "phone")
    assert list(known) == [
        ("Zoé", "Łukasiewicz", ""),
        ("Yuliya", "Shevchenko", "+33612345678"),
        ("Mohamed", "Al-Ahmad", "+32470123456"),
    ]
    assert set(Person.objects.values_list("birth_date", flat=True)) == {date(1994, 3, 12)}
    again = checked(K.PEOPLE, content, by)
    assert [one.outcome for one in again.rows.filter(errors={})] == [ImportOutcome.SAME] * 3


def test_what_excel_of_dunkirk_and_of_veurne_saves_as_csv(by):
    line = "Zoé;Lefèvre;12/03/1994;1234567A;59183;0612345678;fr"
    french = csv(PEOPLE, line, ";;;;;;", ";;;;;;", encoding="cp1252")
    assert written(K.PEOPLE, french, by).created == 1
    headings = "Voornaam;Familienaam;Geboortedatum;Identificatienummer;Gemeente;GSM;Taal"
    flemish = csv(headings, line.replace("12/03", "12-3"), ";;;;;;", encoding="utf-8-sig")
    assert written(K.PEOPLE, flemish, by).same == 1


def test_half_of_the_lines_now_and_the_others_with_the_same_file(by):
    content = csv(PEOPLE, *[f"Zoé;Nom{letters(number)};12/03/1994;;;;" for number in range(6)])
    source = checked(K.PEOPLE, content, by)
    running.choose(source=source, shown=range(2, 8), ticked=(2, 4, 6), by=by)
    running.begin_writing(source=source, by=by)
    assert Person.objects.count() == 3
    rest = written(K.PEOPLE, content, by)
    assert (rest.created, rest.same) == (3, 3)
    assert written(K.PEOPLE, content, by).same == 6


def test_a_line_that_a_separator_pushed_out_of_place_is_refused_as_a_whole(by):
    source = checked(K.PEOPLE, csv("Prénom;Nom;Date de naissance", "Zoé;Lefèvre; épouse Roux;12/03/1994"), by)
    assert set(wrong(source)[2]) == {""}
