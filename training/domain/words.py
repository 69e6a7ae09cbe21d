"""How people say a day, an hour and a duration, in the language of the reader."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time

from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.days import said
from training.models import HalfDay


def day(value: date) -> str:
    """'mardi 5 octobre', 'lundi 1er novembre'; 'dinsdag 5 oktober'."""
    return said(value, "l j F")


def dated(value: date) -> str:
    """'mardi 5 octobre 2027': where another year is possible."""
    return f"{day(value)} {value.year}"


def clock(value: time) -> str:
    """'9 h', '9 h 30'; '9.00 uur', '9.30 uur'."""
    if not value.minute:
        return pgettext("time of the day", "%(hour)d h") % {"hour": value.hour}
    template = pgettext("time of the day", "%(hour)d h %(minute)02d")
    return template % {"hour": value.hour, "minute": value.minute}


def duration(minutes: int) -> str:
    """'12 h 30', '12 h', '45 min'. Never rounded: minutes are what is signed for."""
    hours, rest = divmod(minutes, 60)
    if not hours and rest:
        return _("%(minutes)d min") % {"minutes": rest}
    if not rest:
        return pgettext("duration", "%(hours)d h") % {"hours": hours}
    return pgettext("duration", "%(hours)d h %(minutes)02d") % {"hours": hours, "minutes": rest}


def moment(value: datetime) -> str:
    """'vendredi 4 décembre à 10 h', 'vrijdag 4 december om 10 uur', on the wall clock."""
    local = timezone.localtime(value)
    return pgettext("day at time", "%(day)s at %(time)s") % {"day": day(local), "time": clock(local.time())}


def span(start: time, end: time) -> str:
    """'9 h – 12 h 30', '9.00 uur – 12.30 uur'."""
    return f"{clock(start)} – {clock(end)}"


def weekly(half_days: Iterable[HalfDay]) -> list[str]:
    """The habit of the week, in words: 'Tuesday, 9 h – 12 h'. What happens once only is not a habit."""
    habits = Counter((one.date.weekday(), one.start_time, one.end_time) for one in half_days)
    return [
        _("%(weekday)s, %(start)s – %(end)s")
        % {"weekday": capfirst(WEEKDAYS[weekday]), "start": clock(start), "end": clock(end)}
        for (weekday, start, end), times in sorted(habits.items())
        if times > 1
    ]


def period(first: date, last: date) -> str:
    """'du 11 janvier au 1er mars 2027', 'van 14 december 2026 tot 1 maart 2027'."""
    year = f" {first.year}" if first.year != last.year else ""
    facts = {"first": f"{said(first, 'j F')}{year}", "last": f"{said(last, 'j F')} {last.year}"}
    return _("from %(first)s to %(last)s") % facts
