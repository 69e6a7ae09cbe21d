"""The language-profile sheet: what was found in each skill, by whom as a kind, and on which day."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from certificates.domain import templates
from certificates.domain.kinds.kind import Kind, Survey
from certificates.exceptions import Refusal
from certificates.models import Attestation
from documents.facts import CanDo
from documents.profile_facts import Found, ProfileFacts, SkillOfProfile
from training.domain import can_dos, progress
from training.domain.progress import COUNT_AFTER_ENTRY, TRUSTED_FIRST, SkillProgress
from training.domain.sheet_facts import identity
from training.enums import ON_THE_REGISTER, CanDoAnswer, Level, LevelSource, Moment, Skill
from training.models import Assessment, Enrolment
from training.models import CanDo as Statement

MOST_CAN_DOS, MOST_LETTERS = 3, 240  # in one skill: what one page has room for, legibly
Skills = tuple[SkillOfProfile, ...]


def gather(enrolment: Enrolment, *, number: int, reason: str) -> ProfileFacts:
    """Also while the course runs. A new version needs no reason, and the page has no place for one."""
    if enrolment.status not in ON_THE_REGISTER:
        raise Refusal(_("A language profile is for people who follow the course."), code="wrong_state")
    session = enrolment.session
    skills = skills_of([enrolment])[enrolment.pk]
    if not has_levels(skills):
        raise Refusal(nothing(), code="nothing")
    return ProfileFacts(
        **identity(session),
        number=number,
        holder_name=enrolment.person.full_name,
        first_day=session.first_day,
        last_day=session.last_day,
        target=session.course.target_level,
        skills=skills,
        issued_on=timezone.localdate(),
        design=templates.design_for("profile", session.provider),
    )


def skills_of(enrolments: Sequence[Enrolment]) -> dict[int, Skills]:
    """The five skills of people of one course, by enrolment.

    The same number of queries for one and for forty (give them with `session__course`).
    """
    if not enrolments:
        return {}
    measured = progress.profiles(enrolments)
    newest_first = Assessment.objects.filter(enrolment__in=enrolments).order_by("-recorded_at", "-pk")
    found: dict[int, list[Assessment]] = {}
    for one in newest_first:
        found.setdefault(one.enrolment_id, []).append(one)
    asked = can_dos.statements_of(enrolments[0].session.course)
    ticked = can_dos.latest(enrolments, LevelSource.TRAINER)
    return {
        one.pk: tuple(
            SkillOfProfile(
                skill=each.skill.value,
                entry=decisive(each, Moment.ENTRY, found.get(one.pk, [])),
                now=decisive(each, Moment.EXIT if each.exit else Moment.MIDWAY, found.get(one.pk, [])),
                can_do=chosen(each.skill, asked, ticked[one.pk]),
            )
            for each in measured[one.pk].skills
        )
        for one in enrolments
    }


def decisive(one: SkillProgress, moment: Moment, newest_first: Iterable[Assessment]) -> Found | None:
    """The assessment whose level counts at that moment (`progress.profiles`); None when nothing was found."""
    counting = TRUSTED_FIRST if moment == Moment.ENTRY else COUNT_AFTER_ENTRY
    wanted = (one.skill, moment, one.at(moment))
    same = [
        each
        for each in newest_first
        if (each.skill, each.moment, each.level) == wanted and each.source in counting
    ]
    if not same:
        return None
    best = min(same, key=lambda each: TRUSTED_FIRST.index(each.source))
    return Found(level=best.level, source=best.source, on=best.assessed_on)


def chosen(skill: Skill, asked: Iterable[Statement], ticked: Mapping[int, int]) -> tuple[CanDo, ...]:
    """Of what the trainer ticked in a skill a few statements, those of the highest level first."""
    done = [one for one in asked if one.skill == skill and ticked.get(one.pk) == CanDoAnswer.YES]
    done.sort(key=lambda one: (-Level(one.level).rank, one.order, one.pk))
    taken: list[CanDo] = []
    letters = 0
    for one in done:
        letters += max(len(one.text_fr), len(one.text_nl))
        if len(taken) == MOST_CAN_DOS or letters > MOST_LETTERS:
            break
        taken.append(CanDo(fr=one.text_fr, nl=one.text_nl))
    return tuple(taken)


def survey(enrolments: Sequence[Enrolment], standing: Mapping[int, Attestation]) -> dict[int, Survey]:
    """A level or a statement since shows in the skills."""
    found = {}
    for pk, skills in skills_of(enrolments).items():
        paper = standing.get(pk)
        now = [one.to_json() for one in skills]
        found[pk] = Survey(
            why_not="" if has_levels(skills) else nothing(),
            is_outdated=paper is not None and paper.facts["skills"] != now,
        )
    return found


def has_levels(skills: Skills) -> bool:
    return any(one.entry or one.now for one in skills)


def nothing() -> str:
    return _("No level of this person is recorded yet.")


def in_short(facts: dict) -> str:
    levels = [(one["now"] or one["entry"] or {}).get("level") for one in facts["skills"]]
    found = (Level(level).short if level else "–" for level in levels)
    return _("levels in the five skills: %(levels)s") % {"levels": " · ".join(found)}


KIND = Kind(
    sheet="profile",
    facts=ProfileFacts,
    gather=gather,
    survey=survey,
    in_short=in_short,
    needs_reason=False,
)
