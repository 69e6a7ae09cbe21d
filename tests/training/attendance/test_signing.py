"""Signatures on the trainer's tablet: who, when, what exactly, once."""

import json
import uuid
from datetime import timedelta
from unittest import mock

import pytest
from django.utils import timezone

from tests.training.planning.builders import a_person, a_session, a_trainer, absence, enrolled, in_the_lesson
from training.domain import attendance, chain, pen, signing
from training.domain.signing import Device
from training.enums import SignatureMethod, Signing
from training.exceptions import Refusal
from training.models import ChainLink, Signature
from training.models.signing import BEFORE_THE_FIRST

DRAWING = "[[100,200,300,150,500,220],[520,180,600,260]]"


@pytest.fixture
def half_day(db):
    return a_session(trainer=a_trainer(), signing=Signing.SCREEN).half_days.first()


@pytest.fixture
def learner(half_day):
    return enrolled(half_day.session, person=a_person("Éric", "Vandenbroucke"))


def sign(half_day, enrolment, **fields):
    facts = {
        "by": half_day.trainer,
        "method": SignatureMethod.DRAWN,
        "mark": DRAWING,
        "change_id": uuid.uuid4(),
    }
    return signing.sign(half_day=half_day, enrolment=enrolment, **facts | fields)


def code_of(refused) -> str:
    return refused.value.code


def test_the_proof_is_kept_and_frozen(half_day, learner):
    said = half_day.starts_at + timedelta(minutes=58)
    device = Device(user_agent="Tablet " * 60, address="192.0.2.77")
    with in_the_lesson(half_day):
        one = sign(half_day, learner, device=device, said_at=said)
    assert one.signed_at == half_day.starts_at + timedelta(hours=1)
    assert (one.said_at, one.network, len(one.user_agent)) == (said, "192.0.2.0/24", 200)
    frozen = json.loads(one.link.payload)
    assert frozen["previous"] == one.link.previous_hash == BEFORE_THE_FIRST
    assert frozen["facts"]["names"]["learner"] == "Éric Vandenbroucke"
    assert frozen["facts"]["signed"]["lesson"]["title_fr"] == half_day.session.title_fr
    assert chain.fingerprint(one.link.payload) == one.link.hash
    assert chain.fingerprint(chain.canonical(frozen["facts"]["signed"])) == one.signed_hash
    assert frozen["facts"]["mark_hash"] == chain.fingerprint(one.mark)


def test_an_ipv6_address_is_cut_after_three_groups():
    assert Device(address="2001:db8:aaaa:bbbb::7").network == "2001:db8:aaaa::/48"


def test_links_follow_each_other(half_day, learner):
    other = enrolled(half_day.session)
    with in_the_lesson(half_day):
        first, second = sign(half_day, learner), sign(half_day, other)
    assert (first.link.number, second.link.number) == (1, 2)
    assert second.link.previous_hash == first.link.hash


def test_the_same_change_twice_is_one_signature(half_day, learner):
    number = uuid.uuid4()
    with in_the_lesson(half_day):
        assert sign(half_day, learner, change_id=number) == sign(half_day, learner, change_id=number)
    assert Signature.objects.count() == ChainLink.objects.count() == 1


def test_a_change_is_not_used_for_somebody_else(half_day, learner):
    number = uuid.uuid4()
    other = enrolled(half_day.session)
    with in_the_lesson(half_day):
        sign(half_day, learner, change_id=number)
        with pytest.raises(Refusal) as refused:
            sign(half_day, other, change_id=number)
    assert code_of(refused) == "change_id"


def test_nobody_signs_twice(half_day, learner):
    with in_the_lesson(half_day):
        sign(half_day, learner)
        with pytest.raises(Refusal) as refused:
            sign(half_day, learner)
    assert code_of(refused) == "signed"


@pytest.mark.parametrize(
    ("moment", "answer"),
    [
        (lambda one: one.starts_at - timedelta(minutes=16), "too_early"),
        (lambda one: one.starts_at - timedelta(minutes=15), None),
        (lambda one: one.ends_at + timedelta(hours=48), None),
        (lambda one: one.ends_at + timedelta(hours=48, seconds=1), "late"),
    ],
)
def test_signatures_have_their_time(half_day, learner, moment, answer):
    with mock.patch("django.utils.timezone.now", return_value=moment(half_day)):
        if answer is None:
            assert sign(half_day, learner).attempt == 1
            return
        with pytest.raises(Refusal) as refused:
            sign(half_day, learner)
    assert code_of(refused) == answer


