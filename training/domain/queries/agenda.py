"""Half-days as a calendar file (RFC 5545, RFC 5546) that a telephone can keep."""

from collections.abc import Sequence
from datetime import timedelta
from email.utils import parseaddr

from django.conf import settings
from django.utils import timezone
from icalendar import STATUS, Calendar, Event, vCalAddress

from training.models import Enrolment, HalfDay, Session

FILE_NAME = "grenstaal.ics"
MIME_TYPE = "text/calendar"
PUBLISH, CANCEL = "PUBLISH", "CANCEL"


def as_ics(enrolment: Enrolment, *, url: str) -> bytes:
    """Every half-day of the session, the cancelled ones marked as such. `url`: the page of the enrolment."""
    session = enrolment.session
    return calendar(session, list(session.half_days.select_related("room")), url=url)


def calendar(session: Session, half_days: Sequence[HalfDay], *, url: str, method: str = PUBLISH) -> bytes:
    """These half-days in Europe/Paris, with its definition.

    A half-day keeps its UID and raises its SEQUENCE when it moves or is cancelled: opening a newer file mends
    an older one. A cancelled one says so whatever the method; CANCEL takes all of them out of the calendar.
    Titles are in the reader's language.
    """
    found = Calendar.new(prodid="-//Grenstaal//Training//FR", name=str(session.title), method=method)
    for half_day in half_days:
        found.add_component(_event(half_day, title=str(session.title), url=url))
    if half_days:
        days = [one.date for one in half_days]
        day = timedelta(days=1)  # the library looks for the change of the clock between these two
        found.add_missing_timezones(min(days) - day, max(days) + day)
    return found.to_ical()


def updates(session: Session, half_days: Sequence[HalfDay], *, url: str) -> list[tuple[str, bytes, str]]:
    """What a letter about changes carries: a file with what is held now, one that takes out what is not."""
    held = [one for one in half_days if not one.cancelled_at]
    gone = [one for one in half_days if one.cancelled_at]
    files = [(FILE_NAME, held, PUBLISH), ("grenstaal-cancelled.ics", gone, CANCEL)]
    return [
        (name, calendar(session, some, url=url, method=method), f"{MIME_TYPE}; method={method}")
        for name, some, method in files
        if some
    ]


def _event(half_day: HalfDay, *, title: str, url: str) -> Event:
    return Event.new(
        uid=f"{half_day.uid}@grenstaal",
        sequence=half_day.sequence,
        stamp=timezone.now(),
        start=half_day.starts_at,
        end=half_day.ends_at,
        summary=title,
        location=place(half_day),
        status=STATUS.CANCELLED if half_day.cancelled_at else STATUS.CONFIRMED,
        organizer=vCalAddress.new(_sender(), cn="Grenstaal"),
        url=url,
    )


def _sender() -> str:
    """The bare address of DEFAULT_FROM_EMAIL: RFC 5546 asks who publishes."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def place(half_day: HalfDay) -> str:
    if half_day.room is None:
        return str(half_day.get_modality_display())
    room = half_day.room
    return ", ".join(part for part in (room.name, room.building, room.address) if part)
