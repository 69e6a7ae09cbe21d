"""When a trainer cannot teach: entered by herself or by the office. Nobody asks why.

The database keeps lessons and absences apart (`training.models.clashes`), so lessons that lie within are
handed over in the same step: they have no trainer until the office finds somebody.
"""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.rules import YES, Verdict
from training.domain import words
from training.domain.permissions import insist
from training.domain.violations import refused_by
from training.exceptions import Refusal
from training.models import HalfDay, Unavailability

KEPT_FOR = timedelta(days=365)  # after the last day


def can_enter(user: User | None, trainer: User) -> Verdict:
    if user is None or user.runs_the_office or user == trainer:
        return YES
    return Verdict(False, _("Only the trainer or the coordination can do this."))


def lessons_within(absence: Unavailability) -> list[HalfDay]:
    """What this trainer teaches in that time, whether the absence is written yet or not."""
    rows = HalfDay.objects.held().filter(
        trainer=absence.trainer_id, date__range=(absence.first_day, absence.last_day)
    )
    return [one for one in rows.select_related("session", "room") if absence.covers(one.date, one.part)]


@transaction.atomic
def enter(
    *,
    trainer: User,
    first_day: date,
    first_part: str,
    last_day: date,
    last_part: str,
    by: User | None,
    hands_over: bool = False,
) -> Unavailability:
    """Notes that she is away, both half-days included. Locks her lessons within, then her account.

    Refuses with code "teaches" while she has lessons then, unless she `hands_over` them; never for a lesson
    whose register is closed.
    """
    insist(can_enter(by, trainer))
    absence = Unavailability(
        trainer=trainer,
        first_day=first_day,
        first_part=first_part,
        last_day=last_day,
        last_part=last_part,
        entered_by=by,
    )
    _hand_over(lessons_within(absence), agreed=hands_over)
    with refused_by(Unavailability):
        absence.save()
    return absence


def _hand_over(lessons: list[HalfDay], *, agreed: bool) -> None:
    for one in lessons:
        if one.is_closed:
            sentence = _("The register of %(day)s is closed: there was a lesson.")
            raise Refusal(sentence % {"day": words.day(one.date)}, code="closed")
    if lessons and not agreed:
        raise Refusal(_("There are lessons in this time."), code="teaches")
    ids = [one.pk for one in lessons]
    rows = HalfDay.objects.filter(pk__in=ids).order_by("pk")
    list(rows.select_for_update(of=("self",), no_key=True))
    rows.update(trainer=None)


@transaction.atomic
def remove(*, absence: Unavailability, by: User | None) -> None:
    """She is there after all. Lessons that were handed over stay where they are."""
    insist(can_enter(by, absence.trainer))
    absence.delete()


def forget_old() -> int:
    """Deletes what lies more than a year back. Returns how many."""
    old = Unavailability.objects.filter(last_day__lt=timezone.localdate() - KEPT_FOR)
    number = old.count()
    old.delete()
    return number
