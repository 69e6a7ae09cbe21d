"""The moves of an enrolment as data: from where, by whom; and the one function that writes a move down."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.domain import messages
from accounts.enums import Role
from accounts.models import User
from accounts.rules import YES, Verdict
from training.domain import welcome
from training.domain.overlaps import naming_the_overlap
from training.domain.patience import politely
from training.domain.telling import tell_prescribers
from training.enums import UNDECIDED, EnrolmentStatus
from training.exceptions import Refusal
from training.models import Enrolment, EnrolmentEvent, Session
from training.signals import enrolment_changed, seat_freed

S = EnrolmentStatus

# verb → the states it starts from. A move that is not here does not exist.
ALLOWED_FROM: dict[str, tuple[str, ...]] = {
    "submit": (S.DRAFT,),
    "invite": (S.SUBMITTED,),
    "ask_more": UNDECIDED,
    "answer": UNDECIDED,
    "accept": (S.SUBMITTED, S.INTERVIEW),
    "waive": (S.SUBMITTED, S.INTERVIEW, S.WAITLISTED),
    "refuse": (S.SUBMITTED, S.INTERVIEW, S.WAITLISTED),
    "offer": (S.WAITLISTED,),
    "accept_offer": (S.OFFERED,),
    "decline_offer": (S.OFFERED,),
    "expire_offer": (S.OFFERED,),
    "confirm": (S.WAITLISTED, S.OFFERED),
    "withdraw": (S.DRAFT, S.SUBMITTED, S.INTERVIEW, S.WAITLISTED, S.OFFERED, S.CONFIRMED),
    "note_call": (S.SUBMITTED, S.INTERVIEW, S.WAITLISTED, S.OFFERED),  # with a place, papers are posted
    "transfer": (S.SUBMITTED, S.INTERVIEW, S.WAITLISTED, S.OFFERED, S.CONFIRMED, S.ENTERED),
    "mark_no_show": (S.CONFIRMED,),
    "enter": (S.CONFIRMED,),
    "complete": (S.ENTERED,),
    "exit_early": (S.ENTERED,),
}

# What belongs to some states goes when they are left (to its empty value), so the constraints hold.
ONLY_WHILE: dict[str, tuple[tuple[str, ...], object]] = {
    "offered_until": ((S.OFFERED,), None),
    "inquiry": (UNDECIDED, ""),
}


def holder_or_office(user: User, enrolment: Enrolment) -> Verdict:
    if user.runs_the_office or enrolment.person.user_id == user.pk:
        return YES
    return Verdict(False, _("Only the person or the coordination can do this."))


def leaver_or_office(user: User, enrolment: Enrolment) -> Verdict:
    """A place is given back on line up to the session's last day for it; then people talk."""
    too_late = timezone.localdate() > enrolment.session.last_day_to_withdraw
    if too_late and enrolment.status == S.CONFIRMED and not user.runs_the_office:
        return Verdict(False, _("It is too late to withdraw on line. Call us: we do it with you."))
    return holder_or_office(user, enrolment)


def office(user: User, enrolment: Enrolment) -> Verdict:
    if user.runs_the_office:
        return YES
    return Verdict(False, _("Only the coordination can do this."))


def trainer_or_office(user: User, enrolment: Enrolment) -> Verdict:
    if user.runs_the_office or (user.has_role(Role.TRAINER) and _teaches(user, enrolment.session_id)):
        return YES
    return Verdict(False, _("Only a trainer of this session or the coordination can do this."))


def _teaches(user: User, session_id: int) -> bool:
    """A trainer of the session, or a substitute who takes one of its registers."""
    taught = Session.objects.taught_by(user).filter(pk=session_id)
    return taught.exists() or user.half_days.filter(session=session_id).exists()


# verb → who may. The system itself (by=None: sweeper, import, demo) may everything.
WHO: dict[str, Callable[[User, Enrolment], Verdict]] = {
    "submit": holder_or_office,
    "invite": office,
    "ask_more": office,
    "answer": holder_or_office,
    "accept": office,
    "waive": office,
    "refuse": office,
    "offer": office,
    "accept_offer": holder_or_office,
    "decline_offer": holder_or_office,
    "expire_offer": office,
    "confirm": office,
    "withdraw": leaver_or_office,
    "note_call": office,
    "transfer": office,
    "mark_no_show": trainer_or_office,
    "enter": trainer_or_office,
    "complete": trainer_or_office,
    "exit_early": trainer_or_office,
}


