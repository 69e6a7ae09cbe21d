"""The conditions of a session: said beforehand, each lack a sentence with whom to ask, never a silent no."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Commune
from tests.training.enrolment.builders import TODAY, a_draft, a_learner, an_open_session, sent
from tests.training.planning.builders import a_coordinator, at
from training.domain import conditions, seats
from training.domain import enrolment as verbs
from training.domain.adjusting import set_conditions
from training.domain.conditions import Applicant, Asked
from training.domain.eligibility import asked_by, eligible, lacking
from training.domain.queries.waiting_page import waiting_page
from training.domain.requests import always_free
from training.domain.transferring import transfer
from training.enums import EnrolmentStatus as S
from training.enums import EventReason, Level, Moment, Skill, Territory
from training.exceptions import Refusal
from training.models import Assessment, Conditions, Enrolment, PlacementAttempt, PlacementResult, Session

FIRST = date(2027, 1, 11)
DUNKIRK, LILLE, CALAIS = "59183", "59350", "62193"
GROWN_UP = date(1994, 3, 12)

LACKS = [
    # what is asked, what is known, a word of the sentence (none: nothing is missing)
    (Asked(FIRST), Applicant(GROWN_UP), ""),
    (Asked(FIRST, minimum_age=26), Applicant(date(2001, 1, 11)), ""),
    (Asked(FIRST, minimum_age=26), Applicant(date(2001, 1, 12)), "26"),
    (Asked(FIRST, maximum_age=29), Applicant(date(1997, 1, 12)), ""),
    (Asked(FIRST, maximum_age=29), Applicant(date(1997, 1, 11)), "29"),
    (Asked(FIRST, jobseekers_only=True), Applicant(GROWN_UP, is_registered=True), ""),
    (Asked(FIRST, jobseekers_only=True), Applicant(GROWN_UP), "identifiant"),
    (Asked(FIRST, territories=(Territory.DUNKIRK,)), Applicant(GROWN_UP, commune=DUNKIRK), ""),
    (Asked(FIRST, territories=(Territory.DUNKIRK,)), Applicant(GROWN_UP, commune=LILLE), "Dunkerque"),
    (Asked(FIRST, territories=(Territory.NORD,)), Applicant(GROWN_UP, commune=LILLE), ""),
    (Asked(FIRST, territories=(Territory.PAS_DE_CALAIS,)), Applicant(GROWN_UP, commune=CALAIS), ""),
    (Asked(FIRST, territories=(Territory.NORD,)), Applicant(GROWN_UP), "Nord"),
    (Asked(FIRST, communes={LILLE: "Lille"}), Applicant(GROWN_UP, commune=LILLE), ""),
    (Asked(FIRST, communes={LILLE: "Lille"}), Applicant(GROWN_UP, commune=DUNKIRK), "Lille"),
    (Asked(FIRST, all_hours=True), Applicant(GROWN_UP, availability="pas le mardi"), "coordination"),
    (Asked(FIRST, all_hours=True), Applicant(GROWN_UP), ""),
    (Asked(FIRST, levels={Skill.READING: Level.A1}), Applicant(GROWN_UP), "test"),
    (
        Asked(FIRST, levels={Skill.READING: Level.A1}),
        Applicant(GROWN_UP, levels={Skill.READING: Level.A1_2}),
        "A1.2",
    ),
    (
        Asked(FIRST, levels={Skill.READING: Level.A1}),
        Applicant(GROWN_UP, levels={Skill.READING: Level.A2_1}),
        "",
    ),
]


@pytest.mark.parametrize(("asked", "applicant", "word"), LACKS)
def test_what_somebody_lacks(asked, applicant, word):
    lacks = conditions.lacking(asked, applicant)
    assert bool(lacks) == bool(word)
    assert word in " ".join(one.to_the_person for one in lacks)


def test_each_lack_has_its_own_sentence_and_somebody_to_ask():
    asked = Asked(
        FIRST,
        minimum_age=40,
        jobseekers_only=True,
        territories=(Territory.HAUTS_DE_FLANDRE,),
        all_hours=True,
        levels={Skill.READING: Level.A1},
    )
    said = conditions.lacking(asked, Applicant(GROWN_UP, availability="jamais le lundi"))
    assert len(said) == 5
    assert all("coordination" in one.to_the_person for one in said)
    assert not any("coordination" in one.what for one in said), "the coordination reads this"
    assert len(conditions.in_words(asked)) == 5


pytestmark = pytest.mark.django_db


@pytest.fixture
def session():
    return an_open_session()


def ask(session, **facts) -> Conditions:
    return set_conditions(session=session, by=None, **{"minimum_age": 18} | facts)


def test_a_session_without_a_row_asks_adults_only(session):
    assert asked_by(session) == Asked(session.first_day)
    assert len(conditions.in_words(asked_by(session))) == 1


def test_what_was_set_is_read_again_and_setting_it_twice_changes_nothing(session):
    facts = {
        "minimum_age": 20,
        "maximum_age": 60,
        "jobseekers_only": True,
        "territories": [Territory.NORD],
        "communes": [Commune.objects.get(code=LILLE)],
        "all_hours": True,
        "levels": {Skill.READING: Level.A1, Skill.WRITING: ""},
    }
    for _time in range(2):
        set_conditions(session=session, by=None, **facts)
    asked = asked_by(session)
    assert (asked.minimum_age, asked.maximum_age) == (20, 60)
    assert (asked.territories, asked.communes) == ((Territory.NORD,), {LILLE: "Lille"})
    assert asked.levels == {Skill.READING: Level.A1}
    assert Conditions.objects.count() == 1


@pytest.mark.parametrize("ages", [{"minimum_age": 17}, {"minimum_age": 30, "maximum_age": 29}])
def test_the_database_refuses_conditions_that_cannot_be(session, ages):
    with pytest.raises(Refusal) as refusal:
        ask(session, **ages)
    assert refusal.value.code.startswith("conditions_")


def test_only_the_office_sets_conditions(session):
    with pytest.raises(Refusal):
        set_conditions(session=session, by=a_learner().user, minimum_age=18)


def test_who_lacks_a_condition_goes_to_the_coordination_and_is_not_lost(session):
    ask(session, jobseekers_only=True)
    with at(TODAY):
        enrolment = sent(session)
    event = enrolment.events.last()
    assert (enrolment.status, event.reason) == (S.SUBMITTED, EventReason.CONDITIONS)
    assert enrolment.queue_position == 1
    assert enrolment.person.user.messages.get().template == "training/emails/received"


def test_who_meets_them_has_a_place_at_once(session):
    ask(session, jobseekers_only=True)
    registered = a_learner(france_travail_identifier="1234567A", france_travail_missing="")
    with at(TODAY):
        assert sent(session, registered).status == S.CONFIRMED


@pytest.mark.parametrize("verb", ["accept", "offer", "confirm"])
def test_nobody_gets_a_place_around_a_condition(session, verb):
    with at(TODAY):
        enrolment = sent(session)
        start = S.SUBMITTED if verb == "accept" else S.WAITLISTED
        Enrolment.objects.filter(pk=enrolment.pk).update(status=start)
        ask(session, jobseekers_only=True)
        with pytest.raises(Refusal) as refusal:
            getattr(verbs, verb)(enrolment=enrolment, by=None)
        assert refusal.value.code == "conditions"
        assert Enrolment.objects.get(pk=enrolment.pk).status == start


def test_the_coordinator_sets_the_conditions_aside_and_the_diary_says_who_and_why(session):
    ask(session, jobseekers_only=True)
    coordinator = a_coordinator()
    with at(TODAY):
        enrolment = sent(session)
        verbs.waive(enrolment=enrolment, by=coordinator, reason="Inscription en cours, attestation vue")
        event = enrolment.events.last()
        assert (event.reason, event.by) == (EventReason.WAIVED, coordinator)
        assert event.note == "Inscription en cours, attestation vue"
        assert eligible(enrolment.person, session)
        assert verbs.accept(enrolment=enrolment, by=coordinator).status == S.CONFIRMED


def test_setting_aside_twice_is_one_line_and_another_reason_a_second(session):
    ask(session, jobseekers_only=True)
    with at(TODAY):
        enrolment = sent(session)
        first = verbs.waive(enrolment=enrolment, by=None, reason="attestation vue")
        again = verbs.waive(enrolment=enrolment, by=None, reason=" attestation vue ")
        assert again.waived_at == first.waived_at
        verbs.waive(enrolment=enrolment, by=None, reason="accord de la Mission locale")
    notes = enrolment.events.filter(reason=EventReason.WAIVED).values_list("note", flat=True)
    assert list(notes) == ["attestation vue", "accord de la Mission locale"]


def test_setting_aside_needs_a_reason_and_the_office(session):
    ask(session, jobseekers_only=True)
    with at(TODAY):
        enrolment = sent(session)
        for by, reason in ((None, "  "), (enrolment.person.user, "parce que")):
            with pytest.raises(Refusal):
                verbs.waive(enrolment=enrolment, by=by, reason=reason)
    assert Enrolment.objects.get(pk=enrolment.pk).waived_at is None


def test_a_minor_never_has_a_place_whatever_is_set_aside(session):
    with at(TODAY):
        enrolment = sent(session)
        Enrolment.objects.filter(pk=enrolment.pk).update(status=S.SUBMITTED)
        enrolment.person.birth_date = date(2010, 1, 1)
        enrolment.person.save()
        verbs.waive(enrolment=enrolment, by=None, reason="insiste")
        with pytest.raises(Refusal):
            verbs.accept(enrolment=enrolment, by=None)


def test_who_waits_is_passed_over_with_the_reason_until_the_conditions_are_set_aside():
    session = an_open_session(capacity=1)
    with at(TODAY):
        seated, first = sent(session), sent(session)
        registered = a_learner(france_travail_identifier="1234567A", france_travail_missing="")
        second = sent(session, registered)
        ask(session, jobseekers_only=True)
        verbs.withdraw(enrolment=seated, by=None)
        assert Enrolment.objects.get(pk=second.pk).status == S.OFFERED
        assert first.events.last().reason == EventReason.PASSED_RULES
        verbs.decline_offer(enrolment=second, by=None)
        verbs.waive(enrolment=first, by=None, reason="attestation vue")
        seats.offer_next(session_id=session.pk)
        assert Enrolment.objects.get(pk=first.pk).status == S.OFFERED


def test_a_condition_that_falls_calls_who_waits():
    session = an_open_session(capacity=1)
    with at(TODAY):
        seated, waits = sent(session), sent(session)
        ask(session, jobseekers_only=True)
        verbs.withdraw(enrolment=seated, by=None)
        assert Enrolment.objects.get(pk=waits.pk).status == S.WAITLISTED
        ask(session)
        assert Enrolment.objects.get(pk=waits.pk).status == S.OFFERED


def test_a_transfer_looks_at_the_conditions_there(session):
    there = an_open_session(starts_on=date(2027, 6, 7), enrolment_closes_on=date(2027, 6, 1))
    ask(there, jobseekers_only=True)
    with at(TODAY):
        enrolment = sent(session)
        with pytest.raises(Refusal) as refusal:
            transfer(enrolment=enrolment, to=there, by=None)
        assert refusal.value.code == "conditions"
        assert Enrolment.objects.get(pk=enrolment.pk).status == S.CONFIRMED
        new = transfer(enrolment=enrolment, to=there, by=None, despite="groupe dissous")
    assert new.status == S.CONFIRMED
    assert new.events.filter(reason=EventReason.WAIVED, note="groupe dissous").exists()


def test_a_trainer_s_word_counts_before_the_test(session):
    ask(session, levels={Skill.READING: Level.A1})
    with at(TODAY):
        enrolment = sent(session)
        person = enrolment.person
        attempt = PlacementAttempt.objects.create(user=person.user, seed=1, started_at="2026-11-01T10:00Z")
        level = {"skill": Skill.READING, "level": Level.A2_1}
        PlacementResult.objects.create(
            attempt=attempt, source="PLACEMENT_TEST", low=Level.A1, high=Level.A2, **level
        )
        assert not eligible(person, session), "the test is not finished"
        PlacementAttempt.objects.update(finished_at="2026-11-01T11:00Z")
        assert eligible(person, session)
        judged = {"moment": Moment.ENTRY, "assessed_on": TODAY, "source": "TRAINER"}
        trainer = session.trainers.get()
        Assessment.objects.create(enrolment=enrolment, skill="REA", level="A0", assessor=trainer, **judged)
        assert not eligible(person, session)


def test_a_long_list_costs_as_many_queries_as_a_short_one(session):
    ask(session, jobseekers_only=True, levels={Skill.READING: Level.A1}, territories=[Territory.NORD])

    def cost() -> tuple[int, int]:
        read_for_the_page, read_to_judge = (Session.objects.get(pk=session.pk) for _time in range(2))
        with CaptureQueriesContext(connection) as page:
            waiting_page(read_for_the_page)
        people = [one.person for one in session.enrolments.select_related("person")]
        with CaptureQueriesContext(connection) as judged:
            lacking(read_to_judge, people)
        return len(page), len(judged)

    with at(TODAY):
        Enrolment.objects.filter(pk=sent(session).pk).update(status=S.WAITLISTED)
        one = cost()
        for _time in range(6):
            Enrolment.objects.filter(pk=sent(session).pk).update(status=S.WAITLISTED)
        assert cost() == one


def test_the_form_says_it_before_and_at_the_end(client, session):
    ask(session, jobseekers_only=True)
    with at(TODAY):
        assert "France Travail" in client.get(f"/enrol/{session.code}/").content.decode()
        draft = a_draft(session)
        draft.availability = always_free()
        draft.save()
        client.force_login(draft.person.user)
        page = client.get(f"/enrol/{session.code}/check/").content.decode()
        assert "39\N{NO-BREAK SPACE}49" in page
        client.post(f"/enrol/{session.code}/check/", {"privacy": "on"})
        assert "39\N{NO-BREAK SPACE}49" in client.get(f"/enrol/{session.code}/sent/").content.decode()
        assert "39\N{NO-BREAK SPACE}49" in client.get(f"/my/enrolments/{draft.pk}/").content.decode()
