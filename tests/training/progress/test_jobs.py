"""The distance to a job: pure for one person, and for a group now and at the end."""

from datetime import timedelta

import pytest
from django.db import connection
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
from training.domain import matching, progress, reference, wishes
from training.domain.queries.jobs import group_jobs, jobs
from training.enums import Level, Moment, Skill
from training.exceptions import Refusal
from training.models import Occupation

ALL_A1 = dict.fromkeys(Skill, Level.A1)


def occupation(code: str = "N1103") -> Occupation:
    return Occupation.objects.get(rome_code=code)


def test_thirty_nine_profiles_with_five_skills():
    rows = reference.rows("occupations")
    assert len(rows) == 39
    assert all(level in Level.values for row in rows for level in row[5:10])


@pytest.mark.django_db
class TestDistance:
    def test_each_skill_that_lacks_is_said_with_its_steps(self):
        with translation.override("fr"):
            found = matching.distance(occupation(), ALL_A1)
            assert [one.replace("\xa0", " ") for one in found.reasons] == [
                "Écouter : il manque 1 palier (A1, il faut A2).",
                "Prendre part à une conversation : il manque 1 palier (A1, il faut A2).",
            ]
        assert found.steps == 2

    def test_enough_is_enough(self):
        assert matching.distance(occupation("H3302"), ALL_A1).is_reached

    def test_what_was_not_measured_is_said_and_counts_from_nothing(self):
        with translation.override("nl"):
            found = matching.distance(occupation("H3302"), {})
            assert "nog niet gemeten" in found.reasons[0]
        assert found.gaps[0].steps == 2

    def test_the_condition_stands_beside(self):
        with translation.override("fr"):
            assert "VCA" in matching.distance(occupation("F1703"), ALL_A1).condition

    def test_the_chosen_ones_first_then_the_nearest(self):
        some = [occupation(code) for code in ("J1501", "N1103", "H3302")]
        found = matching.distances(some, ALL_A1, chosen=[some[0].pk])
        assert [one.occupation.rome_code for one in found] == ["J1501", "H3302", "N1103"]

    def test_at_the_end_everybody_has_the_target_and_nobody_loses(self):
        later = matching.at_the_end({Skill.LISTENING: Level.B1}, Level.A2)
        assert later[Skill.LISTENING] == Level.B1
        assert later[Skill.WRITING] == Level.A2


@pytest.mark.django_db
class TestPeople:
    @pytest.fixture
    def trainer(self):
        return a_trainer()

    @pytest.fixture
    def session(self, trainer):
        course = a_course(target_level=Level.A2)
        course.occupations.set([occupation("N1103"), occupation("J1501")])
        return a_session(trainer=trainer, course=course)

    @pytest.fixture
    def learner(self):
        return an_account()

    def measured(self, session, trainer, level, **fields):
        one = enrolled(session, **fields)
        with at(MONDAY + timedelta(days=2)):
            for skill in Skill:
                progress.record(
                    enrolment=one,
                    moment=Moment.ENTRY,
                    skill=skill,
                    level=level,
                    by=trainer,
                    assessed_on=MONDAY,
                )
        return one

    def test_now_and_at_the_end(self, session, trainer):
        ready = self.measured(session, trainer, Level.B1)
        later = self.measured(session, trainer, Level.A1)
        warehouse, care = sorted(group_jobs(session).jobs, key=lambda job: job.occupation.rome_code)[::-1]
        assert [one.enrolment for one in warehouse.ready] == [ready]
        assert [one.enrolment for one in warehouse.at_the_end] == [later]
        assert [one.enrolment for one in care.not_yet] == [later]

    def test_the_same_number_of_queries_for_thirty(self, session, trainer):
        counts = []
        for number in (1, 29):
            for _ in range(number):
                enrolled(session)
            with CaptureQueriesContext(connection) as queries:
                group_jobs(session)
            counts.append(len(queries))
        assert counts[0] == counts[1]

    def test_a_learner_chooses_and_sees_them_first(self, session, trainer, learner):
        self.measured(session, trainer, Level.A1, person=(person := a_person(user=learner)))
        client = signed_in(learner)
        wanted = occupation("H3302")
        assert client.post(reverse("my_jobs"), {"occupations": [wanted.pk]}).status_code == 302
        found = jobs(person)
        assert [one.occupation for one in found.chosen] == [wanted]
        assert {one.occupation.rome_code for one in found.of_the_course} == {"N1103", "J1501"}
        page = client.get(reverse("my_jobs")).content.decode()
        assert page.index("ROME H3302") < page.index("ROME N1103")
        assert "Le niveau de néerlandais suffit pour ce métier." in page

    def test_at_most_five_and_only_for_oneself(self, learner):
        person = a_person(user=learner)
        with pytest.raises(Refusal) as refused:
            wishes.choose(person=person, occupations=Occupation.objects.all()[:6], by=learner)
        assert refused.value.code == "many"
        with pytest.raises(Refusal) as refused:
            wishes.choose(person=person, occupations=[], by=a_coordinator())
        assert refused.value.code == "not_allowed"

    def test_the_office_sees_the_group(self, session, trainer):
        one = self.measured(session, trainer, Level.A1)
        page = signed_in(a_coordinator()).get(reverse("sessions_office:jobs", args=[session.pk]))
        assert one.person.full_name in page.content.decode()
        assert "hypothèse" in page.content.decode()
