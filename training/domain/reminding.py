"""Reminders that time itself sends: a week before the start, the day before each half-day.

Called by the sweeper each minute, from ten o'clock on the wall clock; days are counted as dates, so a change
of the clock moves nothing. Idempotent: each reminder has its key. What changed before it goes is looked at
again when the letter is written.
"""

from collections.abc import Iterator
from datetime import date, time, timedelta

from django.utils import timezone

from accounts.domain import messages
from accounts.domain.messages import Draft
from training.enums import EnrolmentStatus
from training.models import Enrolment, HalfDay, Session

FROM = time(10)
WEEK = timedelta(days=7)
DAY = timedelta(days=1)
TOMORROW = "training/emails/tomorrow"
TRAINER_TOMORROW = "training/emails/trainer_tomorrow"
IN_A_WEEK = "training/emails/in_a_week"
TRAINER_IN_A_WEEK = "training/emails/trainer_in_a_week"
COMING = (EnrolmentStatus.CONFIRMED, EnrolmentStatus.ENTERED)


def remind() -> int:
    """Queues every reminder of today that is not there yet; returns how many."""
    now = timezone.localtime()
    if now.time() < FROM:
        return 0
    drafts = [*_tomorrow(now.date() + DAY), *_in_a_week(now.date())]
    return messages.queue_missing(drafts)


def _tomorrow(day: date) -> Iterator[Draft]:
    """One letter a person, session and day, whatever the number of its half-days."""
    half_days = HalfDay.objects.held().on(day).filter(session__in=_standing()).select_related("trainer")
    by_session: dict[int, list[HalfDay]] = {}
    for half_day in half_days:
        by_session.setdefault(half_day.session_id, []).append(half_day)
    for one in _coming(by_session):
        ids = {"enrolment": one.pk, "day": day.isoformat()}
        yield Draft(one.person.user, TOMORROW, ids, f"tomorrow-{day}-{one.session_id}-{one.person.user_id}")
    for session_id, lessons in by_session.items():
        for trainer in dict.fromkeys(one.trainer for one in lessons if one.trainer is not None):
            ids = {"session": session_id, "trainer": trainer.pk, "day": day.isoformat()}
            yield Draft(trainer, TRAINER_TOMORROW, ids, f"tomorrow-{day}-{session_id}-{trainer.pk}")


def _in_a_week(today: date) -> Iterator[Draft]:
    """From seven days before the start; not to who got a place later, whose letter says it all.

    The key holds the week of the start: moved within it, the start is not reminded of twice.
    """
    sessions = list(_standing().filter(first_day__gt=today + DAY, first_day__lte=today + WEEK))
    by_id = {one.pk: one for one in sessions}
    for one in _coming(by_id):
        first_day = by_id[one.session_id].first_day
        if timezone.localdate(one.confirmed_at) < first_day - WEEK:
            key = f"week-before-{first_day:%G-%V}-{one.session_id}-{one.person.user_id}"
            yield Draft(one.person.user, IN_A_WEEK, {"enrolment": one.pk}, key)
    for session in sessions:
        for trainer in session.trainers.order_by("pk"):
            key = f"week-before-{session.first_day:%G-%V}-{session.pk}-{trainer.pk}"
            yield Draft(trainer, TRAINER_IN_A_WEEK, {"session": session.pk}, key)


def _standing():
    return Session.objects.published().alive()


def _coming(sessions) -> list[Enrolment]:
    rows = Enrolment.objects.filter(session__in=list(sessions), status__in=COMING, person__user__isnull=False)
    return list(rows.select_related("person__user").order_by("pk"))
