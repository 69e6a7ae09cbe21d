"""Hours, always in minutes: planned, followed, absent. Only closed half-days count, as corrected since."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import F, IntegerField, Q, QuerySet, Sum
from django.db.models.functions import Coalesce, ExtractHour, ExtractMinute, Greatest

from training.models import Attendance, Enrolment, HalfDay, Session


@dataclass(frozen=True)
class Hours:
    """One person's minutes in one session.

    `planned`: all half-days that take place. `not_due`: lessons that the provider cancelled on the spot.
    `signed`: closed half-days on whose register the person stands. What of it was due is followed, justified
    or unjustified, to the minute: minutes late or left early are unjustified (Code du travail, R6341-45).
    """

    planned: int = 0
    not_due: int = 0
    signed: int = 0
    followed: int = 0
    justified: int = 0
    unjustified: int = 0

    @property
    def due(self) -> int:
        """What counts as the whole course for this person: no hours are due when the provider cancels."""
        return self.planned - self.not_due

    @property
    def rate(self) -> int:
        """Share of the signed hours that were followed, in %, rounded down: 100 means all of them."""
        owed = self.signed - self.not_due
        return self.followed * 100 // owed if owed else 100

    @property
    def has_begun(self) -> bool:
        return self.signed > 0


def _length(prefix: str = "") -> F:
    """Minutes of a half-day on the wall clock, in SQL; the twin of `HalfDay.minutes`."""
    start, end = f"{prefix}start_time", f"{prefix}end_time"
    return (ExtractHour(end) - ExtractHour(start)) * 60 + ExtractMinute(end) - ExtractMinute(start)


def _total(expression, condition: Q) -> Coalesce:
    return Coalesce(Sum(expression, filter=condition, output_field=IntegerField()), 0)


def planned(session: Session) -> int:
    """Minutes of the half-days that take place."""
    return planned_for([session.pk]).get(session.pk, 0)


def planned_for(sessions: Iterable[int]) -> dict[int, int]:
    """Planned minutes per session id, in one query."""
    half_days = HalfDay.objects.held().filter(session__in=sessions).order_by()
    return dict(half_days.values("session").annotate(total=Sum(_length())).values_list("session", "total"))


def followed(enrolment: Enrolment) -> int:
    """Minutes in the room, of closed half-days."""
    return for_one(enrolment).followed


def for_one(enrolment: Enrolment) -> Hours:
    return for_enrolments(Enrolment.objects.filter(pk=enrolment.pk))[enrolment.pk]


def for_enrolments(enrolments: QuerySet[Enrolment]) -> dict[int, Hours]:
    """The hours of each enrolment by its id, in three queries however many there are."""
    sessions = dict(enrolments.order_by().values_list("pk", "session"))
    plans = planned_for(set(sessions.values()))
    return counted({pk: plans.get(session, 0) for pk, session in sessions.items()})


def counted(planned: Mapping[int, int]) -> dict[int, Hours]:
    """The hours of each enrolment in `planned`, its minutes by its id, in one query."""
    marks = _marks(planned)
    return {pk: Hours(planned=minutes, **marks.get(pk, {})) for pk, minutes in planned.items()}


@dataclass(frozen=True)
class Earlier:
    """What somebody followed in a session before they went to another one in the middle of it.

    `counts`: for the hours of the new one too, as both are the same course of the same provider.
    """

    session: Session
    minutes: int
    counts: bool


def earlier(enrolments: Iterable[Enrolment]) -> dict[int, list[Earlier]]:
    """By enrolment, the sessions it came over from in training, oldest first (decision 0092).

    Three queries for each step back, however many people; none when nobody came over. Needs `session`.
    """
    found: dict[int, list[Earlier]] = defaultdict(list)
    paths = [(one, one) for one in enrolments]
    while steps := {last.transferred_from_id for _one, last in paths if last.transferred_from_id}:
        before = Enrolment.objects.in_bulk(steps)
        sessions = Session.objects.in_bulk({one.session_id for one in before.values()})
        marks = _marks(steps)
        paths = [(one, before[last.transferred_from_id]) for one, last in paths if last.transferred_from_id]
        for one, step in paths:
            if step.entered_at:
                session = sessions[step.session_id]
                minutes = marks.get(step.pk, {}).get("followed", 0)
                found[one.pk].insert(0, Earlier(session, minutes, _is_one_training(session, one.session)))
    return found


def _is_one_training(one: Session, other: Session) -> bool:
    return one.course_id == other.course_id and one.provider_id == other.provider_id


def carried(steps: Iterable[Earlier]) -> int:
    """Minutes of earlier sessions that count for the present one."""
    return sum(one.minutes for one in steps if one.counts)


def _marks(enrolments: Iterable[int]) -> dict[int, dict[str, int]]:
    length = _length("half_day__")
    present = Q(stands_code__isnull=True)
    in_the_room = Greatest(length - F("stands_late") - F("stands_early"), 0)
    rows = (
        Attendance.objects.standing()
        .filter(enrolment__in=list(enrolments), half_day__closed_at__isnull=False)
        .order_by()
        .values("enrolment")
        .annotate(
            signed=_total(length, Q()),
            followed=_total(in_the_room, present),
            not_due=_total(length, Q(stands_due=False)),
            justified=_total(length, Q(stands_justified=True, stands_due=True)),
            unjustified=_total(length, Q(stands_justified=False, stands_due=True))
            + _total(length - in_the_room, present),
        )
    )
    return {row.pop("enrolment"): row for row in rows}
