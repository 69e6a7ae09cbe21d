"""What the certificate still needs, and what would change it: hours, skills, half-days nobody may miss."""

from datetime import date

import pytest
from django.utils import translation

from tests.training.planning.builders import (
    a_coordinator,
    a_session,
    a_trainer,
    absence,
    at,
    enrolled,
    in_the_lesson,
)
from tests.training.progress.test_progress import facts
from training.domain import amending, attendance, lessons, progress
from training.domain.completing import Duty, judge
from training.enums import HalfDayPurpose, Level, Skill
from training.exceptions import Refusal
from training.models import LessonNote, MandatoryHalfDay

DAY = date(2027, 1, 19)


def said(sentences: list[str]) -> list[str]:
    return [one.replace("\N{NO-BREAK SPACE}", " ") for one in sentences]


class TestHours:
    def test_a_minimum_in_minutes_counts_instead_of_the_share(self):
        short = facts(minimum_minutes=5000, minutes_followed=4999)
        assert judge(short).missing
        assert judge(facts(minimum_minutes=5000, minutes_followed=5000)).reached
        with translation.override("fr"):
            (sentence,) = said(judge(facts(minimum_minutes=5000, minutes_followed=4400)).missing)
        assert sentence == "Il manque 10 h : 73 h 20 suivies sur 83 h 20 nécessaires."

    def test_never_more_than_is_due(self):
        assert facts(minimum_minutes=9000).minutes_needed == 6000

    @pytest.mark.parametrize(
        ("left", "sentence"),
        [
            (1800, "Encore 12 h à suivre sur les 30 h qui restent."),
            (720, "Encore 12 h à suivre sur les 12 h qui restent."),
            (600, "Les heures ne peuvent plus être atteintes dans cette session : il reste 10 h."),
            (0, "Les heures ne peuvent plus être atteintes dans cette session : il n’en reste aucune."),
        ],
    )
    def test_what_would_change_it(self, left, sentence):
        with translation.override("fr"):
            judged = judge(facts(minutes_followed=4080, minutes_left=left))
            assert said(judged.changes) == [sentence]
        assert judged.out_of_reach == (left < 720)


class TestSkills:
    def test_the_nearest_skill_is_named_with_its_steps(self):
        levels = {Skill.LISTENING: Level.A2, Skill.READING: Level.A1, Skill.WRITING: Level.PRE_A1}
        asked = facts(target=Level.A2, skills_at_target=3, levels=levels)
        with translation.override("fr"):
            assert said(judge(asked).changes) == [
                "Il faut encore A2 dans 1 activité langagière. La plus proche est « Lire » : 1 palier."
            ]
        with translation.override("nl"):
            assert said(judge(asked).changes) == [
                "Nog A2 voor 1 vaardigheid. Het dichtst bij is “Lezen”: 1 stap."
            ]

    @pytest.mark.parametrize(
        ("one", "other", "steps"),
        [
            (Level.A0, Level.A1, 2),
            (Level.A1_1, Level.A1, 1),
            (Level.A1_2, Level.A2, 2),
            (Level.A2, Level.A2_PLUS, 1),
            (Level.A2_PLUS, Level.B1, 1),
            (Level.B1, Level.A2, 0),
        ],
    )
    def test_steps_are_whole_levels(self, one, other, steps):
        assert one.steps_to(other) == steps


class TestDuties:
    @pytest.mark.parametrize(
        ("attended", "reached", "missing"),
        [
            (True, True, []),
            (False, False, ["Une demi-journée obligatoire a été manquée : Évaluation, mardi 19 janvier."]),
            (
                None,
                False,
                ["Une demi-journée obligatoire est encore à venir : Évaluation, mardi 19 janvier."],
            ),
        ],
    )
    def test_each_is_needed(self, attended, reached, missing):
        with translation.override("fr"):
            judged = judge(facts(duties=(Duty("Évaluation", DAY, attended),)))
            assert (judged.reached, said(judged.missing)) == (reached, missing)
        assert judged.out_of_reach == (attended is False)


