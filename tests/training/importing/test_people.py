"""Files of people: made, mended, left alone; never guessed."""

from datetime import date

import pytest

from accounts.models import Person
from tests.training.enrolment.builders import a_learner
from tests.training.importing.files import PEOPLE, K, checked, csv, written, wrong

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
    assert (person.phone, person.commune_id, person.given_name) == ("0699999999", "59183", "Zoé")
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
