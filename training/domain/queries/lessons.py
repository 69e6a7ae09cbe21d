"""The half-days that concern a reader: followed, taught, or all of them for who runs the office."""

from django.db.models import DateTimeField, Exists, F, Max, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Greatest, StrIndex
from django.db.models.lookups import GreaterThan, LessThan

from accounts.models import User
from training.enums import DayPart, EnrolmentStatus
from training.models import Enrolment, HalfDay, Unavailability

COMES = (EnrolmentStatus.CONFIRMED, EnrolmentStatus.ENTERED, EnrolmentStatus.COMPLETED)
PARTS_IN_ORDER = Value(" ".join(DayPart.values))  # where a word stands in it is its place in the day


def of(user: User) -> QuerySet[HalfDay]:
    """The cancelled ones too: a calendar that shows one must hear that it is off.

    A learner's begin with a place, not with a request. A half-day without a named trainer concerns every
    trainer of its session who is there; one that a substitute takes over, the substitute.
    """
    rows = HalfDay.objects.select_related("session", "room")
    if user.runs_the_office:
        return rows
    return rows.filter(Q(session__in=followed(user).values("session")) | Q(pk__in=taught(user).values("pk")))


def followed(user: User) -> QuerySet[Enrolment]:
    """The enrolments of the account's own person that hold a place."""
    own = Enrolment.objects.visible_to(user).filter(person__user=user, status__in=COMES)
    return own.order_by("pk")


def taught(user: User) -> QuerySet[HalfDay]:
    """Hers, and those of her sessions that nobody gives yet; not those at which she is away."""
    left = Q(trainer=None) & ~Exists(_absences(user))
    return HalfDay.objects.visible_to(user).filter(Q(trainer=user) | left).order_by("pk")


def _absences(user: User) -> QuerySet[Unavailability]:
    """Those in which the half-day of the outer query lies, as `Unavailability.covers` says it."""
    part = StrIndex(PARTS_IN_ORDER, OuterRef("part"))
    first, last = (StrIndex(PARTS_IN_ORDER, F(name)) for name in ("first_part", "last_part"))
    day = OuterRef("date")
    rows = Unavailability.objects.filter(trainer=user, first_day__lte=day, last_day__gte=day).order_by()
    return rows.exclude(Q(first_day=day) & GreaterThan(first, part)).exclude(
        Q(last_day=day) & LessThan(last, part)
    )


def with_last_change(half_days: QuerySet[HalfDay]) -> QuerySet[HalfDay]:
    """Adds `changed_at`: the last time that something of a half-day was decided."""
    return half_days.annotate(
        changed_at=Greatest(
            F("session__created_at"),
            Coalesce("cancelled_at", "session__created_at"),
            Coalesce(Max("changes__at"), "session__created_at"),
            output_field=DateTimeField(),
        )
    ).order_by("date", "start_time", "pk")
