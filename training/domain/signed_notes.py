"""A signature given on a device without network, when it arrives here (docs/decisions/0106).

What counts is when it arrives; what the device's clock said is kept, and may refuse it, never save it. The
caller holds the lock of the half-day.
"""

from django.utils import timezone

from accounts.models import User
from training.domain import attendance, chain, frozen, pen, signing, typed_name, voiding
from training.domain.device import Device
from training.domain.noted import Note, Said
from training.enums import ChangeOutcome, ChangeRefusal, NoteKind, SignatureMethod
from training.exceptions import Refusal
from training.models import Attendance, Enrolment, HalfDay, RegisterChange, Signature


def is_known(note: Note) -> bool:
    """The page with network has taken it already: a device sends again what it is not sure about."""
    return Signature.objects.filter(change_id=note.uid, enrolment=note.enrolment).exists()


def insist(half_day: HalfDay, enrolment: Enrolment, note: Note) -> None:
    """Refuses what was given `too_early` by the device's clock, `late` by either, under a `changed` lesson.

    Refuses like `signing.sign` what is no signature: `drawing`, `name`.
    """
    if note.made_at < attendance.opens_at(half_day):
        raise _refused(ChangeRefusal.TOO_EARLY)
    if max(note.made_at, timezone.now()) > signing.closes_at(half_day):
        raise _refused(ChangeRefusal.LATE)
    if note.signed.lesson != lesson(half_day):
        raise _refused(ChangeRefusal.CHANGED)
    if note.signed.method == SignatureMethod.DRAWN:
        pen.accepted(note.signed.written)
    else:
        typed_name.accepted(note.signed.written, enrolment)


def _refused(because: ChangeRefusal) -> Refusal:
    return Refusal(str(because.label), code=because.value)


def lesson(half_day: HalfDay) -> str:
    """The fingerprint of what a learner reads before signing. Needs `session`."""
    return chain.sha256_of(frozen.lesson(half_day))


def outcome(half_day: HalfDay, mark: Attendance | None, by: User, note: Note) -> ChangeOutcome:
    """A conflict: something else stands there than what was signed under, or somebody else let them sign.

    Who has also signed on their own telephone, or here before, has said the same twice.
    """
    signed = standing(half_day, note.enrolment)
    if signed:
        is_same = signed.method == SignatureMethod.PHONE or signed.signed_by_id == by.pk
        return ChangeOutcome.ALREADY if is_same else ChangeOutcome.CONFLICT
    if mark is None or Said.of(mark) == note.said:
        return ChangeOutcome.APPLIED
    return ChangeOutcome.CONFLICT


def standing(half_day: HalfDay, enrolment: int) -> Signature | None:
    return Signature.objects.standing().filter(half_day=half_day, enrolment=enrolment).first()


def sign(half_day: HalfDay, enrolment: Enrolment, by: User, note: Note) -> None:
    signing.sign(
        half_day=half_day,
        enrolment=enrolment,
        by=by,
        method=note.signed.method,
        mark=note.signed.written,
        change_id=note.uid,
        device=note.signed.device,
        said_at=note.made_at,
    )


def follows(change: RegisterChange, decided: Attendance | None) -> bool:
    """Whether a signature that was waiting may stand under what was decided: it says the same, alone."""
    if change.kind != NoteKind.SIGNATURE or Said.of(decided) != Said.of(change):
        return False
    return standing(change.half_day, change.enrolment_id) is None


def put_in_place(half_day: HalfDay, change: RegisterChange, by: User) -> None:
    """Somebody (`by`) decided that this signature holds: it takes the place of the one that stood there.

    It stays what it is: of the tablet on which it was given. `half_day` is the locked row.
    """
    voiding.void_all(half_day=half_day, enrolments=[change.enrolment_id], by=by)
    proof = signing.Proof(
        signed_by=change.by,
        method=change.method,
        mark=change.written,
        signed_at=timezone.now(),
        said_at=change.made_at,
        device=Device.kept(change.user_agent, change.network),
        change_id=change.uid,
    )
    signing.put_down(half_day=half_day, enrolment=change.enrolment, by=by, proof=proof)
    change.written = ""
