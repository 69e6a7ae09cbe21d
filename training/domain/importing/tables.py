"""A file becomes a table of texts: CSV or XLSX, told apart by content. Pure; refuses with a sentence.

Formulas count as the value that the spreadsheet last showed. Dates and times become ISO.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import chain

from django.utils.translation import gettext as _

from training.exceptions import Refusal

LARGEST = 5_000_000  # bytes
LARGEST_UNPACKED = 100_000_000  # bytes: a workbook is an archive
MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 5_000, 60, 1_000  # a task lasts ten minutes at most
DELIMITERS = ";,\t"
WORKBOOK, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Table:
    """`rows`: the number of each line as a spreadsheet shows it, and its cells."""

    headers: list[str]
    rows: list[tuple[int, list[str]]]


def read(content: bytes) -> Table:
    if not content.strip():
        raise Refusal(_("The file is empty."), code="empty")
    if len(content) > LARGEST:
        raise Refusal(_("The file is larger than 5 MB. Divide it into several."), code="size")
    if content.startswith(OLD_EXCEL):
        raise Refusal(_("This is an old Excel file (.xls). Save it as .xlsx or CSV."), code="old")
    lines = _workbook(content) if content.startswith(WORKBOOK) else _text(content)
    return _table(lines)


def _table(lines: Iterator[list[str]]) -> Table:
    headers, rows = None, []
    for number, cells in enumerate(lines, start=1):
        texts = [cell.replace("\0", "").strip() for cell in cells]
        if not any(texts):
            continue
        if headers is None:
            headers = texts
            continue
        _insist_on_measure(number, texts, rows)
        rows.append((number, (texts + [""] * len(headers))[: len(headers)]))
    if headers is None or not rows:
        raise Refusal(_("The file has no lines below its first one, the names of the columns."), code="empty")
    if len(headers) > MOST_COLUMNS:
        raise Refusal(_("The file has more than 60 columns."), code="columns")
    return Table(headers, rows)


def _insist_on_measure(number: int, texts: list[str], rows: list) -> None:
    if len(rows) >= MOST_ROWS:
        raise Refusal(_("The file has more than 5 000 lines. Divide it into several."), code="rows")
    if any(len(text) > LONGEST_CELL for text in texts):
        sentence = _("Line %(number)d has a cell of more than 1 000 characters.")
        raise Refusal(sentence % {"number": number}, code="cell")


def _text(content: bytes) -> Iterator[list[str]]:
    text = _decoded(content)
    first = next(line for line in text.splitlines() if line.strip())
    delimiter = max(DELIMITERS, key=first.count)
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
    """The first sheet that has something, line by line."""
    from openpyxl import load_workbook  # half a second, which no start of a web process has to wait for

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(one.file_size for one in archive.infolist())
        if unpacked > LARGEST_UNPACKED:
            raise Refusal(_("The file is larger than 5 MB. Divide it into several."), code="size")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.active
        sheet.reset_dimensions()  # what the file says of its size may be wrong
        lines = sheet.iter_rows(values_only=True)
        first = next(lines, None)
    except Refusal:
        raise
    except Exception as error:  # a broken archive raises whatever its parser meets first
        raise Refusal(_unreadable(), code="xlsx") from error
    for values in chain([first or ()], lines):
        yield [_cell(value) for value in values[: MOST_COLUMNS + 1]]


def _cell(value: object) -> str:
    if value is None:
        return ""
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
