"""Attendance sheets are printed by the worker, and read as long as they are what the registers say (0103).

Forty people and five days take seconds: nobody waits for them in a request, and one who asks does not keep
the others from their pages.
"""

import hashlib
import json
import logging
from datetime import timedelta
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from documents.models import archive
from documents.register_facts import AttendanceFacts
from training.domain import papers_of_register, sheet_facts
from training.domain.paper_sheets import can_bring_back
from training.domain.papers_of_register import Stretch
from training.domain.permissions import insist
from training.enums import Signing
from training.exceptions import Refusal
from training.models import HalfDay, PrintedSheet, Session
from training.signals import sheet_ordered

logger = logging.getLogger(__name__)
FOLDER = "printed-sheets"
KEPT_FOR = timedelta(days=7)
PATIENCE = timedelta(minutes=2)


@transaction.atomic
def order(
    *, session: Session, stretch: Stretch, is_filled: bool, by: User | None, language: str = "fr"
) -> PrintedSheet:
    """The sheet, printed already when it says what the registers say; else the worker is asked for it.

    Idempotent. `by` None: printed in advance. Locks the row of the sheet.
    """
    if by:
        insist(can_bring_back(by, session))
    key = {"session": session, "name": stretch.name, "is_filled": is_filled, "language": language}
    now = timezone.now()
    sheet, is_new = PrintedSheet.objects.select_for_update(of=("self",), no_key=True).get_or_create(
        **key, defaults={"ordered_at": now, "ordered_by": by}
    )
    if not is_new and _needs_no_order(sheet, session, stretch):
        return sheet
    if not is_new:
        _start_again(sheet, by=by)
    news = {"sheet_id": sheet.pk}
    transaction.on_commit(lambda: sheet_ordered.send_robust(PrintedSheet, **news))
    return sheet


def _needs_no_order(sheet: PrintedSheet, session: Session, stretch: Stretch) -> bool:
    """Being made in this moment, or made and still true."""
    if sheet.made_at:
        return sheet.facts_sha256 == _hash(_facts(session, stretch, sheet.is_filled))
    return not sheet.trouble and sheet.ordered_at > timezone.now() - PATIENCE


def _start_again(sheet: PrintedSheet, *, by: User | None) -> None:
    before = sheet.file.name
    sheet.file, sheet.facts_sha256, sheet.made_at, sheet.trouble = "", "", None, ""
    sheet.ordered_at, sheet.ordered_by = timezone.now(), by
    sheet.save()
    if before:
        transaction.on_commit(lambda: archive().delete(before))


def find(session: Session, stretch: Stretch, *, is_filled: bool, language: str) -> PrintedSheet | None:
    """The sheet as it was last ordered; None when nobody did, or when the registers changed since."""
    sheet = session.printed_sheets.filter(name=stretch.name, is_filled=is_filled, language=language).first()
    if sheet and sheet.made_at and not _needs_no_order(sheet, session, stretch):
        return None
    return sheet


def make(sheet_id: int) -> PrintedSheet | None:
    """Prints what was ordered and keeps it. Idempotent: the first who is done keeps its file.

    What the press refuses stays with the order, for who asked to read.
    """
    order = PrintedSheet.objects.unmade().select_related("session__provider").filter(pk=sheet_id).first()
    if order is None:
        return PrintedSheet.objects.filter(pk=sheet_id).first()
    stretch = papers_of_register.stretch(order.session, order.name)
    try:
        if stretch is None:
            raise Refusal(_("No lesson takes place then."), code="nothing")
        facts = _facts(order.session, stretch, order.is_filled)
        pdf = papers_of_register.print_facts(facts, language=order.language).pdf
    except Refusal as refusal:
        logger.warning("printed sheet %s: %s", sheet_id, refusal.code)
        return _finish(order, trouble=str(refusal)[:300])
    name = archive().save(f"{FOLDER}/{uuid4()}.pdf", ContentFile(pdf))
    finished = _finish(order, file=name, facts_sha256=_hash(facts), made_at=timezone.now())
    if finished is None or finished.file.name != name:
        archive().delete(name)
    return finished


def _finish(order: PrintedSheet, **fields) -> PrintedSheet | None:
    """Unless somebody was quicker, or it was ordered again meanwhile."""
    rows = PrintedSheet.objects.filter(pk=order.pk)
    rows.unmade().filter(ordered_at=order.ordered_at).update(**fields)
    return rows.first()


def read(sheet: PrintedSheet) -> bytes:
    """Raises FileNotFoundError when the store has lost it."""
    with archive().open(sheet.file.name) as stored:
        return stored.read()


def _facts(session: Session, stretch: Stretch, is_filled: bool) -> AttendanceFacts:
    return sheet_facts.gather(session, stretch.half_days, is_filled=is_filled)


def _hash(facts: AttendanceFacts) -> str:
    return hashlib.sha256(json.dumps(facts.to_json(), sort_keys=True).encode()).hexdigest()


# In advance, afterwards


def left_behind() -> QuerySet[PrintedSheet]:
    """Orders that a lost message or a killed worker left."""
    return PrintedSheet.objects.unmade().filter(ordered_at__lt=timezone.now() - PATIENCE).order_by("pk")


def prepare() -> int:
    """Every evening: tomorrow's blank sheets where people sign on paper. Returns how many. Idempotent."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    half_days = HalfDay.objects.held().on(tomorrow).filter(session__signing=Signing.PAPER)
    sessions = Session.objects.alive().filter(pk__in=half_days.order_by().values("session"))
    sessions = list(sessions.select_related("provider").order_by("pk"))
    for session in sessions:
        day = papers_of_register.stretch(session, tomorrow.isoformat())
        order(session=session, stretch=day, is_filled=False, by=None)
    return len(sessions)


def forget() -> int:
    """Copies whose seven days are over: the row and the bytes. Returns how many."""
    over = list(PrintedSheet.objects.filter(ordered_at__lt=timezone.now() - KEPT_FOR).order_by("pk"))
    for sheet in over:
        name = sheet.file.name
        sheet.delete()
        if name:
            archive().delete(name)
    return len(over)
