"""Proofs of absence: given, accepted or refused, deleted in time (decision 0102).

A proof has a kind, a first and a last day, and a file. What somebody is ill with is neither read nor stored:
a paper that says it is refused, and its file goes at once. Nobody but the person and the office opens one.
"""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.domain import messages
from accounts.models import User
from accounts.rules import YES, Verdict
from documents.models import archive
from training.domain import amending, attendance, received
from training.domain.moves import holder_or_office, office
from training.domain.permissions import insist
from training.domain.standing import CORRECTIONS
from training.domain.violations import refused_by
from training.enums import FOLLOWED, EnrolmentStatus, ProofRefusal, ProofState, ScanState
from training.exceptions import Refusal
from training.models import AbsenceCode, AbsenceProof, Amendment, Attendance, Enrolment, WaivedProof
from training.signals import proof_added

FOLDER = "proofs"
REFUSED = "training/emails/proof_refused"
UNJUSTIFIED = "training/emails/absence_unjustified"
MAY_GIVE = (EnrolmentStatus.CONFIRMED, *FOLLOWED)


def codes() -> QuerySet[AbsenceCode]:
    """The kinds of absence that are proved."""
    return AbsenceCode.objects.filter(proof_required=True, retired=False)


def can_give(user: User | None, enrolment: Enrolment) -> Verdict:
    if user is not None and not (verdict := holder_or_office(user, enrolment)):
        return verdict
    if enrolment.status not in MAY_GIVE:
        return Verdict(False, _("Proofs are given by people who follow the course."))
    return YES


# Giving


@transaction.atomic
def give(
    *,
    enrolment: Enrolment,
    absence_code: AbsenceCode,
    first_day: date,
    last_day: date,
    content: bytes,
    by: User | None,
) -> AbsenceProof:
    """Keeps a proof for the office to look at. Served once the scanner found it clean.

    Refuses who may not, days without a lesson, a kind that is not proved, a file of the wrong type or size.
    """
    insist(can_give(by, enrolment))
    if not absence_code.proof_required:
        raise Refusal(_("Choose a kind of the list."), code="kind")
    if last_day < first_day:
        raise Refusal(_("The last day comes after the first."), code="last_day")
    if not enrolment.session.half_days.held().filter(date__range=(first_day, last_day)).exists():
        raise Refusal(_("No lesson lies in these days. Look at the timetable."), code="first_day")
    stored = received.store(content, folder=FOLDER)
    facts = {"absence_code": absence_code, "first_day": first_day, "last_day": last_day}
    with refused_by(AbsenceProof):
        proof = AbsenceProof.objects.create(enrolment=enrolment, added_by=by, **facts, **stored)
    if proof.scan == ScanState.WAITING:
        transaction.on_commit(lambda: proof_added.send_robust(AbsenceProof, proof_id=proof.pk))
    return proof


@transaction.atomic
def take_back(*, proof: AbsenceProof, by: User | None) -> None:
    """The wrong file: the row and the bytes go, as long as nobody has decided."""
    if by is not None:
        insist(holder_or_office(by, proof.enrolment))
    proof = _fresh(proof)
    if proof.state != ProofState.WAITING:
        raise Refusal(_("The coordination has decided already."), code="decided")
    proof.delete()


# Deciding


@transaction.atomic
def accept(*, proof: AbsenceProof, by: User | None) -> AbsenceProof:
    """Idempotent. Locks the row."""
    return _decide(proof, ProofState.ACCEPTED, by=by)


@transaction.atomic
def refuse(*, proof: AbsenceProof, by: User | None, reason: str) -> AbsenceProof:
    """The person has a letter with the reason; the file is deleted after commit. Idempotent."""
    if reason not in ProofRefusal.values:
        raise Refusal(_("Choose a reason of the list."), code="reason")
    name = proof.file.name
    proof = _decide(proof, ProofState.REFUSED, by=by, refusal=reason, file="")
    if name:
        transaction.on_commit(lambda: archive().delete(name))
    if reader := proof.enrolment.person.user:
        ids, key = {"proof": proof.pk}, f"proof-refused-{proof.pk}"
        messages.queue(recipient=reader, template=REFUSED, ids=ids, dedupe_key=key)
    return proof


def _decide(proof: AbsenceProof, state: str, *, by: User | None, **fields: object) -> AbsenceProof:
    if by is not None:
        insist(office(by, proof.enrolment))
    proof = _fresh(proof)
    if proof.state == state:
        return proof
    if proof.state != ProofState.WAITING:
        raise Refusal(_("This proof was decided on already."), code="decided")
    changes = {"state": state, "decided_at": timezone.now(), "decided_by": by, **fields}
    for name, value in changes.items():
        setattr(proof, name, value)
    with refused_by(AbsenceProof):
        proof.save(update_fields=list(changes))
    return proof


def _fresh(proof: AbsenceProof) -> AbsenceProof:
    rows = AbsenceProof.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("enrolment__person__user").get(pk=proof.pk)


