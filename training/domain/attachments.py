"""Files that a person adds to a request: added, scanned, taken back, deleted in time (decision 0081)."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.rules import YES, Verdict
from training.domain import received, transferring
from training.domain.moves import holder_or_office
from training.domain.permissions import insist
from training.enums import ACTIVE, AttachmentKind, EnrolmentStatus, ScanState
from training.exceptions import Refusal
from training.models import Attachment, Enrolment
from training.signals import attachment_added

S = EnrolmentStatus
CAME_TO_NOTHING = (S.WITHDRAWN, S.REFUSED, S.NO_SHOW, S.TRANSFERRED)
AFTER_THE_SESSION = timedelta(days=365)
AFTER_NOTHING = timedelta(days=182)
FOLDER = "attachments"


def can_attach(user: User | None, enrolment: Enrolment) -> Verdict:
    """The person or the office, while something can still be decided or followed."""
    if user is not None and not (verdict := holder_or_office(user, enrolment)):
        return verdict
    if enrolment.status not in ACTIVE or enrolment.status == S.COMPLETED:
        return Verdict(False, _("This request is closed: nothing can be added."))
    return YES


@transaction.atomic
def attach(*, enrolment: Enrolment, kind: str, content: bytes, by: User | None) -> Attachment:
    """Keeps the file; a new one of the same kind takes the place of the old one.

    Refuses who may not, a file of the wrong type or size. It is served once the scanner found it clean, at
    once where no scanner is set.
    """
    insist(can_attach(by, enrolment))
    if kind not in AttachmentKind.values:
        raise Refusal(_("Choose what it is."), code="kind")
    stored = received.store(content, folder=FOLDER)
    Enrolment.objects.select_for_update(of=("self",), no_key=True).get(pk=enrolment.pk)
    for old in Attachment.objects.filter(enrolment=enrolment, kind=kind):
        old.delete()
    attachment = Attachment.objects.create(
        enrolment=enrolment,
        kind=kind,
        added_by=by,
        **stored,
    )
    if attachment.scan == ScanState.WAITING:
        news = {"attachment_id": attachment.pk}
        transaction.on_commit(lambda: attachment_added.send_robust(Attachment, **news))
    return attachment


@transaction.atomic
def take_back(*, attachment: Attachment, by: User | None) -> None:
    """The person, or the office for them, removes a file: the row and the bytes."""
    if by is not None:
        insist(holder_or_office(by, attachment.enrolment))
    attachment.delete()


# Scanning


def scan(attachment_id: int) -> None:
    """Idempotent; see `received.scan`."""
    received.scan(Attachment, attachment_id)


def scan_waiting() -> None:
    received.scan_waiting(Attachment)


# Keeping, and no longer


def over_their_time(*, at: datetime | None = None) -> QuerySet[Attachment]:
    now = at or timezone.now()
    rows = Attachment.objects.annotate(last_move=Max("enrolment__events__at"))
    nothing = Q(enrolment__status__in=CAME_TO_NOTHING, last_move__lt=now - AFTER_NOTHING)
    over = Q(enrolment__session__last_day__lt=timezone.localdate(now) - AFTER_THE_SESSION)
    return rows.filter(nothing | over).order_by("pk")


def forget() -> int:
    """Deletes them, rows and bytes. Returns how many."""
    due = list(over_their_time())
    for attachment in due:
        attachment.delete()
    return len(due)


def forget_strays(*, at: datetime | None = None) -> int:
    """Deletes bytes of yesterday that no row knows. Returns how many."""
    return received.forget_strays(Attachment, FOLDER, at=at)


def attachments_follow(old: Enrolment, new: Enrolment) -> None:
    """Moved, not copied: whoever decides is in the new session."""
    old.attachments.update(enrolment=new)


transferring.FOLLOWS.append(attachments_follow)
