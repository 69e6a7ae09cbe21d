"""Levels per skill and per source, from entry to exit, and who has earned the certificate.

Nothing is overwritten: the latest per source counts, and all sources are shown side by side. What the
certificate asks for is judged in `completing`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from training.domain import hours
from training.domain.completing import Completion, CompletionFacts, Duty, judge
from training.domain.permissions import can_assess, insist
from training.enums import ATTENDING, Level, LevelSource, Moment, Skill
from training.exceptions import Refusal
from training.models import Assessment, Attendance, Enrolment, MandatoryHalfDay

LONGEST_COMMENT = 500
# Whose word counts when several sources judged the same skill at the same moment.
TRUSTED_FIRST = (
    LevelSource.TRAINER,
    LevelSource.EXTERNAL_EXAM,
    LevelSource.PLACEMENT_TEST,
    LevelSource.SELF,
)
# Once the course has begun, what people say of themselves stands beside the level and never is the level.
COUNT_AFTER_ENTRY = (LevelSource.TRAINER, LevelSource.EXTERNAL_EXAM)


@transaction.atomic
def record(
    *,
    enrolment: Enrolment,
    moment: str,
    skill: str,
    level: str,
    by: User | None,
    assessed_on: date,
    source: str = LevelSource.TRAINER,
    comment_fr: str = "",
    comment_nl: str = "",
) -> Assessment:
    """Appends one level; what was recorded before stays, the latest counts. Sent twice it is recorded once.

    A learner may record a self-assessment of their own; everything else is for a trainer of the session or
    the office (`by` None: the system, not for a trainer's word).
    """
    _insist_on_right(enrolment, by, source)
    if assessed_on > timezone.localdate():
        raise Refusal(_("The day of the assessment is in the future."), code="future")
    said = {"comment_fr": comment_fr.strip(), "comment_nl": comment_nl.strip()}
    if any(len(words) > LONGEST_COMMENT for words in said.values()):
        raise Refusal(_("A comment has at most 500 characters."), code="comment")
    if source == LevelSource.TRAINER and moment == Moment.ENTRY and not any(said.values()):
        _insist_on_reason(enrolment, skill, level)
    Enrolment.objects.select_for_update(of=("self",), no_key=True).get(pk=enrolment.pk)
    facts = {
        "enrolment": enrolment,
        "moment": Moment(moment),
        "skill": Skill(skill),
        "source": LevelSource(source),
    }
    said |= {"level": Level(level), "assessor": by, "assessed_on": assessed_on}
    last = Assessment.objects.filter(**facts).order_by("pk").last()
    if last is not None and all(getattr(last, name) == value for name, value in said.items()):
        return last
    return Assessment.objects.create(**facts, **said)


def _insist_on_right(enrolment: Enrolment, by: User | None, source: str) -> None:
    if by is None:
        if source == LevelSource.TRAINER:
            raise Refusal(_("A trainer's assessment has a trainer."), code="not_allowed")
        return
    if source == LevelSource.SELF and enrolment.person.user_id == by.pk:
        return
    insist(can_assess(by, enrolment))


def _insist_on_reason(enrolment: Enrolment, skill: str, level: str) -> None:
    """A trainer may depart from the placement test, and says why."""
    known = Assessment.objects.filter(
        enrolment=enrolment, moment=Moment.ENTRY, skill=skill, source=LevelSource.PLACEMENT_TEST
    ).last()
    if known is not None and known.level != level:
        sentence = _("The placement test found %(level)s. Say in the comment why you decide otherwise.")
        raise Refusal(sentence % {"level": Level(known.level).short}, code="comment")


@dataclass(frozen=True)
class SkillProgress:
    """One skill of one person: what was known at the start, midway and at the end (None: not measured)."""

    skill: Skill
    entry: Level | None = None
    midway: Level | None = None
    exit: Level | None = None

    @property
    def latest(self) -> Level | None:
        """The level that counts today: measured at the end, else midway."""
        return self.exit or self.midway

    def at(self, moment: Moment) -> Level | None:
        return {Moment.ENTRY: self.entry, Moment.MIDWAY: self.midway, Moment.EXIT: self.exit}[moment]

    @property
    def now(self) -> Level | None:
        """The latest level, else the one at entry."""
        return self.latest or self.entry

    @property
    def has_moved(self) -> bool:
        """Whether a level above the one at entry was measured since."""
        return bool(self.entry and self.latest and self.latest.rank > self.entry.rank)

    @property
    def name(self) -> str:
        return str(self.skill.label)

    @property
    def stair(self) -> dict[str, str]:
        """What the drawing of a stair needs (components/stair.html)."""
        entry, latest = (one.short if one else "" for one in (self.entry, self.latest))
        return {"name": self.name, "entry": entry, "level": latest}


@dataclass(frozen=True)
class Profile:
    """The five skills in their fixed order, and the level the course aims at."""

    skills: tuple[SkillProgress, ...]
    target: Level

    @property
    def stairs(self) -> list[dict[str, str]]:
        return [one.stair for one in self.skills]

    @property
    def has_levels(self) -> bool:
        return any(one.entry or one.latest for one in self.skills)

    @property
    def levels(self) -> dict[Skill, Level | None]:
        """What the person has today, skill by skill."""
        return {one.skill: one.now for one in self.skills}

    @property
    def skills_at_target(self) -> int:
        return sum(1 for one in self.skills if one.latest and one.latest.rank >= self.target.rank)


def profile(enrolment: Enrolment) -> Profile:
    """Entry and latest level per skill; per moment the trainer's word comes first, the latest per source."""
    return profiles([enrolment])[enrolment.pk]


def profiles(enrolments: Iterable[Enrolment]) -> dict[int, Profile]:
    """The profile of each enrolment by its id, in one query (give them with `session__course`)."""
    enrolments = list(enrolments)
    found: dict[tuple, Level] = {}
    assessments = Assessment.objects.filter(enrolment__in=enrolments).order_by("recorded_at", "pk")
    for one in sorted(assessments, key=lambda a: -TRUSTED_FIRST.index(LevelSource(a.source))):
        if one.moment != Moment.ENTRY and one.source not in COUNT_AFTER_ENTRY:
            continue
        found[one.enrolment_id, one.skill, one.moment] = Level(one.level)
    return {one.pk: _profile(one, found) for one in enrolments}


def _profile(enrolment: Enrolment, found: dict[tuple, Level]) -> Profile:
    def level(skill: Skill, moment: Moment) -> Level | None:
        return found.get((enrolment.pk, skill, moment))

    skills = tuple(
        SkillProgress(
            skill,
            entry=level(skill, Moment.ENTRY),
            midway=level(skill, Moment.MIDWAY),
            exit=level(skill, Moment.EXIT),
        )
        for skill in Skill
    )
    return Profile(skills=skills, target=Level(enrolment.session.course.target_level))


Sources = dict[Skill, dict[LevelSource, Assessment]]


def sources(enrolment: Enrolment) -> Sources:
    """The latest level of each source in each skill, whatever the moment: none hides another."""
    found: Sources = {skill: {} for skill in Skill}
    for one in enrolment.assessments.select_related("assessor").order_by("recorded_at", "pk"):
        found[Skill(one.skill)][LevelSource(one.source)] = one
    return found


def history(enrolment: Enrolment) -> list[Assessment]:
    """Everything that was ever recorded, newest first."""
    return list(enrolment.assessments.select_related("assessor").order_by("-recorded_at", "-pk"))


def completion(enrolment: Enrolment) -> Completion:
    """Whether this person has earned the certificate, and what is missing."""
    return completions([enrolment])[enrolment.pk]


def completions(enrolments: Iterable[Enrolment]) -> dict[int, Completion]:
    """The same for many, in a constant number of queries (give them with `session__course`)."""
    enrolments = list(enrolments)
    counted = hours.for_enrolments(Enrolment.objects.filter(pk__in=[one.pk for one in enrolments]))
    measured, before, duties = profiles(enrolments), hours.earlier(enrolments), duties_of(enrolments)
    return {
        one.pk: judge(facts_of(one, counted[one.pk], measured[one.pk], before[one.pk], duties[one.pk]))
        for one in enrolments
    }


def facts_of(
    enrolment: Enrolment,
    counted: hours.Hours,
    measured: Profile,
    before: Iterable[hours.Earlier],
    duties: tuple[Duty, ...] = (),
) -> CompletionFacts:
    course = enrolment.session.course
    return CompletionFacts(
        minutes_due=counted.due,
        minutes_followed=counted.followed,
        minimum_rate=course.minimum_rate,
        minimum_minutes=course.minimum_minutes,
        target=measured.target,
        skills_needed=course.skills_needed,
        skills_at_target=measured.skills_at_target,
        minutes_carried=hours.carried(before),
        minutes_left=counted.planned - counted.signed if enrolment.status in ATTENDING else 0,
        levels={one.skill: one.now for one in measured.skills},
        duties=duties,
    )


def duties_of(enrolments: Iterable[Enrolment]) -> dict[int, tuple[Duty, ...]]:
    """By enrolment, the half-days it may not miss, in two queries."""
    enrolments = list(enrolments)
    asked = MandatoryHalfDay.objects.filter(
        half_day__session__in={one.session_id for one in enrolments}, half_day__cancelled_at=None
    )
    mandatory = list(asked.select_related("half_day"))
    marks = Attendance.objects.standing().filter(
        half_day__in=[one.half_day_id for one in mandatory], half_day__closed_at__isnull=False
    )
    came = {
        (enrolment, half_day): code is None
        for enrolment, half_day, code in marks.order_by().values_list("enrolment", "half_day", "stands_code")
    }
    return duties_among(enrolments, mandatory, came)


def duties_among(
    enrolments: Iterable[Enrolment],
    mandatory: Sequence[MandatoryHalfDay],
    came: Mapping[tuple[int, int], bool],
) -> dict[int, tuple[Duty, ...]]:
    """The same; `came`: who was there, by enrolment and half-day, of closed registers. Pure.

    Not those that were closed without the person on the register: they were not in this group yet.
    """
    return {
        one.pk: tuple(
            Duty(str(each.get_purpose_display()), each.half_day.date, came.get((one.pk, each.half_day_id)))
            for each in mandatory
            if each.half_day.session_id == one.session_id
            and (not each.half_day.is_closed or (one.pk, each.half_day_id) in came)
        )
        for one in enrolments
    }
