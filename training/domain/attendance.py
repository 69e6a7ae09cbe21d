"""The register of a half-day: opened with everybody present, marked by exception, closed for good.

Every verb locks the row of the half-day first, so two people at one register wait for each other, and a
mark never slips in behind a closing. `training.models.guards` holds the same promise in the database.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from training.domain import countersigning, voiding, words
from training.domain import enrolment as enrolments
from training.domain.permissions import can_take_register, insist
from training.enums import ON_THE_REGISTER, EnrolmentStatus
from training.exceptions import Refusal
from training.models import AbsenceCode, Attendance, Enrolment, HalfDay
from training.signals import register_closed

OPENS_BEFORE = timedelta(minutes=15)  # no mark earlier than that (coherence rule 4)


def register_of(half_day: HalfDay) -> QuerySet[Enrolment]:
    """Who stands on the register: confirmed by that day and not gone before it, in order of name."""
    return _may_be_marked(half_day).filter(confirmed_at__date__lte=half_day.date)


def joined_later(half_day: HalfDay) -> QuerySet[Enrolment]:
    """People who were confirmed only after that day: not expected, but may be added by a mark."""
    return _may_be_marked(half_day).filter(confirmed_at__date__gt=half_day.date)


def in_the_room(half_day: HalfDay) -> QuerySet[Enrolment]:
    """Who is there as far as is known: on the register or added to it, and not marked absent."""
    absent = half_day.marks.filter(absence_code__isnull=False).order_by().values("enrolment")
    added = half_day.marks.filter(absence_code=None).order_by().values("enrolment")
    expected = Q(confirmed_at__date__lte=half_day.date) | Q(pk__in=added)
    return _may_be_marked(half_day).filter(expected).exclude(pk__in=absent)


def _may_be_marked(half_day: HalfDay) -> QuerySet[Enrolment]:
    """Also who has left since: up to their last day, or up to the moment they went to another session."""
    people = Enrolment.objects.filter(session=half_day.session_id).select_related("person")
    still_there = Q(exited_at=None) | Q(exited_at__date__gte=half_day.date)
    there = Q(status__in=ON_THE_REGISTER) & still_there
    gone_since = Q(
        status=EnrolmentStatus.TRANSFERRED,
        entered_at__isnull=False,
        transferred_at__gte=half_day.starts_at,
    )
    return people.filter(there | gone_since).order_by("person__name_key", "pk")


def opens_at(half_day: HalfDay) -> datetime:
    """From when on the register can be taken."""
    return half_day.starts_at - OPENS_BEFORE


@transaction.atomic
def open_register(*, half_day: HalfDay, by: User) -> HalfDay:
    """Everybody on the register who has no mark yet is present, or away as they announced.

    Idempotent: marks that exist stay.
    """
    half_day = _to_be_marked(half_day, by)
    marked = half_day.marks.order_by().values_list("enrolment", flat=True)
    missing = register_of(half_day).exclude(pk__in=marked)
    away = dict(half_day.announced_absences.standing().values_list("enrolment", "absence_code"))
    facts = {"half_day": half_day, "recorded_by": by, "recorded_at": timezone.now()}
    Attendance.objects.bulk_create(
        Attendance(enrolment=one, absence_code_id=away.get(one.pk), **facts) for one in missing
    )
    return half_day


@transaction.atomic
def mark(
    *,
    half_day: HalfDay,
    enrolment: Enrolment,
    by: User,
    absence_code: AbsenceCode | None = None,
    minutes_late: int = 0,
    minutes_left_early: int = 0,
) -> Attendance:
    """One person's mark; replaces the one before. No code and no minutes: present all the time.

    A signature under another mark no longer counts and is asked for again.
    """
    half_day = _to_be_marked(half_day, by)
    if not _may_be_marked(half_day).filter(pk=enrolment.pk).exists():
        raise Refusal(_("This person is not on the register of this half-day."), code="not_on_register")
    insist_on_minutes(half_day, absence_code, minutes_late, minutes_left_early)
    facts = {
        "absence_code": absence_code,
        "minutes_late": minutes_late,
        "minutes_left_early": minutes_left_early,
    }
    if not half_day.marks.filter(enrolment=enrolment, **facts).exists():
        voiding.void_all(half_day=half_day, enrolments=[enrolment.pk], by=by)
    noted = {"recorded_by": by, "recorded_at": timezone.now()}
    return Attendance.objects.update_or_create(
        half_day=half_day, enrolment=enrolment, defaults=facts | noted
    )[0]


def insist_on_minutes(half_day: HalfDay, absence_code: AbsenceCode | None, late: int, early: int) -> None:
    """A mark that can be: of a mark that is made, and of its correction."""
    if absence_code and (late or early):
        raise Refusal(_("Somebody who is absent is not late."), code="absent_and_late")
    if min(late, early) < 0:
        raise Refusal(_("Minutes cannot be negative."), code="negative")
    if late + early >= half_day.minutes:
        sentence = _("This half-day lasts %(duration)s: choose a reason for the absence instead.")
        raise Refusal(sentence % {"duration": words.duration(half_day.minutes)}, code="too_late")


def present(*, half_day: HalfDay, enrolment: Enrolment, by: User) -> Attendance:
    """The mark of somebody who signs; with the first one everybody else is present. Refuses who is absent.

    `half_day` is the locked row.
    """
    open_register(half_day=half_day, by=by)
    found = half_day.marks.filter(enrolment=enrolment).first()
    if found is None:
        return mark(half_day=half_day, enrolment=enrolment, by=by)
    if not found.is_present:
        raise Refusal(_("This person is marked absent. Change the mark first."), code="absent")
    return found


@transaction.atomic
def close(
    *,
    half_day: HalfDay,
    by: User,
    head_count: int | None = None,
    unsigned_reason: str = "",
    crowded_reason: str = "",
    not_here: Sequence[Enrolment] = (),
) -> HalfDay:
    """The trainer signs last: the register is countersigned, and nothing in it changes any more. Idempotent.

    Not before the lesson begins, and only when everybody has a mark. `head_count`: how many people are in
    the room, asked where people sign on screen; signatures that are missing there, and more people than the
    room holds, need a reason. `not_here`: who signed by telephone and is not in the room; they are marked
    absent and their signatures voided, unless the register is not closed after all. Who was present and
    only confirmed so far enters the training with it. Announces `register_closed` after commit.
    """
    insist(can_take_register(by, half_day))
    half_day = locked(half_day)
    if half_day.is_closed:
        return half_day
    for one in not_here:
        mark(half_day=half_day, enrolment=one, by=by, absence_code=unjustified())
    _insist_on_complete(half_day)
    gone = half_day.marks.exclude(enrolment__in=_may_be_marked(half_day))  # left since they were marked
    voiding.void_all(half_day=half_day, enrolments=_people_of(gone), by=by)
    gone.delete()
    arriving = half_day.marks.filter(
        absence_code=None, enrolment__status=EnrolmentStatus.CONFIRMED
    ).select_related("enrolment")
    for one in arriving.order_by("enrolment"):
        enrolments.enter(enrolment=one.enrolment, by=by)
    half_day.head_count = head_count
    half_day.unsigned_reason, half_day.crowded_reason = unsigned_reason.strip(), crowded_reason.strip()
    countersigning.insist_on_the_room(half_day, present=half_day.marks.filter(absence_code=None).count())
    countersigning.insist_on_signatures(half_day, by=by)
    half_day.closed_at, half_day.closed_by = timezone.now(), by
    half_day.save(update_fields=countersigning.CLOSING)
    countersigning.countersign(half_day, by=by)
    transaction.on_commit(lambda: register_closed.send_robust(HalfDay, half_day_id=half_day.pk))
    return half_day


def unjustified() -> AbsenceCode:
    """What stands there for somebody who is away without a reason that is known."""
    codes = AbsenceCode.objects.filter(justified=False, hours_due=True, retired=False)
    if (code := codes.order_by("order", "code").first()) is None:
        raise Refusal(_("No absence code in use stands for an unjustified absence."), code="no_code")
    return code


def unmarked(half_day: HalfDay) -> QuerySet[Enrolment]:
    return register_of(half_day).exclude(pk__in=half_day.marks.order_by().values("enrolment"))


def _insist_on_complete(half_day: HalfDay) -> None:
    if half_day.cancelled_at:
        raise Refusal(_("This half-day was cancelled."), code="cancelled")
    if timezone.now() < half_day.starts_at:
        raise Refusal(_("The register cannot be closed before the lesson begins."), code="too_early")
    missing = unmarked(half_day).count()
    if missing:
        sentence = ngettext(
            "%(number)d person has no mark yet.", "%(number)d people have no mark yet.", missing
        )
        raise Refusal(sentence % {"number": missing}, code="unmarked")
    if half_day.notes.undecided().exists():
        raise Refusal(_("Two people noted different things: say first which one holds."), code="undecided")


def _to_be_marked(half_day: HalfDay, by: User) -> HalfDay:
    """The fresh row, locked, if `by` may write in its register now; else a refusal."""
    insist(can_take_register(by, half_day))
    half_day = locked(half_day)
    insist_open(half_day)
    return half_day


def insist_open(half_day: HalfDay) -> None:
    """Neither closed nor cancelled, and the lesson begins within a quarter of an hour (coherence rule 4)."""
    if half_day.is_closed:
        raise Refusal(_("This register is closed: nothing in it changes any more."), code="closed")
    if half_day.cancelled_at:
        raise Refusal(_("This half-day was cancelled."), code="cancelled")
    if timezone.now() < opens_at(half_day):
        sentence = _("The register opens on %(day)s at %(time)s.")
        opens = timezone.localtime(opens_at(half_day))
        raise Refusal(
            sentence % {"day": words.day(opens.date()), "time": words.clock(opens.time())}, code="too_early"
        )


def _people_of(marks: QuerySet[Attendance]) -> list[int]:
    return list(marks.order_by("enrolment").values_list("enrolment", flat=True))


def locked(half_day: HalfDay) -> HalfDay:
    """The fresh row; whoever else takes this register waits until the transaction ends."""
    rows = HalfDay.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("session", "room").get(pk=half_day.pk)
