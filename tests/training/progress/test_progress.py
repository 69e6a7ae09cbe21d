"""Levels per skill and the rule of the certificate, in words."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tests.training.planning.builders import (
    MONDAY,
    a_coordinator,
    a_course,
    a_person,
    a_session,
    a_trainer,
    an_account,
    at,
    enrolled,
)
from training.domain import progress
from training.domain.completing import CompletionFacts, judge
from training.enums import EnrolmentStatus, Level, LevelSource, Moment, Skill
from training.exceptions import Refusal
from training.models import Assessment, Enrolment

NBSP = "\N{NO-BREAK SPACE}"


def facts(**changes) -> CompletionFacts:
    return CompletionFacts(
        **{
            "minutes_due": 6000,
            "minutes_followed": 4800,
            "minimum_rate": 80,
            "target": Level.A1,
            "skills_needed": 4,
            "skills_at_target": 4,
        }
        | changes
    )


class TestRule:
    def test_enough_hours_and_enough_skills(self):
        completion = judge(facts())
        assert (completion.reached, completion.missing) == (True, [])

    def test_one_minute_short(self):
        assert not judge(facts(minutes_followed=4799)).reached

    def test_the_share_is_rounded_up_to_the_minute(self):
        assert facts(minutes_due=101, minimum_rate=80).minutes_needed == 81

    @pytest.mark.parametrize(
        ("language", "sentence"),
        [
            (
                "fr",
                "Il manque 12 h 30 : 67 h 30 suivies sur 80 h nécessaires (80 % de 100 h).",
            ),
            (
                "nl",
                "Er ontbreekt nog 12 uur 30: 67 uur 30 gevolgd van de 80 uur die nodig zijn"
                " (80 % van 100 uur).",
            ),
        ],
    )
    def test_missing_hours_in_words(self, language, sentence):
        with translation.override(language):
            (missing,) = judge(facts(minutes_followed=4050)).missing
            assert missing.replace(NBSP, " ") == sentence

    @pytest.mark.parametrize(
        ("language", "have", "sentence"),
        [
            ("fr", 2, f"Il faut A1 dans 4 activités langagières{NBSP}; il est atteint dans 2."),
            ("fr", 0, f"Il faut A1 dans 4 activités langagières{NBSP}; il n’est encore atteint dans aucune."),
            ("nl", 1, "A1 is nodig voor 4 vaardigheden; bereikt voor 1."),
        ],
    )
    def test_missing_skills_in_words(self, language, have, sentence):
        with translation.override(language):
            assert judge(facts(skills_at_target=have)).missing == [sentence]

    @given(
        due=st.integers(0, 20000),
        rate=st.integers(0, 100),
        followed=st.integers(0, 20000),
        needed=st.integers(0, 5),
        have=st.integers(0, 5),
    )
    def test_a_sentence_for_each_thing_missing_and_none_otherwise(self, due, rate, followed, needed, have):
        completion = judge(
            facts(
                minutes_due=due,
                minutes_followed=followed,
                minimum_rate=rate,
                skills_needed=needed,
                skills_at_target=have,
            )
        )
        assert completion.reached == (followed * 100 >= due * rate and have >= needed)
        assert len(completion.missing) == (followed * 100 < due * rate) + (have < needed)


@pytest.mark.django_db
class TestProfile:
    @pytest.fixture
    def trainer(self):
        return a_trainer()

    @pytest.fixture
    def one(self, trainer) -> Enrolment:
        return enrolled(a_session(trainer=trainer, course=a_course(target_level=Level.A1)))

    def record(self, one, by, level, *, skill=Skill.READING, moment=Moment.ENTRY, **fields):
        with at(MONDAY + timedelta(days=9)):
            return progress.record(
                enrolment=one, moment=moment, skill=skill, level=level, by=by, assessed_on=MONDAY, **fields
            )

    def reading(self, one) -> progress.SkillProgress:
        return next(found for found in progress.profile(one).skills if found.skill is Skill.READING)

    def test_nothing_is_known_at_first(self, one):
        profile = progress.profile(one)
        assert [found.skill for found in profile.skills] == list(Skill)
        assert not profile.has_levels
        assert profile.skills_at_target == 0

    def test_the_latest_counts_and_nothing_is_overwritten(self, one, trainer):
        self.record(one, trainer, Level.A0)
        self.record(one, trainer, Level.A1_1)
        assert self.reading(one).entry is Level.A1_1
        assert Assessment.objects.count() == 2

    def test_sent_twice_it_is_recorded_once_and_a_correction_stays_a_line(self, one, trainer):
        first = self.record(one, trainer, Level.A0)
        assert self.record(one, trainer, Level.A0) == first
        for level, comment in ((Level.A1_1, ""), (Level.A0, ""), (Level.A0, "relu")):
            self.record(one, trainer, level, comment_fr=comment)
        assert [found.level for found in Assessment.objects.order_by("pk")] == ["A0", "A1.1", "A0", "A0"]

    def test_the_trainer_comes_before_a_later_test_and_a_test_before_a_self_assessment(self, one, trainer):
        self.record(one, None, Level.A1, source=LevelSource.PLACEMENT_TEST)
        self.record(one, None, Level.B2, source=LevelSource.SELF)
        assert self.reading(one).entry is Level.A1
        self.record(one, trainer, Level.A0, comment_fr="Answered with help at the test.")
        self.record(one, None, Level.A2, source=LevelSource.PLACEMENT_TEST)
        assert self.reading(one).entry is Level.A0

    def test_the_level_of_the_end_counts_more_than_the_one_midway(self, one, trainer):
        self.record(one, trainer, Level.A1, moment=Moment.MIDWAY)
        assert self.reading(one).latest is Level.A1
        self.record(one, trainer, Level.A1_2, moment=Moment.EXIT)
        assert self.reading(one).latest is Level.A1_2
        assert progress.profile(one).skills_at_target == 0

    def test_the_completion_says_what_is_missing(self, one, trainer):
        for skill in (Skill.READING, Skill.LISTENING):
            self.record(one, trainer, Level.A2, skill=skill, moment=Moment.EXIT)
        with translation.override("fr"):
            completion = progress.completion(one)
        assert not completion.reached
        assert completion.facts.skills_at_target == 2
        assert len(completion.missing) == 2

    def test_the_same_number_of_queries_for_one_and_for_thirty(self, one, trainer):
        for _ in range(29):
            self.record(enrolled(one.session), trainer, Level.A1)
        everybody = list(Enrolment.objects.select_related("session__course"))
        counts = []
        for some in (everybody[:1], everybody):
            with CaptureQueriesContext(connection) as queries:
                assert len(progress.completions(some)) == len(some)
            counts.append(len(queries))
        assert counts[0] == counts[1]

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"assessed_on": MONDAY + timedelta(days=99)}, "future"),
            ({"comment_fr": "x" * 501}, "comment"),
        ],
    )
    def test_wrong_facts_are_refused(self, one, trainer, changes, code):
        given_facts = {"enrolment": one, "moment": Moment.EXIT, "skill": Skill.READING, "level": Level.A1}
        with at(MONDAY), pytest.raises(Refusal) as refused:
            progress.record(**given_facts | {"by": trainer, "assessed_on": MONDAY} | changes)
        assert refused.value.code == code
        assert not Assessment.objects.exists()

    def test_only_a_trainer_of_the_session_or_the_office(self, one):
        with pytest.raises(Refusal) as refused:
            self.record(one, a_trainer(), Level.A1)
        assert refused.value.code == "not_allowed"
        assert self.record(one, a_coordinator(), Level.A1).pk

    def test_a_trainers_word_has_a_trainer(self, one):
        with pytest.raises(Refusal):
            self.record(one, None, Level.A1)

    def test_a_learner_judges_only_herself_and_says_so(self):
        learner = an_account()
        one = enrolled(a_session(), person=a_person(user=learner))
        assert self.record(one, learner, Level.A1, source=LevelSource.SELF).assessor == learner
        with pytest.raises(Refusal):
            self.record(one, learner, Level.A1)
        with pytest.raises(Refusal):
            self.record(enrolled(a_session()), learner, Level.A1, source=LevelSource.SELF)

    def test_not_for_somebody_who_withdrew(self, one, trainer):
        Enrolment.objects.filter(pk=one.pk).update(
            status=EnrolmentStatus.WITHDRAWN, withdrawn_at=one.confirmed_at
        )
        one.refresh_from_db()
        with pytest.raises(Refusal):
            self.record(one, trainer, Level.A1)

    def test_words_that_are_no_level_are_errors_of_the_caller(self, one, trainer):
        with pytest.raises(ValueError, match="Z9"):
            self.record(one, trainer, "Z9")

    def test_a_day_before_the_course_is_fine(self, one, trainer):
        with at(MONDAY):
            progress.record(
                enrolment=one,
                moment=Moment.ENTRY,
                skill=Skill.WRITING,
                level=Level.A0,
                by=trainer,
                assessed_on=date(2027, 1, 4),
            )
        assert progress.profile(one).has_levels
