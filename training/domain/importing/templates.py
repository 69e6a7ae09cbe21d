"""A file to begin with: the columns in the reader's language and one line as an example."""

import csv
import io

from training.domain.importing.columns import columns

CSV, XLSX = "csv", "xlsx"
TYPES = {
    CSV: "text/csv; charset=utf-8",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def template(kind: str, form: str) -> bytes:
    """Semicolons and a UTF-8 mark: what a French or Belgian Excel opens at a double click."""
    lines = [[str(one.label) for one in columns(kind)], [one.example for one in columns(kind)]]
    if form == XLSX:
        return _workbook(lines)
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(lines)
    return text.getvalue().encode("utf-8-sig")


def _workbook(lines: list[list[str]]) -> bytes:
    """Every cell is a text: nothing in it is worked out."""
    from openpyxl import Workbook  # imported here as in tables.py

    book = Workbook()
    sheet = book.active
    for number, line in enumerate(lines, start=1):
        for place, text in enumerate(line, start=1):
            cell = sheet.cell(number, place, text)
            cell.data_type = "s"
            cell.number_format = "@"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
