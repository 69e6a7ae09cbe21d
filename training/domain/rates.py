"""Three rates instead of one, as exact fractions: presence, commitment, punctuality (decision 0102).

Each is said twice: *so far*, of the half-days whose register is closed, and of the *whole course*, where a
half-day still to come has not earned anything yet: five half-days out of ten are never shown as 100 %. A
half-day of which no hours are due (the provider cancelled) is taken out of both. All in minutes; pure, but
for the readers at the end.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import QuerySet

from training.domain import marks
from training.domain.hours import planned_for
from training.models import Enrolment


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
    """By enrolment id, in three queries however many there are."""
    sessions = dict(enrolments.order_by().values_list("pk", "session"))
    plans = planned_for(set(sessions.values()))
    return of_marks(marks.of(sessions), {pk: plans.get(session, 0) for pk, session in sessions.items()})


def of_marks(found: Iterable[marks.Mark], planned: Mapping[int, int]) -> dict[int, Rates]:
    """The rates of each enrolment in `planned`, its minutes by its id. Pure."""
    lessons: dict[int, list[Lesson]] = defaultdict(list)
    for one in found:
        lessons[one.enrolment].append(_lesson(one))
    return {pk: count(lessons[pk], planned=minutes) for pk, minutes in planned.items()}


def _lesson(mark: marks.Mark) -> Lesson:
    return Lesson(
        minutes=mark.minutes,
        is_due=mark.is_due,
        is_present=mark.is_present,
        is_announced=mark.is_announced,
        lost=mark.lost,
    )
