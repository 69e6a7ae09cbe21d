"""Alerts: raised once, written to whom the session names, kept with who was told (decision 0102).

Called by the sweeper. Each alert is one transaction under the lock of the person's enrolment or of the
half-day: its row, who is told and their letters are there together or not at all. Idempotent.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.domain import messages
from accounts.models import User
from training.domain.alert_rules import rules_of
from training.domain.noticing import Noticed, Seen, notice
from training.domain.queries.told import coordinators, readers_of
from training.enums import ABOUT_SOMEBODY, ATTENDING, ON_THE_REGISTER, AlertKind, Audience
from training.models import Alert, Attendance, Enrolment, HalfDay, Session, ToldOfAlert

LOOKS_BACK = timedelta(days=7)  # what is older is no news: a first start alerts nobody of last spring
REGISTER_AFTER = timedelta(hours=1)
MORNING = time(8)
LETTERS = {
    Audience.LEARNER: "training/emails/alert_learner",
    Audience.TRAINER: "training/emails/alert_trainer",
    Audience.COORDINATOR: "training/emails/alert_office",
    Audience.PRESCRIBER: "training/emails/alert_prescriber",
}
REGISTER_LETTERS = {
    Audience.TRAINER: "training/emails/register_late_trainer",
    Audience.COORDINATOR: "training/emails/register_late_office",
}


def raise_due() -> int:
    """Every alert that is due and not raised yet. Returns how many were raised."""
    return alert_about_people() + alert_about_registers()


# People


def alert_about_people() -> int:
    """Runs of unjustified half-days and rates that fell, of people in training, from closed registers."""
    candidates = _concerned()
    found = _noticed(candidates)
    return sum(_raise_for(pk) for pk in sorted(pk for pk, news in found.items() if news))


def _concerned() -> list[int]:
    """Who was absent or late in a register closed of late, or in one corrected of late: nothing else makes a
    run longer or a rate fall.
    """
    since = timezone.now() - LOOKS_BACK
    marks = Attendance.objects.filter(enrolment__status__in=ATTENDING, half_day__closed_at__isnull=False)
    was_exception = ~Q(absence_code=None, minutes_late=0, minutes_left_early=0)
    recent = marks.filter(Q(half_day__closed_at__gte=since) & was_exception | Q(amendments__at__gte=since))
    return list(recent.order_by("enrolment").values_list("enrolment", flat=True).distinct())


def _noticed(enrolments: Collection[int]) -> dict[int, list[Noticed]]:
    """What is new of each, in three queries: a run without an alert, of which something was said of late."""
    since = timezone.now() - LOOKS_BACK
    seen, said_at = _seen(enrolments)
    known: dict[tuple[int, str], set[int]] = defaultdict(set)
    for pk, kind, half_day in Alert.objects.filter(enrolment__in=enrolments).values_list(
        "enrolment", "kind", "half_day"
    ):
        known[pk, kind].add(half_day)
    return {
        pk: [
            one
            for one in notice(
                seen[pk],
                in_a_row=settings.ALERT_UNJUSTIFIED_IN_A_ROW,
                under=settings.ALERT_UNDER_PERCENT,
                after=settings.ALERT_AFTER_MINUTES,
            )
            if _last_said(said_at[pk], one) >= since and known[pk, one.kind].isdisjoint(one.run)
        ]
        for pk in enrolments
    }


def _last_said(said_at: dict[int, datetime], one: Noticed) -> datetime:
    """When the last thing was said that makes this alert: of its half-day, or of one before it.

    A correction of an early half-day may lengthen a run, or push the rate of a later one under the threshold.
    """
    half_days = list(said_at)
    return max(said_at[half_day] for half_day in half_days[: half_days.index(one.half_day) + 1])


def _seen(enrolments: Iterable[int]) -> tuple[dict[int, list[Seen]], dict[int, dict[int, datetime]]]:
    """The closed half-days of each, in order of time; and when each was closed, or corrected for them."""
    marks = Attendance.objects.filter(enrolment__in=list(enrolments), half_day__closed_at__isnull=False)
    marks = marks.select_related("half_day", "absence_code").prefetch_related("amendments__absence_code")
    seen: dict[int, list[Seen]] = defaultdict(list)
    said_at: dict[int, dict[int, datetime]] = defaultdict(dict)
    for mark in marks.order_by("half_day__date", "half_day__start_time", "pk"):
        seen[mark.enrolment_id].append(_as_seen(mark))
        stands = mark.amended
        said_at[mark.enrolment_id][mark.half_day_id] = max(
            mark.half_day.closed_at, getattr(stands, "at", mark.half_day.closed_at)
        )
    return seen, said_at


def _as_seen(mark: Attendance) -> Seen:
    """As it was signed, or as it was corrected since."""
    stands = mark.amended
    code = stands.absence_code
    return Seen(
        half_day=mark.half_day_id,
        minutes=mark.half_day.minutes,
        followed=stands.minutes_followed,
        is_unjustified=code is not None and not code.justified,
        is_due=code is None or code.hours_due,
        is_quiet=code is not None and code.tells_nobody,
    )


@transaction.atomic
def _raise_for(enrolment_id: int) -> int:
    """Under the person's lock, then looked at again: another worker may have come first."""
    rows = Enrolment.objects.select_for_update(of=("self",), no_key=True)
    enrolment = rows.select_related("session", "person__user", "referred_by").get(pk=enrolment_id)
    news = _noticed([enrolment_id])[enrolment_id]
    for one in news:
        alert = Alert.objects.create(
            kind=one.kind,
            half_day_id=one.half_day,
            enrolment=enrolment,
            percent=one.percent,
            raised_at=timezone.now(),
        )
        _tell(alert, enrolment.session)
    return len(news)


