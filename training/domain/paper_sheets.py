"""Paper that comes back: the photo or scan of a signed sheet is filed to its half-days (decision 0103)."""

import hashlib
import logging
from collections.abc import Iterable
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.rules import YES, Verdict
from documents.models import archive
from training.domain import chain, paper_codes, sheet_reader, virus_scan
from training.domain.file_types import accepted
from training.domain.permissions import insist
from training.enums import LinkKind, ScanState
from training.exceptions import Refusal
from training.models import HalfDay, PaperSheet, Session
from training.signals import paper_sheet_added

logger = logging.getLogger(__name__)
FOLDER = "paper-sheets"


def can_bring_back(user: User, session: Session) -> Verdict:
    """Who sees registers of the session: the office, its trainers, a substitute for her half-day."""
    if HalfDay.objects.visible_to(user).filter(session=session).exists():
        return YES
    return Verdict(False, _("Only the trainers of this session and the coordination file its sheets."))


@transaction.atomic
def bring_back(*, session: Session, content: bytes, by: User, half_day: HalfDay | None = None) -> PaperSheet:
    """Keeps the file and files it to the half-days whose codes can be read on it. The same file comes once.

    `half_day`: it is sent from the page of this register. Without a readable code it is then filed there, by
    hand; with the code of another one it is filed nowhere before somebody confirms (`file_to`), not even when
    that one is of another session. Sent without it, a sheet on which no code can be read waits for somebody
    to say of which half-days it is. Refuses a file of the wrong type, and a sheet of a half-day that `by` may
    not see or, sent without `half_day`, of another session: nothing is kept.
    """
    insist(can_bring_back(by, session))
    sha256 = hashlib.sha256(content).hexdigest()
    if known := PaperSheet.objects.filter(session=session, sha256=sha256).first():
        return known
    kept, media_type = accepted(content)
    shown = _half_days_on(kept, media_type)
    if half_day and shown:
        session = shown[0].session
    _insist_on_own(shown, session=session, by=by)
    filed = _filed_at_once(shown, half_day)
    now = timezone.now()
    try:
        with transaction.atomic():
            sheet = PaperSheet.objects.create(
                session=session,
                file=archive().save(f"{FOLDER}/{uuid4()}", ContentFile(kept)),
                media_type=media_type,
                size=len(kept),
                sha256=sha256,
                scan=ScanState.WAITING if virus_scan.is_set() else ScanState.NONE,
                added_at=now,
                added_by=by,
                filed_at=now if filed else None,
                filed_by=by if filed and not shown else None,
            )
    except IntegrityError:  # the same file, sent twice at the same moment
        return PaperSheet.objects.get(session=session, sha256=sha256)
    sheet.shows.set(shown)
    _file(sheet, filed, by=by)
    if sheet.scan == ScanState.WAITING:
        news = {"sheet_id": sheet.pk}
        transaction.on_commit(lambda: paper_sheet_added.send_robust(PaperSheet, **news))
    return sheet


@transaction.atomic
def file_to(*, sheet: PaperSheet, half_days: Iterable[HalfDay], by: User) -> PaperSheet:
    """Somebody looked at the sheet and says of which half-days it is. Idempotent.

    Refuses none at all, and half-days of another session or that `by` may not see.
    """
    sheet = PaperSheet.objects.select_for_update(of=("self",), no_key=True).get(pk=sheet.pk)
    insist(can_bring_back(by, sheet.session))
    chosen = list(half_days)
    if not chosen:
        raise Refusal(_("Choose at least one half-day."), code="none")
    _insist_on_own(chosen, session=sheet.session, by=by)
    sheet.filed_at, sheet.filed_by = timezone.now(), by
    sheet.save(update_fields=["filed_at", "filed_by"])
    _file(sheet, chosen, by=by)
    return sheet


def read(sheet: PaperSheet) -> bytes:
    """The bytes of a sheet that may be served. Raises FileNotFoundError when the store has lost it."""
    with archive().open(sheet.file.name) as stored:
        return stored.read()


def _half_days_on(content: bytes, media_type: str) -> list[HalfDay]:
    texts = sheet_reader.texts(content, media_type=media_type)
    return list({one.pk: one for text in texts if (one := paper_codes.find(text))}.values())


def _filed_at_once(shown: list[HalfDay], half_day: HalfDay | None) -> list[HalfDay]:
    """What the codes say; from a register's page only when its own is among them, or none can be read."""
    if half_day is None or half_day in shown:
        return shown
    return [] if shown else [half_day]


def _insist_on_own(half_days: Iterable[HalfDay], *, session: Session, by: User) -> None:
    """One sentence for another session and for what one may not see: it tells nothing about either."""
    own = set(HalfDay.objects.visible_to(by).filter(session=session).values_list("pk", flat=True))
    if any(one.pk not in own for one in half_days):
        raise Refusal(
            _("This sheet belongs to another session. Open that session and send it there."), code="elsewhere"
        )


def _file(sheet: PaperSheet, half_days: list[HalfDay], *, by: User) -> None:
    """And a link in the chain of the session for each half-day it is new to, with the hash of the file and
    whether its code said so or somebody who looked.
    """
    known = set(sheet.half_days.values_list("pk", flat=True))
    read = set(sheet.shows.values_list("pk", flat=True))
    sheet.half_days.set(half_days)
    for half_day in half_days:
        if half_day.pk not in known:
            filed = "code" if half_day.pk in read else "hand"
            facts = {"sheet": sheet.pk, "sha256": sheet.sha256, "filed": filed}
            chain.append(half_day=half_day, kind=LinkKind.SHEET, facts=facts, by=by)


# Scanning


def waiting() -> QuerySet[PaperSheet]:
    return PaperSheet.objects.filter(scan=ScanState.WAITING).order_by("pk")


def scan(sheet_id: int) -> None:
    """Asks the scanner and notes what it found; an infected file is deleted at once. Idempotent.

    When the scanner is away the sheet goes on waiting, unserved: the sweep asks again.
    """
    sheet = waiting().filter(pk=sheet_id).first()
    if sheet is None:
        return
    try:
        clean = virus_scan.is_clean(read(sheet))
    except virus_scan.ScannerAway as away:
        logger.warning("paper sheet %s waits: the scanner is away (%s)", sheet.pk, away)
        return
    name = sheet.file.name
    found = {"scan": ScanState.CLEAN} if clean else {"scan": ScanState.INFECTED, "file": ""}
    if waiting().filter(pk=sheet.pk).update(**found) and not clean:
        logger.warning("paper sheet %s: the scanner found a virus; the file is deleted", sheet.pk)
        archive().delete(name)


def scan_waiting() -> None:
    """Also what arrived before the scanner was switched off: without one it would wait for ever."""
    if not virus_scan.is_set():
        waiting().update(scan=ScanState.NONE)
    for sheet_id in list(waiting().values_list("pk", flat=True)):
        scan(sheet_id)
