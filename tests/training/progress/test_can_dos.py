"""Can-do statements: the ones that are shipped, what is ticked, and the level the ticks suggest."""

from collections import Counter
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

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
from tests.training.progress.test_screens import signed_in
from training.domain import can_dos, progress, reference
from training.domain.can_dos import suggest
from training.enums import EnrolmentStatus, Level, LevelSource, Moment, Skill
from training.exceptions import Refusal
from training.models import Assessment, CanDo, CanDoTick, Course, Enrolment

ROWS = reference.rows("can_dos")
DOMAINS = {code for code, *_ in reference.rows("vocabulary_domains")}
TAUGHT = (Level.PRE_A1, Level.A1, Level.A2, Level.A2_PLUS, Level.B1)


class TestShipped:
    def test_a_hundred_and_more_with_four_in_every_cell(self):
        cells = Counter((level, skill) for _, sector, _, level, skill, *_ in ROWS if not sector)
        assert len(ROWS) >= 100
        assert all(cells[level, skill] >= 4 for level in TAUGHT for skill in Skill)

    def test_each_has_a_code_a_domain_two_languages_and_a_dutch_example(self):
        assert len({code for code, *_ in ROWS}) == len(ROWS)
        for code, sector, domain, level, skill, french, dutch, example in ROWS:
            assert domain in DOMAINS, code
            assert not sector or domain == sector, code
            assert level in TAUGHT, code
            assert skill in Skill.values, code
            assert french, code
            assert french != dutch, code
            assert example, code

    def test_the_domains_of_every_trade_and_of_each_are_there(self):
        assert len(DOMAINS) == len(reference.rows("vocabulary_domains")) == 22


class TestSuggestion:
    @pytest.mark.parametrize(
        ("points", "level"),
        [
            ({Level.A1: [2, 2, 2, 0], Level.A2: [0] * 4}, Level.A1),  # 75 %
            ({Level.A1: [2, 2, 1, 0], Level.A2: [2] * 4}, Level.A0),  # 62 %: higher ones do not help
            ({Level.A1: [2, 2, 1, 1], Level.A2: [2, 2, 2, 1]}, Level.A2),
            ({Level.A1: [1, 1, 1, 1]}, Level.A0),
            ({Level.A1: [0] * 4}, None),
            ({}, None),
        ],
    )
    def test_three_quarters_at_the_level_and_at_all_lower_ones(self, points, level):
        assert suggest(points, share=75) == level

    @pytest.mark.parametrize(("share", "level"), [(87, Level.A1), (88, Level.A0), (100, Level.A0)])
    def test_the_share_is_a_parameter(self, share, level):
        assert suggest({Level.A1: [2, 2, 2, 1]}, share=share) == level

    def test_the_order_of_the_levels_is_theirs_and_not_that_of_their_names(self):
        points = {Level.A1: [2], Level.PRE_A1: [0], Level.A2_PLUS: [2], Level.A2: [2]}
        assert suggest(points, share=75) == Level.A0


@pytest.fixture
def trainer():
    return a_trainer()


@pytest.fixture
def learner():
    return an_account()


@pytest.fixture
def one(trainer, learner) -> Enrolment:
    session = a_session(trainer=trainer, course=a_course(target_level=Level.A1))
    return enrolled(session, person=a_person(user=learner))


def statements(skill: Skill, level: Level) -> list[CanDo]:
    """Those of every trade and of the logistics course."""
    mine = Q(sector=None) | Q(sector__code="logistics")
    return list(CanDo.objects.filter(mine, skill=skill, level=level).order_by("pk"))


def everything(skill: Skill, *levels: Level) -> dict[int, int]:
    return {one.pk: 2 for level in levels for one in statements(skill, level)}


