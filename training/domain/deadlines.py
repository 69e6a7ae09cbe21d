"""Last days to enrol, to be offered a place, to withdraw on line: all before the first lesson."""

from datetime import date

from django.utils.translation import gettext as _

from training.domain import words
from training.exceptions import Refusal


def insist_on_before_start(day: date | None, first_day: date, *, code: str) -> None:
    """Refuses a last day on which the course has begun: nothing could be done on it.

    Not a constraint: the first day moves with the half-days, and must not be held up by these.
    """
    if day is not None and day >= first_day:
        facts = {"day": words.day(first_day)}
        raise Refusal(_("Choose a day before the first lesson (%(day)s).") % facts, code=code)