@pytest.mark.django_db
class TestMarkedHalfDays:
    @pytest.fixture
    def trainer(self):
        return a_trainer()

    @pytest.fixture
    def session(self, trainer):
        return a_session(trainer=trainer)

    def close(self, half_day, trainer, *away):
        with in_the_lesson(half_day):
            attendance.open_register(half_day=half_day, by=trainer)
            for one in away:
                attendance.mark(half_day=half_day, enrolment=one, by=trainer, absence_code=absence())
            attendance.close(half_day=half_day, by=trainer)

    def test_who_came_and_who_did_not(self, session, trainer):
        came, missed = enrolled(session), enrolled(session)
        first, second, *_ = session.half_days.all()
        purposes = {first.pk: HalfDayPurpose.EXAM, second.pk: HalfDayPurpose.AGENCY_VISIT}
        lessons.set_mandatory(session=session, purposes=purposes, by=a_coordinator())
        self.close(first, trainer, missed)
        found = progress.duties_of([came, missed])
        assert [one.attended for one in found[came.pk]] == [True, None]
        assert [one.attended for one in found[missed.pk]] == [False, None]

    def test_a_correction_says_who_came(self, session, trainer):
        came, missed = enrolled(session), enrolled(session)
        first, *_ = session.half_days.all()
        lessons.set_mandatory(session=session, purposes={first.pk: HalfDayPurpose.EXAM}, by=a_coordinator())
        self.close(first, trainer, missed)
        facts = {"half_day": first, "by": trainer, "reason": "Erreur de ligne."}
        with in_the_lesson(first):
            amending.amend(enrolment=missed, **facts)
            amending.amend(enrolment=came, absence_code=absence(), **facts)
        found = progress.duties_of([came, missed])
        assert [one.attended for pk in (came.pk, missed.pk) for one in found[pk]] == [False, True]

    def test_who_joined_later_is_not_asked(self, session, trainer):
        first, *_ = session.half_days.all()
        lessons.set_mandatory(session=session, purposes={first.pk: HalfDayPurpose.EXAM}, by=a_coordinator())
        enrolled(session)
        self.close(first, trainer)
        assert progress.duties_of([later := enrolled(session)]) == {later.pk: ()}

    def test_nothing_is_asked_afterwards(self, session, trainer):
        enrolled(session)
        first, *_ = session.half_days.all()
        self.close(first, trainer)
        with pytest.raises(Refusal) as refused:
            lessons.set_mandatory(
                session=session, purposes={first.pk: HalfDayPurpose.EXAM}, by=a_coordinator()
            )
        assert refused.value.code == "closed"

    def test_it_is_taken_back(self, session):
        first, *_ = session.half_days.all()
        for purpose in (HalfDayPurpose.EXAM, HalfDayPurpose.SAFETY, ""):
            lessons.set_mandatory(session=session, purposes={first.pk: purpose}, by=a_coordinator())
        assert not MandatoryHalfDay.objects.exists()

    def test_only_the_office(self, session, trainer):
        with pytest.raises(Refusal):
            lessons.set_mandatory(session=session, purposes={}, by=trainer)


@pytest.mark.django_db
def test_a_note_once_the_lesson_has_begun():
    trainer = a_trainer()
    half_day = a_session(trainer=trainer).half_days.first()
    with at(date(2027, 1, 4)), pytest.raises(Refusal) as refused:
        lessons.note(half_day=half_day, by=trainer, text="Trop tôt")
    assert refused.value.code == "not_begun"
    with in_the_lesson(half_day):
        lessons.note(half_day=half_day, by=trainer, text="Les nombres")
        lessons.note(half_day=half_day, by=trainer, text="Les nombres et les heures")
        assert LessonNote.objects.get().text == "Les nombres et les heures"
        with pytest.raises(Refusal):
            lessons.note(half_day=half_day, by=a_trainer(), text="Une autre")
