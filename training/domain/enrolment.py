"""What can happen to an enrolment, from the first form to the end of the course. One verb, one function.

Every verb takes the enrolment and who does it (`by`; None is the system), returns the fresh enrolment or
raises a Refusal with nothing written. A verb that takes or frees a chair locks the session first
(`seats.lock`); the others lock only the row of the enrolment.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Person, User
from training.domain import seats, words
from training.domain.eligibility import eligible, insist_on_eligible
from training.domain.moves import (
    ALLOWED_FROM,
    announce_free_chair,
    fresh,
    insist_on,
    may,
    move,
    remark,
    said_already,
    write_to,
)
from training.domain.requests import insist_on_complete, insist_on_open
from training.domain.violations import refused_by
from training.enums import (
    SEATED,
    EnrolmentStatus,
    EventReason,
    ExitReason,
    Inquiry,
    OpenRequestEnd,
    RefusalReason,
)
from training.exceptions import Refusal
from training.models import Enrolment, EnrolmentEvent, OpenRequest, Session

__all__ = [
    "ALLOWED_FROM",
    "accept",
    "accept_offer",
    "answer",
    "ask_more",
    "begin",
    "complete",
    "confirm",
    "decline_offer",
    "enter",
    "exit_early",
    "expire_offer",
    "invite",
    "mark_no_show",
    "may",
    "offer",
    "refuse",
    "submit",
    "waive",
    "withdraw",
]

S = EnrolmentStatus


# Asking


@transaction.atomic
def begin(*, session: Session, person: Person, by: User | None) -> Enrolment:
    """The draft of this person for this session; idempotent. Refuses who is enrolled already."""
    if by is not None and not by.runs_the_office and person.user_id != by.pk:
        raise Refusal(_("Only the person or the coordination can do this."), code="not_allowed")
    if known := session.enrolments.active().filter(person=person).first():
        return _draft_again(known)
    insist_on_open(session)
    with refused_by(Enrolment):
        draft = Enrolment.objects.create(session=session, person=person)
    EnrolmentEvent.objects.create(enrolment=draft, at=timezone.now(), to_status=S.DRAFT, by=by)
    return draft


def _draft_again(known: Enrolment) -> Enrolment:
    if known.status != S.DRAFT:
        raise Refusal(_("You are already enrolled in this session."), code="enrolment_once")
    return known


@transaction.atomic
def submit(*, enrolment: Enrolment, by: User | None) -> Enrolment:
    """Sends the request: a chair at once, the waiting list, or a decision by the office if one is needed.

    One is needed where the session says so, and for who lacks a condition of the session.
    """
    session = seats.lock(enrolment.session_id)
    enrolment = fresh(enrolment.pk, session=session)
    insist_on("submit", enrolment=enrolment, by=by)
    insist_on_open(session)
    insist_on_complete(enrolment)
    # Never seen by themselves: the form was filled in for the person, who was shown the notice.
    facts: dict[str, object] = {"privacy_seen_at": enrolment.privacy_seen_at or timezone.now()}
    lacks = not eligible(enrolment.person, session)
    if session.needs_decision or lacks:
        facts |= seats.arrival(enrolment, session) | {"reason": EventReason.CONDITIONS if lacks else ""}
        return move(enrolment, to=S.SUBMITTED, by=by, letter="received", **facts)
    return seats.give(enrolment, session=session, by=by, letter="confirmed", **facts)


# Deciding


@transaction.atomic
def invite(*, enrolment: Enrolment, by: User | None, note: str = "") -> Enrolment:
    """To an interview; `note` says when and where, and is in the letter."""
    enrolment = _row(enrolment, "invite", by)
    return move(enrolment, to=S.INTERVIEW, by=by, note=note, letter="interview")


@transaction.atomic
def ask_more(*, enrolment: Enrolment, by: User | None, note: str) -> Enrolment:
    """Before the decision: `note` says what is missing. The person has a letter and answers on their page.

    The same question while it is open is asked once.
    """
    return _inquire(_row(enrolment, "ask_more", by), Inquiry.ASKED, by=by, note=note)


@transaction.atomic
def answer(*, enrolment: Enrolment, by: User | None, note: str) -> Enrolment:
    """The person (or the office, on the telephone) answers: the request is back with the coordination."""
    enrolment = _row(enrolment, "answer", by)
    if enrolment.inquiry != Inquiry.ASKED:
        raise Refusal(_("No question is open at this moment."), code="not_asked")
    return _inquire(enrolment, Inquiry.ANSWERED, by=by, note=note)


def _inquire(enrolment: Enrolment, inquiry: Inquiry, *, by: User | None, note: str) -> Enrolment:
    if not note.strip():
        raise Refusal(_("Write a sentence."), code="note")
    asked = inquiry == Inquiry.ASKED
    reason = EventReason.MORE_ASKED if asked else EventReason.MORE_GIVEN
    if enrolment.inquiry == inquiry and said_already(enrolment, reason, note.strip()):
        return enrolment
    enrolment.inquiry = inquiry
    enrolment.save(update_fields=["inquiry"])
    event = remark(enrolment, reason, by=by, note=note.strip())
    if asked:
        write_to(enrolment, "ask_more", event)
    return enrolment


@transaction.atomic
def accept(*, enrolment: Enrolment, by: User | None) -> Enrolment:
    """The office says yes: a chair, or the waiting list in order of arrival. Not who lacks a condition, and
    not into a session that was cancelled.
    """
    session = seats.lock(enrolment.session_id)
    enrolment = _row(enrolment, "accept", by)
    _insist_on_alive(session)
    insist_on_eligible(enrolment.person, session)
    return seats.give(enrolment, session=session, by=by, letter="accepted")


@transaction.atomic
def waive(*, enrolment: Enrolment, by: User | None, reason: str) -> Enrolment:
    """The office sets the conditions of the session aside for this person; the diary keeps who and why.

    From then on they may have a chair like anybody else: who waits gets one in their turn. Idempotent;
    another reason is one more line.
    """
    if not reason.strip():
        raise Refusal(_("Say why: the diary keeps it."), code="reason")
    seats.lock(enrolment.session_id)
    enrolment = _row(enrolment, "waive", by)
    if enrolment.waived_at and said_already(enrolment, EventReason.WAIVED, reason.strip()):
        return enrolment
    enrolment.waived_at = timezone.now()
    enrolment.save(update_fields=["waived_at"])
    remark(enrolment, EventReason.WAIVED, by=by, note=reason.strip())
    announce_free_chair(enrolment.session_id)
    return enrolment


@transaction.atomic
def refuse(*, enrolment: Enrolment, by: User | None, reason: str, note: str = "") -> Enrolment:
    """The office says no, with a reason of the list: the person gets it in words."""
    reason = _reason(reason, RefusalReason)
    enrolment = _row(enrolment, "refuse", by)
    facts = {"refused_at": timezone.now(), "refusal_reason": reason}
    return move(enrolment, to=S.REFUSED, by=by, reason=reason, note=note, letter="refused", **facts)


# Chairs


@transaction.atomic
def offer(*, enrolment: Enrolment, by: User | None) -> Enrolment:
    """Offers a free chair to this person of the waiting list, out of turn: the office answers for it."""
    session = seats.lock(enrolment.session_id)
    enrolment = _row(enrolment, "offer", by)
    if not seats.can_offer(session):
        raise Refusal(_("There is no free place to offer, or enrolment is closed."), code="full")
    party = next(one for one in seats.line(session) if enrolment in one.people)
    if party.size > seats.left(session):
        raise Refusal(_("These two come together, and there is one free place."), code="pair")
    for person in party.persons:
        insist_on_eligible(person, session)
    seats.note_overtaken(enrolment, session)
    held = [seats.hold_for(fresh(one.pk), session=session, by=by) for one in party.people]
    return next(one for one in held if one.pk == enrolment.pk)


@transaction.atomic
def accept_offer(*, enrolment: Enrolment, by: User | None) -> Enrolment:
    """The person takes the place that was kept for them. Not after the deadline."""
    seats.lock(enrolment.session_id)
    enrolment = _row(enrolment, "accept_offer", by)
    if enrolment.offered_until < timezone.now():
        raise Refusal(_("The time to answer is over: the place goes to the next person."), code="expired")
    return seats.seat(enrolment, by=by, letter="confirmed")


def decline_offer(*, enrolment: Enrolment, by: User | None) -> Enrolment:
    """The person leaves the place to the next one and the list with it."""
    facts = {"reason": EventReason.OFFER_DECLINED, "letter": "withdrawn"}
    return _give_up(enrolment, verb="decline_offer", by=by, **facts)


@transaction.atomic
def expire_offer(*, enrolment: Enrolment, by: User | None) -> Enrolment:
    """Passes an unanswered place on. Refuses while there is still time to answer."""
    seats.lock(enrolment.session_id)
    enrolment = _row(enrolment, "expire_offer", by)
    if enrolment.offered_until >= timezone.now():
        raise Refusal(_("There is still time to answer."), code="not_expired")
    facts = {"reason": EventReason.OFFER_EXPIRED, "letter": "expired"}
    return _give_up(enrolment, verb="expire_offer", by=by, **facts)


@transaction.atomic
def confirm(*, enrolment: Enrolment, by: User | None) -> Enrolment:
    """The office confirms for the person, who answered by telephone; from the list only onto a free chair."""
    session = seats.lock(enrolment.session_id)
    enrolment = _row(enrolment, "confirm", by)
    _insist_on_alive(session)
    if enrolment.status not in SEATED:
        if seats.left(session) == 0:
            raise Refusal(_("There is no free place in this session."), code="full")
        insist_on_eligible(enrolment.person, session)
        seats.note_overtaken(enrolment, session)
    return seats.seat(enrolment, by=by, letter="confirmed")


def withdraw(*, enrolment: Enrolment, by: User | None, note: str = "") -> Enrolment:
    """The person gives up; a chair that comes free goes to the next who waits."""
    return _give_up(enrolment, verb="withdraw", by=by, note=note, letter="withdrawn")


# Following the course


@transaction.atomic
def enter(*, enrolment: Enrolment, by: User | None) -> Enrolment:
    """The person came: they are in training. Not before the first day."""
    enrolment = _row(enrolment, "enter", by)
    _insist_on_begun(enrolment.session)
    return move(enrolment, to=S.ENTERED, by=by, entered_at=timezone.now())


@transaction.atomic
def complete(*, enrolment: Enrolment, by: User | None) -> Enrolment:
    """The person followed the course to its end. Whether a certificate is due is asked elsewhere."""
    enrolment = _row(enrolment, "complete", by)
    return move(enrolment, to=S.COMPLETED, by=by, completed_at=timezone.now())


@transaction.atomic
def exit_early(*, enrolment: Enrolment, by: User | None, reason: str, note: str = "") -> Enrolment:
    """The person leaves before the end, for a reason of the list. The hours followed stay."""
    reason = _reason(reason, ExitReason)
    session = seats.lock(enrolment.session_id)
    enrolment = _row(enrolment, "exit_early", by)
    facts = {"exited_at": timezone.now(), "exit_reason": reason}
    move(enrolment, to=S.EXITED, by=by, reason=reason, note=note, **facts)
    return _freed(enrolment, session)


@transaction.atomic
def mark_no_show(*, enrolment: Enrolment, by: User | None) -> Enrolment:
    """The person never came, the course having begun."""
    session = seats.lock(enrolment.session_id)
    enrolment = _row(enrolment, "mark_no_show", by)
    _insist_on_begun(session)
    return _freed(move(enrolment, to=S.NO_SHOW, by=by), session)


# Shared


def _row(enrolment: Enrolment, verb: str, by: User | None) -> Enrolment:
    enrolment = fresh(enrolment.pk)
    insist_on(verb, enrolment=enrolment, by=by)
    return enrolment


@transaction.atomic
def _give_up(
    enrolment: Enrolment, *, verb: str, by: User | None, letter: str, reason: str = "", note: str = ""
) -> Enrolment:
    session = seats.lock(enrolment.session_id)
    enrolment = _row(enrolment, verb, by)
    had_chair = enrolment.status in SEATED
    if enrolment.status == S.DRAFT:
        letter = ""  # nothing was sent, so there is nothing to confirm
    facts = {"reason": reason, "note": note, "letter": letter, "withdrawn_at": timezone.now()}
    move(enrolment, to=S.WITHDRAWN, by=by, **facts)
    if enrolment.open_request and reason:
        _note_on_request(enrolment.open_request, EventReason(reason), session)
    return _freed(enrolment, session) if had_chair else enrolment


def _note_on_request(request: OpenRequest, reason: EventReason, session: Session) -> None:
    """Who declines goes on waiting for any other session; who does not answer is no longer waiting."""
    seats.note_request(request, reason, session)
    if reason == EventReason.OFFER_EXPIRED:
        closed = {"closed_at": timezone.now(), "ended_by": OpenRequestEnd.NO_ANSWER}
        OpenRequest.objects.open().filter(pk=request.pk).update(**closed)


def _freed(enrolment: Enrolment, session: Session) -> Enrolment:
    seats.offer_next(session_id=session.pk)
    announce_free_chair(session.pk)
    return enrolment


def _reason(reason: str, reasons: type[RefusalReason] | type[ExitReason]) -> str:
    if reason not in reasons.values:
        raise Refusal(_("Choose a reason."), code="reason")
    return str(reason)


def _insist_on_alive(session: Session) -> None:
    if session.cancelled_at:
        raise Refusal(_("The session was cancelled."), code="cancelled")


def _insist_on_begun(session: Session) -> None:
    if timezone.localdate() < session.first_day:
        facts = {"day": words.day(session.first_day)}
        raise Refusal(_("The course has not begun: its first day is %(day)s.") % facts, code="not_begun")
