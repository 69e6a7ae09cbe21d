"""The way of a file: read, its columns named, every line tried, the chosen ones written together or not.

Trying a line calls its verb for real and takes it back, so that capacity, clashes and eligibility refuse in
their own words, in each language. Checking does so line by line in short transactions; writing does all
chosen lines in one.

A worker claims a file for a moment and says again and again that it is at it; what a dead one left behind is
taken up by the sweep (decision 0087).
"""

import logging
from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.models import User
from training.domain.importing import enrolments, half_days, people, sessions, tables
from training.domain.importing.columns import columns, guess
from training.domain.importing.row import WHOLE_LINE, Row
from training.domain.importing.wording import in_each_language
from training.domain.permissions import can_plan, insist
from training.enums import ImportKind, ImportOutcome, ImportStatus
from training.exceptions import Refusal
from training.models import Import, ImportRow
from training.signals import import_waits

KINDS = {
    ImportKind.SESSIONS: sessions,
    ImportKind.HALF_DAYS: half_days,
    ImportKind.PEOPLE: people,
    ImportKind.ENROLMENTS: enrolments,
}
KEPT_FOR = timedelta(hours=24)
LEASE = timedelta(minutes=2)  # far longer than the lines between two signs of life
MOST_ATTEMPTS = 5
TOGETHER = 50  # lines whose result is noted at once
S = ImportStatus
BACK_TO = {S.CHECKING: S.UPLOADED, S.WRITING: S.CHECKED}  # when the worker fails again and again
logger = logging.getLogger(__name__)


@transaction.atomic
def bring_in(*, kind: str, content: bytes, by: User, language: str) -> Import:
    """Reads a file; its lines are kept, the file is not. Refuses with a sentence what is no table."""
    insist(can_plan(by))
    table = tables.read(content)
    found = Import.objects.create(
        kind=ImportKind(kind),
        by=by,
        language=language,
        made_at=timezone.now(),
        headers=table.headers,
        mapping=guess(kind, table.headers),
        total=len(table.rows),
    )
    rows = (ImportRow(source=found, number=number, cells=cells) for number, cells in table.rows)
    ImportRow.objects.bulk_create(rows, batch_size=1000)
    return found


@transaction.atomic
def name_columns(*, source: Import, mapping: dict[str, int], by: User) -> Import:
    """Says which column is which and has every line tried. Refuses when one is missing, or used twice."""
    insist(can_plan(by))
    source = _locked(source, S.UPLOADED, S.CHECKED)
    missing = [str(one.label) for one in columns(source.kind) if one.is_needed and one.name not in mapping]
    if missing:
        sentence = _("Say in which column these are: %(names)s.")
        raise Refusal(sentence % {"names": ", ".join(missing)}, code="mapping")
    if len(set(mapping.values())) < len(mapping):
        raise Refusal(_("One column of the file is used twice."), code="twice")
    source.mapping = mapping
    return _hand_over(source, S.CHECKING)


@transaction.atomic
def choose(*, source: Import, shown: Iterable[int], ticked: Iterable[int], by: User) -> None:
    """Of the lines that were shown, keeps those that were ticked and are good."""
    insist(can_plan(by))
    source = _locked(source, S.CHECKED)
    rows = source.rows.filter(number__in=list(shown), errors={})
    rows.update(is_chosen=False)
    rows.filter(number__in=list(ticked)).update(is_chosen=True)


@transaction.atomic
def begin_writing(*, source: Import, by: User) -> Import:
    insist(can_plan(by))
    source = _locked(source, S.CHECKED)
    if not source.rows.filter(is_chosen=True).exists():
        raise Refusal(_("No line is chosen."), code="none")
    return _hand_over(source, S.WRITING)


def _locked(source: Import, *states: str) -> Import:
    fresh = Import.objects.select_for_update(of=("self",)).get(pk=source.pk)
    if fresh.status not in states:
        raise Refusal(_("This file has gone on meanwhile. Look again."), code="status")
    return fresh


def _hand_over(source: Import, status: str) -> Import:
    """To the worker, after commit."""
    source.status, source.claimed_until, source.attempts = status, None, 0
    source.save(update_fields=["status", "mapping", "claimed_until", "attempts"])
    cache.delete(_key(source.pk))
    transaction.on_commit(lambda: import_waits.send_robust(Import, import_id=source.pk))
    return source


def go_on(import_id: int) -> None:
    """What the worker does with it. May run twice, and again after it was killed: the claim decides."""
    source = _claim(import_id)
    if source is None:
        return
    with translation.override(source.language):
        if source.status == S.CHECKING:
            check(source)
        elif source.status == S.WRITING:
            write(source)


@transaction.atomic
def _claim(import_id: int) -> Import | None:
    """Ours for a moment. None: another worker is at it, there is nothing to do, or it failed too often."""
    rows = Import.objects.left_behind().select_for_update(of=("self",), skip_locked=True)
    source = rows.select_related("by").filter(pk=import_id).first()
    if source is None:
        return None
    if source.attempts >= MOST_ATTEMPTS:
        logger.error("import %s was given up after %s attempts", import_id, source.attempts)
        Import.objects.filter(pk=import_id).update(status=BACK_TO[S(source.status)], claimed_until=None)
        return None
    source.attempts += 1
    source.claimed_until = timezone.now() + LEASE
    source.save(update_fields=["attempts", "claimed_until"])
    return source


