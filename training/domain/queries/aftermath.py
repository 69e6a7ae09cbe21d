"""What a change of one half-day would make of its session, a sentence each: for the preview before it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from training.domain import words
from training.domain.timetable import is_called_so
from training.models import HalfDay, Session


def aftermath(session: Session, *, before: HalfDay | None, after: HalfDay | None) -> list[str]:
    """`before`: the half-day as it stands, None for a new one. `after`: as it would stand, None when it is
    cancelled. Reads, writes nothing. None of these keeps anybody from going on.
    """
    others = list(session.half_days.held().exclude(pk=before.pk if before else None))
    now, then = ([*others, one] if one else others for one in (before, after))
    found = [*_hours(session, now, then), *_frame(session, then)]
    return [*_called(after), *found] if after else found


def _hours(session: Session, now: list[HalfDay], then: list[HalfDay]) -> Iterator[str]:
    had, wanted, found = _minutes(now), session.course.minutes, _minutes(then)
    facts = {"found": words.duration(found), "wanted": words.duration(wanted)}
    if found != wanted:
        yield _("The half-days then last %(found)s together; the programme says %(wanted)s.") % facts
    elif had != wanted:
        yield _("The hours are then those of the programme: %(wanted)s.") % facts


def _minutes(half_days: list[HalfDay]) -> int:
    return sum(one.minutes for one in half_days)


def _frame(session: Session, then: list[HalfDay]) -> Iterator[str]:
    """The first and the last day follow the half-days; the days of enrolment do not."""
    if not then:
        yield _("The session then has no half-day left.")
        return
    first, last = min(one.date for one in then), max(one.date for one in then)
    if first != session.first_day:
        facts = {"day": words.dated(first), "before": words.dated(session.first_day)}
        yield _("The session then begins on %(day)s, no longer on %(before)s.") % facts
        if first <= session.enrolment_closes_on < session.first_day:
            facts = {"day": words.dated(session.enrolment_closes_on)}
            yield _("Enrolment is open until %(day)s, after the first lesson: change that too.") % facts
    if last != session.last_day:
        facts = {"day": words.dated(last), "before": words.dated(session.last_day)}
        yield _("The session then ends on %(day)s, no longer on %(before)s.") % facts


def _called(half_day: HalfDay) -> Iterator[str]:
    if not is_called_so(half_day.part, half_day.start_time):
        facts = {"part": half_day.get_part_display(), "time": words.clock(half_day.start_time)}
        yield _("It begins at %(time)s and is called “%(part)s” on the attendance sheets.") % facts