def marks_within(proof: AbsenceProof) -> QuerySet[Attendance]:
    """What the closed registers of these days say of the person."""
    marks = Attendance.objects.filter(enrolment=proof.enrolment_id, half_day__closed_at__isnull=False)
    marks = marks.filter(half_day__date__range=(proof.first_day, proof.last_day))
    marks = marks.select_related("half_day", "absence_code").prefetch_related(CORRECTIONS)
    return marks.order_by("half_day__date", "half_day__start_time")


# What is missing


def missing() -> QuerySet[Attendance]:
    """Absences of closed registers whose proof nobody has given, or whose proof was refused; oldest first.

    Not those of which the office said that it asks no longer.
    """
    given = AbsenceProof.objects.counting().filter(
        enrolment=OuterRef("enrolment"),
        first_day__lte=OuterRef("half_day__date"),
        last_day__gte=OuterRef("half_day__date"),
    )
    proved = AbsenceCode.objects.filter(proof_required=True).values("pk")
    rows = Attendance.objects.standing().filter(stands_code__in=proved, half_day__closed_at__isnull=False)
    rows = rows.filter(~Exists(given), waived_proof=None)
    rows = rows.select_related("half_day", "absence_code").prefetch_related(CORRECTIONS)
    return rows.order_by("half_day__date", "half_day__start_time", "pk")


def due(enrolment: Enrolment) -> list[Attendance]:
    """The absences for which the person still owes a proof."""
    return list(missing().filter(enrolment=enrolment))


def due_on(mark: Attendance) -> date:
    """The last day to give it: so many days after the register was closed (PROOFS_WITHIN_DAYS)."""
    return timezone.localdate(mark.half_day.closed_at) + timedelta(days=settings.PROOFS_WITHIN_DAYS)


def overdue(*, at: datetime | None = None) -> QuerySet[Attendance]:
    """Those whose time is over: the office is asked whether the absence becomes unjustified."""
    limit = timezone.localdate(at) - timedelta(days=settings.PROOFS_WITHIN_DAYS)
    return missing().filter(half_day__closed_at__date__lt=limit)


@transaction.atomic
def waive(*, mark: Attendance, by: User | None) -> WaivedProof:
    """The absence stays justified without a proof, and nobody asks again. Idempotent."""
    if by is not None:
        insist(office(by, mark.enrolment))
    return WaivedProof.objects.get_or_create(mark=mark, defaults={"at": timezone.now(), "by": by})[0]


@transaction.atomic
def count_as_unjustified(*, mark: Attendance, by: User) -> Amendment:
    """The closed register is corrected: no proof came in time. The person has a letter.

    Locks the enrolment, then what `amending.amend` locks. Refuses (by code): `not_allowed`, `not_overdue`
    (a proof came, it was decided already, or there is still time), `no_code` (no code in use says it).
    """
    insist(office(by, mark.enrolment))
    Enrolment.objects.select_for_update(of=("self",), no_key=True).get(pk=mark.enrolment_id)
    if not overdue().filter(pk=mark.pk).exists():
        sentence = _("A proof came in the meantime, or this was decided already. Look again.")
        raise Refusal(sentence, code="not_overdue")
    facts = {"half_day": mark.half_day, "enrolment": mark.enrolment, "by": by}
    reason = _("No proof was given in time.")
    amendment = amending.amend(**facts, reason=reason, absence_code=attendance.unjustified())
    if reader := mark.enrolment.person.user:
        ids, key = {"amendment": amendment.pk}, f"absence-unjustified-{amendment.pk}"
        messages.queue(recipient=reader, template=UNJUSTIFIED, ids=ids, dedupe_key=key)
    return amendment


# Keeping, and no longer


def over_their_time(*, at: datetime | None = None) -> QuerySet[AbsenceProof]:
    """Whose file goes: so many days after the session's last day (PROOFS_KEPT_DAYS)."""
    limit = timezone.localdate(at) - timedelta(days=settings.PROOFS_KEPT_DAYS)
    rows = AbsenceProof.objects.filter(enrolment__session__last_day__lt=limit)
    return rows.exclude(file="").order_by("pk")


def forget() -> int:
    """Deletes the files; kind, days and decision stay with the register. Returns how many. Idempotent.

    The row first, then the bytes: what is killed in between is a stray, which `received.forget_strays` finds.
    """
    due_files = list(over_their_time().values_list("pk", "file"))
    for pk, name in due_files:
        AbsenceProof.objects.filter(pk=pk).update(file="")
        archive().delete(name)
    return len(due_files)


def forget_strays(*, at: datetime | None = None) -> int:
    """Deletes bytes of yesterday that no row knows. Returns how many."""
    return received.forget_strays(AbsenceProof, FOLDER, at=at)


# Scanning


def scan(proof_id: int) -> None:
    """Idempotent; see `received.scan`."""
    received.scan(AbsenceProof, proof_id)


def scan_waiting() -> None:
    received.scan_waiting(AbsenceProof)
