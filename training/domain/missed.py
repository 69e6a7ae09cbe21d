"""Who missed the last half-days without a reason: as the registers say, with what was corrected since."""

from collections import defaultdict
from datetime import date

from training.models import Attendance, Session


def lately(session: Session) -> dict[int, list[date]]:
    """By enrolment, the days of the last half-days in a row that were missed unjustified, the newest first.

    Of closed registers. A half-day of which no hours were due neither makes a row longer nor ends it, as with
    the alerts (`training.domain.noticing`). Nobody stands here who came to the last one. One query.
    """
    marks = Attendance.objects.standing().filter(half_day__session=session, half_day__closed_at__isnull=False)
    newest = marks.order_by("-half_day__date", "-half_day__start_time")
    rows: dict[int, list[date]] = defaultdict(list)
    ended: set[int] = set()
    for one, day, code, justified, is_due in newest.values_list(
        "enrolment", "half_day__date", "stands_code", "stands_justified", "stands_due"
    ):
        if is_due is False or one in ended:
            continue
        if code is None or justified:
            ended.add(one)
        else:
            rows[one].append(day)
    return dict(rows)
