"""What the screen of a register shows: each person, the mark, and what can be done now."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from accounts.models import User
from accounts.rules import Verdict
from training.domain import attendance
from training.domain.permissions import can_take_register
from training.models import AbsenceCode, Attendance, Enrolment, HalfDay


@dataclass(frozen=True)
class Row:
    """One person and their mark (None: not marked yet)."""

    enrolment: Enrolment
    mark: Attendance | None

    @property
    def name(self) -> str:
        return self.enrolment.person.full_name

    @property
    def is_absent(self) -> bool:
        return self.mark is not None and not self.mark.is_present

    @property
    def is_there(self) -> bool:
        return self.mark is not None and self.mark.is_present

    @property
    def is_exception(self) -> bool:
        return self.is_absent or self.is_partly_there

    @property
    def is_partly_there(self) -> bool:
        return self.is_there and bool(self.mark.minutes_late or self.mark.minutes_left_early)


@dataclass(frozen=True)
class Board:
    """A register as it stands."""

    half_day: HalfDay
    rows: list[Row]
    joined_later: list[Enrolment]
    codes: list[AbsenceCode]
    permission: Verdict
    opens_at: datetime
    usual_delays: tuple[int, ...] = (5, 10, 15, 30)  # minutes, a tap each

    @property
    def can_write(self) -> bool:
        open_now = not (self.half_day.is_closed or self.half_day.cancelled_at)
        return bool(self.permission) and open_now and not self.is_too_early

    @property
    def is_too_early(self) -> bool:
        return timezone.now() < self.opens_at

    @property
    def can_close(self) -> bool:
        return self.can_write and self.is_complete and timezone.now() >= self.half_day.starts_at

    @property
    def is_begun(self) -> bool:
        return any(row.mark for row in self.rows)

    @property
    def is_complete(self) -> bool:
        return all(row.mark for row in self.rows)

    @property
    def present(self) -> int:
        return sum(row.is_there for row in self.rows)

    @property
    def absent(self) -> int:
        return sum(row.is_absent for row in self.rows)

    @property
    def exceptions(self) -> list[Row]:
        return [row for row in self.rows if row.is_exception]


def board(half_day: HalfDay, user: User) -> Board:
    """The register for this reader, in a constant number of queries (give it with its session and trainer).

    A closed register shows exactly who was marked, whatever happened to them since.
    """
    marks = {
        one.enrolment_id: one
        for one in half_day.marks.select_related("absence_code", "enrolment__person", "half_day")
    }
    later: list[Enrolment] = []
    if half_day.is_closed:
        people = sorted((one.enrolment for one in marks.values()), key=lambda one: one.person.name_key)
    else:
        expected = list(attendance.register_of(half_day))
        later = list(attendance.joined_later(half_day))
        people = expected + [one for one in later if one.pk in marks]
    return Board(
        half_day=half_day,
        rows=[Row(one, marks.get(one.pk)) for one in people],
        joined_later=[one for one in later if one.pk not in marks],
        codes=[] if half_day.is_closed else list(AbsenceCode.objects.filter(retired=False)),
        permission=can_take_register(user, half_day),
        opens_at=attendance.opens_at(half_day),
    )