@pytest.mark.django_db
class TestTicking:
    @pytest.fixture(autouse=True)
    def now(self):
        with at(MONDAY + timedelta(days=1)):
            yield

    def test_the_latest_counts_and_nothing_is_overwritten(self, one, trainer):
        first = statements(Skill.LISTENING, Level.PRE_A1)[0].pk
        for answer in (1, 1, 2):
            can_dos.tick(enrolment=one, answers={first: answer}, by=trainer)
        assert can_dos.latest([one], LevelSource.TRAINER)[one.pk] == {first: 2}
        assert [tick.answer for tick in CanDoTick.objects.all()] == [1, 2]

    def test_a_level_is_suggested_and_not_recorded(self, one, trainer):
        can_dos.tick(enrolment=one, answers=everything(Skill.LISTENING, Level.PRE_A1), by=trainer)
        assert can_dos.suggestions([one]) == {one.pk: {Skill.LISTENING: Level.PRE_A1}}
        assert not Assessment.objects.exists()

    def test_the_share_of_the_course_decides(self, one, trainer):
        three_of_four = dict(list(everything(Skill.LISTENING, Level.PRE_A1).items())[:3])
        can_dos.tick(enrolment=one, answers=three_of_four, by=trainer)
        assert can_dos.suggestions([one])[one.pk] == {Skill.LISTENING: Level.PRE_A1}
        Course.objects.update(can_do_share=76)
        again = Enrolment.objects.select_related("session__course").get(pk=one.pk)
        assert can_dos.suggestions([again])[one.pk] == {Skill.LISTENING: Level.A0}

    def test_what_people_say_of_themselves_stands_beside(self, one, trainer, learner):
        own = everything(Skill.READING, Level.PRE_A1, Level.A1)
        can_dos.tick(enrolment=one, answers=own, by=learner, source=LevelSource.SELF)
        assert can_dos.suggestions([one]) == {one.pk: {}}
        recorded = Assessment.objects.get()
        assert (recorded.source, recorded.skill, recorded.level) == ("SELF", "REA", "A1")
        assert recorded.moment == Moment.MIDWAY
        assert progress.profile(one).skills_at_target == 0

    def test_only_the_person_and_only_a_trainer(self, one, trainer, learner):
        answers = everything(Skill.READING, Level.PRE_A1)
        for by, source in (
            (learner, LevelSource.TRAINER),
            (trainer, LevelSource.SELF),
            (a_trainer(), LevelSource.TRAINER),
        ):
            with pytest.raises(Refusal) as refused:
                can_dos.tick(enrolment=one, answers=answers, by=by, source=source)
            assert refused.value.code == "not_allowed"
        assert can_dos.tick(enrolment=one, answers=answers, by=a_coordinator()) == 4

    def test_not_after_leaving(self, one, learner):
        Enrolment.objects.filter(pk=one.pk).update(
            status=EnrolmentStatus.WITHDRAWN, withdrawn_at=one.confirmed_at
        )
        one.refresh_from_db()
        with pytest.raises(Refusal):
            can_dos.tick(enrolment=one, answers={}, by=learner, source=LevelSource.SELF)

    def test_statements_of_another_trade_are_not_asked(self, one, trainer):
        foreign = CanDo.objects.filter(sector__code="food").first()
        assert can_dos.tick(enrolment=one, answers={foreign.pk: 2}, by=trainer) == 0

    def test_as_many_queries_for_thirty(self, one, trainer):
        counts = []
        for number in (0, 29):
            for _ in range(number):
                enrolled(one.session)
            everybody = list(Enrolment.objects.select_related("session__course"))
            with CaptureQueriesContext(connection) as queries:
                assert len(can_dos.suggestions(everybody)) == len(everybody)
            counts.append(len(queries))
        assert counts[0] == counts[1]


