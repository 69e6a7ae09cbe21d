"""What becomes of a finished test: levels at entry in enrolments; forgotten without an account."""

from datetime import timedelta

from django.utils import timezone

from training.domain import progress
from training.enums import ENDED, EnrolmentStatus, Moment
from training.models import Assessment, Enrolment, PlacementAttempt

ANONYMOUS_KEPT_FOR = timedelta(days=30)
TAKES_LEVELS = [status for status in EnrolmentStatus if status not in (EnrolmentStatus.DRAFT, *ENDED)]


def latest(user_id: int | None) -> PlacementAttempt | None:
    """The last finished test of an account."""
    if user_id is None:
        return None
    return PlacementAttempt.objects.finished().filter(user=user_id).order_by("finished_at", "pk").last()


def keep(*, attempt: PlacementAttempt) -> int:
    """Records the levels in every enrolment of this person that was sent and has not begun. Idempotent."""
    if attempt.user_id is None or attempt.finished_at is None:
        return 0
    return sum(record(attempt, one) for one in waiting_for_levels().filter(person__user=attempt.user_id))


def keep_for(*, enrolment_id: int, user_id: int | None) -> int:
    """The same for one enrolment, when it is sent after the test was taken."""
    attempt = latest(user_id)
    if attempt is None:
        return 0
    return sum(record(attempt, one) for one in waiting_for_levels().filter(pk=enrolment_id))


def waiting_for_levels():
    today = timezone.localdate()
    return Enrolment.objects.filter(status__in=TAKES_LEVELS, session__first_day__gte=today)


def record(attempt: PlacementAttempt, enrolment: Enrolment) -> int:
    """How many levels are new. What was recorded before stays."""
    day = timezone.localdate(attempt.finished_at)
    results = list(attempt.results.all())
    known = Assessment.objects.filter(
        enrolment=enrolment, moment=Moment.ENTRY, recorded_at__gte=attempt.finished_at
    )
    done = set(known.values_list("skill", "source"))
    new = [one for one in results if (one.skill, one.source) not in done]
    for one in new:
        progress.record(
            enrolment=enrolment,
            moment=Moment.ENTRY,
            skill=one.skill,
            level=one.level,
            by=None,
            assessed_on=day,
            source=one.source,
        )
    return len(new)


def keep_what_was_missed() -> int:
    """For the sweeper: an announcement that was lost, a test taken just before an enrolment was sent."""
    since = timezone.now() - ANONYMOUS_KEPT_FOR
    recent = PlacementAttempt.objects.finished().filter(finished_at__gte=since, user__isnull=False)
    newest = recent.order_by("user_id", "-finished_at").distinct("user_id")
    return sum(keep(attempt=one) for one in list(newest))


def forget_anonymous() -> int:
    """Deletes tests without an account after 30 days. Returns how many."""
    old = PlacementAttempt.objects.filter(user=None, started_at__lt=timezone.now() - ANONYMOUS_KEPT_FOR)
    number = old.count()
    old.delete()
    return number
