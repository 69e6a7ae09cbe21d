""" "Tell me when a session opens": who asked, and the letter that goes when a session is published."""

from accounts.domain import messages, stopping
from accounts.domain.messages import Draft
from accounts.models import User
from training.models import Course, Interest, Session

SESSION_OPEN = "training/emails/session_open"


def express(*, course: Course, by: User) -> Interest:
    """From now on a letter when a session of this course is published. Idempotent. Takes back a stop."""
    stopping.resume(user=by, kind=SESSION_OPEN)
    return Interest.objects.get_or_create(course=course, user=by)[0]


def forget(*, course: Course, by: User) -> None:
    """No more letters about this course. Idempotent."""
    Interest.objects.filter(course=course, user=by).delete()


def tell_open(session: Session) -> int:
    """Queues the letter for everybody who asked; not for who is enrolled in it. Idempotent. In the
    transaction of the publication."""
    enrolled = session.enrolments.filter(person__user__isnull=False).values("person__user")
    asked = Interest.objects.filter(course=session.course).exclude(user__in=enrolled).select_related("user")
    return messages.queue_missing(
        Draft(one.user, SESSION_OPEN, {"session": session.pk}, f"session-open-{session.pk}-{one.user_id}")
        for one in asked.order_by("pk")
    )