@pytest.mark.django_db
class TestFinal:
    """PostgreSQL has the last word: what was recorded stays as it was."""

    @pytest.fixture
    def rows(self, one, trainer):
        with at(MONDAY + timedelta(days=1)):
            can_dos.tick(enrolment=one, answers=everything(Skill.READING, Level.PRE_A1), by=trainer)
            facts = {"moment": Moment.ENTRY, "skill": Skill.READING, "level": Level.A0}
            progress.record(enrolment=one, by=trainer, assessed_on=MONDAY, **facts)
        return [CanDoTick.objects.first(), Assessment.objects.get()]

    def test_neither_changes_nor_goes(self, rows):
        for row, change in zip(rows, ({"answer": 0}, {"level": Level.A1}), strict=True):
            mine = type(row).objects.filter(pk=row.pk)
            for attempt in (lambda mine=mine, change=change: mine.update(**change), mine.delete):
                with pytest.raises(IntegrityError, match="this is final"), transaction.atomic():
                    attempt()

    def test_the_account_behind_may_be_merged(self, rows, trainer):
        other = a_trainer()
        assert CanDoTick.objects.filter(pk=rows[0].pk).update(by=other) == 1
        assert Assessment.objects.filter(pk=rows[1].pk).update(assessor=other) == 1


@pytest.mark.django_db
class TestPages:
    @pytest.fixture(autouse=True)
    def now(self):
        with at(MONDAY + timedelta(days=1)):
            yield

    def test_the_trainer_ticks_a_whole_level_at_once(self, one, trainer):
        address = reverse("ticks", args=[one.pk]) + "?skill=LIS"
        shown = signed_in(trainer).get(address).content.decode()
        assert "Comprendre bonjour, merci" in shown
        assert "Goeiemorgen! Dank je wel." in shown
        first, *_ = statements(Skill.LISTENING, Level.PRE_A1)
        sent = {f"all-{Level.PRE_A1.rank}": "on", f"can-{first.pk}": "1"}
        assert signed_in(trainer).post(address, sent).status_code == 302
        answers = can_dos.latest([one], LevelSource.TRAINER)[one.pk]
        assert sorted(answers.values()) == [1, 2, 2, 2]
        assert answers[first.pk] == 1

    def test_the_learner_sees_both_and_answers_for_herself(self, one, trainer, learner):
        first, second, *_ = statements(Skill.LISTENING, Level.PRE_A1)
        can_dos.tick(enrolment=one, answers={first.pk: 2}, by=trainer)
        address = reverse("my_dutch", args=[one.pk]) + "?skill=LIS"
        assert "En cours : Oui" in signed_in(learner).get(address).content.decode().replace("\xa0", " ")
        assert signed_in(learner).post(address, {f"can-{second.pk}": "2"}).status_code == 302
        assert can_dos.latest([one], LevelSource.SELF)[one.pk] == {second.pk: 2}
        assert can_dos.latest([one], LevelSource.TRAINER)[one.pk] == {first.pk: 2}

    def test_every_level_that_was_recorded_stays_to_be_seen(self, one, trainer, learner):
        for level in (Level.A0, Level.A1_1):
            facts = {"moment": Moment.ENTRY, "skill": Skill.READING, "level": level}
            progress.record(enrolment=one, by=trainer, assessed_on=MONDAY, **facts)
        page = signed_in(learner).get(reverse("my_dutch", args=[one.pk]))
        assert [each.level for each in page.context["history"]] == ["A1.1", "A0"]

    def test_a_note_is_about_what_the_course_teaches(self, one):
        levels = {each.level for each in can_dos.taught_in(one.session.course)}
        assert levels == {Level.PRE_A1, Level.A1}

    def test_nobody_else_finds_them(self, one):
        stranger = an_account()
        a_person(user=stranger)
        for name in ("ticks", "my_dutch"):
            assert signed_in(stranger).get(reverse(name, args=[one.pk])).status_code == 404

    def test_in_dutch_too(self, one, learner):
        with translation.override("nl"):
            page = signed_in(learner, "nl").get(reverse("my_dutch", args=[one.pk])).content.decode()
        assert "Wat ik kan" in page
