"""What the screen of a register shows: each person, the mark, and what can be done now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils import timezone

from accounts.models import User
from accounts.rules import Verdict, sort_key
from training.domain import announcing, attendance, doubts, signing
from training.domain.noted import Said
from training.domain.permissions import can_take_register
from training.enums import ChangeOutcome, NoteKind, Signing
from training.models import (
    AbsenceCode,
    AnnouncedAbsence,
    Attendance,
    Enrolment,
    HalfDay,
    RegisterChange,
    Signature,
)
from training.models.register_change import RegisterChangeQuerySet

LARGE_GROUP = 15  # more people than a screen or two show: there is a box to search in


@dataclass(frozen=True)
class Row:
    """One person and their mark (None: nothing noted yet, which means present while the register is open).

    `announced`: said before the start that they would not come; without a mark they count as away.
    `by_phone`: signed on their own telephone; `doubts`: what speaks against it.
    """

    enrolment: Enrolment
    mark: Attendance | None
    announced: AnnouncedAbsence | None = None
    by_phone: Signature | None = None
    doubts: Sequence[str] = ()

    @property
    def name(self) -> str:
        return self.enrolment.person.full_name

    @property
    def word(self) -> str:
        """What stands there, as forms and devices say it."""
        return Said.of(self.mark).word

    @property
    def is_absent(self) -> bool:
        return self.mark is not None and not self.mark.is_present

    @property
    def is_expected_away(self) -> bool:
        return self.mark is None and self.announced is not None

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
class Conflict:
    """What stands on the register about one person, and what others noted who had not seen it."""

    enrolment: Enrolment
    mark: Attendance | None
    signature: Signature | None
    notes: list[RegisterChange]


@dataclass(frozen=True)
class Undo:
    """The last thing this reader noted, which still stands; `before`: what stood there until then."""

    change: RegisterChange

    @property
    def before(self) -> Said:
        return Said.before(self.change)

    @property
    def now(self) -> Said:
        return Said.of(self.change)


@dataclass(frozen=True)
class Board:
    """A register as it stands."""

    half_day: HalfDay
    rows: list[Row]
    joined_later: list[Enrolment]
    codes: list[AbsenceCode]
    permission: Verdict
    opens_at: datetime
    conflicts: list[Conflict]
    refused: list[RegisterChange]
    undo: Undo | None
    by_phone: dict[Signature, list[str]]
    usual_delays: tuple[int, ...] = (5, 10, 15, 30)  # minutes, a tap each

    @property
    def usual_absence(self) -> AbsenceCode | None:
        """What one tap notes: away, and nobody knows why. The reason is chosen later, if there is one."""
        return next((one for one in self.codes if one.hours_due and not one.justified), None)

    @property
    def can_write(self) -> bool:
        open_now = not (self.half_day.is_closed or self.half_day.cancelled_at)
        return bool(self.permission) and open_now and not self.is_too_early

    @property
    def is_too_early(self) -> bool:
        return timezone.now() < self.opens_at

    @property
    def can_close(self) -> bool:
        ready = self.can_write and self.is_complete and not self.conflicts
        return ready and timezone.now() >= self.half_day.starts_at

    @property
    def is_begun(self) -> bool:
        return any(row.mark for row in self.rows)

    @property
    def is_complete(self) -> bool:
        return all(row.mark for row in self.rows)

    @property
    def is_large(self) -> bool:
        return len(self.rows) > LARGE_GROUP

    @property
    def present(self) -> int:
        """While the register is open, somebody about whom nothing is noted counts as present."""
        unmarked = [row for row in self.rows if row.mark is None and not row.is_expected_away]
        return sum(row.is_there for row in self.rows) + (len(unmarked) if self.can_write else 0)

    @property
    def absent(self) -> int:
        return sum(row.is_absent or (row.is_expected_away and self.can_write) for row in self.rows)

    @property
    def exceptions(self) -> list[Row]:
        return [row for row in self.rows if row.is_exception]

    def found(self, words: str) -> list[Row]:
        """The people whose name holds each of these words, however it is accented."""
        parts = sort_key(words).split()
        return [row for row in self.rows if all(part in row.enrolment.person.name_key for part in parts)]


def board(half_day: HalfDay, user: User) -> Board:
    """The register for this reader, in a constant number of queries (give it with its session and trainer).

    A closed register shows exactly who was marked, whatever happened to them since.
    """
    marks = {
        one.enrolment_id: one
        for one in half_day.marks.select_related(
            "absence_code", "enrolment__person", "half_day", "recorded_by"
        ).prefetch_related("amendments__absence_code", "amendments__old_absence_code", "amendments__by")
    }
    later: list[Enrolment] = []
    if half_day.is_closed:
        people = sorted((one.enrolment for one in marks.values()), key=lambda one: one.person.name_key)
    else:
        expected = list(attendance.register_of(half_day))
        later = list(attendance.joined_later(half_day))
        people = expected + [one for one in later if one.pk in marks]
    announced = announcing.expected(half_day)
    on_telephones = doubts.by_phone(half_day) if half_day.session.signing == Signing.SCREEN else {}
    proposals = {one.enrolment_id: one for one in on_telephones}
    against = {one.enrolment_id: sentences for one, sentences in on_telephones.items()}
    board = Board(
        half_day=half_day,
        rows=[
            Row(one, marks.get(one.pk), announced.get(one.pk), proposals.get(one.pk), against.get(one.pk, []))
            for one in people
        ],
        joined_later=[one for one in later if one.pk not in marks],
        codes=[] if half_day.is_closed else list(AbsenceCode.objects.filter(retired=False)),
        permission=can_take_register(user, half_day),
        opens_at=attendance.opens_at(half_day),
        conflicts=_conflicts(half_day, marks),
        refused=list(_notes(half_day).refused_unseen()),
        undo=None,
        by_phone=on_telephones,
    )
    return replace(board, undo=_undo(half_day, user, marks)) if board.can_write else board


def _notes(half_day: HalfDay) -> RegisterChangeQuerySet:
    return half_day.notes.select_related(
        "absence_code", "seen_absence_code", "enrolment__person", "by"
    ).order_by("pk")


def _conflicts(half_day: HalfDay, marks: dict[int, Attendance]) -> list[Conflict]:
    undecided = list(_notes(half_day).undecided())
    signed = signing.of(half_day) if undecided else {}
    by_person: dict[int, Conflict] = {}
    for note in undecided:
        pk = note.enrolment_id
        found = Conflict(note.enrolment, marks.get(pk), signed.get(pk), [])
        by_person.setdefault(pk, found).notes.append(note)
    return list(by_person.values())


def _undo(half_day: HalfDay, user: User, marks: dict[int, Attendance]) -> Undo | None:
    mine = _notes(half_day).filter(by=user, outcome=ChangeOutcome.APPLIED, kind=NoteKind.MARK)
    last = mine.last()
    stands = last and marks.get(last.enrolment_id)
    return Undo(last) if stands and Said.of(stands) == Said.of(last) else None