def may(verb: str, *, enrolment: Enrolment, by: User | None) -> Verdict:
    """Whether `verb` can be done now, and why not: for the button, the view and the verb itself."""
    if by is not None and not (verdict := WHO[verb](by, enrolment)):
        return verdict
    if enrolment.status not in ALLOWED_FROM[verb]:
        status = enrolment.get_status_display()
        return Verdict(
            False, _("This enrolment is “%(status)s”: this is no longer possible.") % {"status": status}
        )
    return YES


def insist_on(verb: str, *, enrolment: Enrolment, by: User | None) -> None:
    """Raises the refusal of `may`. The code tells a stranger from a wrong moment."""
    if by is not None and not (verdict := WHO[verb](by, enrolment)):
        raise Refusal(verdict.reason, code="not_allowed")
    if not (verdict := may(verb, enrolment=enrolment, by=None)):
        raise Refusal(verdict.reason, code="wrong_state")


def fresh(enrolment_id: int, *, session: Session | None = None) -> Enrolment:
    """The row as it stands now, ours until the transaction ends. After the session's lock, never before.

    `session` is the one that was locked, where the caller has it: it is not fetched a second time.
    """
    rows = Enrolment.objects.select_for_update(of=("self",), no_key=True)
    related = ["person__user"] if session else ["person__user", "session"]
    with politely():
        enrolment = rows.select_related(*related).get(pk=enrolment_id)
    if session:
        enrolment.session = session
    return enrolment


def move(
    enrolment: Enrolment,
    *,
    to: str,
    by: User | None,
    reason: str = "",
    note: str = "",
    letter: str = "",
    **fields: object,
) -> Enrolment:
    """Writes the new state, one line of the diary and the letter to the person; tells the house after commit.

    Takes a fresh, locked row whose move was checked; the caller's transaction makes all of it one. Refuses a
    place whose lessons overlap with those of another place of this person: the database holds it. A place
    comes with the welcome papers, before it is written.
    """
    if to == S.CONFIRMED:
        welcome.deliver(enrolment)
    from_status, enrolment.status = enrolment.status, to
    gone = {name: empty for name, (statuses, empty) in ONLY_WHILE.items() if to not in statuses}
    changes = gone | fields
    for name, value in changes.items():
        setattr(enrolment, name, value)
    with naming_the_overlap(enrolment):
        enrolment.save(update_fields=["status", *changes])
    event = EnrolmentEvent.objects.create(
        enrolment=enrolment,
        at=timezone.now(),
        from_status=from_status,
        to_status=to,
        by=by,
        reason=reason,
        note=note,
    )
    if letter:
        write_to(enrolment, letter, event)
    tell_prescribers(event)
    announce(enrolment, from_status)
    return enrolment


def remark(enrolment: Enrolment, reason: str, *, by: User | None = None, note: str = "") -> EnrolmentEvent:
    """A line of the diary without a move: the person was passed over, and why."""
    status = enrolment.status
    facts = {"at": timezone.now(), "from_status": status, "to_status": status, "by": by, "reason": reason}
    return EnrolmentEvent.objects.create(enrolment=enrolment, note=note, **facts)


def said_already(enrolment: Enrolment, reason: str, note: str) -> bool:
    """Whether the diary's last line of this kind says the same: a button was pressed twice."""
    last = enrolment.events.filter(reason=reason).order_by("at", "pk").last()
    return last is not None and last.note == note


def write_to(enrolment: Enrolment, letter: str, event: EnrolmentEvent) -> None:
    """One letter an event. Somebody without an account is told by telephone: the office's list shows it."""
    if enrolment.person.user is None:
        return
    messages.queue(
        recipient=enrolment.person.user,
        template=f"training/emails/{letter}",
        ids={"enrolment": enrolment.pk, "event": event.pk},
        dedupe_key=f"enrolment-event-{event.pk}",
    )


def announce(enrolment: Enrolment, from_status: str) -> None:
    news = {
        "enrolment_id": enrolment.pk,
        "user_id": enrolment.person.user_id,
        "from_status": str(from_status),
        "to_status": str(enrolment.status),
    }
    transaction.on_commit(lambda: enrolment_changed.send_robust(Enrolment, **news))


def announce_free_chair(session_id: int) -> None:
    transaction.on_commit(lambda: seat_freed.send_robust(Session, session_id=session_id))
