"""Two files of one person become one: everything moves, nothing is lost, and what clashes is said first."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.domain import sameness
from accounts.enums import Role
from accounts.models import Difference, Person, StoppedLetter, User
from tests.training.enrolment.builders import TODAY, a_learner, an_open_session, sent
from tests.training.planning.builders import a_coordinator, an_account, at
from training.domain import enrolment as verbs
from training.domain import merging
from training.domain.merging import merge, relations
from training.enums import EnrolmentStatus as S
from training.enums import EventReason, Level
from training.exceptions import Refusal
from training.models import Enrolment, Interest, OpenRequest, PlacementAttempt

pytestmark = pytest.mark.django_db
SPRING = {"starts_on": date(2027, 6, 7), "enrolment_closes_on": date(2027, 6, 1)}


@pytest.fixture(autouse=True)
def _one_december():
    with at(TODAY):
        yield


@pytest.fixture
def two():
    return a_learner(phone=""), a_learner(phone="+33612345678")


def unfinished(user: User) -> PlacementAttempt:
    return PlacementAttempt.objects.create(user=user, seed=1, started_at="2026-11-02T10:00Z")


def an_open_request(person: Person, day: int) -> OpenRequest:
    return OpenRequest.objects.create(
        person=person,
        level=Level.A0,
        not_before=TODAY,
        asked_at=f"2026-11-{day:02}T10:00Z",
        privacy_version="2026-11",
    )


def test_everything_moves_and_nothing_is_lost(two):
    survivor, duplicate = two
    session, later = an_open_session(), an_open_session(**SPRING)
    kept, came = sent(session, survivor), sent(later, duplicate)
    first, second = an_open_request(survivor, 9), an_open_request(duplicate, 2)
    for user in (survivor.user, duplicate.user):
        StoppedLetter.objects.create(user=user, kind="training/emails/session_open")
        Interest.objects.create(user=user, course=session.course)
        unfinished(user)
    letters = sum(user.messages.count() for user in (survivor.user, duplicate.user))
    old, coordinator = duplicate.user, a_coordinator()
    merge(survivor=survivor, duplicate=duplicate, by=coordinator)
    survivor = Person.objects.get(pk=survivor.pk)
    assert set(survivor.enrolments.values_list("pk", "status")) == {
        (kept.pk, S.CONFIRMED),
        (came.pk, S.CONFIRMED),
    }
    assert survivor.user.messages.count() == letters > 1
    assert (survivor.user.stopped_letters.count(), survivor.user.interests.count()) == (1, 1)
    assert survivor.user.placement_attempts.count() == 1
    assert list(OpenRequest.objects.open()) == [second]
    assert set(survivor.open_requests.all()) == {first, second}
    assert survivor.phone == "+33612345678"
    event = came.events.last()
    assert (event.reason, event.by) == (EventReason.MERGED, coordinator)
    assert nothing_points_to(Person.objects.get(pk=duplicate.pk))
    assert nothing_points_to(old)


def nothing_points_to(thing: Person | User) -> bool:
    """By the registry of models: no row of any table."""
    keys = relations(type(thing)).items()
    left = [label for label, field in keys if merging.pointing(field, thing).exists()]
    return left == []


def test_the_other_file_stays_empty_and_leads_to_the_survivor(two):
    survivor, duplicate = two
    merge(survivor=survivor, duplicate=duplicate, by=None)
    stone = Person.objects.get(pk=duplicate.pk)
    assert (stone.merged_into, stone.user, stone.full_name.strip()) == (survivor, None, "")
    assert stone.merged_at is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=stone.pk).update(given_name="Yasmine")
    assert stone not in Person.objects.visible_to(a_coordinator())


def test_of_two_accounts_one_is_closed_and_holds_nothing_about_anybody(two):
    survivor, duplicate = two
    old = duplicate.user
    merge(survivor=survivor, duplicate=duplicate, by=None)
    old = User.objects.get(pk=old.pk)
    assert (old.is_active, old.first_name, old.has_usable_password()) == (False, "", False)
    assert "yasmine" not in old.email


def test_who_had_no_account_gets_that_of_the_other():
    survivor, duplicate = a_learner(account=False), a_learner()
    account = duplicate.user
    merge(survivor=survivor, duplicate=duplicate, by=None)
    assert Person.objects.get(pk=survivor.pk).user == account
    assert User.objects.get(pk=account.pk).is_active


def test_both_in_one_session_is_said_and_nothing_moves(two):
    survivor, duplicate = two
    session = an_open_session()
    sent(session, survivor)
    theirs = sent(session, duplicate)
    with pytest.raises(Refusal) as refusal:
        merge(survivor=survivor, duplicate=duplicate, by=None)
    assert session.title in str(refusal.value)
    assert Enrolment.objects.get(pk=theirs.pk).person == duplicate
    verbs.withdraw(enrolment=theirs, by=None)
    merge(survivor=survivor, duplicate=duplicate, by=None)
    assert Enrolment.objects.get(pk=theirs.pk).person == survivor


def test_lessons_at_the_same_time_are_named(two):
    survivor, duplicate = two
    for person in two:
        sent(an_open_session(), person)
    with pytest.raises(Refusal) as refusal:
        merge(survivor=survivor, duplicate=duplicate, by=None)
    assert refusal.value.code == "settle_first"
    assert "11 janvier" in str(refusal.value)
    assert Person.objects.get(pk=duplicate.pk).merged_into is None


def test_an_account_that_works_here_is_nobody_s_duplicate(two):
    survivor, _other = two
    colleague = Person.objects.create(
        given_name="Lieselot",
        family_name="Vermeersch",
        birth_date=date(1990, 1, 1),
        user=an_account(role=Role.TRAINER),
    )
    with pytest.raises(Refusal):
        merge(survivor=survivor, duplicate=colleague, by=None)
    merge(survivor=colleague, duplicate=survivor, by=None)


@pytest.mark.parametrize("who", ["survivor", "duplicate"])
def test_a_file_is_merged_once(two, who):
    survivor, duplicate = two
    merge(survivor=survivor, duplicate=duplicate, by=None)
    third = a_learner()
    files = {"survivor": third, "duplicate": third} | {who: duplicate}
    with pytest.raises(Refusal):
        merge(**files, by=None)


def test_a_file_is_not_merged_with_itself_and_only_by_the_office(two):
    survivor, duplicate = two
    with pytest.raises(Refusal):
        merge(survivor=survivor, duplicate=survivor, by=None)
    with pytest.raises(Refusal):
        merge(survivor=survivor, duplicate=duplicate, by=survivor.user)


def test_earlier_merges_and_differences_follow(two):
    survivor, duplicate = two
    older, stranger = a_learner(), a_learner()
    coordinator = a_coordinator()
    merge(survivor=duplicate, duplicate=older, by=None)
    sameness.note_different(one=stranger, other=duplicate, by=coordinator)
    sameness.note_different(one=survivor, other=duplicate, by=coordinator)
    merge(survivor=survivor, duplicate=duplicate, by=None)
    assert Person.objects.get(pk=older.pk).merged_into == survivor
    assert {(row.one_id, row.other_id) for row in Difference.objects.all()} == {(survivor.pk, stranger.pk)}


def alike(**fields) -> Person:
    return a_learner(**{"account": False, "birth_date": date(1975, 4, 21)} | fields)


@pytest.mark.parametrize(
    ("one", "other", "is_found"),
    [
        (("Élodie", "Lefebvre"), ("ELODIE", "lefebvre"), True),
        (("Ludovic", "Caron"), ("Caron", "Ludovic"), True),
        (("Jean-Baptiste", "Deschodt"), ("Jean Baptiste", "Deschodt"), True),
        (("Ludovic", "Caron"), ("Ludovic", "Carron"), False),
    ],
)
def test_the_same_name_however_it_is_written(one, other, is_found):
    for given, family in (one, other):
        alike(given_name=given, family_name=family)
    assert bool(sameness.pairs(a_coordinator())) is is_found


def test_the_same_identifier_needs_the_same_birth_date_and_two_people_are_remembered():
    number = {"france_travail_identifier": "1234567A", "france_travail_missing": ""}
    one, other = alike(**number), alike(**number)
    alike(birth_date=date(1980, 1, 1), **number)
    coordinator = a_coordinator()
    (pair,) = sameness.pairs(coordinator)
    assert (pair.one, pair.other, pair.same_identifier) == (one, other, True)
    sameness.note_different(one=other, other=one, by=coordinator)
    sameness.note_different(one=one, other=other, by=coordinator)
    assert sameness.pairs(coordinator) == []


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_merges_at_once_end_with_one_survivor():
    """Each wants the other's survivor as duplicate: one is done, the other reads why not."""
    one, other = a_learner(), a_learner()
    sent(an_open_session(), one)
    start = Barrier(2)

    def run(files):
        try:
            connection.ensure_connection()
            start.wait(timeout=30)
            return merge(survivor=files[0], duplicate=files[1], by=None)
        except Refusal as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(run, [(one, other), (other, one)]))
    done = [result for result in results if isinstance(result, Person)]
    assert len(done) == 1, results
    assert Person.objects.alive().filter(pk__in=[one.pk, other.pk]).get() == done[0]
    assert Enrolment.objects.get().person == done[0]
