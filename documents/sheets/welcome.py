"""The welcome pack of one person: convocation, programme, timetable and internal rules in one file.

Its words stand here in both languages side by side, as those of the certificate do in its template.
"""

from itertools import groupby

from documents import wording
from documents.addresses import qr_address
from documents.facts import Lesson, WelcomeFacts
from documents.sheets.sheet import Sheet

LANGUAGES = ("fr", "nl")
WORDS = {
    "convocation": ("Convocation", "Uitnodiging"),
    "pack": ("Dossier d’accueil", "Onthaaldossier"),
    "version": ("version", "versie"),
    "handed": ("remis le", "bezorgd op"),
    "place_held": (
        "Vous avez une place dans cette formation. Nous vous attendons le premier jour.",
        "Je hebt een plaats in deze opleiding. We verwachten je op de eerste dag.",
    ),
    "inside": (
        "Ce dossier contient votre convocation, le programme, les dates des cours et le règlement "
        "intérieur. Gardez-le.",
        "In dit dossier vind je je uitnodiging, het programma, de lesdagen en het huishoudelijk reglement. "
        "Bewaar het.",
    ),
    "identifier": ("Identifiant France Travail", "Nummer bij France Travail"),
    "dates": ("Dates", "Data"),
    "first_lesson": ("Premier cours", "Eerste les"),
    "week": ("Chaque semaine", "Elke week"),
    "duration": ("Durée", "Duur"),
    "place": ("Lieu", "Plaats"),
    "trainers": ("Équipe pédagogique", "Lesgevers"),
    "provider": ("Organisme de formation", "Opleidingsverstrekker"),
    "question": ("Une question, un retard, une absence", "Een vraag, te laat of afwezig"),
    "commissioner": (
        "Interlocuteur pour les relations avec les stagiaires, côté commanditaire",
        "Aanspreekpunt voor cursisten bij de opdrachtgever",
    ),
    "bring": ("À apporter le premier jour", "Wat je de eerste dag meebrengt"),
    "bring_items": (
        (
            "ce document, sur papier ou sur votre téléphone",
            "une pièce d’identité",
            "de quoi écrire\u00a0; le reste est fourni",
        ),
        (
            "dit document, op papier of op je telefoon",
            "je identiteitskaart",
            "schrijfgerief; voor de rest zorgen wij",
        ),
    ),
    "disability": ("Handicap et accessibilité", "Handicap en toegankelijkheid"),
    "absences": ("Absences et rémunération", "Afwezigheid en vergoeding"),
    "absences_text": (
        "Prévenez-nous avant le cours. Les présences de chaque mois sont transmises à France Travail. Si "
        "vous êtes rémunéré pendant la formation, une absence sans justificatif peut réduire votre "
        "rémunération, en proportion des heures manquées.",
        "Verwittig ons vóór de les. Elke maand geven we de aanwezigheden door aan France Travail. Krijg je "
        "een vergoeding tijdens de opleiding, dan kan ze bij een afwezigheid zonder bewijs dalen, naar "
        "verhouding van de gemiste uren.",
    ),
    "privacy": ("Vos données", "Je gegevens"),
    "privacy_text": (
        "Nous utilisons vos données pour gérer votre formation et en rendre compte à ceux qui la financent. "
        "Vous pouvez les consulter, les corriger et demander leur effacement dans les limites "
        "de la loi\u00a0: écrivez-nous. Vous pouvez aussi saisir la CNIL (cnil.fr).",
        "We gebruiken je gegevens om je opleiding te organiseren en te verantwoorden aan wie ze betaalt. Je "
        "mag ze inkijken, verbeteren en laten wissen binnen de grenzen van de wet: schrijf ons. Je kunt ook "
        "terecht bij de CNIL (cnil.fr).",
    ),
    "your_page": (
        "Votre page\u00a0: dates à jour, heures, niveaux",
        "Je pagina: actuele data, uren, niveaus",
    ),
    "programme": ("Programme", "Programma"),
    "updated": ("mis à jour le", "bijgewerkt op"),
    "objectives": ("Objectifs", "Leerdoelen"),
    "audience": ("Public", "Voor wie"),
    "prerequisites": ("Prérequis", "Wat je vooraf moet kunnen"),
    "methods": ("Méthodes et moyens", "Methodes en middelen"),
    "evaluation": ("Évaluation", "Evaluatie"),
    "access_delay": ("Délai d’accès", "Inschrijven"),
    "price": ("Prix pour vous", "Prijs voor jou"),
    "free": ("Gratuit", "Gratis"),
    "timetable": ("Dates des cours", "Lesdagen"),
    "day": ("Jour", "Dag"),
    "hours": ("Heures", "Uren"),
    "trainer": ("Cours de", "Lesgever"),
    "moves": (
        "Si un cours change, vous recevez un message et votre page est à jour.",
        "Verandert er iets, dan krijg je een bericht en staat het op je pagina.",
    ),
    "rules": ("Règlement intérieur", "Huishoudelijk reglement"),
    "rules_since": ("en vigueur depuis le", "van kracht sinds"),
    "page": ("page", "pagina"),
}
COLON = (f"{wording.NBSP}:", ":")
DAY = (wording.weekday_fr, wording.weekday_nl)
DATE = (wording.date_fr, wording.date_nl)
HOURS = (wording.hours_fr, wording.hours_nl)
MONTHS = (wording.FRENCH_MONTHS, wording.DUTCH_MONTHS)


def scene(facts: WelcomeFacts, *, language: str) -> dict:
    """Everything the pages say that is not a plain fact."""
    index = LANGUAGES.index(language)
    date, weekday = DATE[index], DAY[index]
    first = facts.lessons[0]
    return {
        "say": {name: both[index] for name, both in WORDS.items()},
        "colon": COLON[index],
        "delivered_on": date(facts.delivered_on),
        "first_day": date(facts.first_day),
        "last_day": date(facts.last_day),
        "first_lesson": f"{weekday(first.day)}, {first.hours}",
        "updated_on": date(facts.updated_on),
        "rules_since": date(facts.rules_since),
        "duration": HOURS[index](facts.minutes_planned),
        "price": _price(facts.price_cents) or WORDS["free"][index],
        "months": [
            {"name": f"{MONTHS[index][month - 1]} {year}", "lessons": [_row(one, weekday) for one in lessons]}
            for (year, month), lessons in groupby(
                facts.lessons, key=lambda one: (one.day.year, one.day.month)
            )
        ],
        "qr": qr_address(facts.page_url),
        "address": facts.page_url.partition("://")[2],
    }


def _row(lesson: Lesson, weekday) -> dict[str, str]:
    return {
        "day": weekday(lesson.day),
        "hours": lesson.hours,
        "place": lesson.place,
        "trainer": lesson.trainer,
    }


def _price(cents: int) -> str:
    """Empty for nothing."""
    return f"{cents // 100},{cents % 100:02d}{wording.NBSP}€" if cents else ""


SHEET = Sheet(name="welcome", scene=scene)
