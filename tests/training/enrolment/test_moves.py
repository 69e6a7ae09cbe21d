"""Every move from every state: what the table allows happens and is in the diary, the rest is refused."""

import pytest

from tests.training.enrolment.builders import TODAY, a_learner, an_open_session, in_state, sent
from tests.training.planning.builders import a_coordinator, a_trainer, an_account, at
from training.domain import enrolment as verbs
from training.domain.calling import note_call
from training.domain.moves import ALLOWED_FROM, WHO
from training.domain.transferring import transfer
from training.enums import EnrolmentStatus as S
from training.enums import ExitReason, RefusalReason
from training.exceptions import Refusal
from training.models import Enrolment
from training.signals import enrolment_changed

pytestmark = pytest.mark.django_db
ARGUMENTS = {
    "ask_more": {"note": "Quels jours ?"},
    "answer": {"note": "Tous les jours."},
    "waive": {"reason": "attestation vue"},
    "refuse": {"reason": RefusalReason.LEVEL_TOO_LOW},
    "exit_early": {"reason": ExitReason.LEFT_FOR_JOB_BE_TEMP},
}
ARRIVES = {
    "submit": S.CONFIRMED,
    "invite": S.INTERVIEW,
    "accept": S.CONFIRMED,
    "ask_more": None,
    "answer": None,
    "waive": None,  # stays where it is
    "refuse": S.REFUSED,
    "offer": S.OFFERED,
    "accept_offer": S.CONFIRMED,
    "decline_offer": S.WITHDRAWN,
    "expire_offer": S.WITHDRAWN,
    "confirm": S.CONFIRMED,
    "withdraw": S.WITHDRAWN,
    "note_call": None,
    "transfer": S.TRANSFERRED,
    "mark_no_show": S.NO_SHOW,
    "enter": S.ENTERED,
    "complete": S.COMPLETED,
    "exit_early": S.EXITED,
}
EVERY_MOVE = [(verb, state) for verb in ALLOWED_FROM for state in S.values]


def day_of(verb: str):
    """Registers begin with the course; everything else happens before."""
    late = ("enter", "mark_no_show", "complete", "exit_early")
    return at(TODAY.replace(year=2027, month=1, day=11)) if verb in late else at(TODAY)


def call(verb: str, enrolment: Enrolment, by=None) -> Enrolment:
    if verb == "transfer":
        transfer(enrolment=enrolment, to=an_open_session(), by=by)
        return Enrolment.objects.get(pk=enrolment.pk)
    filed = note_call if verb == "note_call" else getattr(verbs, verb)
    return filed(enrolment=enrolment, by=by, **ARGUMENTS.get(verb, {}))


@pytest.fixture
def session():
    return an_open_session()


@pytest.mark.parametrize(("verb", "state"), EVERY_MOVE)
def test_every_move_from_every_state(session, verb, state):
    with at(TODAY):
        enrolment = in_state(state, session)
        if state == S.OFFERED and verb == "accept_offer":
            Enrolment.objects.filter(pk=enrolment.pk).update(
                offered_until=session.created_at.replace(year=2099)
            )
        if state == S.OFFERED and verb == "expire_offer":
            Enrolment.objects.filter(pk=enrolment.pk).update(
                offered_until=session.created_at.replace(year=2020)
            )
        if verb == "answer" and state in ALLOWED_FROM[verb]:
            Enrolment.objects.filter(pk=enrolment.pk).update(inquiry="ASKED")
        written = enrolment.events.count()
    with day_of(verb):
        if state in ALLOWED_FROM[verb]:
            moved = call(verb, enrolment)
            event = moved.events.last()
            assert moved.status == (ARRIVES[verb] or state)
            assert (event.from_status, event.to_status) == (state, moved.status)
            assert Enrolment.objects.get(pk=enrolment.pk).status == moved.status
        else:
            with pytest.raises(Refusal) as refusal:
                call(verb, enrolment)
            assert refusal.value.code == "wrong_state"
            assert Enrolment.objects.get(pk=enrolment.pk).status == state
            assert enrolment.events.count() == written


