"""What can happen to one half-day: added, moved, cancelled. Never once its register is closed."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from datetime import date, time

from django.db import transaction
from django.db.models import Max, Min
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.bilingual import reader_language
from accounts.models import User
from training.domain import announcing, voiding, words
from training.domain.calendar import public_holiday
from training.domain.overlaps import learners_elsewhere
from training.domain.permissions import can_plan, insist
from training.domain.telling import tell_change
from training.domain.violations import refused_by
from training.enums import ChangeKind, DayPart
from training.exceptions import Refusal
from training.models import HalfDay, Room, Session, Unavailability


@transaction.atomic
def add_half_day(
    *,
    session: Session,
    date: date,
    part: str,
    start_time: time,
    end_time: time,
    by: User | None,
    room: Room | None = None,
    trainer: User | None = None,
    holiday_reason: str = "",
) -> HalfDay:
    """One more half-day, in the session's room and with its first trainer unless said otherwise.

    On a public holiday only with a reason (coherence rule 2 of the attendance sheets).
    The group and the trainers hear of it.
    """
    insist(can_plan(by))
    session = Session.objects.select_for_update(of=("self",), no_key=True).get(pk=session.pk)
    if session.cancelled_at:
        raise Refusal(_("The session was cancelled."), code="cancelled")
    half_day = HalfDay(
        session=session,
        date=date,
        part=DayPart(part),
        start_time=start_time,
        end_time=end_time,
        room=room or session.room,
        trainer=trainer or session.trainers.order_by("pk").first(),
        modality=session.modality,
        holiday_reason=reason_on(date, holiday_reason),
    )
    with naming_the_clash([half_day]):
        half_day.save()
    _follow_half_days(session)
    tell_change(half_day, ChangeKind.ADDED, by=by)
    return half_day


@transaction.atomic
def move_half_day(
    *,
    half_day: HalfDay,
    by: User | None,
    date: date | None = None,
    part: str | None = None,
    start_time: time | None = None,
    end_time: time | None = None,
    room: Room | None = None,
    trainer: User | None = None,
    holiday_reason: str = "",
) -> HalfDay:
    """Changes what is given, leaves the rest; calendars hear of it by `sequence` + 1. Never once closed.

    The group and the trainers, of before and after, hear of it; several changes in a row make one letter.
    On another day, or in another part of it, absences announced for it lapse. Idempotent: where everything
    stands as it is asked, nothing is written and nobody is told.
    """
    insist(can_plan(by))
    half_day = _open(half_day)
    before = copy(half_day)
    changes = {
        "date": date,
        "part": part,
        "start_time": start_time,
        "end_time": end_time,
        "room": room,
        "trainer": trainer,
    }
    changed = {name: value for name, value in changes.items() if value not in (None, getattr(half_day, name))}
    if not changed and holiday_reason.strip() in ("", half_day.holiday_reason):
        return half_day
    for field, value in changed.items():
        setattr(half_day, field, value)
    half_day.holiday_reason = reason_on(half_day.date, holiday_reason or half_day.holiday_reason)
    half_day.sequence += 1
    with naming_the_clash([half_day]):
        half_day.save()
    voiding.void_stale(half_day, by=by)
    _follow_half_days(half_day.session)
    tell_change(half_day, ChangeKind.MOVED, by=by, before=before)
    if (before.date, before.part) != (half_day.date, half_day.part):
        announcing.lapse(half_day)  # after the change was written, so that its letter says so
    return half_day


@transaction.atomic
def cancel_half_day(*, half_day: HalfDay, by: User | None) -> HalfDay:
    """The lesson does not take place: its hours are no longer planned. Never once closed.

    The group and the trainers hear of it.
    """
    insist(can_plan(by))
    half_day = _open(half_day)
    clear(half_day)
    _follow_half_days(half_day.session)
    tell_change(half_day, ChangeKind.CANCELLED, by=by, before=half_day)
    return half_day


def reason_on(day: date, reason: str) -> str:
    """What is kept beside a lesson on `day`: nothing on an ordinary day; a public holiday needs a reason."""
    holiday = public_holiday(day)
    if holiday is None:
        return ""
    if not reason.strip():
        sentence = _("%(day)s: %(holiday)s. Say why there is a lesson all the same.")
        facts = {"day": words.day(day), "holiday": getattr(holiday, reader_language())}
        raise Refusal(sentence % facts, code="holiday")
    return reason.strip()


def clear(half_day: HalfDay) -> None:
    """Cancels a half-day whose row the caller has locked."""
    half_day.cancelled_at = timezone.now()
    half_day.sequence += 1
    half_day.save(update_fields=["cancelled_at", "sequence"])


def _open(half_day: HalfDay) -> HalfDay:
    """The fresh row, locked; refuses when its register is closed or the lesson was cancelled."""
    fresh = HalfDay.objects.select_for_update(of=("self",), no_key=True).get(pk=half_day.pk)
    if fresh.is_closed:
        raise Refusal(_("The register of this half-day is closed: it stays as it was signed."), code="closed")
    if fresh.cancelled_at:
        raise Refusal(_("This half-day was cancelled."), code="cancelled")
    return fresh


def _follow_half_days(session: Session) -> None:
    """Keeps the first and the last day of the session true."""
    days = session.half_days.held().aggregate(first_day=Min("date"), last_day=Max("date"))
    if days["first_day"]:
        Session.objects.filter(pk=session.pk).update(**days)


@contextmanager
def naming_the_clash(half_days: Sequence[HalfDay]) -> Iterator[None]:
    """A savepoint: a taken room or trainer becomes a Refusal that says when and by which session."""
    try:
        with refused_by(HalfDay):
            yield
    except Refusal as refusal:
        sentence = _clash(half_days, violated=refusal.code)
        if sentence is None:
            raise
        raise Refusal(sentence, code=refusal.code) from refusal


def _clash(half_days: Sequence[HalfDay], *, violated: str) -> str | None:
    if violated == "half_day_trainer_there":
        return _away(half_days)
    if violated == "half_day_learners_free":
        return _expected_elsewhere(half_days)
    field = {"half_day_room_free": "room", "half_day_trainer_free": "trainer"}.get(violated)
    if field is None:
        return None
    others = (
        HalfDay.objects.held()
        .filter(date__in={one.date for one in half_days})
        .exclude(pk__in=[one.pk for one in half_days if one.pk])
        .select_related("session", "room", "trainer")
    )
    pairs = ((one, other) for other in others for one in half_days if _overlap(one, other, field))
    return next((_taken(field, other) for _one, other in pairs), None)


def _away(half_days: Sequence[HalfDay]) -> str | None:
    absences = Unavailability.objects.filter(trainer__in=[one.trainer_id for one in half_days])
    pairs = [
        one
        for one in half_days
        for away in absences
        if away.trainer_id == one.trainer_id and away.covers(one.date, one.part)
    ]
    sentence = _("%(who)s is away on %(day)s.")
    return next((sentence % {"who": one.trainer, "day": words.day(one.date)} for one in pairs), None)


def _expected_elsewhere(half_days: Sequence[HalfDay]) -> str | None:
    for one in half_days:
        if people := [str(enrolment.person) for enrolment in learners_elsewhere(one)]:
            sentence = ngettext(
                "On %(day)s at that time, %(people)s has a lesson of another session.",
                "On %(day)s at that time, %(people)s have a lesson of another session.",
                len(people),
            )
            return sentence % {"day": words.day(one.date), "people": ", ".join(people)}
    return None


def _overlap(one: HalfDay, other: HalfDay, field: str) -> bool:
    same = getattr(one, f"{field}_id") == getattr(other, f"{field}_id") and one.date == other.date
    return same and one.start_time < other.end_time and other.start_time < one.end_time


def _taken(field: str, other: HalfDay) -> str:
    sentence = {
        "room": _("%(who)s is taken on %(day)s from %(start)s to %(end)s by the session %(code)s."),
        "trainer": _("%(who)s already teaches on %(day)s from %(start)s to %(end)s: session %(code)s."),
    }[field]
    return sentence % {
        "who": getattr(other, field),
        "day": words.day(other.date),
        "start": words.clock(other.start_time),
        "end": words.clock(other.end_time),
        "code": other.session.code,
    }
