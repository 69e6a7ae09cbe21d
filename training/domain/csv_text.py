"""Tables of the register as CSV: semicolons, as the spreadsheets of both countries open them."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from training.domain import statements
from training.models import MonthlyStatement

COUNTED = ("planned", "followed", "justified", "unjustified", "not_due")
HEAD = (
    "session", "mois", "version", "nom", "identifiant", "date", "moment", "debut", "fin",
    "minutes_prevues", "minutes_suivies", "minutes_justifiees", "minutes_non_justifiees", "minutes_non_dues",
    "observation",
)  # fmt: skip
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def written(head: Sequence[str], rows: Iterable[Sequence]) -> str:
    """A cell that a spreadsheet would work out as a formula is marked as text."""
    out = StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    table.writerow(head)
    table.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def of_statements(rows: Iterable[MonthlyStatement]) -> str:
    """A line for each half-day and one for the total of each statement, from the same frozen facts as the
    PDF: minutes, so that nothing is rounded.
    """
    return written(HEAD, [line for one in rows for line in _lines(one)])


def _lines(statement: MonthlyStatement) -> Iterable[tuple]:
    facts = statements.facts_of(statement)
    who = (facts.session_code, f"{facts.month:%Y-%m}", facts.number, facts.holder_name, facts.identifier)
    for line in facts.lines:
        minutes = (getattr(line, kind) for kind in COUNTED)
        yield (*who, line.day.isoformat(), line.part, line.starts, line.ends, *minutes, line.note_fr)
    yield (*who, "total", "", "", "", *(facts.total(kind) for kind in COUNTED), facts.left_fr)


def _safe(cell) -> str:
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULAS) else text
