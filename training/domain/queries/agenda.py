"""The half-days of an enrolment as a calendar file (RFC 5545) that a telephone can keep."""

from datetime import timedelta

from django.utils import timezone
from icalendar import STATUS, Calendar, Event

from training.models import Enrolment, HalfDay

FILE_NAME = "grenstaal.ics"
MIME_TYPE = "text/calendar"


def as_ics(enrolment: Enrolment, *, url: str) -> bytes:
    """Every half-day, the cancelled ones marked as such, in Europe/Paris with its definition.

    A half-day keeps its UID and raises its SEQUENCE when it moves: opening a newer file mends an older one.
    Titles are in the reader's language. `url` is the page of the enrolment.
    """
    half_days = list(enrolment.session.half_days.select_related("room"))
    calendar = Calendar.new(
        prodid="-//Grenstaal//Training//FR", name=str(enrolment.session.title), method="PUBLISH"
    )
    for half_day in half_days:
        calendar.add_component(_event(half_day, title=str(enrolment.session.title), url=url))
    if half_days:
        day = timedelta(days=1)  # the library looks for the change of the clock between these two
        calendar.add_missing_timezones(half_days[0].date - day, half_days[-1].date + day)
    return calendar.to_ical()


def _event(half_day: HalfDay, *, title: str, url: str) -> Event:
    return Event.new(
        uid=f"{half_day.uid}@grenstaal",
        sequence=half_day.sequence,
        stamp=timezone.now(),
        start=half_day.starts_at,
        end=half_day.ends_at,
        summary=title,
        location=_place(half_day),
        status=STATUS.CANCELLED if half_day.cancelled_at else STATUS.CONFIRMED,
        url=url,
    )


def _place(half_day: HalfDay) -> str:
    if half_day.room is None:
        return str(half_day.get_modality_display())
    room = half_day.room
    return ", ".join(part for part in (room.name, room.building, room.address) if part)
