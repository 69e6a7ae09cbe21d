"""The log of contacts: who was in touch with whom, about what, what comes next."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.enums import OrganisationKind, Role
from tests.training.enrolment.builders import a_learner
from tests.training.planning.builders import (
    MONDAY,
    a_coordinator,
    a_session,
    a_trainer,
    an_account,
    at,
    enrolled,
)
from training.domain import contacts
from training.domain.queries import timeline
from training.domain.queries.to_do import to_do
from training.enums import ContactChannel, ContactDirection
from training.exceptions import Refusal
from training.models import Contact, Enrolment

pytestmark = pytest.mark.django_db
OUT = {"channel": ContactChannel.TELEPHONE, "direction": ContactDirection.OUTWARDS}


@pytest.fixture(autouse=True)
def _monday():
    with at(MONDAY):
        yield


@pytest.fixture
def trainer():
    return a_trainer()


@pytest.fixture
def one(trainer) -> Enrolment:
    return enrolled(a_session(trainer=trainer), person=a_learner())


def call(one: Enrolment, what: str = "Le bus est en grève.", **facts) -> Contact:
    return contacts.note(enrolment=one, what=what, **OUT | {"by": None} | facts)


class TestNoting:
    def test_a_trainer_of_the_session_and_the_office(self, one, trainer):
        assert call(one, by=trainer).by == trainer
        assert call(one, by=a_coordinator()).at == timezone.now()
        strangers = [a_trainer(), one.person.user]
        strangers.append(an_account(role=Role.PRESCRIBER, kind=OrganisationKind.PRESCRIBER))
        for stranger in strangers:
            with pytest.raises(Refusal):
                call(one, by=stranger)

    @pytest.mark.parametrize(
        ("facts", "code"),
        [
            ({"what": " "}, "what"),
            ({"next_step": "Rappeler"}, "next_on"),
            ({"next_on": MONDAY}, "next_on"),
            ({"next_step": "Rappeler", "next_on": MONDAY - timedelta(days=1)}, "next_on"),
            ({"channel": "PIGEON"}, "channel"),
        ],
    )
    def test_what_is_refused(self, one, facts, code):
        with pytest.raises(Refusal) as refused:
            call(one, **facts)
        assert refused.value.code == code

    def test_nobody_answered_needs_no_words(self, one):
        assert call(one, what="", direction=ContactDirection.UNREACHED).what == ""


class TestCallingBack:
    def test_on_its_day_and_until_the_next_contact(self, one):
        call(one, next_step="Rappeler pour le bus", next_on=MONDAY + timedelta(days=1))
        office = a_coordinator()
        assert to_do(office)["call_back"].number == 0
        with at(MONDAY + timedelta(days=1)):
            assert to_do(office)["call_back"].number == 1
            call(one, what="Tout va bien.")
            assert to_do(office)["call_back"].number == 0

    def test_the_list_filters_them(self, one, client):
        call(one, next_step="Rappeler", next_on=MONDAY)
        call(enrolled(one.session, person=a_learner()), what="Autre chose")
        client.force_login(a_coordinator())
        shown = client.get(reverse("contacts_office:index") + "?next=due").content.decode()
        assert "Le bus est en grève." in shown
        assert "Autre chose" not in shown


class TestWhereItStands:
    def test_on_the_timeline_with_the_words_for_the_office_only(self, one, trainer):
        call(one, by=trainer)
        [line] = [line for line in timeline.of(one.person) if "grève" in line.note]
        assert line.who == str(trainer)
        [said] = timeline.items([line])
        assert "grève" not in said["text"]

    def test_the_trainer_notes_it_on_her_page(self, one, trainer, client):
        client.force_login(trainer)
        page = reverse("contacts", args=[one.pk])
        assert "Rien sur la santé" in client.get(page).content.decode()
        assert client.post(page, OUT | {"what": "Vient demain."}).url == page
        assert "Vient demain." in client.get(page).content.decode()
        client.force_login(a_trainer())
        assert client.get(page).status_code == 404

    def test_the_office_notes_it_at_the_person(self, one, client):
        client.force_login(a_coordinator())
        page = reverse("enrolments_office:contact", args=[one.pk])
        refused = client.post(page, OUT | {"what": ""})
        assert "Dites en une ligne" in refused.content.decode()
        client.post(page, OUT | {"what": "Vient demain."})
        assert Contact.objects.get().what == "Vient demain."
