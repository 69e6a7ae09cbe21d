"""Each rule of the form, with the sentence next to its field, and nothing typed lost."""

from datetime import date

import pytest

from accounts.enums import FranceTravailMissing
from accounts.models import Commune
from tests.training.enrolment.builders import TODAY, a_draft, a_learner, an_open_session
from tests.training.planning.builders import at
from training.domain.requests import PRIVACY_VERSION
from training.forms.enrolment import AvailabilityForm, CheckForm, HomeForm, IdentityForm

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with at(TODAY):
        yield


@pytest.fixture
def session():
    return an_open_session()


def identity(session, **typed) -> IdentityForm:
    data = {"given_name": "Amina", "family_name": "Deschodt"}
    data |= {"birth_date_day": "12", "birth_date_month": "3", "birth_date_year": "1994"}
    return IdentityForm(data | typed, session=session)


def home(**typed) -> HomeForm:
    data = {"place": "Dunkerque", "france_travail_missing": "YES", "france_travail_identifier": "1234567A"}
    return HomeForm(data | {"phone": ""} | typed)


def test_names_and_a_birth_date_are_enough(session):
    form = identity(session, birth_date_day=" 1 ", birth_date_month="03")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["birth_date"] == date(1994, 3, 1)


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"given_name": " "}, "given_name", "Écrivez votre prénom."),
        ({"family_name": ""}, "family_name", "Écrivez votre nom de famille."),
        ({"birth_date_day": "31", "birth_date_month": "2"}, "birth_date", "Cette date n’existe pas"),
        ({"birth_date_month": "mars"}, "birth_date", "Cette date n’existe pas"),
        ({"birth_date_year": ""}, "birth_date", "Cette date n’existe pas"),
        (
            {"birth_date_day": "", "birth_date_month": "", "birth_date_year": ""},
            "birth_date",
            "Écrivez le jour",
        ),
        ({"birth_date_year": "1894"}, "birth_date", "Vérifiez votre année"),
        ({"birth_date_year": "2094"}, "birth_date", "Vérifiez votre année"),
        (
            {"birth_date_day": "12", "birth_date_month": "1", "birth_date_year": "2009"},
            "birth_date",
            "Mission locale",
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_field(session, typed, field, sentence):
    form = identity(session, **typed)
    assert list(form.errors) == [field]
    assert sentence in form.errors[field][0]


def test_a_date_comes_back_as_it_was_typed(session):
    html = identity(session, birth_date_day="31", birth_date_month="2").as_div()
    for value in ('value="31"', 'value="2"', 'value="1994"'):
        assert value in html


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("Dunkerque", "59183"),
        ("  dunkerque ", "59183"),
        ("Bergues", "59067"),  # also the beginning of Bergues-sur-Sambre
        ("Dunkerque (59140)", "59183"),
        ("59240", "59183"),
    ],
)
def test_a_commune_is_found_by_name_or_postcode(place, code):
    form = home(place=place)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["commune"] == Commune.objects.get(code=code)


def test_among_several_communes_one_chooses():
    form = home(place="59380")
    assert list(form.errors) == ["commune"]
    assert "Choisissez la vôtre" in form.errors["commune"][0]
    assert len(form.fields["commune"].choices) > 2
    form = home(place="59380", commune="59067")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["commune"].name == "Bergues"


def test_a_choice_of_another_search_is_not_taken():
    assert list(home(place="59380", commune="59183").errors) == ["commune"]


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("", "Écrivez le nom ou le code postal"),
        ("Oostende", "Nous ne trouvons pas de commune"),
        ("12345", "Nous ne trouvons pas de commune"),
        ("Saint", "Beaucoup de communes"),
    ],
)
def test_a_commune_that_is_not_found(place, sentence):
    form = home(place=place)
    assert list(form.errors) == ["place"]
    assert sentence in form.errors["place"][0]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("1234567a", "1234567A"), ("12345678", "12345678"), ("123 456 789 01", "12345678901")],
)
def test_an_identifier_is_kept_without_spaces(typed, kept):
    form = home(france_travail_identifier=typed)
    assert form.is_valid(), form.errors
    assert (form.instance.france_travail_identifier, form.instance.france_travail_missing) == (kept, "")