def check(source: Import) -> None:
    """Tries every line by itself and takes it back."""
    rows, seen = list(source.rows.order_by("number")), {}
    for start in range(0, len(rows), TOGETHER):
        some = rows[start : start + TOGETHER]
        for row in some:
            with transaction.atomic():
                _try(source, row)
                transaction.set_rollback(True)
            _insist_on_once(source, row, seen)
            row.is_chosen = not row.errors and row.outcome != ImportOutcome.SAME
        _note(some)
        note_progress(source, start + len(some))
        Import.objects.filter(pk=source.pk).update(claimed_until=timezone.now() + LEASE)
    _arrive(source, S.CHECKING)


def write(source: Import) -> None:
    """The chosen lines in one transaction. One refusal undoes all of them and stands at its cell."""
    with transaction.atomic():
        free = Import.objects.select_for_update(of=("self",), skip_locked=True).select_related("by")
        source = free.filter(pk=source.pk, status=S.WRITING).first()
        if source is None:
            return
        rows = list(source.rows.filter(is_chosen=True).order_by("number"))
        for done, row in enumerate(sorted(rows, key=lambda one: _place(source, one)), start=1):
            _try(source, row)
            if not done % TOGETHER:
                note_progress(source, done)
        bad = [row for row in rows if row.errors]
        if bad:
            transaction.set_rollback(True)
        else:
            _finish(source, rows)
    if bad:
        for row in bad:
            row.is_chosen = False  # the others still are: they can be written without it
        _note(bad)
        _arrive(source, S.WRITING)


def _arrive(source: Import, status: str) -> None:
    """To be looked over, if it is still where it was."""
    facts = {"status": S.CHECKED, "claimed_until": None, "attempts": 0}
    Import.objects.filter(pk=source.pk, status=status).update(**facts)


def _note(rows: list[ImportRow]) -> None:
    """What came of these lines, in one short statement: a CASE for each line takes ten times as long."""
    ImportRow.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["source", "number"],
        update_fields=["outcome", "errors", "is_chosen"],
    )


def _finish(source: Import, rows: list[ImportRow]) -> None:
    """The lines go with the last word: what they held stands in the records now."""
    count = Counter(row.outcome for row in rows)
    source.created, source.changed = count[ImportOutcome.NEW], count[ImportOutcome.CHANGED]
    source.same = count[ImportOutcome.SAME]
    source.status, source.finished_at = S.DONE, timezone.now()
    source.claimed_until, source.attempts = None, 0
    source.save()
    source.rows.all().delete()


def _try(source: Import, row: ImportRow) -> None:
    """Notes on the row what its verb did, or what is wrong where, in each language."""
    row.outcome = ""
    row.errors = in_each_language(lambda: _put(source, row))
    if row.errors:
        row.outcome = ""


def _put(source: Import, row: ImportRow) -> dict[str, str]:
    """Calls the verb in a savepoint. Cell → what is wrong with it, in the language of the moment."""
    if len(row.cells) > len(source.headers):
        return {WHOLE_LINE: _("This line has more cells than the first. Is there a separator in a text?")}
    kind = KINDS[ImportKind(source.kind)]
    line = Row(texts(source, row), columns(source.kind))
    try:
        with transaction.atomic():
            row.outcome = kind.put(line, by=source.by)
    except Refusal as refusal:
        return line.errors or {_cell(source, kind.AT.get(refusal.code, WHOLE_LINE)): str(refusal)}
    return {}


def _cell(source: Import, column: str) -> str:
    """Where the sentence stands: at its column if the file has it, else at the line."""
    return column if column in source.mapping else WHOLE_LINE


def texts(source: Import, row: ImportRow) -> dict[str, str]:
    """Column → what the line says there."""
    return {name: row.cells[place] for name, place in source.mapping.items() if place < len(row.cells)}


def _place(source: Import, row: ImportRow) -> tuple[str, int]:
    """By session, then by line: two imports then take the queues of the sessions in the same order."""
    said = texts(source, row)
    return said.get("session", ""), row.number


def _insist_on_once(source: Import, row: ImportRow, seen: dict[tuple, int]) -> None:
    """Two lines about the same thing: the second would silently change what the first wrote."""
    key = KINDS[ImportKind(source.kind)].key(Row(texts(source, row), columns(source.kind)))
    if (first := seen.setdefault(key, row.number)) != row.number and None not in key:
        said = in_each_language(
            lambda: {WHOLE_LINE: _("About the same as line %(number)d.") % {"number": first}}
        )
        row.errors, row.outcome = said | row.errors, ""


# How far it is: beside the transaction, where the page that waits can see it


def note_progress(source: Import, done: int) -> None:
    cache.set(_key(source.pk), done, timeout=3600)


def progress(source: Import) -> int:
    return min(cache.get(_key(source.pk)) or 0, source.total)


def _key(import_id: int) -> str:
    return f"import:{import_id}"


def forget_unfinished() -> int:
    """Deletes what nobody wrote within a day, with its lines. Idempotent; returns how many."""
    old = Import.objects.filter(finished_at=None, made_at__lt=timezone.now() - KEPT_FOR)
    return old.delete()[0]
