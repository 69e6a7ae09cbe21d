"""The board of a group: hours, levels, what is missing; who slips, who is ahead, what was worked on.

Who slips and who is ahead follows from rules that are said in words; nobody is ranked.
"""

from dataclasses import dataclass, field
from datetime import date
from statistics import median_low

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from training.domain import can_dos, evaluating, hours, marks, missed, progress, rates
from training.domain.completing import Completion, judge
from training.domain.queries import ways
from training.enums import ATTENDING, FOLLOWED, EnrolmentStatus, Level, Skill
from training.models import Enrolment, HalfDay, LessonNote, Session

IN_A_ROW = 2  # unjustified half-days, up to the last one
LOWEST_RATE = 80


@dataclass(frozen=True)
class Member:
    enrolment: Enrolment
    hours: hours.Hours
    rates: rates.Rates
    profile: progress.Profile
    completion: Completion
    slips: list[str] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    has_draft: bool = False

    @property
    def name(self) -> str:
        return self.enrolment.person.full_name

    @property
    def has_left(self) -> bool:
        return self.enrolment.status == EnrolmentStatus.EXITED

    @property
    def ways(self) -> list[tuple[str, str]]:
        return ways.of(self.enrolment)


@dataclass(frozen=True)
class Group:
    session: Session
    members: list[Member]
    half_days: list[HalfDay]
    notes: list[LessonNote]
    planned: int
    today: date

    @property
    def average_rate(self) -> int | None:
        """Of everybody who has begun, rounded down; None before the first closed register."""
        rates = [one.hours.rate for one in self.members if one.hours.has_begun]
        return sum(rates) // len(rates) if rates else None

    @property
    def to_close(self) -> list[HalfDay]:
        return [one for one in self.half_days if one.date < self.today and not one.is_closed]

    @property
    def closed(self) -> int:
        return sum(one.is_closed for one in self.half_days)

    @property
    def slipping(self) -> list[Member]:
        return [one for one in self.members if one.slips]

    @property
    def ahead(self) -> list[Member]:
        return [one for one in self.members if one.leads]

    @property
    def without_note(self) -> HalfDay | None:
        """The last lesson of which nobody has written what was worked on."""
        noted = {one.half_day_id for one in self.notes}
        over = [one for one in self.half_days if one.ends_at <= timezone.now() and one.pk not in noted]
        return over[-1] if over else None

    @property
    def profile(self) -> progress.Profile:
        """The middle of the group in each skill, for one drawing."""
        return middle([one.profile for one in self.members], Level(self.session.course.target_level))


def group(session: Session) -> Group:
    """The whole board in a constant number of queries (give the session with its course)."""
    members, half_days = members_of(session), half_days_of(session)
    planned = sum(one.minutes for one in half_days)
    plans = {one.pk: planned for one in members}
    signed = marks.of(plans)
    counted, shares, rows = hours.counted(plans), rates.of_marks(signed, plans), missed.of_marks(signed)
    mandatory = [one.mandatory for one in half_days if hasattr(one, "mandatory")]
    came = {(one.enrolment, one.half_day): one.is_present for one in signed}
    before, duties = hours.earlier(members), progress.duties_among(members, mandatory, came)
    profiles, suggested = progress.profiles(members), can_dos.suggestions(members)
    completions = {
        one.pk: judge(
            progress.facts_of(one, counted[one.pk], profiles[one.pk], before[one.pk], duties[one.pk])
        )
        for one in members
    }
    return Group(
        session=session,
        members=[
            Member(
                one,
                counted[one.pk],
                shares[one.pk],
                profiles[one.pk],
                completions[one.pk],
                slips=slips(
                    one, counted[one.pk], profiles[one.pk], completions[one.pk], len(rows.get(one.pk, ()))
                ),
                leads=leads(one, profiles[one.pk], completions[one.pk], suggested[one.pk]),
                has_draft=one.has_draft,
            )
            for one in members
        ],
        half_days=half_days,
        notes=[one.note for one in reversed(half_days) if hasattr(one, "note")],
        planned=planned,
        today=timezone.localdate(),
    )


def members_of(session: Session) -> list[Enrolment]:
    """Who has a place or had one, by name; `has_draft`: an evaluation of theirs was begun."""
    people = session.enrolments.filter(status__in=[EnrolmentStatus.CONFIRMED, *FOLLOWED])
    people = people.annotate(has_draft=evaluating.is_begun())
    return list(people.select_related("person", "session__course").order_by("person__name_key", "pk"))


def half_days_of(session: Session) -> list[HalfDay]:
    """Those that take place, in order of time, with its note and whether it is mandatory. Two queries."""
    held = session.half_days.held().select_related("trainer", "mandatory", "note__written_by")
    return list(held.prefetch_related("note__can_dos"))


def slips(
    one: Enrolment, counted: hours.Hours, profile: progress.Profile, completion: Completion, row: int
) -> list[str]:
    """Why somebody needs a word now, a sentence each. Nobody who has left."""
    if one.status not in ATTENDING:
        return []
    found = []
    if row >= IN_A_ROW:
        found.append(
            ngettext(
                "Absent without a reason at the last half-day.",
                "Absent without a reason at the last %(number)d half-days.",
                row,
            )
            % {"number": row}
        )
    if counted.has_begun and counted.rate < LOWEST_RATE:
        said = {"rate": counted.rate, "lowest": LOWEST_RATE}
        found.append(_("Attendance is %(rate)d %%, under %(lowest)d %%.") % said)
    if completion.out_of_reach:
        found.append(_("The certificate is out of reach in this session."))
    if counted.followed * 2 > counted.due and stands_still(profile):
        found.append(_("More than half of the hours are followed and no level has risen."))
    return found


def stands_still(profile: progress.Profile) -> bool:
    """Measured since the entry, and higher in no skill."""
    measured = [one for one in profile.skills if one.entry and one.latest]
    return bool(measured) and not any(one.has_moved for one in measured)


def leads(
    one: Enrolment, profile: progress.Profile, completion: Completion, suggested: dict[Skill, Level]
) -> list[str]:
    """What somebody has already who could do with more, a sentence each."""
    if one.status not in ATTENDING:
        return []
    found = []
    if profile.skills_at_target >= completion.facts.skills_needed:
        said = {"level": profile.target.short, "number": profile.skills_at_target}
        found.append(
            ngettext(
                "Has %(level)s in %(number)d skill already.",
                "Has %(level)s in %(number)d skills already.",
                profile.skills_at_target,
            )
            % said
        )
    above = [str(skill.label) for skill, level in suggested.items() if level.rank > profile.target.rank]
    if above:
        said = {"level": profile.target.short, "skills": ", ".join(above)}
        found.append(_("Can do more than %(level)s asks: %(skills)s.") % said)
    return found


def middle(profiles: list[progress.Profile], target: Level) -> progress.Profile:
    """The median level at entry and now in each skill, of those who were measured."""
    skills = []
    for index, skill in enumerate(Skill):
        mine = [one.skills[index] for one in profiles]
        skills.append(
            progress.SkillProgress(
                skill,
                entry=_median([one.entry for one in mine if one.entry]),
                exit=_median([one.latest for one in mine if one.latest]),
            )
        )
    return progress.Profile(tuple(skills), target)


def _median(levels: list[Level]) -> Level | None:
    return list(Level)[median_low([one.rank for one in levels])] if levels else None