@pytest.mark.parametrize("reason", FranceTravailMissing.values)
def test_or_the_reason_why_there_is_none(reason):
    form = home(france_travail_identifier="", france_travail_missing=reason)
    assert form.is_valid(), form.errors
    assert (form.instance.france_travail_identifier, form.instance.france_travail_missing) == ("", reason)


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"france_travail_identifier": "123"}, "france_travail_identifier", "8 caractères ou 11 chiffres"),
        ({"france_travail_identifier": "00000000"}, "france_travail_identifier", "8 caractères"),
        ({"france_travail_identifier": ""}, "france_travail_identifier", "Écrivez votre identifiant"),
        ({"france_travail_missing": ""}, "france_travail_missing", "Choisissez une des trois"),
        ({"france_travail_missing": "FORGOTTEN"}, "france_travail_missing", "Gardez l’un des deux"),
        ({"phone": "12"}, "phone", "10 chiffres"),
        ({"phone": "+49 170 1234567"}, "phone", "+32"),
    ],
)
def test_identifier_and_telephone_are_checked(typed, field, sentence):
    form = home(**typed)
    assert list(form.errors) == [field]
    assert sentence in form.errors[field][0]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("06 12 34 56 78", "+33612345678"),
        ("+33 6.12.34.56.78", "+33612345678"),
        ("0032 470 12 34 56", "+32470123456"),
        ("", ""),
    ],
)
def test_a_telephone_number_is_kept_in_one_form(typed, kept):
    form = home(phone=typed)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["phone"] == kept


def test_what_is_known_is_shown_again():
    person = a_learner(france_travail_missing="", france_travail_identifier="1234567A")
    form = HomeForm(instance=person)
    assert form["place"].value() == "Dunkerque (59140)"
    assert form["france_travail_missing"].value() == "YES"


def test_availability(session):
    draft = a_draft(session)
    form = AvailabilityForm({"free": "all", "availability": "", "motivation": ""}, instance=draft)
    assert form.is_valid(), form.errors
    assert form.save().availability == "Disponible à toutes les heures de la session"
    assert AvailabilityForm(instance=draft)["free"].value() == "all"
    form = AvailabilityForm({"free": "part", "availability": "Pas le mardi"}, instance=draft)
    assert form.is_valid(), form.errors
    form.save()
    assert AvailabilityForm(instance=draft)["free"].value() == "part"


@pytest.mark.parametrize(
    ("typed", "field"),
    [({"free": ""}, "free"), ({"free": "part", "availability": " "}, "availability")],
)
def test_availability_is_said_in_full(session, typed, field):
    form = AvailabilityForm(typed, instance=a_draft(session))
    assert list(form.errors) == [field]


def test_keeping_a_step_never_touches_the_state(session):
    """Somebody withdraws in another window while the form is open."""
    draft = a_draft(session)
    stale = type(draft).objects.get(pk=draft.pk)
    type(draft).objects.filter(pk=draft.pk).update(motivation="x", submitted_at=draft.created_at)
    form = AvailabilityForm({"free": "all", "motivation": "y"}, instance=stale)
    form.is_valid()
    form.save()
    kept = type(draft).objects.get(pk=draft.pk)
    assert (kept.motivation, kept.submitted_at) == ("y", draft.created_at)


def test_the_notice_is_read_before_sending(session):
    draft = a_draft(session)
    form = CheckForm({}, instance=draft)
    assert "cochez la case" in form.errors["privacy"][0]
    form = CheckForm({"privacy": "on"}, instance=draft)
    assert form.is_valid()
    assert form.save().privacy_version == PRIVACY_VERSION
    assert draft.privacy_seen_at is not None
