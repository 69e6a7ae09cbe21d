"""What stands of each mark of a closed register, read once for everybody who counts with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from training.models import AnnouncedAbsence, Attendance, HalfDay


@dataclass(frozen=True)
class Mark:
    """One person in one closed half-day, as signed or as corrected since. `minutes`: of the half-day;
    `lost`: late and left early. Who was present was due, and has nothing to justify.
    """

    enrolment: int
    half_day: int
    day: date
    minutes: int
    lost: int
    is_present: bool
    is_due: bool
    is_justified: bool
    is_announced: bool


def of(enrolments: Iterable[int]) -> list[Mark]:
    """Those of these enrolments (by id), in order of time. One query, however many there are."""
    announced = AnnouncedAbsence.objects.standing().filter(
        enrolment=OuterRef("enrolment"), half_day=OuterRef("half_day")
    )
    rows = (
        Attendance.objects.standing()
        .filter(enrolment__in=list(enrolments), half_day__closed_at__isnull=False)
        .annotate(was_announced=Exists(announced))
        .order_by("half_day__date", "half_day__start_time", "pk")
    )
    return [_mark(row) for row in rows.values_list(*FIELDS, named=True)]


FIELDS = (
    "enrolment",
    "half_day",
    "half_day__date",
    "half_day__start_time",
    "half_day__end_time",
    "stands_code",
    "stands_late",
    "stands_early",
    "stands_justified",
    "stands_due",
    "was_announced",
)


def _mark(row) -> Mark:
    present = row.stands_code is None
    half_day = HalfDay(start_time=row.half_day__start_time, end_time=row.half_day__end_time)
    return Mark(
        enrolment=row.enrolment,
        half_day=row.half_day,
        day=row.half_day__date,
        minutes=half_day.minutes,
        lost=row.stands_late + row.stands_early,
        is_present=present,
        is_due=present or row.stands_due,
        is_justified=not present and row.stands_justified,
        is_announced=row.was_announced,
    )
