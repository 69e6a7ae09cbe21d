"""The monthly statement of one person's attendance (état de présence): by week, and half-day by half-day.

Its words stand here in both languages side by side. French is the original; the Dutch copy says so.
"""

from datetime import timedelta
from itertools import groupby

from documents import wording
from documents.register_facts import Counted, StatementFacts
from documents.sheets.attendance import COLON, DATE, HOURS, LANGUAGES, PARTS, WEEKDAY, span
from documents.sheets.sheet import Sheet

MONTHS = (wording.FRENCH_MONTHS, wording.DUTCH_MONTHS)
KINDS = ("planned", "followed", "justified", "unjustified", "not_due")
WORDS = {
    "statement": ("État de présence", "Maandelijkse aanwezigheidsstaat"),
    "translation": ("", "vertaling ter informatie – het Franse origineel geldt"),
    "version": ("version", "versie"),
    "replaces": ("remplace la version", "vervangt versie"),
    "identifier": ("Identifiant France Travail", "Nummer bij France Travail"),
    "session": ("Session", "Sessie"),
    "provider": ("Organisme de formation", "Opleidingsverstrekker"),
    "week": ("Semaine", "Week"),
    "day": ("Demi-journée", "Halve dag"),
    "hours": ("Horaires", "Uren"),
    "planned": ("Prévues", "Gepland"),
    "followed": ("Suivies", "Gevolgd"),
    "justified": ("Absence justifiée", "Gewettigd afwezig"),
    "unjustified": ("Absence non justifiée", "Ongewettigd afwezig"),
    "not_due": ("Non dues", "Niet verschuldigd"),
    "note": ("Observation", "Opmerking"),
    "total": ("Total du mois", "Totaal van de maand"),
    "left": ("Sortie de formation le", "Opleiding verlaten op"),
    "exactly": (
        "Durées en heures et minutes, sans arrondi. Retards et départs avant la fin comptent parmi les "
        f"absences non justifiées, pour leur durée exacte. «{wording.NBSP}Non dues{wording.NBSP}»"
        f"{wording.NBSP}: l’organisme a annulé la séance.",
        "Duur in uren en minuten, niet afgerond. Te laat komen en vroeger weggaan tellen voor hun juiste "
        "duur als ongewettigde afwezigheid. “Niet verschuldigd”: de opleidingsverstrekker schrapte de les.",
    ),
    "certified": ("Certifié exact par", "Voor waar verklaard door"),
    "on": ("le", "op"),
    "law": (
        "Établi en application de l’article R6341-35 du code du travail, d’après les feuilles d’émargement "
        "closes.",
        "Opgemaakt op grond van artikel R6341-35 van de Franse Code du travail, volgens de afgesloten "
        "aanwezigheidslijsten.",
    ),
}


def scene(facts: StatementFacts, *, language: str) -> dict:
    index = LANGUAGES.index(language)
    return {
        "say": {name: both[index] for name, both in WORDS.items()},
        "kinds": [WORDS[kind][index] for kind in KINDS],
        "colon": COLON[index],
        "month": f"{MONTHS[index][facts.month.month - 1]} {facts.month.year}",
        "title": facts.title_nl if language == "nl" else facts.title_fr,
        "other_title": facts.title_fr if language == "nl" else facts.title_nl,
        "weeks": [_week(monday, list(lines), index) for monday, lines in groupby(facts.lines, _monday)],
        "lines": [_line(one, index) for one in facts.lines],
        "totals": _sums(facts.lines, index),
        "left_on": DATE[index](facts.left_on) if facts.left_on else "",
        "left": (facts.left_fr, facts.left_nl)[index],
        "certified_on": DATE[index](facts.certified_on),
        "before": facts.number - 1,
    }


def _monday(line: Counted):
    return line.day - timedelta(days=line.day.weekday())


def _week(monday, lines: list[Counted], index: int) -> dict:
    first, last = lines[0].day, lines[-1].day
    days = dict.fromkeys(_without_year(DATE[index](day)) for day in (first, last))
    return {"number": monday.isocalendar().week, "days": " – ".join(days), "sums": _sums(lines, index)}


def _without_year(written: str) -> str:
    """The month stands at the head of the page."""
    return written.rpartition(wording.NBSP)[0]


def _line(line: Counted, index: int) -> dict:
    return {
        "day": f"{_without_year(WEEKDAY[index](line.day))}, {PARTS[line.part][index]}",
        "span": span(line.starts, line.ends, index),
        "sums": _sums([line], index),
        "note": (line.note_fr, line.note_nl)[index],
    }


def _sums(lines, index: int) -> list[str]:
    """One cell for each kind; a dash for nothing, so that the exceptions are seen."""
    totals = [sum(getattr(line, kind) for line in lines) for kind in KINDS]
    return [HOURS[index](minutes) if minutes else "–" for minutes in totals]


SHEET = Sheet(name="statement", scene=scene)