# Registers


def alert_about_registers() -> int:
    """Not closed an hour after the lesson; and still not the next morning."""
    late = list(_late_registers().values_list("pk", flat=True))
    missing = list(_missing_registers().values_list("pk", flat=True))
    raised = [_raise_register(pk, AlertKind.REGISTER_LATE) for pk in late]
    return sum(raised) + sum(_raise_register(pk, AlertKind.REGISTER_MISSING) for pk in missing)


def _open_registers(kind: AlertKind) -> QuerySet[HalfDay]:
    """Of lessons of the last days with somebody on the register, of which this alert was not raised."""
    people = Enrolment.objects.filter(session=OuterRef("session"), status__in=ON_THE_REGISTER)
    known = Alert.objects.filter(half_day=OuterRef("pk"), kind=kind)
    sessions = Session.objects.published().alive()
    lessons = HalfDay.objects.held().filter(session__in=sessions, closed_at=None)
    lessons = lessons.filter(Exists(people), ~Exists(known))
    return lessons.filter(date__gte=timezone.localdate() - LOOKS_BACK).order_by("pk")


def _late_registers() -> QuerySet[HalfDay]:
    before = timezone.localtime() - REGISTER_AFTER
    over = Q(date__lt=before.date()) | Q(date=before.date(), end_time__lte=before.time())
    return _open_registers(AlertKind.REGISTER_LATE).filter(over)


def _missing_registers() -> QuerySet[HalfDay]:
    now = timezone.localtime()
    day = now.date() if now.time() >= MORNING else now.date() - timedelta(days=1)
    return _open_registers(AlertKind.REGISTER_MISSING).filter(date__lt=day)


@transaction.atomic
def _raise_register(half_day_id: int, kind: AlertKind) -> bool:
    """Under the half-day's lock: it may have been closed, or the alert raised, a moment ago."""
    half_day = HalfDay.objects.select_for_update(of=("self",), no_key=True).get(pk=half_day_id)
    if half_day.closed_at or half_day.cancelled_at or half_day.alerts.filter(kind=kind).exists():
        return False
    _tell(Alert.objects.create(kind=kind, half_day=half_day, raised_at=timezone.now()), half_day.session)
    return True


# Telling


def _tell(alert: Alert, session: Session) -> None:
    """Everybody the session names for this kind, each once."""
    letters = LETTERS if alert.kind in ABOUT_SOMEBODY else REGISTER_LETTERS
    told: dict[User, Audience] = {}
    for audience in rules_of(session)[alert.kind]:
        for reader in _readers(alert, session, audience):
            told.setdefault(reader, audience)
    for reader, audience in told.items():
        ToldOfAlert.objects.create(alert=alert, user=reader, audience=audience)
        messages.queue(
            recipient=reader,
            template=letters[audience],
            ids={"alert": alert.pk},
            dedupe_key=f"alert-{alert.pk}-{reader.pk}",
        )


def _readers(alert: Alert, session: Session, audience: Audience) -> list[User]:
    if audience == Audience.COORDINATOR:
        return coordinators()
    if audience == Audience.TRAINER:
        lesson = alert.half_day
        named = [lesson.trainer] if lesson.trainer else list(session.trainers.order_by("pk"))
        return [one for one in named if one.is_active]
    if audience == Audience.LEARNER:
        reader = alert.enrolment.person.user
        return [reader] if reader is not None and reader.is_active else []
    return _prescribers(alert.enrolment)


def _prescribers(enrolment: Enrolment) -> list[User]:
    """Of the organisation that referred the person with their agreement: the referral is the proof of it."""
    organisation = enrolment.referred_by
    if organisation is None or not enrolment.referrals.filter(organisation=organisation).exists():
        return []
    return readers_of(organisation)
