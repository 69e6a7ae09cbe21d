"""What a telephone reads at a private calendar address, and what tells it that nothing is new."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone, translation

from accounts.models import User
from training.domain.queries import agenda, lessons
from training.models import CalendarFeed, EnrolmentEvent, HalfDay, SessionEvent, TimetableChange

BEHIND, AHEAD = timedelta(days=92), timedelta(days=731)  # a quarter back, two years on


@dataclass(frozen=True)
class Reading:
    """`changed_at`: the last decision that could have changed the file."""

    content: bytes
    changed_at: datetime

    @property
    def etag(self) -> str:
        """Of the content itself, so that a room that was renamed is news as well."""
        return f'"{hashlib.sha256(self.content).hexdigest()[:32]}"'


def read(feed: CalendarFeed) -> Reading:
    """The lessons of the account, in its language: titles, places and codes, nobody's name or address."""
    today, user = timezone.localdate(), feed.user
    rows = lessons.of(user).filter(date__gte=today - BEHIND, date__lte=today + AHEAD)
    half_days = list(lessons.with_last_change(rows))
    with translation.override(user.language):
        content = agenda.subscription(
            half_days, uid=f"calendar-{feed.pk}@grenstaal", pages=pages(user, half_days)
        )
    return Reading(content, max([feed.made_at, *_decisions(user), *(one.changed_at for one in half_days)]))


def pages(user: User, half_days: list[HalfDay]) -> dict[int, str]:
    """Session → the page at which this reader finds more about it."""
    found = {one.session_id: _page_at_work(user, one.session_id) for one in half_days}
    followed = lessons.followed(user).values_list("session", "pk")
    found |= {session: reverse("my_enrolment", args=[enrolment]) for session, enrolment in followed}
    return {session: settings.SITE_URL + path for session, path in found.items()}


def _page_at_work(user: User, session_id: int) -> str:
    if user.runs_the_office:
        return reverse("sessions_office:inspect", args=[session_id])
    return reverse("trainer_today")


def _decisions(user: User) -> list[datetime]:
    """What can take a lesson out of the file: a place given up, another trainer, a session postponed."""
    latest = (
        EnrolmentEvent.objects.filter(enrolment__person__user=user).order_by().aggregate(at=Max("at")),
        TimetableChange.objects.filter(was_trainer=user).order_by().aggregate(at=Max("at")),
        SessionEvent.objects.order_by().aggregate(at=Max("at")),
    )
    return [one["at"] for one in latest if one["at"]]
