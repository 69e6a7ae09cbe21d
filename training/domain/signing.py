"""A learner signs for a half-day: present, in time, with a proof (domain report, 1.3; decision 0100).

Locks: the half-day, then the chain. What was signed is frozen; when the mark changes afterwards the signature
is voided (`training.domain.voiding`) and asked for again.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Person, User
from training.domain import attendance, chain, frozen, pen, typed_name
from training.domain.device import Device
from training.domain.permissions import can_take_register, insist
from training.enums import ON_THE_REGISTER, ON_THE_TABLET, LinkKind, SignatureMethod, Signing
from training.exceptions import Refusal
from training.models import Attendance, Enrolment, HalfDay, Signature


@transaction.atomic
def sign(
    *,
    half_day: HalfDay,
    enrolment: Enrolment,
    by: User,
    method: str,
    mark: str,
    change_id: UUID,
    device: Device | None = None,
    said_at: datetime | None = None,
) -> Signature:
    """On the trainer's tablet: `by` is who is signed in there, `mark` the strokes or the typed name.

    Idempotent: the same `change_id` again is the signature it made. `said_at` is what the device's clock
    says; what counts is the time of this call. Whoever has no mark yet is present by signing. Refuses (by
    code): `not_allowed`, `closed`, `cancelled`, `too_early` (15 minutes before the start), `late` (48 hours
    after the end), `absent`, `signed` (already, by another change), `not_on_register`, `drawing`, `name`,
    `method`, `change_id`.
    """
    if method not in ON_THE_TABLET:
        raise Refusal(_("Sign by drawing or by typing your name."), code="method")
    insist(can_take_register(by, half_day))
    locked = attendance.locked(half_day)
    if earlier := of_change(change_id, locked, enrolment):
        return earlier
    kept = pen.accepted(mark) if method == SignatureMethod.DRAWN else typed_name.accepted(mark, enrolment)
    proof = Proof(by, method, kept, timezone.now(), said_at, device or Device(), change_id)
    return put_down(half_day=locked, enrolment=enrolment, by=by, proof=proof)


@dataclass(frozen=True)
class Proof:
    """How one signature was given. `signed_at` is the server's clock, `said_at` the device's."""

    signed_by: User
    method: str
    mark: str
    signed_at: datetime
    said_at: datetime | None
    device: Device
    change_id: UUID


def put_down(*, half_day: HalfDay, enrolment: Enrolment, by: User, proof: Proof) -> Signature:
    """Somebody in the room signs and is present. `half_day` is the locked row; `by` takes its register."""
    _insist_on_time(half_day)
    mark = attendance.present(half_day=half_day, enrolment=enrolment, by=by)
    return write(half_day=half_day, mark=mark, by=by, proof=proof)


def write(*, half_day: HalfDay, mark: Attendance, by: User, proof: Proof) -> Signature:
    """The signature under this mark, and its link. The caller holds the lock of the half-day."""
    enrolment = mark.enrolment
    signature = Signature(
        half_day=half_day,
        enrolment=enrolment,
        attempt=_next_attempt(half_day, enrolment),
        method=proof.method,
        mark=proof.mark,
        signed_by=proof.signed_by,
        signed_at=proof.signed_at,
        said_at=proof.said_at,
        user_agent=proof.device.agent,
        network=proof.device.network,
        device=proof.device.within(half_day.session_id),
        change_id=proof.change_id,
    )
    signed = frozen.what_is_signed(half_day, mark)
    names = frozen.names(half_day) | {"learner": enrolment.person.full_name}
    facts = {"signed": signed, "names": names, **frozen.evidence(signature)}
    signature.signed_hash = chain.sha256_of(signed)
    signature.link = chain.append(half_day=half_day, kind=LinkKind.SIGNED, facts=facts, by=by)
    signature.save()
    return signature


def of_change(change_id: UUID, half_day: HalfDay, enrolment: Enrolment) -> Signature | None:
    """What this change has made already; refuses one that made something else."""
    earlier = Signature.objects.filter(change_id=change_id).first()
    if earlier and (earlier.half_day_id, earlier.enrolment_id) != (half_day.pk, enrolment.pk):
        raise Refusal(_("This change was already used for another signature."), code="change_id")
    return earlier


def _insist_on_time(half_day: HalfDay) -> None:
    attendance.insist_open(half_day)
    if timezone.now() > closes_at(half_day):
        sentence = _(
            "Signatures are taken until %(hours)d hours after the lesson. Close the register with a reason; "
            "a correction can follow."
        )
        raise Refusal(sentence % {"hours": settings.SIGNATURE_HOURS}, code="late")


def closes_at(half_day: HalfDay) -> datetime:
    """Afterwards a signature is too late (coherence rule 5)."""
    return half_day.ends_at + timedelta(hours=settings.SIGNATURE_HOURS)


def _next_attempt(half_day: HalfDay, enrolment: Enrolment) -> int:
    earlier = list(Signature.objects.filter(half_day=half_day, enrolment=enrolment).select_related("voiding"))
    if any(not hasattr(one, "voiding") for one in earlier):
        raise Refusal(_("This person has already signed this half-day."), code="signed")
    return len(earlier) + 1


# Reading


def of(half_day: HalfDay) -> dict[int, Signature]:
    """The signatures that count, by enrolment."""
    standing = Signature.objects.standing().filter(half_day=half_day)
    return {
        one.enrolment_id: one for one in standing.select_related("link", "signed_by", "enrolment__person")
    }


def unsigned(half_day: HalfDay) -> QuerySet[Enrolment]:
    """Who is in the room as far as is known and has not signed, in order of name."""
    standing = Signature.objects.standing().filter(half_day=half_day)
    return attendance.in_the_room(half_day).exclude(pk__in=standing.order_by().values("enrolment"))


def missing(half_day: HalfDay) -> list[Enrolment]:
    """Who should have signed on screen and has not; nobody where people sign on paper."""
    return list(unsigned(half_day)) if half_day.session.signing == Signing.SCREEN else []


def due(person: Person) -> list[HalfDay]:
    """Half-days this person can sign now and has not: on screen, begun or about to, not closed. One query."""
    now = timezone.now()
    since = timezone.localdate(now - timedelta(hours=settings.SIGNATURE_HOURS + 24))
    mine = Enrolment.objects.filter(person=person, session=OuterRef("session"))
    here = Q(status__in=ON_THE_REGISTER) & (Q(exited_at=None) | Q(exited_at__date__gte=OuterRef("date")))
    marks = Attendance.objects.filter(half_day=OuterRef("pk"), enrolment__person=person)
    signed = Signature.objects.standing().filter(half_day=OuterRef("pk"), enrolment__person=person)
    near = HalfDay.objects.held().filter(
        Exists(mine.filter(here, confirmed_at__date__lte=OuterRef("date")))
        | Exists(marks.filter(absence_code=None)),
        ~Exists(marks.exclude(absence_code=None)),
        ~Exists(signed),
        session__signing=Signing.SCREEN,
        closed_at=None,
        date__range=(since, timezone.localdate(now)),
    )
    found = near.select_related("session", "room").order_by("date", "start_time", "pk")
    return [one for one in found if attendance.opens_at(one) <= now <= closes_at(one)]
