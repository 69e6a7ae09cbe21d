"""Who is next: priority, pairs, kept chairs, any-session requests; and nobody is passed over in silence."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from accounts.enums import OrganisationKind
from accounts.models import Commune, Person
from tests.training.enrolment.builders import FIRST_DAY, TODAY, a_draft, a_learner, an_open_session, sent
from tests.training.planning.builders import a_coordinator, an_organisation, at
from training.domain import enrolment as verbs
from training.domain import open_requests, pairing, seats, waiting_rules
from training.domain.fitting import misfit
from training.domain.referring import refer
from training.domain.waiting import Chairs
from training.enums import EnrolmentStatus as S
from training.exceptions import Refusal
from training.models import Enrolment, OpenRequest, Session
from training.tasks import sweep

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with at(TODAY):
        yield


@pytest.fixture
def session():
    return an_open_session(capacity=3)


@pytest.fixture
def partner():
    return an_organisation(OrganisationKind.PRESCRIBER)


def status(*enrolments: Enrolment) -> list[str]:
    return [Enrolment.objects.get(pk=one.pk).status for one in enrolments]


def reasons(enrolment: Enrolment) -> list[str]:
    return [one.reason for one in enrolment.events.all() if one.reason]


def full(session: Session) -> list[Enrolment]:
    return [sent(session) for _ in range(session.capacity)]


def referred(session: Session, organisation) -> Enrolment:
    draft = a_draft(session)
    refer(enrolment=draft, organisation=organisation, by=None)
    return verbs.submit(enrolment=Enrolment.objects.get(pk=draft.pk), by=None)


@pytest.mark.parametrize(
    ("free", "kept", "who", "enough"),
    [
        (1, {}, [None], True),
        (1, {}, [None, None], False),
        (1, {7: 1}, [None], False),
        (1, {7: 1}, [7], True),
        (1, {7: 1}, [8], False),
        (2, {7: 1}, [None, 7], True),
        (2, {7: 1}, [7, 7], True),
        (2, {7: 2}, [7, None], False),
        (1, {7: 2}, [7, 7], False),
        (3, {7: 1, 8: 1}, [8, None], True),
    ],
)
def test_for_whom_chairs_suffice(free, kept, who, enough):
    assert Chairs(free, kept).suffice_for(who) is enough


def test_a_pair_is_offered_two_chairs_or_none_and_is_told_why(session):
    seated = full(session)
    first, second, alone = [sent(session) for _ in range(3)]
    pairing.pair(first=first, second=second, by=None)
    verbs.withdraw(enrolment=seated[0], by=None)
    assert status(first, second, alone) == [S.WAITLISTED, S.WAITLISTED, S.OFFERED]
    assert reasons(first) == reasons(second) == ["PAIRED", "PASSED_PAIR"]
    verbs.withdraw(enrolment=seated[1], by=None)
    assert status(first, second) == [S.WAITLISTED, S.WAITLISTED]
    assert reasons(first)[-1] == "PASSED_PAIR"  # nobody overtook them this time: nothing to tell
    assert len(reasons(first)) == 2
    verbs.withdraw(enrolment=seated[2], by=None)
    assert status(first, second) == [S.OFFERED, S.OFFERED]


def test_a_pair_stands_where_the_later_of_the_two_stands(session):
    full(session)
    first, between, second = [sent(session) for _ in range(3)]
    pairing.join(enrolment=second, code=pairing.open_pair(enrolment=first, by=None).code, by=None)
    assert [seats.position(one) for one in (first, between, second)] == [2, 1, 3]
    pairing.part(enrolment=second, by=None)
    assert [seats.position(one) for one in (first, between, second)] == [1, 2, 3]


def test_a_pair_of_which_one_leaves_is_one_person(session):
    seated = full(session)
    first, second = sent(session), sent(session)
    pairing.pair(first=first, second=second, by=None)
    verbs.withdraw(enrolment=first, by=None)
    verbs.withdraw(enrolment=seated[0], by=None)
    assert status(second) == [S.OFFERED]


def test_a_code_is_for_one_other_person_of_this_session(session):
    full(session)
    first, second, third = [sent(session) for _ in range(3)]
    other_list = an_open_session(capacity=1)
    full(other_list)
    stranger = sent(other_list)
    code = pairing.open_pair(enrolment=first, by=first.person.user).code
    codes = []
    for one, typed in ((stranger, code), (first, code), (second, "nonsense")):
        with pytest.raises(Refusal) as refusal:
            pairing.join(enrolment=one, code=typed, by=one.person.user)
        codes.append(refusal.value.code)
    pairing.join(enrolment=second, code=code.lower(), by=second.person.user)
    with pytest.raises(Refusal) as refusal:
        pairing.join(enrolment=third, code=code, by=third.person.user)
    assert [*codes, refusal.value.code] == ["unknown", "own", "unknown", "used"]


def test_kept_chairs_go_to_the_partners_people_and_to_everybody_after_the_date(session, partner):
    waiting_rules.keep_chairs(
        session=session, organisation=partner, chairs=1, until=TODAY + timedelta(days=2), by=None
    )
    seated = [sent(session) for _ in range(3)]
    assert status(*seated) == [S.CONFIRMED, S.CONFIRMED, S.WAITLISTED]
    counted = seats.with_seats(Session.objects.all()).get(pk=session.pk)
    assert (counted.chairs_free, counted.seats_left) == (1, 0)  # the public sees no free place
    theirs = referred(session, partner)
    assert theirs.status == S.WAITLISTED  # nobody is overtaken by booking directly
    sweep()
    assert status(theirs) == [S.OFFERED]
    assert reasons(seated[2]) == ["PASSED_KEPT"]


@pytest.mark.parametrize(
    ("chairs", "until", "code"),
    [
        (1, TODAY - timedelta(days=1), "until"),
        (1, FIRST_DAY, "until"),
        (2, TODAY, "capacity"),  # two are kept for another partner, of three
    ],
)
def test_chairs_are_kept_from_today_up_to_the_start_and_never_more_than_there_are(
    session, partner, chairs, until, code
):
    other = an_organisation("PRESCRIBER")
    waiting_rules.keep_chairs(session=session, organisation=other, chairs=2, until=TODAY, by=None)
    with pytest.raises(Refusal) as refused:
        waiting_rules.keep_chairs(session=session, organisation=partner, chairs=chairs, until=until, by=None)
    assert refused.value.code == code
    assert session.reservations.count() == 1


def test_the_sweeper_releases_what_nobody_used(session, partner):
    until = TODAY + timedelta(days=2)
    waiting_rules.keep_chairs(session=session, organisation=partner, chairs=2, until=until, by=None)
    first, second = sent(session), sent(session)
    assert status(first, second) == [S.CONFIRMED, S.WAITLISTED]
    with at(until):
        sweep()
        assert status(second) == [S.WAITLISTED]
    with at(until + timedelta(days=1)):
        sweep()
        sweep()
    assert status(second) == [S.OFFERED]
    assert session.reservations.get().released_at is not None


def test_priority_then_time(session, partner):
    seated = full(session)
    early, theirs, late = sent(session), referred(session, partner), sent(session)
    assert [seats.position(one) for one in (early, theirs, late)] == [1, 2, 3]
    rule = waiting_rules.set_priority(session=session, organisation=partner, rank=1, by=a_coordinator())
    assert [seats.position(one) for one in (theirs, early, late)] == [1, 2, 3]
    verbs.withdraw(enrolment=seated[0], by=None)
    assert status(theirs, early) == [S.OFFERED, S.WAITLISTED]
    waiting_rules.drop_priority(rule=rule, by=None)
    verbs.withdraw(enrolment=seated[1], by=None)
    assert status(early, late) == [S.OFFERED, S.WAITLISTED]


def test_the_office_out_of_turn_leaves_a_trace(session):
    seated = full(session)
    first, second = sent(session), sent(session)
    with at(date(2027, 1, 9)):  # enrolment is closed: the chair stays free
        verbs.withdraw(enrolment=seated[0], by=None)
        verbs.confirm(enrolment=second, by=a_coordinator())
    assert status(first, second) == [S.WAITLISTED, S.CONFIRMED]
    assert reasons(first) == ["PASSED_OFFICE"]


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ({"offers_until": date(2027, 1, 11)}, "offers_until"),
        ({"offers_until": date(2027, 1, 10)}, "session_offers_end_with_enrolment"),
        ({"withdrawals_until": date(2027, 1, 11)}, "withdrawals_until"),
        ({"offers_until": date(2027, 1, 8), "withdrawals_until": date(2027, 1, 10)}, ""),
    ],
)
def test_last_days_lie_before_the_first_lesson_and_offers_end_with_enrolment(session, days, code):
    rules = {"offer_hours": 48, "late_offer_hours": 6, "late_days": 3}
    days = {"offers_until": None, "withdrawals_until": None} | days
    if not code:
        assert waiting_rules.set_offers(session=session, by=None, **rules, **days).offers_until
        return
    with pytest.raises(Refusal) as refused:
        waiting_rules.set_offers(session=session, by=None, **rules, **days)
    assert refused.value.code == code
    assert Session.objects.get(pk=session.pk).offers_until is None


def test_the_rules_of_the_session_decide_how_long_and_until_when(session):
    rules = {
        "offer_hours": 48,
        "late_offer_hours": 6,
        "late_days": 3,
        "withdrawals_until": date(2026, 12, 20),
    }
    waiting_rules.set_offers(session=session, by=None, offers_until=date(2026, 12, 15), **rules)
    session.refresh_from_db()
    seated = full(session)
    waiting = sent(session)
    with at(date(2026, 12, 16)):
        verbs.withdraw(enrolment=seated[0], by=seated[0].person.user)
        assert status(waiting) == [S.WAITLISTED]
    assert seats.deadline(session) - timezone.now() == timedelta(hours=48)
    with at(date(2027, 1, 9)):
        assert seats.deadline(session) - timezone.now() == timedelta(hours=6)
    with at(date(2026, 12, 21)), pytest.raises(Refusal, match="Appelez-nous"):
        verbs.withdraw(enrolment=seated[1], by=seated[1].person.user)


def wish(person=None, **facts) -> OpenRequest:
    person = person or a_learner()
    return open_requests.ask(person=person, by=person.user, **{"level": "A0", "not_before": TODAY} | facts)


def test_a_new_session_is_offered_to_who_waits_for_any_that_fits():
    fits, elsewhere = wish(), wish(towns=["Calais"])
    session = an_open_session(capacity=3)
    newcomer = sent(session)
    assert newcomer.status == S.WAITLISTED  # somebody waits: no booking past them
    sweep()
    offered = fits.enrolments.get()
    assert (offered.status, offered.session) == (S.OFFERED, session)
    assert not elsewhere.enrolments.exists()
    assert status(newcomer) == [S.OFFERED]
    assert offered.queue_position > newcomer.queue_position
    verbs.accept_offer(enrolment=offered, by=offered.person.user)
    fits.refresh_from_db()
    assert fits.ended_by == "SERVED"


def test_who_declines_goes_on_waiting_and_who_is_silent_does_not():
    declines, silent = wish(), wish()
    session, other = an_open_session(capacity=2), an_open_session(capacity=1)
    sweep()
    assert declines.enrolments.get().session == session
    verbs.decline_offer(enrolment=declines.enrolments.get(), by=None)
    sweep()
    assert [one.session for one in declines.enrolments.order_by("pk")] == [session, other]
    with at(TODAY + timedelta(days=4)):
        sweep()
    silent.refresh_from_db()
    assert silent.ended_by == "NO_ANSWER"


def test_one_offer_at_a_time_and_asking_again_keeps_the_place():
    one = wish()
    again = wish(one.person, towns=["Hondschoote"])
    assert (again.pk, again.asked_at, again.towns) == (one.pk, one.asked_at, ["Hondschoote"])
    an_open_session(capacity=2), an_open_session(capacity=2)
    sweep()
    assert one.enrolments.count() == 1


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({}, None),
        ({"towns": ["Hondschoote"], "rhythms": ["PART_TIME"]}, None),
        ({"towns": ["Calais"]}, "TOWN"),
        ({"within_km": 10}, "TOWN"),
        ({"within_km": 20}, None),  # Dunkerque – Hondschoote: 15.8 km
        ({"within_km": 10, "towns": ["Hondschoote"]}, None),
        ({"within_km": 10, "towns": ["Calais"]}, "TOWN"),
        ({"rhythms": ["EVENING"]}, "RHYTHM"),
        ({"not_before": date(2027, 2, 1)}, "TOO_EARLY"),
        ({"level": "A2"}, "TOO_LOW"),
    ],
)
def test_what_fits(session, facts, reason):
    assert misfit(wish(**facts), session) == reason


def test_where_the_office_decides_nobody_is_called_in():
    wish()
    session = an_open_session(capacity=2, needs_decision=True)
    sweep()
    assert not session.enrolments.exists()


def test_near_is_near_to_where_the_person_lives_today(session):
    one = wish(within_km=10)
    Person.objects.filter(pk=one.person_id).update(commune="59309")  # Hondschoote itself
    assert misfit(OpenRequest.objects.get(pk=one.pk), session) is None


def test_no_distance_from_a_commune_that_nobody_has_placed_nor_another_distance():
    abbecourt = a_learner(commune=Commune.objects.get(code="02001"))
    with pytest.raises(Refusal) as refused:
        wish(abbecourt, within_km=30)
    assert refused.value.code == "within_km"
    assert wish(abbecourt).within_km is None
    with pytest.raises(Refusal) as refused:
        wish(within_km=500)
    assert refused.value.code == "open_request_near"
