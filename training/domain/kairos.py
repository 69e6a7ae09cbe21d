"""What France Travail must be told of a jobseeker in training: by hand, in its portal KAIROS (decision 0082).

The portal has no public interface. The office reads the sheet, copies each field, and ticks what it entered.
AIS: the certificate of enrolment, once a place is reserved. AES: the certificate of entry, on the first day
and within 72 hours. Then validation by France Travail, and the end.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.domain import messages
from accounts.enums import FranceTravailMissing
from accounts.models import User
from training.domain.moves import office
from training.domain.permissions import insist
from training.domain.queries.told import coordinators
from training.enums import FOLLOWED, KAIROS_STEPS, KairosStep
from training.exceptions import Refusal
from training.models import Enrolment, KairosEntry, Session

ENTRY_WITHIN = timedelta(hours=72)
LATE = "training/emails/kairos_late"


@transaction.atomic
def note(
    *, enrolment: Enrolment, done: Collection[str], by: User | None, seen: Collection[str] = KAIROS_STEPS
) -> list[KairosEntry]:
    """The steps that are entered in KAIROS now: new ones are noted, those no longer ticked are taken back.

    `seen`: what stood ticked on the page that was sent; a step that somebody else noted meanwhile stays.
    Idempotent: a step keeps who noted it and when. Refuses a step that does not exist.
    """
    if by is not None:
        insist(office(by, enrolment))
    if not set(done) <= set(KAIROS_STEPS):
        raise Refusal(_("Choose steps of the list."), code="step")
    Enrolment.objects.select_for_update(of=("self",), no_key=True).get(pk=enrolment.pk)
    known = set(enrolment.kairos_entries.values_list("step", flat=True))
    taken_back = set(seen) & set(KAIROS_STEPS) - set(done)
    enrolment.kairos_entries.filter(step__in=taken_back).delete()
    for step in KAIROS_STEPS:
        if step in done and step not in known:
            KairosEntry.objects.create(enrolment=enrolment, step=step, at=timezone.now(), by=by)
    return list(enrolment.kairos_entries.filter(step__in=KAIROS_STEPS))


def concerned() -> QuerySet[Enrolment]:
    """People of whom France Travail must hear: not who said that they are not registered there."""
    return Enrolment.objects.exclude(person__france_travail_missing=FranceTravailMissing.NOT_REGISTERED)


def late(*, at: datetime | None = None) -> QuerySet[Enrolment]:
    """In training for more than 72 hours without a certificate of entry, longest first.

    For who came over from another session the hours begin there: with the transfer, or its first day.
    """
    limit = (at or timezone.now()) - ENTRY_WITHIN
    entered = concerned().filter(status__in=FOLLOWED, entered_at__lt=limit, confirmed_at__lt=limit)
    entered = entered.filter(session__first_day__lte=timezone.localdate(limit))
    return entered.exclude(kairos_entries__step=KairosStep.AES).order_by("entered_at", "pk")


def alarm() -> int:
    """Writes to the coordinators about who became late, one letter a session. Returns how many people.

    Idempotent: that the alarm was given is noted with the letter, in one transaction.
    """
    untold = late().exclude(kairos_entries__step=KairosStep.ALARM)
    sessions = set(untold.values_list("session", flat=True))
    return sum(_alarm(session_id) for session_id in sorted(sessions))


@transaction.atomic
def _alarm(session_id: int) -> int:
    """Under the session's row, so that two workers write one letter."""
    Session.objects.select_for_update(of=("self",), no_key=True).get(pk=session_id)
    people = list(late().filter(session=session_id).exclude(kairos_entries__step=KairosStep.ALARM))
    for one in people:
        KairosEntry.objects.create(enrolment=one, step=KairosStep.ALARM, at=timezone.now())
    for coordinator in coordinators() if people else ():
        messages.queue(
            recipient=coordinator,
            template=LATE,
            ids={"session": session_id, "enrolments": [one.pk for one in people]},
            dedupe_key=f"kairos-{people[0].pk}-{coordinator.pk}",
        )
    return len(people)


def hours_a_week(minutes_by_week: dict[tuple[int, int], int]) -> int:
    """Minutes of the usual week: the most frequent length, the longer of two."""
    weeks: dict[int, int] = defaultdict(int)
    for minutes in minutes_by_week.values():
        weeks[minutes] += 1
    return max(weeks, key=lambda minutes: (weeks[minutes], minutes), default=0)
