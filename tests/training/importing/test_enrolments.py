"""Files of enrolments: the way of everybody, or none."""

from datetime import date

import pytest

from accounts.models import Person
from tests.training.enrolment.builders import a_learner, an_open_session
from tests.training.importing.files import ENROLMENTS, K, checked, csv, written, wrong
from tests.training.planning.builders import a_session
from training.domain import enrolment as verbs
from training.domain.importing import running
from training.domain.transferring import transfer
from training.enums import EnrolmentStatus, ImportStatus
from training.models import Enrolment

pytestmark = pytest.mark.django_db


def test_requests_go_the_way_of_everybody_and_capacity_decides(by):
    session = an_open_session(capacity=1)
    people = [a_learner(given_name=name, family_name="Roux") for name in ("Ada", "Bob")]
    lines = [f"{session.code};{one.given_name};ROUX;12/03/1994" for one in people]
    content = csv(ENROLMENTS, *lines)
    assert written(K.ENROLMENTS, content, by).created == 2
    states = Enrolment.objects.order_by("pk").values_list("person__given_name", "status")
    assert list(states) == [("Ada", EnrolmentStatus.CONFIRMED), ("Bob", EnrolmentStatus.WAITLISTED)]
    assert written(K.ENROLMENTS, content, by).same == 2
    assert Enrolment.objects.count() == 2


def test_eligibility_and_closed_sessions_refuse_at_their_cell(by):
    session, draft = an_open_session(), a_session()
    a_learner(given_name="Tom", family_name="Jeune", birth_date=date(2010, 1, 1))
    a_learner(given_name="Ada", family_name="Roux")
    a_learner(given_name="Bob", family_name="Loin", commune=None)
    source = checked(
        K.ENROLMENTS,
        csv(
            ENROLMENTS,
            f"{session.code};Tom;Jeune;01/01/2010",
            f"{draft.code};Ada;Roux;12/03/1994",
            f"{session.code};Nul;Inconnu;12/03/1994",
            f"{session.code};Bob;Loin;12/03/1994",
        ),
        by,
    )
    found = {number: set(errors) for number, errors in wrong(source).items()}
    assert found == {2: {"birth_date"}, 3: {"session"}, 4: {"family_name"}, 5: {""}}
    assert "commune" in wrong(source)[5][""]


def test_a_name_in_another_alphabet_is_said_at_its_cell_in_each_language(by):
    session = an_open_session()
    source = checked(K.ENROLMENTS, csv(ENROLMENTS, f"{session.code};Юлія;Roux2;12/03/1994"), by)
    said = source.rows.get().errors
    assert set(said) == {"given_name", "family_name"}
    assert "lettres latines" in said["given_name"]["fr"]
    assert "Latijnse letters" in said["family_name"]["nl"]


def test_one_refusal_at_the_last_moment_undoes_all(by):
    session = an_open_session(capacity=2)
    for name in ("Ada", "Bob"):
        a_learner(given_name=name, family_name="Roux")
    lines = [f"{session.code};{name};Roux;12/03/1994" for name in ("Ada", "Bob")]
    source = checked(K.ENROLMENTS, csv(ENROLMENTS, *lines), by)
    assert wrong(source) == {}
    Person.objects.filter(given_name="Bob").update(commune=None)  # meanwhile
    running.begin_writing(source=source, by=by)
    source.refresh_from_db()
    assert source.status == ImportStatus.CHECKED
    assert set(wrong(source)) == {3}
    assert not Enrolment.objects.exists()
    running.begin_writing(source=source, by=by)  # what was refused is not chosen any more
    assert Enrolment.objects.get().person.given_name == "Ada"


def test_who_withdrew_or_went_elsewhere_is_not_taken_back_by_the_same_file(by):
    session, other = an_open_session(), an_open_session()
    people = [a_learner(given_name=name, family_name="Roux") for name in ("Ada", "Bob")]
    content = csv(ENROLMENTS, *[f"{session.code};{one.given_name};Roux;12/03/1994" for one in people])
    written(K.ENROLMENTS, content, by)
    first, second = session.enrolments.order_by("pk")
    verbs.withdraw(enrolment=first, by=by)
    transfer(enrolment=second, to=other, by=by)
    assert written(K.ENROLMENTS, content, by).same == 2
    assert not session.enrolments.active().exists()
    assert Enrolment.objects.count() == 3
