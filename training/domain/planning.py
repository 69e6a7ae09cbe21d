"""What can happen to the timetable of a session: planned, published, moved, cancelled.

Locks are taken in one order everywhere: half-days by id, then the session, then enrolments.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Organisation, User
from training.domain import words
from training.domain.calendar import ClosedRange
from training.domain.deadlines import insist_on_before_start
from training.domain.half_days import (
    add_half_day,
    cancel_half_day,
    clear,
    move_half_day,
    naming_the_clash,
    reason_on,
)
from training.domain.interest import tell_open
from training.domain.occupation import Occupation
from training.domain.permissions import can_plan, insist
from training.domain.telling import tell_cancelled
from training.domain.timetable import Plan, WeeklyPattern, WeeklySlot, nothing, plan
from training.domain.violations import refused_by
from training.enums import Modality, Rhythm, Signing
from training.exceptions import Refusal
from training.models import Course, HalfDay, InternalRules, Room, Session, SkippedDay

__all__ = [
    "Draft",
    "Plan",
    "WeeklyPattern",
    "WeeklySlot",
    "add_half_day",
    "blockers",
    "cancel",
    "cancel_half_day",
    "create_session",
    "draft",
    "move_half_day",
    "plan",
    "publish",
]


@dataclass(frozen=True)
class Draft:
    """A plan and who would teach each of its half-days."""

    plan: Plan
    teachers: tuple[User | None, ...]


def draft(
    *,
    course: Course,
    room: Room | None,
    trainers: Sequence[User],
    pattern: WeeklyPattern,
    starts_on: date,
    ends_on: date | None = None,
    school_holidays: Sequence[ClosedRange] = (),
    put_back: Mapping[date, str] | None = None,
    works_around: bool = False,
    sets_aside: Session | None = None,
) -> Draft:
    """The plan of `create_session` and who would teach; nothing is written.

    `works_around`: half-days on which the room is taken, or no trainer is free, are left out and said.
    `sets_aside`: a session whose own half-days are no hindrance.
    """
    aside = sets_aside.pk if sets_aside else None
    diary = Occupation.since(starts_on, room=room, trainers=trainers, sets_aside=aside)
    planned = plan(
        pattern=pattern,
        starts_on=starts_on,
        minutes=course.minutes,
        ends_on=ends_on,
        school_holidays=school_holidays,
        put_back=put_back or (),
        hindrance=diary if works_around else nothing,
    )
    first = trainers[0] if trainers else None
    return Draft(planned, tuple(diary.teacher(one.date, one) or first for one in planned.half_days))


@transaction.atomic
def create_session(
    *,
    course: Course,
    code: str,
    provider: Organisation,
    room: Room | None,
    trainers: Sequence[User],
    capacity: int,
    pattern: WeeklyPattern,
    starts_on: date,
    by: User | None,
    ends_on: date | None = None,
    minimum_group: int = 6,
    decision_days: int = 10,
    modality: str = Modality.ON_SITE,
    rhythm: str = Rhythm.PART_TIME,
    needs_decision: bool = False,
    meeting_url: str = "",
    enrolment_opens_on: date | None = None,
    enrolment_closes_on: date | None = None,
    school_holidays: Sequence[ClosedRange] = (),
    put_back: Mapping[date, str] | None = None,
    signing: str = Signing.PAPER,
    works_around: bool = False,
) -> Session:
    """Writes a session with its half-days and the days left out, all or nothing; not yet published.

    Each half-day is taught by the first of the trainers who is free. Enrolment opens today and closes on the
    day before the first lesson unless said otherwise. `put_back`: public holidays with a lesson, and why.
    Refuses, naming the clash, when the room is taken or no trainer is free, unless it `works_around` them.
    """
    insist(can_plan(by))
    _insist_on_new(code)
    found = draft(
        course=course,
        room=room,
        trainers=trainers,
        pattern=pattern,
        starts_on=starts_on,
        ends_on=ends_on,
        school_holidays=school_holidays,
        put_back=put_back,
        works_around=works_around,
    )
    session = Session(
        course=course,
        code=code,
        provider=provider,
        room=room,
        capacity=capacity,
        minimum_group=min(minimum_group, capacity),
        decision_days=decision_days,
        modality=modality,
        rhythm=rhythm,
        needs_decision=needs_decision,
        meeting_url=meeting_url,
        signing=signing,
        **_dates(found.plan, opens_on=enrolment_opens_on, closes_on=enrolment_closes_on),
    )
    with refused_by(Session):
        session.save()
    session.trainers.set(trainers)
    write(session, found, put_back=put_back or {})
    return session


def _insist_on_new(code: str) -> None:
    if Session.objects.filter(code=code).exists():
        raise Refusal(_("There is already a session with the code %(code)s.") % {"code": code}, code="code")


def _dates(planned: Plan, *, opens_on: date | None, closes_on: date | None) -> dict[str, date]:
    """Those of the lessons, and those of enrolment, which ends before them."""
    insist_on_before_start(closes_on, planned.first_day, code="enrolment_closes_on")
    closing = closes_on or planned.first_day - timedelta(days=1)
    return {
        "first_day": planned.first_day,
        "last_day": planned.last_day,
        "enrolment_opens_on": opens_on or min(timezone.localdate(), closing),
        "enrolment_closes_on": closing,
    }


def write(session: Session, found: Draft, *, put_back: Mapping[date, str]) -> None:
    """The half-days and the days left out of a draft; each lesson on a public holiday says why."""
    half_days = [
        HalfDay(
            session=session,
            date=one.date,
            part=one.part,
            start_time=one.start_time,
            end_time=one.end_time,
            room=session.room,
            trainer=trainer,
            modality=session.modality,
            holiday_reason=reason_on(one.date, put_back.get(one.date, "")),
        )
        for one, trainer in zip(found.plan.half_days, found.teachers, strict=True)
    ]
    with naming_the_clash(half_days):
        HalfDay.objects.bulk_create(half_days)
    write_skipped(session, found.plan)


def write_skipped(session: Session, planned: Plan) -> None:
    SkippedDay.objects.bulk_create(
        SkippedDay(
            session=session,
            date=one.date,
            part=one.part,
            kind=one.kind,
            reason_fr=one.reason.fr,
            reason_nl=one.reason.nl,
        )
        for one in planned.skipped
    )


@transaction.atomic
def publish(*, session: Session, by: User | None) -> Session:
    """Shows the session to the public and tells who asked to be told. Idempotent.

    Refuses with everything that is still missing.
    """
    insist(can_plan(by))
    session = _locked(session)
    if missing := blockers(session):
        raise Refusal(" ".join(missing), code="not_ready")
    if session.published_at is None:
        session.published_at = timezone.now()
        session.save(update_fields=["published_at"])
        tell_open(session)
    return session


def blockers(session: Session) -> list[str]:
    """What keeps a session from being published, a sentence each; empty when it is ready."""
    half_days = list(session.half_days.held().select_related("room"))
    found = []
    if session.cancelled_at:
        found.append(_("The session was cancelled."))
    if any(one.trainer_id is None for one in half_days) or not session.trainers.exists():
        found.append(_("A trainer is missing."))
    if any(one.room_id is None and one.modality != Modality.REMOTE for one in half_days):
        found.append(_("A room is missing."))
    if not InternalRules.objects.in_force(session.provider).exists():
        found.append(_("The internal rules of the training provider are missing."))
    found += _wrong_hours(half_days, wanted=session.course.minutes)
    found += _too_small(half_days, capacity=session.capacity)
    return found


def _wrong_hours(half_days: list[HalfDay], *, wanted: int) -> list[str]:
    found = sum(one.minutes for one in half_days)
    if found == wanted:
        return []
    facts = {"found": words.duration(found), "wanted": words.duration(wanted)}
    return [_("The half-days last %(found)s together; the programme says %(wanted)s.") % facts]


def _too_small(half_days: list[HalfDay], *, capacity: int) -> list[str]:
    rooms = {one.room for one in half_days if one.room is not None and one.room.capacity < capacity}
    sentence = _("%(room)s has %(chairs)d chairs; the session has %(places)d places.")
    return [
        sentence % {"room": room, "chairs": room.capacity, "places": capacity}
        for room in sorted(rooms, key=lambda room: room.pk)
    ]


@transaction.atomic
def cancel(*, session: Session, by: User | None, reason: str) -> Session:
    """Cancels the session and its half-days that are not closed, so that room and trainer are free again.

    Everybody concerned hears of it, with the reason. Idempotent. Registers that are closed stay: those hours
    were followed.
    """
    insist(can_plan(by))
    if not reason.strip():
        raise Refusal(_("Say why the session is cancelled."), code="reason")
    half_days = session.half_days.held().filter(closed_at__isnull=True)
    list(half_days.select_for_update(of=("self",), no_key=True).order_by("pk"))
    session = _locked(session)
    if session.cancelled_at is None:
        session.cancelled_at, session.cancel_reason = timezone.now(), reason.strip()
        session.save(update_fields=["cancelled_at", "cancel_reason"])
        for half_day in half_days:
            clear(half_day)
        tell_cancelled(session)
    return session


def _locked(session: Session) -> Session:
    return Session.objects.select_for_update(of=("self",), no_key=True).get(pk=session.pk)