def test_every_verb_says_who_may():
    assert set(WHO) == set(ALLOWED_FROM) == set(ARRIVES)


@pytest.mark.parametrize("verb", ALLOWED_FROM)
def test_a_stranger_may_do_nothing(session, verb):
    with at(TODAY):
        enrolment = in_state(ALLOWED_FROM[verb][0], session)
        stranger = a_learner().user
    with day_of(verb), pytest.raises(Refusal) as refusal:
        call(verb, enrolment, by=stranger)
    assert refusal.value.code == "not_allowed"


@pytest.mark.parametrize(
    "verb", ["invite", "accept", "refuse", "offer", "confirm", "enter", "complete", "note_call"]
)
def test_nobody_decides_on_their_own_request(session, verb):
    with at(TODAY):
        enrolment = in_state(ALLOWED_FROM[verb][0], session)
    with day_of(verb), pytest.raises(Refusal) as refusal:
        call(verb, enrolment, by=enrolment.person.user)
    assert refusal.value.code == "not_allowed"


def test_the_trainer_of_the_session_lets_people_in_and_no_other_trainer(session):
    with at(TODAY):
        enrolment = sent(session)
        coordinator = a_coordinator()
    with at(session.first_day):
        with pytest.raises(Refusal):
            verbs.enter(enrolment=enrolment, by=a_trainer())
        assert verbs.enter(enrolment=enrolment, by=session.trainers.get()).status == S.ENTERED
        assert verbs.complete(enrolment=enrolment, by=coordinator).status == S.COMPLETED


def test_the_diary_says_who_when_and_why(session):
    with at(TODAY):
        coordinator = a_coordinator()
        enrolment = in_state(S.SUBMITTED, session)
        verbs.refuse(enrolment=enrolment, by=coordinator, reason="LEVEL_TOO_HIGH", note="B1 à l'oral")
    event = enrolment.events.last()
    assert (event.by, event.reason, event.note) == (coordinator, "LEVEL_TOO_HIGH", "B1 à l'oral")
    assert event.at.date() == TODAY


@pytest.mark.parametrize(("verb", "state"), [("refuse", S.SUBMITTED), ("exit_early", S.ENTERED)])
def test_a_reason_of_the_list_is_needed(session, verb, state):
    with at(TODAY):
        enrolment = in_state(state, session)
        with pytest.raises(Refusal) as refusal:
            getattr(verbs, verb)(enrolment=enrolment, by=None, reason="BECAUSE")
        assert refusal.value.code == "reason"


def test_nobody_enters_before_the_first_day(session):
    with at(TODAY):
        enrolment = sent(session)
        for verb in (verbs.enter, verbs.mark_no_show):
            with pytest.raises(Refusal) as refusal:
                verb(enrolment=enrolment, by=None)
            assert refusal.value.code == "not_begun"


def test_the_house_hears_of_it_after_commit(session):
    heard = []

    def listen(sender, **news):
        heard.append((news["from_status"], news["to_status"]))

    enrolment_changed.connect(listen)
    try:
        with at(TODAY):
            sent(session)
            with pytest.raises(Refusal):
                sent(session, a_learner(birth_date=TODAY))
    finally:
        enrolment_changed.disconnect(listen)
    assert heard == [("DRAFT", "CONFIRMED")]


def test_somebody_of_the_office_may_act_for_the_person(session):
    with at(TODAY):
        person, coordinator = a_learner(account=False), a_coordinator()
        draft = verbs.begin(session=session, person=person, by=coordinator)
        assert verbs.withdraw(enrolment=draft, by=coordinator).status == S.WITHDRAWN
        with pytest.raises(Refusal):
            verbs.begin(session=session, person=person, by=an_account())
