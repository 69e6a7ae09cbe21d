"""Absences announced before the start: by the person on a telephone, or by whom they told (decision 0102).

The class of the reason and nothing else. From the first minute of the lesson on the register has the word:
nothing is announced any more, and nothing is taken back. Every verb locks the row of the enrolment.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.domain import messages
from accounts.models import User
from accounts.rules import YES, Verdict
from training.domain import transferring
from training.domain.permissions import insist
from training.domain.violations import refused_by
from training.enums import ATTENDING
from training.exceptions import Refusal
from training.models import AbsenceCode, AnnouncedAbsence, Enrolment, HalfDay

LETTER = "training/emails/absence_announced"


def can_announce(user: User | None, enrolment: Enrolment) -> Verdict:
    """The person; or whom they rang up: their trainers, who referred them, the office."""
    if user is not None and not Enrolment.objects.visible_to(user).filter(pk=enrolment.pk).exists():
        return Verdict(False, _("Only the person and those who follow their course can do this."))
    if enrolment.status not in ATTENDING:
        return Verdict(False, _("Absences are announced by people who have a place in the course."))
    return YES


def codes() -> QuerySet[AbsenceCode]:
    """The reasons that can be given beforehand."""
    return AbsenceCode.objects.filter(retired=False, may_be_announced=True)


def lessons_to_come(enrolment: Enrolment) -> list[HalfDay]:
    """Those of the session that have not begun, the next first."""
    coming = enrolment.session.half_days.held().filter(date__gte=timezone.localdate(), closed_at=None)
    now = timezone.now()
    return [one for one in coming.order_by("date", "start_time", "pk") if one.starts_at > now]


def of(enrolment: Enrolment) -> QuerySet[AnnouncedAbsence]:
    """What stands, the next first."""
    standing = enrolment.announced_absences.standing().select_related("half_day", "absence_code")
    return standing.order_by("half_day__date", "half_day__start_time", "pk")


def to_come(enrolment: Enrolment) -> list[AnnouncedAbsence]:
    """Of lessons that have not begun."""
    coming = {one.pk for one in lessons_to_come(enrolment)}
    return [one for one in of(enrolment) if one.half_day_id in coming]


def expected(half_day: HalfDay) -> dict[int, AnnouncedAbsence]:
    """For the register, by enrolment: who said that they would not come, and why. One query.

    The code is what the register proposes for the person; a mark is written by whoever takes it.
    """
    rows = half_day.announced_absences.standing().select_related("absence_code")
    return {one.enrolment_id: one for one in rows}


@transaction.atomic
def announce(
    *, enrolment: Enrolment, half_days: Iterable[HalfDay], absence_code: AbsenceCode, by: User | None
) -> list[AnnouncedAbsence]:
    """Notes that the person will not come to these half-days, and tells who teaches them.

    Idempotent; another reason takes the place of the one before. Refuses a lesson that has begun, one of
    another session, a reason that cannot be announced.
    """
    insist(can_announce(by, enrolment))
    if absence_code.retired or not absence_code.may_be_announced:
        raise Refusal(_("Choose a reason of the list."), code="reason")
    half_days = list(half_days)
    if not half_days:
        raise Refusal(_("Choose at least one half-day."), code="none")
    Enrolment.objects.select_for_update(of=("self",), no_key=True).get(pk=enrolment.pk)
    coming = {one.pk: one for one in lessons_to_come(enrolment)}
    if any(one.pk not in coming for one in half_days):
        raise Refusal(_("One of these half-days has begun, or was moved. Look again."), code="begun")
    return [_announce(enrolment, coming[one.pk], absence_code, by) for one in half_days]


def _announce(
    enrolment: Enrolment, half_day: HalfDay, code: AbsenceCode, by: User | None
) -> AnnouncedAbsence:
    known = enrolment.announced_absences.standing().filter(half_day=half_day).first()
    if known is not None and known.absence_code_id == code.pk:
        return known
    now = timezone.now()
    if known is not None:
        _write_taken_back(known)
    facts = {"absence_code": code, "announced_at": now, "announced_by": by}
    with refused_by(AnnouncedAbsence):
        announced = AnnouncedAbsence.objects.create(enrolment=enrolment, half_day=half_day, **facts)
    if known is None:
        _tell(announced, by, "announced")
    return announced


@transaction.atomic
def take_back(*, announced: AnnouncedAbsence, by: User | None) -> AnnouncedAbsence:
    """The person comes after all. Idempotent; refuses once the lesson has begun."""
    insist(can_announce(by, announced.enrolment))
    Enrolment.objects.select_for_update(of=("self",), no_key=True).get(pk=announced.enrolment_id)
    announced = AnnouncedAbsence.objects.select_related("half_day__session", "enrolment").get(pk=announced.pk)
    if announced.withdrawn_at is not None:
        return announced
    if announced.half_day.starts_at <= timezone.now():
        raise Refusal(_("The lesson has begun: the register has the word now."), code="begun")
    _write_taken_back(announced)
    _tell(announced, by, "taken-back")
    return announced


def _write_taken_back(announced: AnnouncedAbsence) -> None:
    announced.withdrawn_at = timezone.now()
    announced.save(update_fields=["withdrawn_at"])


def _tell(announced: AnnouncedAbsence, by: User | None, what: str) -> None:
    """Who teaches the half-day, but for whoever wrote it down; several in a row make one letter."""
    half_day = announced.half_day
    trainers = [half_day.trainer] if half_day.trainer else half_day.session.trainers.order_by("pk")
    for trainer in trainers:
        if trainer != by and trainer.is_active:
            messages.gather(
                recipient=trainer,
                template=LETTER,
                ids={"session": half_day.session_id, "reader": trainer.pk},
                item=announced.pk,
                dedupe_key=f"{what}-{announced.pk}-{trainer.pk}",
            )


def taken_back_with_the_place(old: Enrolment, new: Enrolment) -> None:
    """Whoever goes to another session no longer misses the lessons of this one; what is past stays."""
    coming = [one.pk for one in lessons_to_come(old)]
    old.announced_absences.standing().filter(half_day__in=coming).update(withdrawn_at=timezone.now())


def lapse(half_day: HalfDay) -> None:
    """The lesson goes to another day or part of the day: what was said of the old one says nothing of it.

    In the transaction that moves it. The people read it in the letter about the change.
    """
    half_day.announced_absences.standing().update(withdrawn_at=timezone.now())


transferring.FOLLOWS.append(taken_back_with_the_place)
