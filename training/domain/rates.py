"""Three rates instead of one, as exact fractions: presence, commitment, punctuality (decision 0102).

Each is said twice: *so far*, of the half-days whose register is closed, and of the *whole course*, where a
half-day still to come has not earned anything yet: five half-days out of ten are never shown as 100 %. A
half-day of which no hours are due (the provider cancelled) is taken out of both. All in minutes; pure, but
for the readers at the end.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Exists, OuterRef, QuerySet

from training.domain.hours import planned_for
from training.models import AnnouncedAbsence, Attendance, Enrolment


@dataclass(frozen=True)
class Lesson:
    """What one closed half-day was for one person. `lost`: minutes late and left early."""

    minutes: int
    is_due: bool = True
    is_present: bool = True
    is_announced: bool = False
    lost: int = 0

    @property
    def followed(self) -> int:
        return max(0, self.minutes - self.lost) if self.is_present else 0


@dataclass(frozen=True)
class Share:
    """A part of a whole, in minutes."""

    part: int
    whole: int

    @property
    def fraction(self) -> Fraction | None:
        """None while nothing is due yet."""
        return Fraction(self.part, self.whole) if self.whole else None

    @property
    def percent(self) -> int | None:
        """Rounded down: 100 means all of it."""
        return self.part * 100 // self.whole if self.whole else None


@dataclass(frozen=True)
class Rate:
    so_far: Share
    whole_course: Share


@dataclass(frozen=True)
class Rates:
    """`presence`: hours followed of the hours planned. `commitment`: hours of the half-days somebody came to,
    or had said before the start that they would not. `punctuality`: minutes not lost, of the half-days
    somebody came to.
    """

    presence: Rate
    commitment: Rate
    punctuality: Rate

    @property
    def has_begun(self) -> bool:
        return self.presence.so_far.whole > 0


def count(lessons: Iterable[Lesson], *, planned: int) -> Rates:
    """The rates of one person. `planned`: minutes of all half-days that take place, closed or to come."""
    lessons = list(lessons)
    due = [one for one in lessons if one.is_due]
    closed = sum(one.minutes for one in due)
    to_come = planned - sum(one.minutes for one in lessons)
    followed = sum(one.followed for one in due)
    kept = sum(one.minutes for one in due if one.is_present or one.is_announced)
    came = sum(one.minutes for one in due if one.is_present)
    return Rates(
        presence=_rate(followed, closed, to_come),
        commitment=_rate(kept, closed, to_come),
        punctuality=_rate(followed, came, to_come),
    )


def _rate(part: int, closed: int, to_come: int) -> Rate:
    return Rate(so_far=Share(part, closed), whole_course=Share(part, closed + to_come))


def of(enrolment: Enrolment) -> Rates:
    return for_enrolments(Enrolment.objects.filter(pk=enrolment.pk))[enrolment.pk]


def for_enrolments(enrolments: QuerySet[Enrolment]) -> dict[int, Rates]:
    """By enrolment id, in four queries however many there are."""
    sessions = dict(enrolments.order_by().values_list("pk", "session"))
    plans = planned_for(set(sessions.values()))
    lessons = lessons_of(sessions)
    return {pk: count(lessons[pk], planned=plans.get(session, 0)) for pk, session in sessions.items()}


def lessons_of(enrolments: Iterable[int]) -> dict[int, list[Lesson]]:
    """The closed half-days of each enrolment, in order of time. Two queries."""
    announced = AnnouncedAbsence.objects.standing().filter(
        enrolment=OuterRef("enrolment"), half_day=OuterRef("half_day")
    )
    marks = Attendance.objects.filter(enrolment__in=list(enrolments), half_day__closed_at__isnull=False)
    marks = marks.select_related("half_day", "absence_code").prefetch_related("amendments__absence_code")
    marks = marks.annotate(was_announced=Exists(announced))
    found: dict[int, list[Lesson]] = defaultdict(list)
    for mark in marks.order_by("half_day__date", "half_day__start_time", "pk"):
        found[mark.enrolment_id].append(_lesson(mark))
    return found


def _lesson(mark: Attendance) -> Lesson:
    """As it was signed, or as it was corrected since."""
    stands = mark.amended
    return Lesson(
        minutes=mark.half_day.minutes,
        is_due=stands.is_present or stands.absence_code.hours_due,
        is_present=stands.is_present,
        is_announced=mark.was_announced,
        lost=stands.minutes_late + stands.minutes_left_early,
    )
