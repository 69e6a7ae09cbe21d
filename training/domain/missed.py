"""Who missed the last half-days without a reason: as the registers say, with what was corrected since."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from training.domain import marks
from training.models import Session


def lately(session: Session) -> dict[int, list[date]]:
    """By enrolment, the days of the last half-days in a row that were missed unjustified. Two queries."""
    return of_marks(marks.of(session.enrolments.order_by().values_list("pk", flat=True)))


def of_marks(found: Sequence[marks.Mark]) -> dict[int, list[date]]:
    """The same of marks in order of time; the newest day first. Pure.

    Of closed registers. A half-day of which no hours were due neither makes a row longer nor ends it, as with
    the alerts (`training.domain.noticing`). Nobody stands here who came to the last one.
    """
    rows: dict[int, list[date]] = defaultdict(list)
    ended: set[int] = set()
    for one in reversed(found):
        if not one.is_due or one.enrolment in ended:
            continue
        if one.is_present or one.is_justified:
            ended.add(one.enrolment)
        else:
            rows[one.enrolment].append(one.day)
    return dict(rows)
