"""Files that people send, whatever they are for: stored, scanned, read, deleted in time (decision 0081).

Each table of such files is a `ReceivedFile` and has a folder of its own in the store.
"""

import logging
from datetime import datetime, timedelta
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db.models import QuerySet
from django.utils import timezone

from documents.models import archive
from training.domain import virus_scan
from training.domain.file_types import accepted
from training.enums import ScanState
from training.models.received_file import ReceivedFile

logger = logging.getLogger(__name__)
A_DAY = timedelta(days=1)


def store(content: bytes, *, folder: str) -> dict[str, object]:
    """Keeps the bytes and returns the fields of their row. Refuses a file of the wrong type or size.

    It is served once the scanner found it clean, at once where no scanner is set.
    """
    kept, media_type = accepted(content)
    return {
        "file": archive().save(f"{folder}/{uuid4()}", ContentFile(kept)),
        "media_type": media_type,
        "size": len(kept),
        "scan": ScanState.WAITING if virus_scan.is_set() else ScanState.NONE,
    }


def read(row: ReceivedFile) -> bytes:
    """The bytes of a file that may be served. Raises FileNotFoundError when the store has lost it."""
    with archive().open(row.file.name) as stored:
        return stored.read()


def waiting(model: type[ReceivedFile]) -> QuerySet[ReceivedFile]:
    return model.objects.filter(scan=ScanState.WAITING).order_by("pk")


def scan(model: type[ReceivedFile], pk: int) -> None:
    """Asks the scanner and notes what it found; an infected file is deleted at once. Idempotent.

    When the scanner is away the file goes on waiting, unserved: the sweep asks again each minute.
    """
    row = waiting(model).filter(pk=pk).first()
    if row is None:
        return
    try:
        clean = virus_scan.is_clean(read(row))
    except virus_scan.ScannerAway as away:
        logger.warning("%s %s waits: the scanner is away (%s)", model.__name__, row.pk, away)
        return
    name = row.file.name
    found = {"scan": ScanState.CLEAN} if clean else {"scan": ScanState.INFECTED, "file": ""}
    if waiting(model).filter(pk=row.pk).update(**found) and not clean:
        logger.warning("%s %s: the scanner found a virus; the file is deleted", model.__name__, row.pk)
        archive().delete(name)


def scan_waiting(model: type[ReceivedFile]) -> None:
    """Also what arrived before the scanner was switched off: without one it would wait for ever."""
    if not virus_scan.is_set():
        waiting(model).update(scan=ScanState.NONE)
    for pk in list(waiting(model).values_list("pk", flat=True)):
        scan(model, pk)


def forget_strays(model: type[ReceivedFile], folder: str, *, at: datetime | None = None) -> int:
    """Deletes bytes of yesterday that no row knows: their transaction failed after they were written.

    Returns how many. May run at any time, twice; a file that is being added now is younger than a day.
    """
    until = (at or timezone.now()) - A_DAY
    store, known = archive(), set(model.objects.exclude(file="").values_list("file", flat=True))
    strays = [
        name
        for name in _names_in(store, folder)
        if name not in known and store.get_modified_time(name) < until
    ]
    for name in strays:
        store.delete(name)
    return len(strays)


def _names_in(store: Storage, folder: str) -> list[str]:
    """An object store lists nothing where a disk has no folder yet."""
    try:
        _folders, names = store.listdir(folder)
    except FileNotFoundError:
        return []
    return [f"{folder}/{name}" for name in names]
