"""What is kept no longer: requests that came to nothing, 24 months after the last sign of life.

A month before, the person is written to; signing in keeps the request. A course that was followed, even in
part, stays with its register (domain report, 6.3; docs/decisions/0061). Each function may run at any time,
twice, or after being killed.
"""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, F, Max, OuterRef, ProtectedError, Q, QuerySet
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from accounts.domain import messages
from accounts.models import Person
from training.enums import EnrolmentStatus
from training.models import Assessment, Attendance, Enrolment, OpenRequest

logger = logging.getLogger(__name__)
S = EnrolmentStatus
REQUESTS_KEPT_FOR = timedelta(days=730)
NOTICE = timedelta(days=30)
DECIDED = (S.WITHDRAWN, S.REFUSED, S.NO_SHOW)
UNDECIDED = (S.SUBMITTED, S.INTERVIEW, S.WAITLISTED, S.OFFERED, S.CONFIRMED)


def came_to_nothing(*, at: datetime | None = None) -> QuerySet[Enrolment]:
    """Requests of people who never entered the course and stand in no register. Adds `last_sign`.

    Still undecided ones count once their session is over.
    """
    over = Q(session__last_day__lt=timezone.localdate(at))
    marks = Attendance.objects.filter(enrolment=OuterRef("pk"))
    levels = Assessment.objects.filter(enrolment=OuterRef("pk"))
    nothing = Enrolment.objects.filter(Q(status__in=DECIDED) | Q(status__in=UNDECIDED) & over)
    nothing = nothing.filter(~Exists(marks), ~Exists(levels), entered_at=None)
    last_move = Coalesce(Max("events__at"), "created_at")
    return nothing.annotate(last_sign=Greatest(last_move, "person__user__last_login"))


def to_announce(*, at: datetime | None = None) -> QuerySet[Enrolment]:
    """Those whose time is over in a month and whose person has not been told since the last sign of life."""
    soon = came_to_nothing(at=at).filter(last_sign__lt=(at or timezone.now()) - REQUESTS_KEPT_FOR + NOTICE)
    untold = Q(removal_announced_at=None) | Q(removal_announced_at__lte=F("last_sign"))
    return soon.filter(untold, person__user__is_active=True)


def to_remove(*, at: datetime | None = None) -> QuerySet[Enrolment]:
    """Those whose time is over and whose notice has run out, or to whom nobody can write."""
    now = at or timezone.now()
    late = came_to_nothing(at=at).filter(last_sign__lt=now - REQUESTS_KEPT_FOR)
    told = Q(removal_announced_at__lte=now - NOTICE, removal_announced_at__gt=F("last_sign"))
    nobody = Q(person__user=None) | Q(person__user__is_active=False)
    return late.filter(told | nobody)


def empty_files(*, at: datetime | None = None) -> QuerySet[Person]:
    """Files without any enrolment, of people who gave no sign of life for as long."""
    limit = (at or timezone.now()) - REQUESTS_KEPT_FOR
    silent = Q(user=None) | Q(user__last_login=None) | Q(user__last_login__lt=limit)
    return Person.objects.alive().filter(silent, enrolments=None, created_at__lt=limit)


def old_wishes(*, at: datetime | None = None) -> QuerySet[OpenRequest]:
    """Requests for any session, closed for as long; one that led to an enrolment stays as long as that."""
    limit = (at or timezone.now()) - REQUESTS_KEPT_FOR
    return OpenRequest.objects.filter(closed_at__lt=limit, enrolments=None)


def announce() -> int:
    """Writes once to each person whose requests go within a month. Returns how many people."""
    people = set(to_announce().values_list("person", flat=True))
    return sum(_announce(person_id) for person_id in sorted(people))


@transaction.atomic
def _announce(person_id: int) -> bool:
    """Under the person's lock, so that two workers write one letter."""
    person = Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person_id)
    requests = list(to_announce().filter(person=person).values_list("pk", flat=True))
    if not requests:
        return False
    now = timezone.now()
    Enrolment.objects.filter(pk__in=requests).update(removal_announced_at=now)
    key = f"removal:{person.pk}:{now.date()}"
    ids = {"person": person.pk, "on": (now + NOTICE).date().isoformat()}
    messages.queue(recipient=person.user, template="training/emails/removal", ids=ids, dedupe_key=key)
    return True


def remove() -> dict[str, int]:
    """Deletes what is due, one person at a time; says how many requests, files and accounts went."""
    requests = sum(_remove(pk) for pk in list(to_remove().values_list("pk", flat=True)))
    requests += sum(_gone(wish, "wish") for wish in list(old_wishes().order_by("pk")))
    files, accounts = 0, 0
    for pk in list(empty_files().values_list("pk", flat=True)):
        closed = _remove_file(pk)
        files, accounts = files + (closed is not None), accounts + bool(closed)
    return {"requests": requests, "files": files, "accounts": accounts}


@transaction.atomic
def _remove(enrolment_id: int) -> bool:
    """Locks the request, then looks again: somebody may have signed in, or another worker come first."""
    request = Enrolment.objects.select_for_update(of=("self",)).filter(pk=enrolment_id).first()
    if request is None or not to_remove().filter(pk=enrolment_id).exists():
        return False
    return _gone(request, "request")


@transaction.atomic
def _remove_file(person_id: int) -> bool | None:
    """The file, and the account behind it when it holds no role. None: nothing went."""
    person = Person.objects.select_for_update(of=("self",)).filter(pk=person_id).first()
    if person is None or not empty_files().filter(pk=person_id).exists() or not _gone(person, "file"):
        return None
    account = person.user
    if account is None or account.is_superuser or account.memberships.exists():
        return False
    return _gone(account, "account")


def _gone(row: Enrolment | OpenRequest | Person, what: str) -> bool:
    """What a floor above still holds on to stays, and is said in the log by its number."""
    pk = row.pk
    try:
        with transaction.atomic():
            row.delete()
    except ProtectedError:
        logger.warning("%s %s is over its time but still in use: kept", what, pk)
        return False
    return True
