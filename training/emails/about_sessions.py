"""What letters about a session share: its gaps, its facts in a table, where their buttons lead."""

from datetime import date, time

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.domain.letters import Gap, Words
from training.domain import words
from training.models import HalfDay, Session

COURSE = Gap(gettext_lazy("title of the course"), sample=gettext_lazy("Dutch in the warehouse"))
WHY_ENROLLED = gettext_lazy("You receive this message because you asked for a place in a course.")
WHY_TEACHES = gettext_lazy("You receive this message because you teach with us.")
WHY_REFERRED = gettext_lazy("You receive this message because you referred somebody to us.")
SAMPLE_DAY, SAMPLE_END = date(2027, 10, 5), date(2027, 12, 2)
SAMPLE_START, SAMPLE_STOP = time(9), time(12, 30)

Facts = list[tuple[Words, Words]]


def page(name: str, *args: object) -> str:
    return settings.SITE_URL + reverse(name, args=args)


def dates(session: Session) -> Facts:
    return [(_("Dates"), words.period(session.first_day, session.last_day))]


def facts(session: Session) -> Facts:
    """Dates, first lesson, place."""
    first: HalfDay | None = session.half_days.held().first()
    found = dates(session)
    if first is not None:
        found.append((_("First lesson"), lesson(first.date, first.start_time, first.end_time)))
    if session.room is not None:
        found.append((_("Place"), f"{session.room.name}, {session.room.address}"))
    return found


def lesson(day: date, start: time, end: time) -> str:
    return f"{words.day(day)}, {words.span(start, end)}"


def sample_lesson() -> str:
    return lesson(SAMPLE_DAY, SAMPLE_START, SAMPLE_STOP)


def sample_facts() -> Facts:
    return [
        (_("Dates"), words.period(SAMPLE_DAY, SAMPLE_END)),
        (_("First lesson"), sample_lesson()),
        (_("Place"), "Salle du Moulin, 1 place du Moulin"),
    ]
