"""What the board of a group shows: each person's hours, rate, levels and what is still missing."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from training.domain import hours, progress
from training.enums import FOLLOWED, EnrolmentStatus
from training.models import Enrolment, HalfDay, Session


@dataclass(frozen=True)
class Member:
    enrolment: Enrolment
    hours: hours.Hours
    profile: progress.Profile
    completion: progress.Completion

    @property
    def name(self) -> str:
        return self.enrolment.person.full_name

    @property
    def has_left(self) -> bool:
        return self.enrolment.status == EnrolmentStatus.EXITED


@dataclass(frozen=True)
class Group:
    session: Session
    members: list[Member]
    half_days: list[HalfDay]
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


def group(session: Session) -> Group:
    """The whole board in a constant number of queries (give the session with its course)."""
    people = session.enrolments.filter(status__in=[EnrolmentStatus.CONFIRMED, *FOLLOWED])
    members = list(people.select_related("person", "session__course").order_by("person__name_key", "pk"))
    counted = hours.for_enrolments(people)
    profiles, before = progress.profiles(members), hours.earlier(members)
    half_days = list(session.half_days.held().select_related("trainer"))
    return Group(
        session=session,
        members=[_member(one, counted[one.pk], profiles[one.pk], before[one.pk]) for one in members],
        half_days=half_days,
        planned=sum(one.minutes for one in half_days),
        today=timezone.localdate(),
    )


def _member(
    enrolment: Enrolment, counted: hours.Hours, measured: progress.Profile, before: list[hours.Earlier]
) -> Member:
    facts = progress.facts_of(enrolment, counted, measured, before)
    return Member(enrolment, counted, measured, progress.judge(facts))
