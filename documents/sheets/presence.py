"""The attendance attestation (attestation d'assiduité): one page, French and Dutch side by side."""

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents import phrases, towns, wording
from documents.phrases import SENTENCE, SIGNED, Phrase
from documents.register_facts import MonthOfPresence, PresenceFacts
from documents.sheets import arranging
from documents.sheets.sheet import Layout, Sheet

BOTH = ("fr", "nl")
MONTHS = {"fr": wording.FRENCH_MONTHS, "nl": wording.DUTCH_MONTHS}
DATE = {"fr": wording.date_fr, "nl": wording.date_nl}
HOURS = {"fr": wording.hours_fr, "nl": wording.hours_nl}
TOWN = {"fr": towns.in_french, "nl": towns.in_dutch}
KINDS = ("planned", "followed", "justified", "unjustified", "not_due")
COLUMN = 36  # characters: the head of a column


def _column(label, fr: str, nl: str) -> Phrase:
    return Phrase(label=label, fr=fr, nl=nl, most=COLUMN)


PHRASES = {
    "title": Phrase(
        label=pgettext_lazy("on the paper", "title"), fr="Attestation d’assiduité", nl="Aanwezigheidsattest"
    ),
    "hours": Phrase(
        label=pgettext_lazy("on the paper", "sentence about the hours"),
        fr="a suivi {followed} de la formation {title}, "
        f"organisée du{wording.NBSP}{{first_day}} au{wording.NBSP}{{last_day}} "
        "({planned} prévues en tout).",
        nl="heeft {followed} gevolgd van de opleiding {title}, "
        f"van{wording.NBSP}{{first_day}} tot{wording.NBSP}{{last_day}} ({{planned}} gepland in totaal).",
        gaps={
            "followed": _("hours followed"),
            "planned": _("hours planned"),
            "title": _("title of the course"),
            "first_day": _("first day"),
            "last_day": _("last day"),
        },
        most=SENTENCE,
    ),
    "state": Phrase(
        label=pgettext_lazy("on the paper", "of which day it is"),
        fr="État au {issued_on}, d’après les feuilles d’émargement closes.",
        nl="Stand op {issued_on}, volgens de afgesloten aanwezigheidslijsten.",
        gaps={"issued_on": _("day of issue")},
        most=SENTENCE,
    ),
    "open": Phrase(
        label=pgettext_lazy("on the paper", "half-days that are not closed"),
        fr=f"Demi-journées pas encore closes, non comptées{wording.NBSP}: {{number}}.",
        nl="Nog niet afgesloten halve dagen, niet meegeteld: {number}.",
        gaps={"number": _("how many")},
        most=SENTENCE,
    ),
    "month": _column(pgettext_lazy("on the paper", "column of the months"), "Mois", "Maand"),
    "half_days": _column(
        pgettext_lazy("on the paper", "column of the half-days"),
        "Demi-journées suivies",
        "Gevolgde halve dagen",
    ),
    "planned": _column(
        pgettext_lazy("on the paper", "column of the hours planned"), "Heures prévues", "Geplande uren"
    ),
    "followed": _column(
        pgettext_lazy("on the paper", "column of the hours followed"), "Heures suivies", "Gevolgde uren"
    ),
    "justified": _column(
        pgettext_lazy("on the paper", "column of justified absence"), "Absence justifiée", "Gewettigd afwezig"
    ),
    "unjustified": _column(
        pgettext_lazy("on the paper", "column of unjustified absence"),
        "Absence non justifiée",
        "Ongewettigd afwezig",
    ),
    "not_due": _column(
        pgettext_lazy("on the paper", "column of hours not due"), "Non dues", "Niet verschuldigd"
    ),
    "total": _column(pgettext_lazy("on the paper", "line of the sums"), "Total", "Totaal"),
    "note": Phrase(
        label=pgettext_lazy("on the paper", "note on the hours"),
        fr="Heures et minutes, sans arrondi. Retards et départs avant la fin comptent parmi les absences non "
        f"justifiées. «{wording.NBSP}Non dues{wording.NBSP}»{wording.NBSP}: l’organisme a annulé la séance.",
        nl="Uren en minuten, niet afgerond. Te laat komen en vroeger weggaan tellen als ongewettigde "
        "afwezigheid. “Niet verschuldigd”: de opleidingsverstrekker schrapte de les.",
        most=SENTENCE,
    ),
    "signed": SIGNED,
}
LAYOUTS = {
    "MONTHS": Layout(
        pair="presence",
        label=pgettext_lazy("layout", "By month"),
        note=_("Portrait: the two languages side by side, then the hours by month."),
        across=4,
    ),
}


def scene(facts: PresenceFacts, *, language: str) -> dict:
    say = phrases.said(PHRASES, facts.design, {each: _values(facts, each) for each in BOTH})
    return {
        "say": say,
        "kinds": [say[kind] for kind in KINDS],
        "title": say["title"][language],
        "months": [_row(one) for one in facts.months],
        "total": _sums(facts),
        "before": facts.number - 1,
        **arranging.scene(facts, across=LAYOUTS["MONTHS"].across, language=language),
    }


def _values(facts: PresenceFacts, language: str) -> dict[str, str]:
    """What fills the gaps of the phrases, in one language."""
    date, hours = DATE[language], HOURS[language]
    strong = "<strong>{}</strong>"
    return {
        "followed": format_html(strong, hours(facts.total("followed"))),
        "planned": hours(facts.minutes_planned),
        "title": format_html(strong, {"fr": facts.title_fr, "nl": facts.title_nl}[language]),
        "first_day": date(facts.first_day),
        "last_day": date(facts.last_day),
        "issued_on": date(facts.issued_on),
        "number": str(facts.open_half_days),
        "place": TOWN[language](facts.place),
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


SHEET = Sheet(
    name="presence",
    scene=scene,
    densities=lambda facts: ("roomy", "snug", "tight", "tightest"),
    pages=1,
    label=pgettext_lazy("document", "Attendance attestation"),
    phrases=PHRASES,
    layouts=LAYOUTS,
    emblems=arranging.EMBLEMS,
)
