"""What a trainer's first page shows: today, what is still open, her sessions."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, IntegerField, Min, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.models import User
from training.domain.queries import lessons
from training.enums import EnrolmentStatus
from training.models import Attendance, Enrolment, HalfDay, Session

FOLLOWING = (EnrolmentStatus.CONFIRMED, EnrolmentStatus.ENTERED, EnrolmentStatus.COMPLETED)
LONGEST_LIST = 30


@dataclass(frozen=True)
class Day:
    """A trainer's day. Half-days carry `people` (how many follow), `is_begun` and `sees_group`."""

    today: date
    half_days: list[HalfDay]
    still_open: list[HalfDay]
    sheets_due: list[HalfDay]
    next_half_day: HalfDay | None
    sessions: list[Session]


def day(user: User) -> Day:
    """The day of this reader, in five queries: today's half-days, what is still to do, sessions."""
    today = timezone.localdate()
    mine = taken_by(user)
    half_days = list(mine.on(today))
    return Day(
        today=today,
        half_days=half_days,
        still_open=list(mine.filter(date__lt=today, closed_at__isnull=True)[:LONGEST_LIST]),
        sheets_due=list(mine.sheet_due()[:LONGEST_LIST]),
        next_half_day=None if half_days else mine.filter(date__gt=today).first(),
        sessions=list(sessions_of(user)),
    )


def taken_by(user: User) -> QuerySet[HalfDay]:
    """The half-days whose register is this reader's to take; all of them for the office."""
    half_days = HalfDay.objects.visible_to(user).held()
    if not user.runs_the_office:
        half_days = half_days.filter(pk__in=lessons.taught(user).order_by().values("pk"))
    people = Enrolment.objects.filter(session=OuterRef("session"), status__in=FOLLOWING).order_by()
    count = people.values("session").annotate(number=Count("pk")).values("number")
    return half_days.select_related("session", "room", "trainer").annotate(
        people=Coalesce(Subquery(count, output_field=IntegerField()), Value(0)),
        sees_group=Exists(Session.objects.filter(pk=OuterRef("session"), pk__in=_groups_of(user))),
        is_begun=Exists(Attendance.objects.filter(half_day=OuterRef("pk"))),
    )


def _groups_of(user: User) -> QuerySet[Session]:
    """A substitute takes one register and does not see the group."""
    groups = Session.objects.all() if user.runs_the_office else Session.objects.taught_by(user)
    return groups.order_by().values("pk")


def sessions_of(user: User) -> QuerySet[Session]:
    """Her sessions (the office: all that run), the ones that are still going on first."""
    sessions = Session.objects.alive()
    if not user.runs_the_office:
        sessions = sessions.taught_by(user)
    held = Q(half_days__cancelled_at__isnull=True)
    today = timezone.localdate()
    return (
        sessions.select_related("room")
        .annotate(
            half_days_held=Count("half_days", filter=held),
            half_days_closed=Count("half_days", filter=held & Q(half_days__closed_at__isnull=False)),
            next_day=Min("half_days__date", filter=held & Q(half_days__date__gte=today)),
        )
        .order_by(F("next_day").asc(nulls_last=True), "-last_day", "code")[:LONGEST_LIST]
    )
