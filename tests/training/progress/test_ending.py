"""The end of a course for a whole group: what is proposed and why, what is done, and how it is counted."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import translation

from tests.training.planning.builders import (
    MONDAY,
    a_coordinator,
    a_course,
    a_person,
    a_session,
    a_trainer,
    absence,
    at,
    enrolled,
    in_the_lesson,
)
from tests.training.progress.test_screens import signed_in
from training.domain import attendance, ending, progress
from training.domain import enrolment as verbs
from training.enums import EnrolmentStatus, ExitReason, Level, Moment, Outcome, Skill
from training.exceptions import Refusal
from training.models import Enrolment

pytestmark = pytest.mark.django_db
AFTER = MONDAY + timedelta(days=30)


@pytest.fixture
def trainer():
    return a_trainer()


@pytest.fixture
def office():
    return a_coordinator()


@pytest.fixture
def session(trainer):
    return a_session(trainer=trainer, course=a_course(target_level=Level.A1, skills_needed=1))


@pytest.fixture
def people(session, trainer) -> list[Enrolment]:
    """Somebody who earned it, somebody without levels, somebody who stayed away, somebody who never came."""
    names = ("Awa", "Bilal", "Chloé", "Dina")
    earned, unmeasured, away, never = [enrolled(session, person=a_person(name)) for name in names]
    for half_day in session.half_days.all():
        with in_the_lesson(half_day):
            attendance.open_register(half_day=half_day, by=trainer)
            for one in (away, never):
                attendance.mark(
                    half_day=half_day, enrolment=one, by=trainer, absence_code=absence("U_UNJUSTIFIED")
                )
            attendance.close(half_day=half_day, by=trainer)
    Enrolment.objects.exclude(pk=never.pk).update(
        status=EnrolmentStatus.ENTERED, entered_at=session.half_days.first().starts_at
    )
    Enrolment.objects.filter(pk=never.pk).update(status=EnrolmentStatus.CONFIRMED, entered_at=None)
    with at(AFTER):
        facts = {"moment": Moment.EXIT, "skill": Skill.READING, "level": Level.A1}
        earned.refresh_from_db()
        progress.record(enrolment=earned, by=trainer, assessed_on=MONDAY, **facts)
    return [earned, unmeasured, away, never]


class TestProposal:
    def test_who_completes_who_does_not_and_why(self, session, people):
        with at(AFTER), translation.override("fr"):
            found = ending.preview(session)
        assert [one.choice for one in found.proposals] == ["COMPLETED", "COMPLETED", "NO_NEWS", "NO_SHOW"]
        why = [one.why[0] for one in found.proposals]
        assert why == [
            "A obtenu l’attestation.",
            "Formation suivie jusqu’au bout, sans l’attestation\N{NO-BREAK SPACE}:",
            "Absence injustifiée depuis le lundi 11 janvier.",
            "N’a jamais été noté(e) présent(e).",
        ]
        assert found.earned == 1
        assert not found.obstacle

    def test_not_before_the_last_day(self, session, office, people):
        with at(MONDAY):
            assert ending.preview(session).obstacle
            with pytest.raises(Refusal) as refused:
                ending.end(session=session, by=office, chosen={people[0].pk: "COMPLETED"})
        assert refused.value.code == "not_over"


class TestEnding:
    def outcomes(self, people) -> list[Outcome | None]:
        return [ending.outcome(Enrolment.objects.get(pk=one.pk)) for one in people]

    def test_all_at_once_and_twice_is_once(self, session, office, people):
        earned, unmeasured, away, never = (one.pk for one in people)
        chosen = {
            earned: "COMPLETED",
            unmeasured: ExitReason.LEFT_FOR_JOB_BE_TEMP,
            away: ExitReason.NO_NEWS,
            never: "NO_SHOW",
        }
        with at(AFTER):
            assert len(ending.end(session=session, by=office, chosen=chosen).done) == 4
            assert ending.end(session=session, by=office, chosen=chosen).results == []
        assert self.outcomes(people) == [
            Outcome.COMPLETED,
            Outcome.WORK_FLANDERS,
            Outcome.STOPPED,
            Outcome.NEVER_CAME,
        ]

    def test_one_who_cannot_says_why_and_the_others_go_through(self, session, office, people):
        earned, _unmeasured, _away, never = people
        with at(AFTER):
            ended = ending.end(
                session=session, by=office, chosen={earned.pk: "COMPLETED", never.pk: "COMPLETED"}
            )
        assert [one.enrolment.pk for one in ended.done] == [earned.pk]
        assert [one.enrolment.pk for one in ended.failed] == [never.pk]
        assert ended.failed[0].reason

    def test_left_as_they_are(self, session, office, people):
        with at(AFTER):
            assert ending.end(session=session, by=office, chosen={people[0].pk: ""}).results == []
        assert self.outcomes(people[:1]) == [None]

    def test_only_the_office(self, session, trainer, people):
        with at(AFTER), pytest.raises(Refusal):
            ending.end(session=session, by=trainer, chosen={})

    @pytest.mark.parametrize("reason", ExitReason)
    def test_work_in_flanders_is_never_counted_as_stopping(self, session, office, people, reason):
        with at(AFTER):
            left = verbs.exit_early(enrolment=people[0], by=office, reason=reason)
        to_flanders = reason in (ExitReason.LEFT_FOR_JOB_BE_TEMP, ExitReason.LEFT_FOR_JOB_BE_DIRECT)
        assert (ending.outcome(left) == Outcome.WORK_FLANDERS) == to_flanders


class TestScreen:
    def test_the_coordinator_ends_the_group(self, session, office, people):
        address = reverse("sessions_office:end", args=[session.pk])
        with at(AFTER):
            client = signed_in(office)
            page = client.get(address).content.decode()
            assert "Awa Delattre" in page
            assert "A obtenu l’attestation." in page
            sent = {str(one.pk): "" for one in people} | {str(people[0].pk): "COMPLETED"}
            client.post(address, sent)
        assert Enrolment.objects.get(pk=people[0].pk).status == EnrolmentStatus.COMPLETED
        assert Enrolment.objects.get(pk=people[1].pk).status == EnrolmentStatus.ENTERED
