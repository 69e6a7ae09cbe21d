"""The tablet that goes round, the countersignature and the correction, as pages: without script."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from tests.training.attendance.test_signing import DRAWING, sign
from tests.training.planning.builders import a_person, a_session, a_trainer, absence, enrolled, in_the_lesson
from training.domain import attendance
from training.enums import SignatureMethod, Signing
from training.models import Amendment, Signature


@pytest.fixture
def half_day(db):
    half_day = a_session(trainer=a_trainer(), signing=Signing.SCREEN).half_days.first()
    with in_the_lesson(half_day):
        yield half_day


@pytest.fixture
def learner(half_day):
    return enrolled(half_day.session, person=a_person("Éric", "Vandenbroucke"))


@pytest.fixture
def page(half_day):
    client = Client()
    client.force_login(half_day.trainer)

    def ask(view: str, /, *args, **data):
        address = reverse(view, args=[half_day.pk, *args])
        return client.post(address, data) if data else client.get(address)

    return ask


def test_the_list_shows_the_names_of_who_has_not_signed_and_nothing_else(page, half_day, learner):
    other = enrolled(half_day.session, person=a_person("Lina", "Delattre"))
    attendance.mark(half_day=half_day, enrolment=other, by=half_day.trainer, absence_code=absence())
    html = page("register_signatures").content.decode()
    assert "Éric Vandenbroucke" in html
    assert "Lina Delattre" not in html
    assert half_day.trainer.email not in html


def test_a_name_is_typed_and_confirmed(page, learner):
    number = uuid.uuid4()
    response = page("register_sign", learner.pk, name="eric", change_id=number)
    assert "Cochez cette case" in response.content.decode()
    assert not Signature.objects.exists()
    page("register_sign", learner.pk, name="eric", it_is_me="on", change_id=number)
    page("register_sign", learner.pk, name="eric", it_is_me="on", change_id=number)
    assert Signature.objects.get().method == SignatureMethod.TYPED
    assert "Tout le monde a signé" in page("register_signatures").content.decode()


def test_a_signature_is_drawn(page, learner):
    said = "2027-01-11T09:10:00Z"
    page("register_sign", learner.pk, drawing=DRAWING, change_id=uuid.uuid4(), said_at=said)
    one = Signature.objects.get()
    assert (one.method, one.mark) == (SignatureMethod.DRAWN, DRAWING)
    assert one.said_at.isoformat() == "2027-01-11T09:10:00+00:00"


def test_somebody_elses_name_stays_in_its_field_with_the_error(page, learner):
    html = page(
        "register_sign", learner.pk, name="Lina", it_is_me="on", change_id=uuid.uuid4()
    ).content.decode()
    assert "Écrivez votre propre nom" in html
    assert 'value="Lina"' in html


def test_the_trainer_counts_heads_and_says_why_a_signature_is_missing(page, half_day, learner):
    other = enrolled(half_day.session)
    sign(half_day, learner)
    assert other.person.full_name in page("register_close").content.decode()
    assert "Recomptez" in page("register_close", head_count=3, unsigned_reason="x").content.decode()
    assert "pas signé" in page("register_close", head_count=2, unsigned_reason="").content.decode()
    page("register_close", head_count=2, unsigned_reason="Son bus partait.")
    half_day.refresh_from_db()
    assert (half_day.is_closed, half_day.head_count) == (True, 2)
    assert half_day.unsigned_reason == "Son bus partait."
    assert half_day.links.last().kind == "CLOSED"


def test_more_people_than_the_room_holds_need_a_reason(page, half_day, learner):
    half_day.room.capacity = 1
    half_day.room.save()
    for one in (learner, enrolled(half_day.session)):
        sign(half_day, one)
    assert "La salle accueille 1 personne" in page("register_close", head_count=2).content.decode()
    page("register_close", head_count=2, crowded_reason="Salle voisine inondée.")
    half_day.refresh_from_db()
    assert half_day.is_closed


def test_a_correction_shows_both_values(page, half_day, learner):
    sign(half_day, learner)
    attendance.close(half_day=half_day, by=half_day.trainer, head_count=1)
    response = page("register_correct", learner.pk, absence_code=absence().pk, reason="")
    assert not Amendment.objects.exists()
    assert response.status_code == 200
    page("register_correct", learner.pk, absence_code=absence().pk, reason="Erreur de ligne.")
    html = page("register").content.decode()
    assert "<del>présent" in html
    assert absence().label_fr in html
    assert "Erreur de ligne." in html


def test_nobody_else_signs_or_corrects_here(half_day, learner):
    client = Client()
    client.force_login(a_trainer())
    for name in ("register_sign", "register_correct"):
        assert client.get(reverse(name, args=[half_day.pk, learner.pk])).status_code == 404
    assert client.get(reverse("register_signatures", args=[half_day.pk])).status_code == 404
