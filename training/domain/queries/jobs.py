"""How far people are from jobs: one learner from every job, one group from the jobs it prepares for."""

from dataclasses import dataclass

from accounts.models import Person
from training.domain import matching, progress
from training.domain.matching import Distance
from training.enums import ATTENDING, FOLLOWED, Level, Skill
from training.models import ChosenOccupation, Enrolment, Occupation, Session


@dataclass(frozen=True)
class Jobs:
    """What a learner sees: the jobs they chose, those of their course, all the others."""

    chosen: list[Distance]
    of_the_course: list[Distance]
    others: list[Distance]
    has_levels: bool
    target: Level | None


def levels_of(person: Person) -> tuple[dict[Skill, Level | None], Enrolment | None]:
    """What the person has in each skill: as last measured in the newest course that measured something."""
    mine = Enrolment.objects.filter(person=person, status__in=(*ATTENDING, *FOLLOWED))
    newest = list(mine.select_related("session__course").order_by("-session__first_day", "-pk"))
    profiles = progress.profiles(newest)
    measured = [one for one in newest if profiles[one.pk].has_levels]
    decisive = (measured or newest or [None])[0]
    return (profiles[decisive.pk].levels if decisive else {}), decisive


def jobs(person: Person) -> Jobs:
    levels, enrolment = levels_of(person)
    chosen = set(person.chosen_occupations.order_by().values_list("occupation", flat=True))
    course = enrolment.session.course if enrolment else None
    of_the_course = set(course.occupations.order_by().values_list("pk", flat=True)) if course else set()
    found = matching.distances(Occupation.objects.select_related("sector"), levels, chosen=chosen)
    return Jobs(
        chosen=[one for one in found if one.occupation.pk in chosen],
        of_the_course=[one for one in found if one.occupation.pk in of_the_course - chosen],
        others=[one for one in found if one.occupation.pk not in of_the_course | chosen],
        has_levels=any(levels.values()),
        target=Level(course.target_level) if course else None,
    )


@dataclass(frozen=True)
class Reader:
    """One person of a group, seen from one job."""

    enrolment: Enrolment
    now: Distance
    at_the_end: Distance
    wants_it: bool


@dataclass(frozen=True)
class JobOfGroup:
    """One job: who is ready now, who will be when the course reaches its target, who not yet."""

    occupation: Occupation
    ready: list[Reader]
    at_the_end: list[Reader]
    not_yet: list[Reader]


@dataclass(frozen=True)
class GroupJobs:
    session: Session
    target: Level
    jobs: list[JobOfGroup]


def group_jobs(session: Session) -> GroupJobs:
    """The jobs of the course and those that people of the group chose, in constant queries."""
    people = session.enrolments.filter(status__in=(*ATTENDING, *FOLLOWED))
    members = list(people.select_related("person", "session__course").order_by("person__name_key", "pk"))
    profiles, target = progress.profiles(members), Level(session.course.target_level)
    chosen = set(
        ChosenOccupation.objects.filter(person__in=[one.person_id for one in members])
        .order_by()
        .values_list("person", "occupation")
    )
    wanted = {pk for _person, pk in chosen} | set(
        session.course.occupations.order_by().values_list("pk", flat=True)
    )
    occupations = Occupation.objects.filter(pk__in=wanted).select_related("sector")

    def reader(one: Enrolment, job: Occupation) -> Reader:
        levels = profiles[one.pk].levels
        later = matching.at_the_end(levels, target)
        wants = (one.person_id, job.pk) in chosen
        return Reader(one, matching.distance(job, levels), matching.distance(job, later), wants)

    return GroupJobs(
        session, target, [_sorted(job, [reader(one, job) for one in members]) for job in occupations]
    )


def _sorted(job: Occupation, readers: list[Reader]) -> JobOfGroup:
    return JobOfGroup(
        occupation=job,
        ready=[one for one in readers if one.now.is_reached],
        at_the_end=[one for one in readers if not one.now.is_reached and one.at_the_end.is_reached],
        not_yet=[one for one in readers if not one.at_the_end.is_reached],
    )
