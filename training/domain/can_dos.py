"""Can-do statements that are ticked over time: by a trainer, and by the person about themselves, kept apart.

Nothing is overwritten: the latest tick counts. From the trainer's ticks a level is suggested per skill, which
the trainer confirms by recording it; from the person's own ticks follows their self-assessment.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from training.domain import progress
from training.domain.permissions import can_assess, insist
from training.enums import CanDoAnswer, EnrolmentStatus, Level, LevelSource, Moment, Skill
from training.exceptions import Refusal
from training.models import CanDo, CanDoTick, Course, Enrolment

SELF, TRAINER = LevelSource.SELF, LevelSource.TRAINER
# Who may judge themselves: who follows the course, or has a place in it.
JUDGES_ALONE = (EnrolmentStatus.CONFIRMED, EnrolmentStatus.ENTERED, EnrolmentStatus.COMPLETED)


# The rule


def suggest(points: Mapping[Level, Sequence[int]], *, share: int) -> Level | None:
    """The highest level with at least `share` % of the points, all lower ones having it too. Pure.

    `points`: the answers (0, 1, 2) to every statement of a level, 0 where nothing was said. A0 when the
    lowest level has not enough; None when nothing was said at all.
    """
    if not any(any(answers) for answers in points.values()):
        return None
    reached = Level.A0
    for level in sorted(points, key=lambda one: one.rank):
        answers = points[level]
        if sum(answers) * 100 < share * CanDoAnswer.YES * len(answers):
            break
        reached = level
    return reached


# Ticking


@transaction.atomic
def tick(
    *,
    enrolment: Enrolment,
    answers: Mapping[int, int],
    by: User,
    source: str = TRAINER,
    ticked_on: date | None = None,
) -> int:
    """Appends the answers (by id of the statement) that differ from the latest ones; returns how many.

    A trainer of the session or the office ticks; the person only as a self-assessment, which is recorded at
    once as their own level, in the skills they answered. Sent twice it is written once.
    """
    _insist_on_right(enrolment, by, source)
    ticked_on = ticked_on or timezone.localdate()
    if ticked_on > timezone.localdate():
        raise Refusal(_("The day of the assessment is in the future."), code="future")
    Enrolment.objects.select_for_update(of=("self",), no_key=True).get(pk=enrolment.pk)
    asked = {one.pk: one for one in statements_of(enrolment.session.course)}
    known = latest([enrolment], source)[enrolment.pk]
    new = [
        CanDoTick(
            enrolment=enrolment,
            can_do=asked[pk],
            source=source,
            answer=CanDoAnswer(answer),
            by=by,
            ticked_on=ticked_on,
        )
        for pk, answer in sorted(answers.items())
        if pk in asked and known.get(pk) != answer
    ]
    CanDoTick.objects.bulk_create(new)
    if source == SELF:
        _record_own_levels(enrolment, {Skill(asked[one.can_do_id].skill) for one in new}, by)
    return len(new)


def _insist_on_right(enrolment: Enrolment, by: User, source: str) -> None:
    if source != SELF:
        return insist(can_assess(by, enrolment))
    if enrolment.person.user_id != by.pk:
        raise Refusal(_("Only the person themselves says what they can do."), code="not_allowed")
    if enrolment.status not in JUDGES_ALONE:
        raise Refusal(_("Levels are recorded for people who follow the course."), code="wrong_state")
    return None


def _record_own_levels(enrolment: Enrolment, skills: set[Skill], by: User) -> None:
    found = suggestions([enrolment], SELF)[enrolment.pk]
    for skill in sorted(skills & set(found)):
        progress.record(
            enrolment=enrolment,
            moment=moment_now(enrolment),
            skill=skill,
            level=found[skill],
            by=by,
            assessed_on=timezone.localdate(),
            source=SELF,
        )


def moment_now(enrolment: Enrolment) -> Moment:
    """Which moment of the course a judgement of today belongs to."""
    today, session = timezone.localdate(), enrolment.session
    if today <= session.first_day:
        return Moment.ENTRY
    return Moment.EXIT if today >= session.last_day else Moment.MIDWAY


# Reading


def statements_of(course: Course) -> list[CanDo]:
    """What is ticked in a course: the statements of every trade and those of its own, by skill and level."""
    found = CanDo.objects.filter(Q(sector=None) | Q(sector=course.sector_id)).select_related("domain")
    skills = list(Skill)
    return sorted(found, key=lambda one: (skills.index(one.skill), Level(one.level).rank, one.order, one.pk))


def taught_in(course: Course) -> list[CanDo]:
    """Those of the levels the course is about: above where it starts, up to where it leads."""
    first, last = Level(course.entry_level).rank, Level(course.target_level).rank
    return [one for one in statements_of(course) if first < Level(one.level).rank <= last]


def latest(enrolments: Iterable[Enrolment], source: str) -> dict[int, dict[int, int]]:
    """By enrolment, the answer that counts for each statement, in one query."""
    found: dict[int, dict[int, int]] = {one.pk: {} for one in enrolments}
    ticks = CanDoTick.objects.filter(enrolment__in=list(found), source=source)
    newest = ticks.order_by("enrolment", "can_do", "-pk").distinct("enrolment", "can_do")
    for enrolment, can_do, answer in newest.values_list("enrolment", "can_do", "answer"):
        found[enrolment][can_do] = answer
    return found


def suggestions(enrolments: Iterable[Enrolment], source: str = TRAINER) -> dict[int, dict[Skill, Level]]:
    """By enrolment, the level its ticks suggest in each skill where something was ticked.

    Constant queries for the people of one course (give them with `session__course`).
    """
    enrolments = list(enrolments)
    answered = latest(enrolments, source)
    courses = {one.session.course_id: one.session.course for one in enrolments}
    asked = {pk: statements_of(course) for pk, course in courses.items()}
    return {
        one.pk: levels_of(asked[one.session.course_id], answered[one.pk], one.session.course.can_do_share)
        for one in enrolments
    }


def levels_of(statements: Iterable[CanDo], answered: Mapping[int, int], share: int) -> dict[Skill, Level]:
    """The suggestion for each skill in which something was ticked. Pure."""
    points: dict[Skill, dict[Level, list[int]]] = defaultdict(lambda: defaultdict(list))
    for one in statements:
        points[Skill(one.skill)][Level(one.level)].append(answered.get(one.pk, 0))
    found = {skill: suggest(points[skill], share=share) for skill in points}
    return {skill: level for skill, level in found.items() if level is not None}


@dataclass(frozen=True)
class Statement:
    """One statement with what the trainer and the person said of it last."""

    can_do: CanDo
    trainer: CanDoAnswer | None
    own: CanDoAnswer | None


@dataclass(frozen=True)
class Rung:
    """The statements of one level in one skill."""

    level: Level
    statements: list[Statement]

    @property
    def done(self) -> int:
        return sum(1 for one in self.statements if one.trainer == CanDoAnswer.YES)

    @property
    def is_done(self) -> bool:
        return self.done == len(self.statements)


@dataclass(frozen=True)
class Ladder:
    """One skill: its levels from the lowest, and what the ticks suggest."""

    skill: Skill
    rungs: list[Rung]
    suggested: Level | None
    own: Level | None

    @property
    def done(self) -> int:
        return sum(rung.done for rung in self.rungs)

    @property
    def current(self) -> Level:
        """The lowest level where something is open: what is worked on."""
        return next((rung.level for rung in self.rungs if not rung.is_done), self.rungs[-1].level)

    @property
    def number(self) -> int:
        return sum(len(rung.statements) for rung in self.rungs)


def ladders(enrolment: Enrolment) -> list[Ladder]:
    """The five skills of one person with every statement of their course: three queries."""
    course = enrolment.session.course
    asked = statements_of(course)
    said = {source: latest([enrolment], source)[enrolment.pk] for source in (TRAINER, SELF)}
    found = {source: levels_of(asked, said[source], course.can_do_share) for source in said}
    rungs: dict[Skill, dict[Level, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for one in asked:
        trainer, own = (said[source].get(one.pk) for source in (TRAINER, SELF))
        rungs[Skill(one.skill)][Level(one.level)].append(Statement(one, answer(trainer), answer(own)))
    return [
        Ladder(
            skill=skill,
            rungs=[Rung(level, statements) for level, statements in rungs[skill].items()],
            suggested=found[TRAINER].get(skill),
            own=found[SELF].get(skill),
        )
        for skill in Skill
    ]


def answer(number: int | None) -> CanDoAnswer | None:
    return None if number is None else CanDoAnswer(number)
