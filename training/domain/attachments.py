"""Files that a person adds to a request: added, scanned, taken back, deleted in time (decision 0081)."""

import logging
from datetime import datetime, timedelta
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.rules import YES, Verdict
from documents.models import archive
from training.domain import transferring, virus_scan
from training.domain.file_types import accepted
from training.domain.moves import holder_or_office
from training.domain.permissions import insist
from training.enums import ACTIVE, AttachmentKind, EnrolmentStatus, ScanState
from training.exceptions import Refusal
from training.models import Attachment, Enrolment
from training.signals import attachment_added

logger = logging.getLogger(__name__)
S = EnrolmentStatus
CAME_TO_NOTHING = (S.WITHDRAWN, S.REFUSED, S.NO_SHOW, S.TRANSFERRED)
AFTER_THE_SESSION = timedelta(days=365)
AFTER_NOTHING = timedelta(days=182)
FOLDER = "attachments"
A_DAY = timedelta(days=1)


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
    kept, media_type = accepted(content)
    Enrolment.objects.select_for_update(of=("self",), no_key=True).get(pk=enrolment.pk)
    for old in Attachment.objects.filter(enrolment=enrolment, kind=kind):
        old.delete()
    attachment = Attachment.objects.create(
        enrolment=enrolment,
        kind=kind,
        file=archive().save(f"{FOLDER}/{uuid4()}", ContentFile(kept)),
        media_type=media_type,
        size=len(kept),
        scan=ScanState.WAITING if virus_scan.is_set() else ScanState.NONE,
        added_by=by,
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


def read(attachment: Attachment) -> bytes:
    """The bytes of a file that may be served. Raises FileNotFoundError when the store has lost it."""
    with archive().open(attachment.file.name) as stored:
        return stored.read()


# Scanning


def waiting() -> QuerySet[Attachment]:
    return Attachment.objects.filter(scan=ScanState.WAITING).order_by("pk")


def scan(attachment_id: int) -> None:
    """Asks the scanner and notes what it found; an infected file is deleted at once. Idempotent.

    When the scanner is away the file goes on waiting, unserved: the sweep asks again each minute.
    """
    attachment = waiting().filter(pk=attachment_id).first()
    if attachment is None:
        return
    try:
        clean = virus_scan.is_clean(read(attachment))
    except virus_scan.ScannerAway as away:
        logger.warning("attachment %s waits: the scanner is away (%s)", attachment.pk, away)
        return
    name = attachment.file.name
    found = {"scan": ScanState.CLEAN} if clean else {"scan": ScanState.INFECTED, "file": ""}
    if waiting().filter(pk=attachment.pk).update(**found) and not clean:
        logger.warning("attachment %s: the scanner found a virus; the file is deleted", attachment.pk)
        archive().delete(name)


def scan_waiting() -> None:
    """Also what arrived before the scanner was switched off: without one it would wait for ever."""
    if not virus_scan.is_set():
        waiting().update(scan=ScanState.NONE)
    for attachment_id in list(waiting().values_list("pk", flat=True)):
        scan(attachment_id)


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
    """Deletes bytes of yesterday that no row knows: their transaction failed after they were written.

    Returns how many. May run at any time, twice; a file that is being added now is younger than a day.
    """
    until = (at or timezone.now()) - A_DAY
    store, known = archive(), set(Attachment.objects.exclude(file="").values_list("file", flat=True))
    strays = [
        name for name in _names_in(store) if name not in known and store.get_modified_time(name) < until
    ]
    for name in strays:
        store.delete(name)
    return len(strays)


def _names_in(store: Storage) -> list[str]:
    """An object store lists nothing where a disk has no folder yet."""
    try:
        _folders, names = store.listdir(FOLDER)
    except FileNotFoundError:
        return []
    return [f"{FOLDER}/{name}" for name in names]


def attachments_follow(old: Enrolment, new: Enrolment) -> None:
    """Moved, not copied: whoever decides is in the new session."""
    old.attachments.update(enrolment=new)


transferring.FOLLOWS.append(attachments_follow)
