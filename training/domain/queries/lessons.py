"""The half-days that concern a reader: followed, taught, or all of them for who runs the office."""

from django.db.models import DateTimeField, F, Max, Q, QuerySet
from django.db.models.functions import Coalesce, Greatest

from accounts.models import User
from training.enums import EnrolmentStatus
from training.models import Enrolment, HalfDay

COMES = (EnrolmentStatus.CONFIRMED, EnrolmentStatus.ENTERED, EnrolmentStatus.COMPLETED)


def of(user: User) -> QuerySet[HalfDay]:
    """The cancelled ones too: a calendar that shows one must hear that it is off.

    A learner's begin with a place, not with a request. A half-day without a named trainer concerns every
    trainer of its session; one that a substitute takes over, the substitute.
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
    return HalfDay.objects.visible_to(user).filter(Q(trainer=user) | Q(trainer=None)).order_by("pk")


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
