"""What counts of a mark: the last correction, else the mark as it was signed."""

from django.db.models import Prefetch

from training.models import Amendment, Attendance

# With it a list of marks and what counts of each costs two queries.
CORRECTIONS = Prefetch(
    "amendments",
    Amendment.objects.select_related(
        "absence_code", "old_absence_code", "by", "mark__half_day", "mark__enrolment__person"
    ).order_by("at", "pk"),
)


def of(mark: Attendance) -> Attendance | Amendment:
    """Needs CORRECTIONS prefetched."""
    corrections = list(mark.amendments.all())
    return corrections[-1] if corrections else mark