def test_who_is_absent_does_not_sign(half_day, learner):
    with in_the_lesson(half_day):
        attendance.mark(half_day=half_day, enrolment=learner, by=half_day.trainer, absence_code=absence())
        with pytest.raises(Refusal) as refused:
            sign(half_day, learner)
    assert code_of(refused) == "absent"


def test_who_signs_is_present(half_day, learner):
    with in_the_lesson(half_day):
        sign(half_day, learner)
    assert half_day.marks.get().is_present


def test_nobody_signs_for_another_trainer(half_day, learner):
    with in_the_lesson(half_day), pytest.raises(Refusal) as refused:
        sign(half_day, learner, by=a_trainer())
    assert code_of(refused) == "not_allowed"


def test_another_mark_voids_the_signature_and_asks_again(half_day, learner):
    with in_the_lesson(half_day):
        first = sign(half_day, learner)
        late = {"half_day": half_day, "enrolment": learner, "by": half_day.trainer, "minutes_late": 10}
        attendance.mark(**late)
        assert list(signing.unsigned(half_day)) == [learner]
        second = sign(half_day, learner)
        attendance.mark(**late)  # the same again changes nothing
    assert first.voiding.by == half_day.trainer
    assert signing.of(half_day) == {learner.pk: second}
    assert second.attempt == 2
    assert list(ChainLink.objects.values_list("kind", flat=True)) == ["SIGNED", "VOIDED", "SIGNED"]


@pytest.mark.parametrize(
    "mark",
    ["", "{}", "[[1,2,3]]", "[[1,2]]", "[[0,0,2000,10]]", "[[0,0,1.5,10]]", "[[true,0,100,10]]", "[" * 9000],
)
def test_a_drawing_is_strokes_of_a_pen(half_day, learner, mark):
    with in_the_lesson(half_day), pytest.raises(Refusal) as refused:
        sign(half_day, learner, mark=mark)
    assert code_of(refused) == "drawing"


def test_a_drawing_has_its_limit(half_day, learner):
    with in_the_lesson(half_day), pytest.raises(Refusal) as refused:
        sign(half_day, learner, mark="[[" + "100,200," * 4000 + "1,1]]")
    assert code_of(refused) == "drawing"


def test_a_drawing_is_drawn_anew():
    assert pen.path("[[1,2,3,4],[5,6]]") == "M1 2L3 4 M5 6"


@pytest.mark.parametrize("name", ["eric", "VANDENBROUCKE Eric", "  Éric   Vandenbroucke "])
def test_a_typed_name_is_ones_own(half_day, learner, name):
    with in_the_lesson(half_day):
        assert sign(half_day, learner, method=SignatureMethod.TYPED, mark=name).mark == " ".join(name.split())


@pytest.mark.parametrize("name", ["", "Lina Delattre", "?"])
def test_a_typed_name_of_somebody_else_is_refused(half_day, learner, name):
    with in_the_lesson(half_day), pytest.raises(Refusal) as refused:
        sign(half_day, learner, method=SignatureMethod.TYPED, mark=name)
    assert code_of(refused) == "name"


def test_the_telephone_has_its_own_way(half_day, learner):
    with in_the_lesson(half_day), pytest.raises(Refusal) as refused:
        sign(half_day, learner, method=SignatureMethod.PHONE, mark="")
    assert code_of(refused) == "method"


def test_what_is_due_to_a_person(half_day, learner):
    person = learner.person
    assert list(signing.due(person)) == []
    with in_the_lesson(half_day):
        assert list(signing.due(person)) == [half_day]
        sign(half_day, learner)
        assert list(signing.due(person)) == []
    with mock.patch("django.utils.timezone.now", return_value=half_day.ends_at + timedelta(hours=49)):
        assert half_day not in signing.due(person)


def test_on_paper_nothing_is_due_on_screen(half_day, learner):
    half_day.session.signing = Signing.PAPER
    half_day.session.save()
    with in_the_lesson(half_day):
        assert list(signing.due(learner.person)) == []


def test_time_of_signing_is_the_servers(half_day, learner):
    with in_the_lesson(half_day):
        one = sign(half_day, learner, said_at=half_day.starts_at - timedelta(days=3))
        assert one.signed_at == timezone.now()
