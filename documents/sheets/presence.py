"""The attendance attestation (attestation d'assiduité): one page, French and Dutch side by side."""

from documents import towns, wording
from documents.register_facts import MonthOfPresence, PresenceFacts
from documents.sheets.sheet import Sheet

BOTH = ("fr", "nl")
MONTHS = {"fr": wording.FRENCH_MONTHS, "nl": wording.DUTCH_MONTHS}
DATE = {"fr": wording.date_fr, "nl": wording.date_nl}
HOURS = {"fr": wording.hours_fr, "nl": wording.hours_nl}
TOWN = {"fr": towns.in_french, "nl": towns.in_dutch}
KINDS = ("planned", "followed", "justified", "unjustified", "not_due")
# Named strings: (French, Dutch).
PHRASES = {
    "title": ("Attestation d’assiduité", "Aanwezigheidsattest"),
    "month": ("Mois", "Maand"),
    "half_days": ("Demi-journées suivies", "Gevolgde halve dagen"),
    "planned": ("Heures prévues", "Geplande uren"),
    "followed": ("Heures suivies", "Gevolgde uren"),
    "justified": ("Absence justifiée", "Gewettigd afwezig"),
    "unjustified": ("Absence non justifiée", "Ongewettigd afwezig"),
    "not_due": ("Non dues", "Niet verschuldigd"),
    "total": ("Total", "Totaal"),
}


def scene(facts: PresenceFacts, *, language: str) -> dict:
    return {
        "say": {name: dict(zip(BOTH, both, strict=True)) for name, both in PHRASES.items()},
        "kinds": [dict(zip(BOTH, PHRASES[kind], strict=True)) for kind in KINDS],
        "title": PHRASES["title"][BOTH.index(language)],
        "months": [_row(one) for one in facts.months],
        "total": _sums(facts),
        "first_day": {each: DATE[each](facts.first_day) for each in BOTH},
        "last_day": {each: DATE[each](facts.last_day) for each in BOTH},
        "issued_on": {each: DATE[each](facts.issued_on) for each in BOTH},
        "followed": {each: HOURS[each](facts.total("followed")) for each in BOTH},
        "session_hours": {each: HOURS[each](facts.minutes_planned) for each in BOTH},
        "place": {each: TOWN[each](facts.place) for each in BOTH},
        "before": facts.number - 1,
    }


def _row(one: MonthOfPresence) -> dict:
    names = {each: f"{MONTHS[each][one.month.month - 1]} {one.month.year}" for each in BOTH}
    cells = [_hours(getattr(one, kind)) for kind in KINDS]
    return {"names": names, "half_days": f"{one.attended} / {one.held}", "cells": cells}


def _sums(facts: PresenceFacts) -> dict:
    half_days = f"{facts.total('attended')} / {facts.total('held')}"
    return {"half_days": half_days, "cells": [_hours(facts.total(kind)) for kind in KINDS]}


def _hours(minutes: int) -> str:
    """'105:30', the same in both languages; a dash for nothing, so that the exceptions are seen."""
    return f"{minutes // 60}:{minutes % 60:02d}" if minutes else "–"


SHEET = Sheet(name="presence", scene=scene, densities=lambda facts: ("roomy", "tight", "tightest"), pages=1)
