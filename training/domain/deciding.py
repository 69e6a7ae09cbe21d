"""Go or no-go: what is decided about a session whose group is too small some days before its start.

Run, postpone, join to another session, cancel: each needs a reason, leaves a line in the session's diary and
tells everybody once. Locks: half-days by id, then sessions by id (`seats.lock`), then enrolments.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.db import transaction
from django.db.models import DateField, ExpressionWrapper, F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from training.domain import planning, seats, words
from training.domain.half_days import clear, naming_the_clash, reason_on
from training.domain.permissions import can_plan, insist
from training.domain.queries.again import closed_days, week_of
from training.domain.telling import tell_alert, tell_confirmed, tell_postponed
from training.domain.transferring import transfer
from training.enums import ACTIVE, SEATED, EnrolmentStatus, SessionEventKind
from training.exceptions import Refusal
from training.models import Enrolment, HalfDay, Session, SessionEvent

K = SessionEventKind
JOINED = tuple(one for one in ACTIVE if one not in (EnrolmentStatus.DRAFT, EnrolmentStatus.COMPLETED))


# Looking


def undecided(sessions: QuerySet[Session], day: date | None = None) -> QuerySet[Session]:
    """Published, to come, its day of decision reached, and nobody has decided to run it."""
    today = day or timezone.localdate()
    open_ones = sessions.published().alive().filter(confirmed_to_run_at=None, first_day__gt=today)
    first = ExpressionWrapper(F("first_day") - F("decision_days"), output_field=DateField())
    return open_ones.alias(decides_on_day=first).filter(decides_on_day__lte=today)


def too_small(sessions: QuerySet[Session], day: date | None = None) -> QuerySet[Session]:
    return seats.with_seats(undecided(sessions, day)).filter(seats_taken__lt=F("minimum_group"))


def big_enough(sessions: QuerySet[Session], day: date | None = None) -> QuerySet[Session]:
    return seats.with_seats(undecided(sessions, day)).filter(seats_taken__gte=F("minimum_group"))


def others_to_join(session: Session) -> QuerySet[Session]:
    """Sessions of the same course, to come, with a chair for everybody of this group."""
    needed = session.enrolments.seated().count()
    others = Session.objects.published().alive().upcoming().filter(course=session.course_id)
    return seats.with_seats(others.exclude(pk=session.pk)).filter(seats_left__gte=needed)


# Deciding


@transaction.atomic
def alert(*, session_id: int) -> bool:
    """Writes to the coordinators once that the group is too small; again only for a new first day."""
    session = seats.lock(session_id)
    if not too_small(Session.objects.filter(pk=session_id)).exists():
        return False
    last = session.events.filter(kind__in=[K.ALERTED, K.POSTPONED]).last()
    if last is not None and last.kind == K.ALERTED:
        return False
    tell_alert(_note(session, K.ALERTED, by=None))
    return True


def when_their_day_has_come() -> None:
    """What the sweeper does: confirms the groups that are large enough, warns of the others. Idempotent."""
    for session in list(big_enough(Session.objects.all())):
        confirm_to_run(session=session, by=None)
    for session in list(too_small(Session.objects.all())):
        alert(session_id=session.pk)


@transaction.atomic
def confirm_to_run(*, session: Session, by: User | None, reason: str = "") -> Session:
    """The session takes place: people with a place and the trainers are told once. Idempotent.

    With too few people only with a reason.
    """
    insist(can_plan(by))
    session = _undecided(session)
    if session.confirmed_to_run_at:
        return session
    if session.enrolments.seated().count() < session.minimum_group:
        _insist_on(reason)
    session.confirmed_to_run_at = timezone.now()
    session.save(update_fields=["confirmed_to_run_at"])
    tell_confirmed(_note(session, K.CONFIRMED, by=by, reason=reason))
    return session


@transaction.atomic
def postpone(*, session: Session, by: User | None, starts_on: date, reason: str) -> Session:
    """The same week from a later day: half-days keep their identity, so calendars move them.

    Around public holidays, closures, taken rooms and absences; the last days to enrol, for offers and to
    withdraw on line move along. Everybody is told and may withdraw. Refuses once the course has begun, and an
    earlier day.
    """
    insist(can_plan(by))
    _insist_on(reason)
    half_days = _lock_half_days(session)
    session = _undecided(session)
    found = dates_from(starts_on, session=session)
    before, delta = session.first_day, found.plan.first_day - session.first_day
    _replan(session, half_days, found)
    session.first_day, session.last_day = found.plan.first_day, found.plan.last_day
    session.enrolment_closes_on += delta
    for name in ("offers_until", "withdrawals_until"):
        if day := getattr(session, name):
            setattr(session, name, day + delta)
    session.confirmed_to_run_at = None
    session.save()
    tell_postponed(_note(session, K.POSTPONED, by=by, reason=reason, first_day_before=before))
    return session


def dates_from(starts_on: date, *, session: Session) -> planning.Draft:
    """The half-days that `postpone` would give and what it would leave out. Nothing is written."""
    if starts_on <= session.first_day:
        facts = {"day": words.day(session.first_day)}
        raise Refusal(_("Choose a day after %(day)s, the first day until now.") % facts, code="not_later")
    half_days = session.half_days.held().order_by("date", "start_time")
    return planning.draft(
        course=session.course,
        room=session.room,
        trainers=list(session.trainers.order_by("pk")),
        pattern=week_of(list(half_days)),
        starts_on=starts_on,
        school_holidays=closed_days(session),
        works_around=True,
        sets_aside=session,
    )


def _replan(session: Session, half_days: list[HalfDay], found: planning.Draft) -> None:
    """All are set aside first, so that one may take the place another leaves."""
    HalfDay.objects.filter(pk__in=[one.pk for one in half_days]).update(cancelled_at=timezone.now())
    planned = list(zip(found.plan.half_days, found.teachers, strict=True))
    spare = [
        HalfDay(session=session, room=session.room, modality=session.modality)
        for _number in planned[len(half_days) :]
    ]
    for row, (one, teacher) in zip([*half_days, *spare], planned, strict=False):
        row.date, row.part, row.start_time, row.end_time = one.date, one.part, one.start_time, one.end_time
        row.trainer, row.holiday_reason, row.cancelled_at = teacher, reason_on(one.date, ""), None
        row.sequence += 1 if row.pk else 0
        with naming_the_clash([row]):
            row.save()
    for row in half_days[len(planned) :]:
        clear(row)
    session.skipped_days.all().delete()
    planning.write_skipped(session, found.plan)


@transaction.atomic
def join(*, session: Session, into: Session, by: User | None, reason: str) -> Session:
    """Everybody goes over to `into` with their file and history; then this session is cancelled.

    All or nobody: refuses when there is not a chair for each who has one here. Returns `into`.
    """
    insist(can_plan(by))
    _insist_on(reason)
    _lock_half_days(session)
    sessions = seats.lock_all(session.pk, into.pk)
    session, into = sessions[session.pk], sessions[into.pk]
    _insist_on_undecided(session)
    _insist_on_chairs(session, into)
    note = _note(session, K.MERGED, by=by, reason=reason, other=into)
    for enrolment in _in_order(session):
        with _naming(enrolment):
            transfer(enrolment=enrolment, to=into, by=by, note=note.reason, despite=note.reason)
    session = planning.cancel(session=session, by=by, reason=reason)
    session.merged_into = into
    session.save(update_fields=["merged_into"])
    return seats.lock(into.pk)


@contextmanager
def _naming(enrolment: Enrolment) -> Iterator[None]:
    """What stops one of many says whom."""
    try:
        yield
    except Refusal as refusal:
        facts = {"person": enrolment.person.full_name, "sentence": refusal.sentence}
        raise Refusal(_("%(person)s: %(sentence)s") % facts, code=refusal.code) from refusal


def _insist_on_chairs(session: Session, into: Session) -> None:
    needed, free = session.enrolments.seated().count(), seats.left(into)
    if session.pk == into.pk or session.course_id != into.course_id:
        raise Refusal(_("Choose another session of the same course."), code="other")
    if needed > free:
        sentence = ngettext(
            "%(needed)d person has a place here; there are %(free)d free places there.",
            "%(needed)d people have a place here; there are %(free)d free places there.",
            needed,
        )
        raise Refusal(sentence % {"needed": needed, "free": free}, code="full")


def _in_order(session: Session) -> list:
    """Who has a place first, then who waits; each in order of arrival."""
    rows = session.enrolments.filter(status__in=JOINED).order_by("queue_position", "pk")
    return sorted(rows, key=lambda one: one.status not in SEATED)


@transaction.atomic
def cancel(*, session: Session, by: User | None, reason: str) -> Session:
    """`planning.cancel`, with a line in the diary. Everybody is told. Idempotent."""
    _lock_half_days(session)
    was = seats.lock(session.pk).cancelled_at
    session = planning.cancel(session=session, by=by, reason=reason)
    if was is None:
        _note(session, K.CANCELLED, by=by, reason=reason)
    return session


# Shared


def _note(session: Session, kind: str, *, by: User | None, reason: str = "", **facts) -> SessionEvent:
    return SessionEvent.objects.create(session=session, kind=kind, by=by, reason=reason.strip(), **facts)


def _insist_on(reason: str) -> None:
    if not reason.strip():
        raise Refusal(_("Say why: the people concerned read it."), code="reason")


def _lock_half_days(session: Session) -> list[HalfDay]:
    held = session.half_days.held().order_by("pk")
    rows = held.select_for_update(of=("self",), no_key=True)
    return sorted(rows, key=lambda one: (one.date, one.start_time))


def _undecided(session: Session) -> Session:
    session = seats.lock(session.pk)
    _insist_on_undecided(session)
    return session


def _insist_on_undecided(session: Session) -> None:
    """Before the first day, and while it stands."""
    if session.cancelled_at:
        raise Refusal(_("The session was cancelled."), code="cancelled")
    if session.published_at is None:
        raise Refusal(_("The session is not published yet."), code="not_published")
    if session.first_day <= timezone.localdate():
        raise Refusal(_("The course has begun."), code="begun")
