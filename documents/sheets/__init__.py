"""The documents that can be printed, by the name of their template pair."""

from documents.sheets import certificate, welcome
from documents.sheets.sheet import Sheet

SHEETS: dict[str, Sheet] = {sheet.name: sheet for sheet in (certificate.SHEET, welcome.SHEET)}

__all__ = ["SHEETS", "Sheet"]
