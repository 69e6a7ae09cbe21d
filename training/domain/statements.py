"""The monthly statement of one person's attendance (Code du travail R6341-35): counted, certified, printed.

What is certified is frozen and stays. When a register is corrected afterwards a new version is certified
with its reason; the one before is kept and says since when it no longer counts (decision 0103).
"""

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.models import User
from accounts.rules import YES, Verdict
from documents import press, store
from documents.enums import DocumentKind
from documents.exceptions import PressRefusal
from documents.press import Printed
from documents.register_facts import Counted, StatementFacts
from training.domain import attendance, standing, words
from training.domain.period import Length, Period
from training.domain.permissions import insist
from training.domain.sheet_facts import clock, identity
from training.enums import PRIVATE_EXITS
from training.exceptions import Refusal
from training.models import Amendment, Attendance, Enrolment, HalfDay, MonthlyStatement, Session
from training.signals import statement_due

logger = logging.getLogger(__name__)
AT_ONCE = 50  # printed by one sweep
PRIVATE = ("raison personnelle", "persoonlijke reden")


def can_certify(user: User) -> Verdict:
    if user.runs_the_office:
        return YES
    return Verdict(False, _("Only the coordination certifies statements."))


@transaction.atomic
def certify(*, enrolment: Enrolment, month: date, by: User, reason: str = "") -> MonthlyStatement:
    """Freezes what the registers of that month say; `by` signs for it. Locks the row of the enrolment.

    Idempotent while nothing changed: the standing statement comes back. When a register says something else
    now, a new version needs its `reason` and replaces the one before. Refuses a month with an open register
    and one in which the person was on none.
    """
    insist(can_certify(by))
    month = month.replace(day=1)
    rows = Enrolment.objects.select_for_update(of=("self",), no_key=True)
    enrolment = rows.select_related("person", "session__provider").get(pk=enrolment.pk)
    before = enrolment.statements.standing().filter(month=month).first()
    lines = insist_on_lines(enrolment, month)
    if before and still_says(before, enrolment, lines):
        return before
    if before and not reason.strip():
        sentence = _("The registers changed after this month was certified: say why there is a new version.")
        raise Refusal(sentence, code="reason")
    now = timezone.now()
    if before:
        MonthlyStatement.objects.filter(pk=before.pk).update(replaced_at=now)
    number = before.number + 1 if before else 1
    why = reason.strip() if before else ""
    facts = _whole(enrolment, month, lines, number=number, reason=why, by=by)
    statement = MonthlyStatement.objects.create(
        enrolment=enrolment,
        month=month,
        number=number,
        facts=facts.to_json(),
        reason=why,
        certified_at=now,
        certified_by=by,
    )
    news = {"statement_id": statement.pk}
    transaction.on_commit(lambda: statement_due.send_robust(MonthlyStatement, **news))
    return statement


def facts_of(statement: MonthlyStatement) -> StatementFacts:
    """Raises ValueError for facts of an older form."""
    return StatementFacts.from_json(statement.facts)


# Counting


def months(session: Session) -> list[date]:
    """The first days of the months in which the session has lessons."""
    days = session.half_days.held().order_by("date").values_list("date", flat=True)
    return list(dict.fromkeys(day.replace(day=1) for day in days))


def half_days_of(session: Session, month: date) -> QuerySet[HalfDay]:
    period = Period(Length.MONTH, month)
    held = session.half_days.held().filter(date__range=(period.first, period.last))
    return held.order_by("date", "start_time", "pk")


def insist_on_lines(enrolment: Enrolment, month: date) -> list[Counted]:
    """The lines of a month, all of closed registers. Refuses an open one in words, and a month of nothing."""
    half_days = list(half_days_of(enrolment.session, month))
    if sentence := open_registers(half_days, [enrolment]).get(enrolment.pk):
        raise Refusal(sentence, code="open")
    marks = marks_of([enrolment], half_days).get(enrolment.pk, [])
    if not marks:
        raise Refusal(_("This person was on no register in this month."), code="nothing")
    return [counted(one) for one in marks]


def open_registers(half_days: Sequence[HalfDay], enrolments: Collection[Enrolment]) -> dict[int, str]:
    """For each person the first register of these that is still open and on which they stand, in words.

    As many queries as there are open registers.
    """
    found: dict[int, str] = {}
    known = [one.pk for one in enrolments]
    for half_day in half_days:
        if half_day.is_closed or len(found) == len(known):
            continue
        sentence = _("The register of %(day)s is not closed yet.") % {"day": words.dated(half_day.date)}
        expected = attendance.register_of(half_day).filter(pk__in=known)
        for pk in expected.order_by().values_list("pk", flat=True):
            found.setdefault(pk, sentence)
    return found


def marks_of(
    enrolments: Collection[Enrolment], half_days: Collection[HalfDay]
) -> dict[int, list[Attendance]]:
    """The marks of closed registers by enrolment, in the order of the half-days. One query."""
    found: dict[int, list[Attendance]] = {}
    rows = Attendance.objects.filter(
        enrolment__in=enrolments, half_day__in=half_days, half_day__closed_at__isnull=False
    ).select_related("half_day", "absence_code")
    rows = rows.prefetch_related(standing.CORRECTIONS)
    for one in rows.order_by("half_day__date", "half_day__start_time", "pk"):
        found.setdefault(one.enrolment_id, []).append(one)
    return found


