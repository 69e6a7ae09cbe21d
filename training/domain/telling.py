"""Everybody concerned hears of a change of the timetable: written in its transaction, sent after commit."""

from accounts.domain import messages
from accounts.models import User
from training.domain.queries.told import (
    HAVE_A_CHAIR,
    HOPE_FOR_IT,
    coordinators,
    readers_of,
    who_hears_of,
    who_is_told,
)
from training.enums import ChangeKind, EnrolmentStatus, EventReason
from training.models import EnrolmentEvent, HalfDay, Session, SessionEvent, TimetableChange

TIMETABLE = "training/emails/timetable"
TRAINER_TIMETABLE = "training/emails/trainer_timetable"
SESSION_CANCELLED = "training/emails/session_cancelled"
TRAINER_CANCELLED = "training/emails/trainer_cancelled"
PRESCRIBER_CANCELLED = "training/emails/prescriber_cancelled"


def tell_change(
    half_day: HalfDay, kind: ChangeKind, *, by: User | None, before: HalfDay | None = None
) -> TimetableChange:
    """Writes the change into the diary and one letter to each person, with what changed just before it.

    `before`: the half-day as it stood. What lies in the past is noted and told to nobody.
    """
    change = TimetableChange.objects.create(half_day=half_day, kind=kind, by=by, **_was(before))
    told = who_hears_of(half_day, before=before)
    for enrolment in told.learners:
        _gather(enrolment.person.user, TIMETABLE, {"enrolment": enrolment.pk}, change)
    for trainer in told.trainers:
        ids = {"session": half_day.session_id, "reader": trainer.pk}
        _gather(trainer, TRAINER_TIMETABLE, ids, change)
    return change


def _was(before: HalfDay | None) -> dict:
    fields = ("date", "start_time", "end_time", "room", "trainer")
    return {f"was_{field}": getattr(before, field) for field in fields} if before else {}


def _gather(recipient: User, letter: str, ids: dict, change: TimetableChange) -> None:
    messages.gather(
        recipient=recipient,
        template=letter,
        ids=ids,
        item=change.pk,
        dedupe_key=f"timetable-{change.pk}-{recipient.pk}",
    )


def tell_cancelled(session: Session) -> None:
    """That a session does not take place: its people, those who hoped for it, its trainers, prescribers.

    Idempotent. The reason is in the session itself.
    """
    told = who_is_told(session)
    for enrolment in told.learners:
        _queue(enrolment.person.user, SESSION_CANCELLED, {"enrolment": enrolment.pk}, session)
    for trainer in told.trainers:
        _queue(trainer, TRAINER_CANCELLED, {"session": session.pk}, session)
    for organisation in told.prescribers:
        ids = {"session": session.pk, "organisation": organisation.pk}
        for reader in readers_of(organisation):
            _queue(reader, PRESCRIBER_CANCELLED, ids, session)


def _queue(recipient: User, letter: str, ids: dict, session: Session) -> None:
    messages.queue(
        recipient=recipient,
        template=letter,
        ids=ids,
        dedupe_key=f"{letter}-{session.pk}-{recipient.pk}",
    )


# What becomes of somebody who was referred

PRESCRIBER_ENTRY = "training/emails/prescriber_entry"
PRESCRIBER_EXIT = "training/emails/prescriber_exit"
PRESCRIBER_MOVED = "training/emails/prescriber_moved"
LETTERS_TO_PRESCRIBERS = {
    EnrolmentStatus.ENTERED: PRESCRIBER_ENTRY,
    EnrolmentStatus.COMPLETED: PRESCRIBER_EXIT,
    EnrolmentStatus.EXITED: PRESCRIBER_EXIT,
    EnrolmentStatus.NO_SHOW: PRESCRIBER_EXIT,
}


def tell_prescribers(event: EnrolmentEvent) -> None:
    """Who referred the person hears of entry, exit, and that it goes on elsewhere. Idempotent."""
    letter = LETTERS_TO_PRESCRIBERS.get(event.to_status)
    if letter == PRESCRIBER_ENTRY and event.reason == EventReason.CAME_OVER:
        letter = PRESCRIBER_MOVED
    organisation = event.enrolment.referred_by if letter else None
    for reader in readers_of(organisation) if organisation else ():
        messages.queue(
            recipient=reader,
            template=letter,
            ids={"event": event.pk, "organisation": organisation.pk},
            dedupe_key=f"prescriber-event-{event.pk}-{reader.pk}",
        )


# What is decided about a session

SESSION_CONFIRMED = "training/emails/session_confirmed"
SESSION_POSTPONED = "training/emails/session_postponed"
SESSION_ALERT = "training/emails/session_alert"


def tell_confirmed(event: SessionEvent) -> None:
    """People with a place and the trainers: it takes place."""
    _tell_of(event, SESSION_CONFIRMED, statuses=HAVE_A_CHAIR)


def tell_postponed(event: SessionEvent) -> None:
    """Those, and everybody who hopes for a place."""
    _tell_of(event, SESSION_POSTPONED, statuses=(*HAVE_A_CHAIR, *HOPE_FOR_IT))


def tell_alert(event: SessionEvent) -> None:
    """The coordinators: a group is too small and its day of decision has come."""
    for coordinator in coordinators():
        _of_event(coordinator, SESSION_ALERT, event)


def _tell_of(event: SessionEvent, letter: str, *, statuses: tuple[str, ...]) -> None:
    told = who_is_told(event.session)
    learners = [one.person.user for one in told.learners if one.status in statuses]
    for reader in dict.fromkeys([*learners, *told.trainers]):
        _of_event(reader, letter, event)


def _of_event(recipient: User, letter: str, event: SessionEvent) -> None:
    messages.queue(
        recipient=recipient,
        template=letter,
        ids={"event": event.pk, "reader": recipient.pk},
        dedupe_key=f"session-event-{event.pk}-{recipient.pk}",
    )
