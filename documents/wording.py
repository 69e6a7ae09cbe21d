"""Dates and durations as people say them, in both languages at once, whatever language is active."""

from datetime import date

FRENCH_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
DUTCH_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
FRENCH_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
DUTCH_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
NBSP = "\u00a0"


def date_fr(day: date) -> str:
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}{NBSP}{FRENCH_MONTHS[day.month - 1]}{NBSP}{day.year}"


def date_nl(day: date) -> str:
    return f"{day.day}{NBSP}{DUTCH_MONTHS[day.month - 1]}{NBSP}{day.year}"


def weekday_fr(day: date) -> str:
    return f"{FRENCH_DAYS[day.weekday()]} {date_fr(day)}"


def weekday_nl(day: date) -> str:
    return f"{DUTCH_DAYS[day.weekday()]} {date_nl(day)}"


def hours_fr(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours}{NBSP}h{NBSP}{rest:02d}" if rest else f"{hours}{NBSP}h"


def hours_nl(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours}{NBSP}uur{NBSP}{rest:02d}" if rest else f"{hours}{NBSP}uur"


def grouped(code: str) -> str:
    """A code in groups of four: 7K3M-Q9XD-2TFA."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))
