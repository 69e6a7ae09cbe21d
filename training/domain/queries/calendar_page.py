"""The lessons of a month or a week, day by day; and the dates of the courses, for everybody."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext

from accounts.bilingual import reader_language
from accounts.models import User
from documents.towns import town_name
from training.domain import words
from training.domain.calendar import public_holiday
from training.domain.period import Period
from training.domain.queries import agenda, lessons
from training.models import HalfDay, Room, Session


@dataclass(frozen=True)
class Entry:
    """One line of a day. `note`: what is special about it, in a word or two."""

    day: date
    when: str
    title: str
    place: str
    url: str
    note: str = ""
    is_off: bool = False
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Day:
    date: date
    is_today: bool
    holiday: str
    entries: list[Entry]

    @property
    def says_something(self) -> bool:
        """Whether a list that leaves empty days out shows it."""
        return bool(self.entries or self.holiday or self.is_today)


@dataclass(frozen=True)
class Page:
    """`next_day`: where the next entry is when this period holds none."""

    period: Period
    today: date
    days: list[Day]
    next_day: date | None

    @property
    def is_empty(self) -> bool:
        return not any(day.entries for day in self.days)

    @property
    def weekdays(self) -> list[date]:
        """Seven days whose names head the columns."""
        monday = Period("week", self.period.first).first
        return Period("week", monday).days


@dataclass(frozen=True)
class Wanted:
    """What the office looks at; empty means everything."""

    room: Room | None = None
    trainer: User | None = None
    town: str = ""
    where: dict = field(init=False)

    def __post_init__(self) -> None:
        chosen = {"room": self.room, "trainer": self.trainer, "room__town": self.town}
        object.__setattr__(self, "where", {name: value for name, value in chosen.items() if value})


def own(user: User, period: Period, wanted: Wanted) -> Page:
    """What the reader follows or teaches; for the office, everything that fits what it looks at.

    The same number of queries for one lesson and for thirty.
    """
    rows = lessons.of(user).filter(**wanted.where).select_related("trainer")
    enrolments = dict(lessons.followed(user).values_list("session", "pk"))
    here = rows.filter(date__gte=period.first, date__lte=period.last).order_by("date", "start_time", "pk")
    entries = [_lesson(one, user, enrolments) for one in here]
    coming = rows.filter(cancelled_at=None, date__gt=max(period.last, timezone.localdate()))
    return page(period, entries, next_day=None if entries else _first(coming.order_by("date"), "date"))


def _lesson(half_day: HalfDay, user: User, enrolments: dict[int, int]) -> Entry:
    followed = enrolments.get(half_day.session_id)
    off = half_day.cancelled_at is not None
    details = (half_day.session.code, str(half_day.trainer or "")) if user.runs_the_office else ()
    return Entry(
        day=half_day.date,
        when=words.span(half_day.start_time, half_day.end_time),
        title=str(half_day.session.title),
        place=_place(half_day),
        url=_way(half_day, user, followed),
        note=pgettext("half-day", "Cancelled") if off else "",
        is_off=off,
        details=tuple(one for one in details if one),
    )


def _way(half_day: HalfDay, user: User, followed: int | None) -> str:
    if user.runs_the_office:
        return reverse("half_days_office:inspect", args=[half_day.pk])
    if followed:
        return reverse("my_enrolment", args=[followed])
    return "" if half_day.cancelled_at else reverse("register", args=[half_day.pk])


def _place(half_day: HalfDay) -> str:
    if half_day.room is None:
        return agenda.place(half_day)
    return f"{half_day.room.name}, {town_name(half_day.room.town)}"


def courses(period: Period) -> Page:
    """When courses begin and until when one enrols: for everybody, signed in or not."""
    alive = Session.objects.published().alive().select_related("room")
    begins = alive.filter(first_day__gte=period.first, first_day__lte=period.last)
    closes = alive.filter(enrolment_closes_on__gte=period.first, enrolment_closes_on__lte=period.last)
    entries = [
        _about(one, one.first_day, pgettext("calendar", "Begins")) for one in begins.order_by("code")
    ] + [
        _about(one, one.enrolment_closes_on, pgettext("calendar", "Last day to enrol"))
        for one in closes.order_by("code")
    ]
    coming = alive.filter(first_day__gt=max(period.last, timezone.localdate())).order_by("first_day")
    return page(period, entries, next_day=None if entries else _first(coming, "first_day"))


def _about(session: Session, day: date, when: str) -> Entry:
    place = town_name(session.room.town) if session.room else str(session.get_modality_display())
    rhythm = str(session.get_rhythm_display())
    url = reverse("enrol_start", args=[session.code])
    return Entry(day=day, when=when, title=str(session.title), place=place, url=url, details=(rhythm,))


def _first(rows, field: str) -> date | None:
    return rows.values_list(field, flat=True).first()


def page(period: Period, entries: Iterable[Entry], *, next_day: date | None) -> Page:
    by_day: dict[date, list[Entry]] = defaultdict(list)
    for one in entries:
        by_day[one.day].append(one)
    today = timezone.localdate()
    days = [Day(one, one == today, _holiday(one), by_day[one]) for one in period.days]
    return Page(period, today, days, next_day)


def _holiday(day: date) -> str:
    holiday = public_holiday(day)
    return getattr(holiday, reader_language()) if holiday else ""
