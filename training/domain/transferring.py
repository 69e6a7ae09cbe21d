"""From one session to another: the person keeps their file, and both enrolments tell what happened."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from training.domain import seats
from training.domain.eligibility import eligible, insist_on_eligible
from training.domain.moves import announce_free_chair, fresh, insist_on, move, remark
from training.domain.timing import session_phase
from training.domain.violations import refused_by
from training.enums import SEATED, EnrolmentStatus, EventReason, Moment, SessionPhase
from training.exceptions import Refusal
from training.models import Assessment, Enrolment, EnrolmentEvent, Session

S = EnrolmentStatus
FILE = ("person", "referred_by", "availability", "motivation", "privacy_version", "privacy_seen_at")
REQUESTS = (S.SUBMITTED, S.INTERVIEW)
HAS_A_PLACE = (S.CONFIRMED, S.ENTERED)
TAKES_TRANSFERS = (
    SessionPhase.ANNOUNCED,
    SessionPhase.OPEN,
    SessionPhase.FULL,
    SessionPhase.CLOSED,
    SessionPhase.CONFIRMED,
    SessionPhase.RUNNING,
)


def levels_follow(old: Enrolment, new: Enrolment) -> None:
    """Copied, not moved: the first session keeps what was recorded there. The end is measured where it is."""
    for one in old.assessments.exclude(moment=Moment.EXIT):
        facts = {field.attname: getattr(one, field.attname) for field in one._meta.concrete_fields}
        Assessment.objects.create(**facts | {"id": None, "enrolment_id": new.pk})


def ticks_follow(old: Enrolment, new: Enrolment) -> None:
    """Copied with their days, the trainer's and the person's own: the first session keeps its record."""
    for one in [*old.ticks.all(), *old.external_certificates.all()]:
        facts = {field.attname: getattr(one, field.attname) for field in one._meta.concrete_fields}
        type(one).objects.create(**facts | {"id": None, "enrolment_id": new.pk})


# What goes along with the person, each in the same transaction. A module with papers of its own adds to it.
FOLLOWS: list[Callable[[Enrolment, Enrolment], None]] = [levels_follow, ticks_follow]


@transaction.atomic
def transfer(
    *,
    enrolment: Enrolment,
    to: Session,
    by: User | None,
    note: str = "",
    may_wait: bool = False,
    despite: str = "",
) -> Enrolment:
    """Takes a person to another session with their file; returns the new enrolment.

    A request stays a request. Who has a place gets one there, or a refusal with code "full" and nothing
    changed; with `may_wait` they come onto its waiting list instead. Who is in training stays in training
    and never waits; registers and hours stay where they were followed (decision 0092). Who waits comes at
    the end of the list there, or onto a chair when nobody waits. The chair left behind goes to the next who
    waits for it.
    Whoever lacks a condition of that session is refused with code "conditions", unless `despite` says why
    the office sets them aside; a request goes over in any case.
    Locks both sessions in the order of their ids.
    """
    sessions = seats.lock_all(enrolment.session_id, to.pk)
    old, target = fresh(enrolment.pk), sessions[to.pk]
    insist_on("transfer", enrolment=old, by=by)
    _insist_on_target(old, target)
    before = S(old.status)
    facts = {"transferred_at": timezone.now(), "reason": "", "note": note or target.code}
    move(old, to=S.TRANSFERRED, by=by, **facts)
    new = _copy_of(old, target)
    if before not in REQUESTS:
        _insist_on_conditions(new, target, by=by, despite=despite.strip())
    note = note or old.session.code
    _place(new, target, before=before, by=by, note=note, may_wait=may_wait and before != S.ENTERED)
    if before == S.ENTERED:
        facts = {"reason": EventReason.CAME_OVER, "note": note, "entered_at": old.entered_at}
        new = move(fresh(new.pk), to=S.ENTERED, by=by, **facts)
    for follow in FOLLOWS:
        follow(old, new)
    if before in SEATED:
        seats.offer_next(session_id=old.session_id)
        announce_free_chair(old.session_id)
    return new


def _insist_on_target(old: Enrolment, target: Session) -> None:
    if old.session_id == target.pk:
        raise Refusal(_("The person is in this session already."), code="same")
    if session_phase(target, seats_left=0) not in TAKES_TRANSFERS:
        raise Refusal(_("This session takes nobody: it is not published, cancelled or over."), code="closed")


def _insist_on_conditions(new: Enrolment, target: Session, *, by: User | None, despite: str) -> None:
    if verdict := eligible(new.person, target):
        return
    if not despite:
        raise Refusal(verdict.reason, code="conditions")
    new.waived_at = timezone.now()
    new.save(update_fields=["waived_at"])
    remark(new, EventReason.WAIVED, by=by, note=despite)
    insist_on_eligible(new.person, target)


def _copy_of(old: Enrolment, target: Session) -> Enrolment:
    with refused_by(Enrolment):
        file = {name: getattr(old, name) for name in FILE}
        return Enrolment.objects.create(session=target, transferred_from=old, **file)


def _place(
    new: Enrolment, target: Session, *, before: S, by: User | None, note: str, may_wait: bool
) -> Enrolment:
    facts = seats.arrival(new, target) | {
        "by": by,
        "reason": EventReason.CAME_OVER,
        "note": note,
        "letter": "transferred",
    }
    if before in REQUESTS:
        return move(new, to=before, **facts)
    if before in HAS_A_PLACE and seats.left(target) > 0:
        seats.note_overtaken(new, target)
        return seats.seat(new, **facts)
    if before not in HAS_A_PLACE and seats.free_for(new, target):
        return seats.seat(new, **facts)
    if before in HAS_A_PLACE and not may_wait:
        raise Refusal(_("There is no free place in this session."), code="full")
    return move(new, to=S.WAITLISTED, **facts)


def history(enrolment: Enrolment) -> list[EnrolmentEvent]:
    """The whole diary, oldest first, with what happened in the sessions the person came over from."""
    chain, step = [enrolment.pk], enrolment.transferred_from
    while step is not None:
        chain.append(step.pk)
        step = step.transferred_from
    return list(
        EnrolmentEvent.objects.filter(enrolment__in=chain)
        .select_related("by", "enrolment__session")
        .order_by("at", "pk")
    )
