"""Who slips and who is ahead, by rules said in words; certificates from elsewhere."""

from datetime import timedelta

import pytest
from django.utils import translation

from tests.training.planning.builders import (
    MONDAY,
    a_course,
    a_person,
    a_session,
    a_trainer,
    absence,
    at,
    enrolled,
    in_the_lesson,
)
from training.domain import amending, attendance, ending, external, missed, progress
from training.domain.queries.group import group
from training.enums import ExamKind, Level, LevelSource, Moment, Skill
from training.exceptions import Refusal
from training.models import Assessment, ExternalCertificate

pytestmark = pytest.mark.django_db
NOW = MONDAY + timedelta(days=8)


@pytest.fixture
def trainer():
    return a_trainer()


@pytest.fixture
def session(trainer):
    return a_session(trainer=trainer, course=a_course(target_level=Level.A1, skills_needed=2))


def teach(session, trainer, absences: dict, number: int = 2) -> None:
    """The first half-days; `absences`: by enrolment, the codes of each."""
    for index, half_day in enumerate(session.half_days.all()[:number]):
        with in_the_lesson(half_day):
            attendance.open_register(half_day=half_day, by=trainer)
            for one, codes in absences.items():
                if codes[index]:
                    attendance.mark(
                        half_day=half_day, enrolment=one, by=trainer, absence_code=absence(codes[index])
                    )
            attendance.close(half_day=half_day, by=trainer)


def slips(session) -> dict[str, list[str]]:
    with at(NOW), translation.override("fr"):
        found = group(session).slipping
        return {one.enrolment.person.given_name: [s.replace("\xa0", " ") for s in one.slips] for one in found}


def test_two_in_a_row_without_a_reason_and_never_a_justified_one(session, trainer):
    twice, once, interview = (enrolled(session, person=a_person(name)) for name in ("Awa", "Bilal", "Chloé"))
    unjustified = "U_UNJUSTIFIED"
    teach(
        session,
        trainer,
        {
            twice: (unjustified, unjustified),
            once: (unjustified, None),
            interview: (unjustified, "J_INTERVIEW"),
        },
    )
    found = slips(session)
    assert "Absence injustifiée aux 2 dernières demi-journées." in found["Awa"]
    for name in ("Bilal", "Chloé"):
        assert not any("dernières" in sentence for sentence in found[name])


def test_a_correction_counts_in_the_row(session, trainer):
    came, away = (enrolled(session, person=a_person(name)) for name in ("Awa", "Bilal"))
    unjustified = "U_UNJUSTIFIED"
    teach(session, trainer, {came: (unjustified,) * 4, away: ("J_SICK",) + (unjustified,) * 3}, number=4)
    first, *_others, last = session.half_days.all()[:4]
    facts = {"by": trainer, "reason": "Vérifié."}
    with at(NOW):
        amending.amend(half_day=last, enrolment=came, **facts)
        amending.amend(half_day=first, enrolment=away, absence_code=absence(unjustified), **facts)
    assert {one: len(days) for one, days in missed.lately(session).items()} == {away.pk: 4}
    assert ending.away_since(session) == {away.pk: first.date}


def test_a_lesson_that_was_not_due_ends_no_row(session, trainer):
    one = enrolled(session)
    teach(session, trainer, {one: ("U_UNJUSTIFIED", "ORG_CANCELLED", "U_UNJUSTIFIED")}, number=3)
    assert len(missed.lately(session)[one.pk]) == 2


def test_everybody_present_is_calm(session, trainer):
    enrolled(session)
    teach(session, trainer, {})
    assert slips(session) == {}


def test_half_of_the_hours_and_no_level_has_risen(session, trainer):
    still, moved = enrolled(session, person=a_person("Awa")), enrolled(session, person=a_person("Bilal"))
    teach(session, trainer, {}, number=3)
    with at(NOW):
        for one, later in ((still, Level.A0), (moved, Level.A1_1)):
            for moment, level in ((Moment.ENTRY, Level.A0), (Moment.MIDWAY, later)):
                facts = {"moment": moment, "skill": Skill.READING, "level": level}
                progress.record(enrolment=one, by=trainer, assessed_on=MONDAY, **facts)
    assert slips(session) == {
        "Awa": ["Plus de la moitié des heures est suivie et aucun niveau n’a progressé."]
    }


def test_who_has_the_levels_already_is_ahead(session, trainer):
    ahead, _other = enrolled(session, person=a_person("Awa")), enrolled(session)
    with at(NOW):
        for skill in (Skill.READING, Skill.LISTENING):
            facts = {"moment": Moment.MIDWAY, "skill": skill, "level": Level.A1}
            progress.record(enrolment=ahead, by=trainer, assessed_on=MONDAY, **facts)
        with translation.override("nl"):
            board = group(session)
    assert [one.enrolment for one in board.ahead] == [ahead]
    assert board.ahead[0].leads == ["Heeft al A1 voor 2 vaardigheden."]
    assert board.profile.skills[0].latest == Level.A1


class TestElsewhere:
    def note(self, one, trainer, **changes):
        facts = {
            "kind": ExamKind.CNAVT,
            "level": Level.A2,
            "skills": [Skill.READING, Skill.WRITING],
            "dated": MONDAY - timedelta(days=90),
            "number": "17",
        }
        with at(NOW):
            return external.note(enrolment=one, by=trainer, **facts | changes)

    def test_its_levels_stand_beside_the_others(self, session, trainer):
        one = enrolled(session)
        self.note(one, trainer)
        found = Assessment.objects.values_list("source", "skill", "level", "moment")
        assert set(found) == {("EXTERNAL_EXAM", skill, "A2", "ENTRY") for skill in ("REA", "WRI")}
        assert progress.sources(one)[Skill.READING][LevelSource.EXTERNAL_EXAM].level == Level.A2

    def test_during_the_course_it_counts_for_its_end(self, session, trainer):
        one = enrolled(session)
        self.note(one, trainer, dated=MONDAY + timedelta(days=2))
        assert progress.profile(one).skills_at_target == 2

    @pytest.mark.parametrize(
        ("changes", "code"),
        [({"dated": NOW + timedelta(days=1)}, "future"), ({"skills": []}, "skills")],
    )
    def test_wrong_papers_are_refused(self, session, trainer, changes, code):
        with pytest.raises(Refusal) as refused:
            self.note(enrolled(session), trainer, **changes)
        assert refused.value.code == code
        assert not ExternalCertificate.objects.exists()

    def test_the_same_paper_is_noted_once(self, session, trainer):
        one = enrolled(session)
        self.note(one, trainer)
        with pytest.raises(Refusal) as refused:
            self.note(one, trainer)
        assert refused.value.code == "external_certificate_once"
