"""The documents that can be printed, by the name of their template pair."""

from documents.sheets import certificate
from documents.sheets.sheet import Sheet

SHEETS: dict[str, Sheet] = {sheet.name: sheet for sheet in (certificate.SHEET,)}

__all__ = ["SHEETS", "Sheet"]
