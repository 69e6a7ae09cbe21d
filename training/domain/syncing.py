"""What people note on a register, on the page or on a device without network, brought together.

Each note carries an id of its own, what it says, and what stood there for whoever made it. Arriving twice it
is known; arriving over somebody else's word that its author had not seen, both are kept until a human says
which one holds (docs/decisions/0101, 0106). Every verb takes its place behind the row of the half-day first.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from training.domain import attendance, signed_notes
from training.domain.noted import Note, Said
from training.domain.permissions import can_take_register, insist
from training.enums import ChangeOutcome, ChangeRefusal, NoteKind
from training.exceptions import Refusal
from training.models import AbsenceCode, Attendance, Enrolment, HalfDay, RegisterChange
from training.models.register_change import WRITTEN_DOWN


@transaction.atomic
def note(*, half_day: HalfDay, by: User, note: Note) -> RegisterChange:
    """Writes one note; with the first one everybody else is present. Idempotent by its id.

    Refused like the verbs of the register, and then nothing is written.
    """
    half_day = attendance.locked(half_day)
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
    half_day = attendance.locked(half_day)
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
    """Says which of the notes about one person holds; None: what stands on the register now. Idempotent.

    A signature under the same mark holds with it. Refused like the verbs of the register and of signing.
    """
    half_day = attendance.locked(half_day)
    insist(can_take_register(by, half_day))
    about = half_day.notes.undecided().filter(enrolment=enrolment)
    open_notes = list(about.select_related("absence_code", "enrolment__person", "by").order_by("pk"))
    chosen = next((one for one in open_notes if one.uid == holds), None)
    if holds and chosen is None:
        raise Refusal(_("Somebody has decided this already."), code="decided")
    if chosen:
        _put_in_place(half_day, by, chosen)
    stands = half_day.marks.select_related("absence_code").filter(enrolment=enrolment).first()
    for change in open_notes:
        change.outcome = ChangeOutcome.HOLDS if change == chosen else ChangeOutcome.SET_ASIDE
        if signed_notes.follows(change, stands):
            signed_notes.put_in_place(half_day, change, by)
            change.outcome = ChangeOutcome.HOLDS
        change.settled_by, change.settled_at = by, timezone.now()
        change.save(update_fields=["outcome", "written", "settled_by", "settled_at"])


def _put_in_place(half_day: HalfDay, by: User, change: RegisterChange) -> None:
    _mark(half_day, change.enrolment, by, Said.of(change))
    if change.kind == NoteKind.SIGNATURE:
        signed_notes.put_in_place(half_day, change, by)


@transaction.atomic
def acknowledge(*, half_day: HalfDay, by: User) -> int:
    """Somebody has read what was refused: it is shown no more, and kept. Returns how many."""
    insist(can_take_register(by, half_day))
    unseen = half_day.notes.refused_unseen()
    return unseen.update(settled_by=by, settled_at=timezone.now())


def _known(note: Note, half_day: HalfDay) -> RegisterChange | None:
    known = RegisterChange.objects.filter(uid=note.uid).select_related("absence_code").first()
    if known and (known.half_day_id, known.enrolment_id) != (half_day.pk, note.enrolment):
        raise Refusal(_("This id belongs to something else."), code="other_id")
    return known


def _write(half_day: HalfDay, by: User, note: Note) -> RegisterChange:
    """`half_day` is the locked row."""
    if note.signed and signed_notes.is_known(note):
        return _keep(half_day, by, note, ChangeOutcome.APPLIED)
    attendance.open_register(half_day=half_day, by=by)
    mark = half_day.marks.select_related("absence_code").filter(enrolment=note.enrolment).first()
    if note.signed:
        return _take_signature(half_day, by, note, mark)
    outcome = _outcome(mark, by, note)
    change = _keep(half_day, by, note, outcome, seen=note.seen or Said.of(mark))
    if outcome == ChangeOutcome.APPLIED:
        _mark(half_day, change.enrolment, by, note.said)
    return change


def _take_signature(half_day: HalfDay, by: User, note: Note, mark: Attendance | None) -> RegisterChange:
    outcome = signed_notes.outcome(half_day, mark, by, note)
    change = _keep(half_day, by, note, outcome, seen=note.seen or Said.of(mark))
    signed_notes.insist(half_day, change.enrolment, note)
    if outcome == ChangeOutcome.APPLIED:
        if mark is None:
            _mark(half_day, change.enrolment, by, note.said)
        signed_notes.sign(half_day, change.enrolment, by, note)
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
    people = Enrolment.objects.filter(session=half_day.session_id).select_related("person")
    enrolment = people.filter(pk=note.enrolment).first()
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
        **(_of_signature(note, outcome) if note.signed else {}),
    )


def _of_signature(note: Note, outcome: str) -> dict:
    if note.said.absence_code:
        raise Refusal(_("Somebody who is absent does not sign."), code="absent")
    return {
        "kind": NoteKind.SIGNATURE,
        "method": note.signed.method,
        "written": "" if outcome in WRITTEN_DOWN else note.signed.written,
        "user_agent": note.signed.device.agent,
        "network": note.signed.device.network,
    }


def _code(said: Said) -> AbsenceCode | None:
    """Also one that is used no longer: it was when the note was made."""
    if not said.absence_code:
        return None
    code = AbsenceCode.objects.filter(code=said.absence_code).first()
    if code is None:
        raise Refusal(_("This reason does not exist."), code="unknown_code")
    return code