def counted(mark: Attendance) -> Counted:
    """One half-day: its minutes go to exactly one of the four kinds, late ones to the unjustified."""
    half_day, counts = mark.half_day, standing.of(mark)
    code, followed = counts.absence_code, counts.minutes_followed
    missed = half_day.minutes - followed
    kind = "unjustified"
    if code and not code.hours_due:
        kind = "not_due"
    elif code and code.justified:
        kind = "justified"
    minutes = {"justified": 0, "unjustified": 0, "not_due": 0} | {kind: missed}
    return Counted(
        day=half_day.date,
        part=half_day.part,
        starts=clock(half_day.start_time),
        ends=clock(half_day.end_time),
        planned=half_day.minutes,
        followed=followed,
        **minutes,
        **_note(counts),
    )


def _note(mark: Attendance | Amendment) -> dict[str, str]:
    code = mark.absence_code
    if code:
        return {"note_fr": code.label_fr, "note_nl": code.label_nl}
    return {f"note_{language}": _lateness(mark, language) for language in ("fr", "nl")}


def _lateness(mark: Attendance | Amendment, language: str) -> str:
    with override(language):
        late, early = mark.minutes_late, mark.minutes_left_early
        said = [_("%(minutes)s min late") % {"minutes": late}] if late else []
        said += [_("left %(minutes)s min early") % {"minutes": early}] if early else []
    return ", ".join(said)


def _whole(
    enrolment: Enrolment, month: date, lines: Sequence[Counted], *, number: int, reason: str, by: User
) -> StatementFacts:
    person = enrolment.person
    return StatementFacts(
        **identity(enrolment.session),
        **_leaving(enrolment, month),
        number=number,
        reason=reason,
        holder_name=person.full_name,
        identifier=person.france_travail_identifier,
        month=month,
        lines=tuple(lines),
        certified_by=by.get_full_name(),
        certified_on=timezone.localdate(),
    )


def _leaving(enrolment: Enrolment, month: date) -> dict:
    """When and why somebody left, if it was in this month; what is private is said as no more than that."""
    left = enrolment.exited_at and timezone.localdate(enrolment.exited_at)
    if not left or left.replace(day=1) != month:
        return {}
    said = dict(zip(("left_fr", "left_nl"), PRIVATE, strict=True))
    if enrolment.exit_reason not in PRIVATE_EXITS:
        for language in ("fr", "nl"):
            with override(language):
                said[f"left_{language}"] = str(enrolment.get_exit_reason_display())
    return {"left_on": left, **said}


def still_says(statement: MonthlyStatement, enrolment: Enrolment, lines: Sequence[Counted]) -> bool:
    """Whether what was certified is what the registers say now."""
    facts = facts_of(statement)
    left_on = _leaving(enrolment, statement.month).get("left_on")
    return (facts.lines, facts.left_on) == (tuple(lines), left_on)


# Printing


def print_statement(statement_id: int) -> MonthlyStatement | None:
    """Prints the file of one statement, then keeps it. Idempotent; the first who has printed keeps the file.

    When the press refuses, its sentence stays with the statement for the office to read.
    """
    statement = MonthlyStatement.objects.filter(pk=statement_id).first()
    if statement is None or statement.document_id:
        return statement
    facts = facts_of(statement)
    try:
        printed = press.print_document("statement", facts)
    except PressRefusal as refusal:
        logger.warning("statement %s: the press refuses", statement_id)
        MonthlyStatement.objects.to_print().filter(pk=statement_id).update(trouble=str(refusal)[:300])
        return statement
    return _keep(statement_id, printed, title=f"{facts.session_code} {facts.month:%Y-%m}")


@transaction.atomic
def _keep(statement_id: int, printed: Printed, *, title: str) -> MonthlyStatement:
    rows = MonthlyStatement.objects.select_for_update(of=("self",), no_key=True)
    statement = rows.get(pk=statement_id)
    if statement.document_id is None:
        statement.document = store.keep(printed, kind=DocumentKind.STATEMENT, title=title, language="fr")
        statement.trouble = ""
        statement.save(update_fields=["document", "trouble"])
    return statement


@transaction.atomic
def print_again(*, statement: MonthlyStatement, by: User) -> MonthlyStatement:
    """What kept the press from printing it is mended, `by` says: the worker tries again. Idempotent."""
    insist(can_certify(by))
    if MonthlyStatement.objects.refused().filter(pk=statement.pk).update(trouble=""):
        news = {"statement_id": statement.pk}
        transaction.on_commit(lambda: statement_due.send_robust(MonthlyStatement, **news))
    return MonthlyStatement.objects.get(pk=statement.pk)


def try_again() -> int:
    """Every evening, what the press refused goes to it once more: a font or a rule may be there since."""
    return MonthlyStatement.objects.refused().update(trouble="")


def unprinted() -> QuerySet[MonthlyStatement]:
    """What a lost message left for the sweep, oldest first."""
    return MonthlyStatement.objects.to_print().order_by("pk")[:AT_ONCE]


# What is to be done


@dataclass(frozen=True)
class Deadline:
    """By when the month has to be certified: before this day of the month after it."""

    month: date

    @property
    def day(self) -> date:
        following = Period(Length.MONTH, self.month).following
        return following.replace(day=settings.STATEMENTS_BEFORE_DAY)

    @property
    def is_over(self) -> bool:
        return timezone.localdate() >= self.day
