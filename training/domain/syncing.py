"""What people note on a register, on the page or on a device without network, brought together.

Each note carries an id of its own, what it says, and what stood there for whoever made it. Arriving twice it
is known; arriving over somebody else's word that its author had not seen, both are kept until a human says
which one holds (docs/decisions/0101). Every verb takes its place behind the row of the half-day first.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from training.domain import attendance
from training.domain.permissions import can_take_register, insist
from training.enums import ChangeOutcome, ChangeRefusal
from training.exceptions import Refusal
from training.models import AbsenceCode, Attendance, Enrolment, HalfDay, RegisterChange

MINUTES = re.compile(r"(\d{1,3})\+(\d{1,3})")


@dataclass(frozen=True)
class Said:
    """What a mark says. As a word on forms and devices: "" present, "J_SICK" absent, "15+0" late, "0+30"."""

    absence_code: str = ""
    minutes_late: int = 0
    minutes_left_early: int = 0

    @classmethod
    def of(cls, mark: Attendance | RegisterChange | None) -> "Said":
        """Nobody has noted anything: present. Needs `absence_code` loaded to be quick."""
        if mark is None:
            return cls()
        code = mark.absence_code.code if mark.absence_code else ""
        return cls(code, mark.minutes_late, mark.minutes_left_early)

    @classmethod
    def before(cls, change: RegisterChange) -> "Said":
        """What the change replaced, for whoever made it."""
        code = change.seen_absence_code.code if change.seen_absence_code else ""
        return cls(code, change.seen_minutes_late, change.seen_minutes_left_early)

    @classmethod
    def from_word(cls, word: str) -> "Said":
        if minutes := MINUTES.fullmatch(word):
            return cls("", int(minutes[1]), int(minutes[2]))
        return cls(word)

    @property
    def word(self) -> str:
        minutes = f"{self.minutes_late}+{self.minutes_left_early}"
        return self.absence_code or (minutes if minutes != "0+0" else "")


@dataclass(frozen=True)
class Note:
    """One thing noted. `seen`: what stood there for its author; None where that is not known."""

    uid: UUID
    enrolment: int
    said: Said
    seen: Said | None
    made_at: datetime


@transaction.atomic
def note(*, half_day: HalfDay, by: User, note: Note) -> RegisterChange:
    """Writes one note; with the first one everybody else is present. Idempotent by its id.

    Refused like the verbs of the register, and then nothing is written.
    """
    _wait_for(half_day)
    return _known(note, half_day) or _write(half_day, by, note)


@dataclass(frozen=True)
class Arrived:
    """What became of a note: an outcome, for a refused one a sentence, and whether we have kept it."""

    uid: UUID
    outcome: ChangeOutcome
    sentence: str = ""
    is_kept: bool = True


def apply(*, half_day: HalfDay, by: User, notes: Iterable[Note]) -> list[Arrived]:
    """Everything a device has gathered, in its order, each in a transaction of its own. Idempotent.

    Nothing is lost: what cannot be written any more is kept as refused, with the reason, until somebody has
    seen it. Only a note about somebody or something we do not know leaves no trace here.
    """
    return [_arrive(half_day, by, one) for one in notes]


def _arrive(half_day: HalfDay, by: User, note: Note) -> Arrived:
    try:
        change = _apply(half_day, by, note)
    except Refusal as refusal:
        return Arrived(note.uid, ChangeOutcome.REFUSED, refusal.sentence, is_kept=False)
    return Arrived(note.uid, ChangeOutcome(change.outcome), change.get_refused_because_display())


@transaction.atomic
def _apply(half_day: HalfDay, by: User, note: Note) -> RegisterChange:
    _wait_for(half_day)
    if known := _known(note, half_day):
        return known
    try:
        with transaction.atomic():
            return _write(half_day, by, note)
    except Refusal as refusal:
        because = refusal.code if refusal.code in ChangeRefusal.values else ChangeRefusal.OTHER
        return _keep(half_day, by, note, ChangeOutcome.REFUSED, refused_because=because)


@transaction.atomic
def settle(*, half_day: HalfDay, enrolment: Enrolment, by: User, holds: UUID | None) -> None:
    """Says which of the notes about one person holds; None: what stands on the register now. Idempotent."""
    _wait_for(half_day)
    insist(can_take_register(by, half_day))
    open_notes = list(
        half_day.notes.undecided().filter(enrolment=enrolment).select_related("absence_code").order_by("pk")
    )
    if holds and holds not in {one.uid for one in open_notes}:
        raise Refusal(_("Somebody has decided this already."), code="decided")
    for change in open_notes:
        change.outcome = ChangeOutcome.SET_ASIDE
        if change.uid == holds:
            change.outcome = ChangeOutcome.HOLDS
            _mark(half_day, enrolment, by, Said.of(change))
        change.settled_by, change.settled_at = by, timezone.now()
        change.save(update_fields=["outcome", "settled_by", "settled_at"])


@transaction.atomic
def acknowledge(*, half_day: HalfDay, by: User) -> int:
    """Somebody has read what was refused: it is shown no more, and kept. Returns how many."""
    insist(can_take_register(by, half_day))
    unseen = half_day.notes.refused_unseen()
    return unseen.update(settled_by=by, settled_at=timezone.now())


def _wait_for(half_day: HalfDay) -> None:
    HalfDay.objects.select_for_update(of=("self",), no_key=True).get(pk=half_day.pk)


def _known(note: Note, half_day: HalfDay) -> RegisterChange | None:
    known = RegisterChange.objects.filter(uid=note.uid).select_related("absence_code").first()
    if known and (known.half_day_id, known.enrolment_id) != (half_day.pk, note.enrolment):
        raise Refusal(_("This id belongs to something else."), code="other_id")
    return known


def _write(half_day: HalfDay, by: User, note: Note) -> RegisterChange:
    attendance.open_register(half_day=half_day, by=by)
    marks = half_day.marks.select_related("absence_code")
    mark = marks.filter(enrolment=note.enrolment).first()
    outcome = _outcome(mark, by, note)
    change = _keep(half_day, by, note, outcome, seen=note.seen or Said.of(mark))
    if outcome == ChangeOutcome.APPLIED:
        _mark(half_day, change.enrolment, by, note.said)
    return change


def _outcome(mark: Attendance | None, by: User, note: Note) -> ChangeOutcome:
    """A conflict: somebody else's word, which the author of the note had not seen, says something else."""
    if mark is None:
        return ChangeOutcome.APPLIED
    stands = Said.of(mark)
    if stands == note.said:
        return ChangeOutcome.ALREADY
    if note.seen is None or stands == note.seen or mark.recorded_by_id == by.pk:
        return ChangeOutcome.APPLIED
    return ChangeOutcome.CONFLICT


