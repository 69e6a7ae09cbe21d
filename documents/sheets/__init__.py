"""The documents that can be printed, by the name of their template pair."""

from documents.sheets import attendance, certificate, presence, profile, realisation, statement, welcome
from documents.sheets.sheet import Sheet

PRINTED = (
    attendance.SHEET,
    certificate.SHEET,
    presence.SHEET,
    profile.SHEET,
    realisation.SHEET,
    statement.SHEET,
    welcome.SHEET,
)
SHEETS: dict[str, Sheet] = {sheet.name: sheet for sheet in PRINTED}

__all__ = ["SHEETS", "Sheet"]
