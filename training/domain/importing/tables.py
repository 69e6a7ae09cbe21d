"""A file becomes a table of texts: CSV or XLSX, told apart by content. Pure; refuses with a sentence.

Formulas count as the value that the spreadsheet last showed. Dates and times become ISO.
"""

import csv
import io
import re
import string
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from training.exceptions import Refusal

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LARGEST = 5_000_000  # bytes
LARGEST_UNPACKED = 100_000_000  # bytes: a workbook is an archive
MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 5_000, 60, 1_000  # a task lasts ten minutes at most
DELIMITERS = ";,\t"
SAID_SEPARATOR, QUOTED = re.compile(r"^sep=(.)\s*$", re.IGNORECASE), re.compile(r'"[^"]*"')
FORMULA = re.compile(rb"<f[ />]")
BLANK = string.whitespace + "\u00a0\u2007\u202f\u200b\u200e\u200f\ufeff"  # spaces and marks nobody sees
WORKBOOK, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Table:
    """`rows`: the number of each line as a spreadsheet shows it, and its cells.

    A line of a CSV file may have more cells than there are headers: a separator stands in one of its texts.
    """

    headers: list[str]
    rows: list[tuple[int, list[str]]]


def read(content: bytes) -> Table:
    return _table(_cells(content), can_slip=not content.startswith(WORKBOOK))


def lines(content: bytes) -> Iterator[list[str]]:
    """Every line as it stands, an empty one too, whether the first is one of headings or not."""
    return (_trimmed(cells) for cells in _cells(content))


def _cells(content: bytes) -> Iterator[list[str]]:
    if not content.strip():
        raise Refusal(_("The file is empty."), code="empty")
    if len(content) > LARGEST:
        raise Refusal(_("The file is larger than 5 MB. Divide it into several."), code="size")
    if content.startswith(OLD_EXCEL):
        raise Refusal(_("This is an old Excel file (.xls). Save it as .xlsx or CSV."), code="old")
    return _workbook(content) if content.startswith(WORKBOOK) else _text(content)


def _table(lines: Iterable[Sequence[str]], *, can_slip: bool) -> Table:
    """`can_slip`: whether a cell without a heading may be one that a separator pushed there."""
    headers, rows = None, []
    for number, cells in enumerate(lines, start=1):
        texts = _trimmed(cells)
        if not texts:
            continue
        if headers is None:
            headers, room = texts, len(cells)
            continue
        _insist_on_measure(number, texts, rows)
        rows.append((number, texts))
    if headers is None or not rows:
        raise Refusal(_("The file has no lines below its first one, the names of the columns."), code="empty")
    longest = max(len(texts) for _number, texts in rows)
    width = max(len(headers), min(longest, room) if can_slip else longest)
    _insist_on_columns(width)
    return Table(_filled(headers, width), [(number, _filled(texts, width)) for number, texts in rows])


def _trimmed(cells: Sequence[str]) -> list[str]:
    """Letters with their accents in one piece, nothing invisible round a text, no empty cells at the end."""
    texts = [unicodedata.normalize("NFC", cell.replace("\0", "")).strip(BLANK) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _filled(texts: list[str], width: int) -> list[str]:
    return texts + [""] * (width - len(texts))


def _insist_on_measure(number: int, texts: list[str], rows: list) -> None:
    if len(rows) >= MOST_ROWS:
        raise Refusal(_("The file has more than 5 000 lines. Divide it into several."), code="rows")
    if any(len(text) > LONGEST_CELL for text in texts):
        sentence = _("Line %(number)d has a cell of more than 1 000 characters.")
        raise Refusal(sentence % {"number": number}, code="cell")


def _insist_on_columns(width: int) -> None:
    if width > MOST_COLUMNS:
        raise Refusal(_("The file has more than 60 columns."), code="columns")
    if width == 1:
        raise Refusal(
            _("This file is no table: it has only one column. Save it as CSV or .xlsx."), code="column"
        )


def _text(content: bytes) -> Iterator[list[str]]:
    text = _decoded(content)
    first = next((line for line in text.splitlines() if line.strip(BLANK)), "")
    if said := SAID_SEPARATOR.match(first):  # a line that Excel hides
        delimiter, text = said[1], text.partition(first)[2].lstrip("\r\n")
    else:
        delimiter = max(DELIMITERS, key=QUOTED.sub("", first).count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise Refusal(_unreadable(), code="csv") from error


def _decoded(content: bytes) -> str:
    """UTF-8 with or without its mark, UTF-16 with it, else what Windows writes in Western Europe."""
    encodings = ["utf-16"] if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Refusal(_unreadable(), code="encoding")


def _unreadable() -> str:
    return _("This file cannot be read as a table. Save it as CSV or .xlsx and try again.")


def _workbook(content: bytes) -> Iterator[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(one.file_size for one in archive.infolist())
            if unpacked > LARGEST_UNPACKED:
                raise Refusal(_("The file is larger than 5 MB. Divide it into several."), code="size")
            calculates = any(FORMULA.search(archive.read(name)) for name in archive.namelist())
        yield from _lines(content, calculates=calculates)
    except Refusal:
        raise
    except Exception as error:  # a broken archive raises whatever its parser meets first
        raise Refusal(_unreadable(), code="xlsx") from error


def _lines(content: bytes, *, calculates: bool) -> Iterator[list[str]]:
    """The sheet that was open last, or the first that has something, line by line.

    A formula whose value was never kept is given as it is written (which takes a second look at the file):
    who reads the cell says so.
    """
    from openpyxl import load_workbook  # half a second, which no start of a web process has to wait for

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    formulas = load_workbook(io.BytesIO(content), read_only=True) if calculates else book
    name = _sheet(formulas)
    shown, written = _values(book[name]), _values(formulas[name])
    for values in zip(shown, written, strict=True) if calculates else ((line, line) for line in shown):
        pairs = zip(*values, strict=False)
        texts = [_formula(formula) if value is None else _cell(value) for value, formula in pairs]
        yield texts[: MOST_COLUMNS + 1]


def _sheet(book: "Workbook") -> str:
    sheets = sorted(book.worksheets, key=lambda one: one is not book.active)
    filled = (one for one in sheets if any(value is not None for row in _values(one) for value in row))
    return next(filled, sheets[0]).title


def _values(sheet: "Worksheet") -> Iterator[tuple]:
    sheet.reset_dimensions()  # what the file says of its size may be wrong
    return sheet.iter_rows(values_only=True)


def _formula(written: object) -> str:
    """A formula of several cells is an object with its text."""
    return "" if written is None else "=" + str(getattr(written, "text", written)).removeprefix("=")


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        whole = value.time() == time()
        return value.date().isoformat() if whole else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