def _mark(half_day: HalfDay, enrolment: Enrolment, by: User, said: Said) -> None:
    attendance.mark(
        half_day=half_day,
        enrolment=enrolment,
        by=by,
        absence_code=_code(said),
        minutes_late=said.minutes_late,
        minutes_left_early=said.minutes_left_early,
    )


def _keep(
    half_day: HalfDay,
    by: User,
    note: Note,
    outcome: str,
    *,
    seen: Said | None = None,
    refused_because: str = "",
) -> RegisterChange:
    enrolment = Enrolment.objects.filter(pk=note.enrolment, session=half_day.session_id).first()
    if enrolment is None:
        raise Refusal(_("This person is not on the register of this half-day."), code="unknown_person")
    seen = seen or note.seen or Said()
    return RegisterChange.objects.create(
        uid=note.uid,
        half_day=half_day,
        enrolment=enrolment,
        absence_code=_code(note.said),
        minutes_late=note.said.minutes_late,
        minutes_left_early=note.said.minutes_left_early,
        seen_absence_code=_code(seen),
        seen_minutes_late=seen.minutes_late,
        seen_minutes_left_early=seen.minutes_left_early,
        by=by,
        made_at=note.made_at,
        received_at=timezone.now(),
        outcome=outcome,
        refused_because=refused_because,
    )


def _code(said: Said) -> AbsenceCode | None:
    """Also one that is used no longer: it was when the note was made."""
    if not said.absence_code:
        return None
    code = AbsenceCode.objects.filter(code=said.absence_code).first()
    if code is None:
        raise Refusal(_("This reason does not exist."), code="unknown_code")
    return code
