"""Half-days as a calendar file (RFC 5545, RFC 5546) that a telephone can keep."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.utils import timezone
from icalendar import STATUS, Calendar, Event, Timezone, vCalAddress, vDuration

from accounts.models import User
from training.models import Enrolment, HalfDay, Session

PRODUCT = "-//Grenstaal//Training//FR"
READ_AGAIN = timedelta(hours=1)
MARGIN = timedelta(days=370)  # the library looks for the changes of the clock between two days
FILE_NAME = "grenstaal.ics"
MIME_TYPE = "text/calendar"
PUBLISH, CANCEL = "PUBLISH", "CANCEL"
PUBLISHED = f"{MIME_TYPE}; method={PUBLISH}"
FILE_NAMES = {PUBLISH: FILE_NAME, CANCEL: "grenstaal-cancelled.ics"}


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
    found = Calendar.new(prodid=PRODUCT, name=str(session.title), method=method)
    organizer = vCalAddress.new(_sender(), cn="Grenstaal")
    now = timezone.now()
    for one in half_days:
        event = _event(one, title=str(session.title), url=url, stamp=now)
        event.organizer = organizer
        if method == CANCEL:
            event.status = STATUS.CANCELLED
        found.add_component(event)
    return _written(found, half_days)


def subscription(half_days: Sequence[HalfDay], *, uid: str, pages: dict[int, str]) -> bytes:
    """What a telephone reads again and again: no METHOD, nobody is asked anything.

    The same facts give the same bytes: each entry is stamped with its last change (`changed_at`). `uid` names
    the calendar, `pages`: session → address. Titles are in the reader's language.
    """
    found = Calendar.new(prodid=PRODUCT, name="Grenstaal", uid=uid, refresh_interval=READ_AGAIN)
    found.add("X-PUBLISHED-TTL", vDuration(READ_AGAIN).to_ical().decode())
    for one in half_days:
        title, url = str(one.session.title), pages[one.session_id]
        event = _event(one, title=title, url=url, stamp=one.changed_at)
        event.description = one.session.code
        event.LAST_MODIFIED = one.changed_at
        found.add_component(event)
    return _written(found, half_days)


def _written(found: Calendar, half_days: Sequence[HalfDay]) -> bytes:
    """With the definition of the time zone over the days of these lessons; of a year where there is none."""
    days = [one.date for one in half_days] or [timezone.localdate().replace(month=1, day=1)]
    around = {"first_date": min(days) - MARGIN, "last_date": max(days) + MARGIN}
    found.subcomponents.insert(0, Timezone.from_tzid(settings.TIME_ZONE, **around))
    return found.to_ical()


def updates(
    session: Session, half_days: Sequence[HalfDay], *, url: str, reader: User | None = None
) -> list[tuple[str, bytes, str]]:
    """What a letter about changes carries: a file with what is held now, one that takes out what is not.

    To a trainer (`reader`) a lesson that somebody else gives now is one that is not.
    """
    held = [one for one in half_days if _stays(one, reader)]
    gone = [one for one in half_days if not _stays(one, reader)]
    files = [(held, PUBLISH), (gone, CANCEL)]
    return [_file(session, some, url=url, method=method) for some, method in files if some]


def taken_out(session: Session, *, url: str) -> list[tuple[str, bytes, str]]:
    """For who leaves the session: what is still to come goes out of their calendar."""
    ahead = list(session.half_days.filter(date__gte=timezone.localdate()).select_related("room"))
    return [_file(session, ahead, url=url, method=CANCEL)] if ahead else []


def _file(session: Session, half_days: Sequence[HalfDay], *, url: str, method: str) -> tuple[str, bytes, str]:
    content = calendar(session, half_days, url=url, method=method)
    return FILE_NAMES[method], content, f"{MIME_TYPE}; method={method}"


def _stays(half_day: HalfDay, reader: User | None) -> bool:
    taught_by_other = reader is not None and half_day.trainer_id not in (None, reader.pk)
    return half_day.cancelled_at is None and not taught_by_other


def _event(half_day: HalfDay, *, title: str, url: str, stamp: datetime) -> Event:
    return Event.new(
        uid=f"{half_day.uid}@grenstaal",
        sequence=half_day.sequence,
        stamp=stamp,
        start=half_day.starts_at,
        end=half_day.ends_at,
        summary=title,
        location=place(half_day),
        status=STATUS.CANCELLED if half_day.cancelled_at else STATUS.CONFIRMED,
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
