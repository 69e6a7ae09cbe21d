"""Facts of the register to print: fictional people, plausible weeks."""

from datetime import date, timedelta

from documents.facts import FundingStatement
from documents.register_facts import (
    Amended,
    AttendanceFacts,
    Attendant,
    Counted,
    Meeting,
    MonthOfPresence,
    Presence,
    PresenceFacts,
    RealisationFacts,
    Signed,
    StatementFacts,
)

MONDAY = date(2026, 11, 23)
STROKES = "M20 80 L60 20 L80 90 L120 30 L160 85 L200 40 M30 95 L260 70"
IDENTITY = {
    "title_fr": "Néerlandais pour la logistique, niveau A1",
    "title_nl": "Nederlands voor de logistiek, niveau A1",
    "session_code": "LOG-A1-2026-10-DK",
    "provider_name": "Formation Flandre Dunkerque",
    "provider_nda": "32590123459",
    "provider_siret": "12345678900012",
    "provider_region": "Hauts-de-France",
    "funding": FundingStatement(),
}
NAMES = ("Amina Benali", "Grégory Wallyn", "Sonia Martins", "Yasmine Haddad", "Karim Dewulf")
LONG_NAME = "Maria Madalena Guadalupe Esperança dos Santos Albuquerque de Vasconcelos e Souza"


def meeting(number: int, **changes) -> Meeting:
    """The half-days of a week, morning and afternoon, from Monday on."""
    day, part = MONDAY + timedelta(days=number // 2), ("AM", "PM")[number % 2]
    facts = {
        "day": day,
        "part": part,
        "starts": ("09:00", "13:30")[number % 2],
        "ends": ("12:30", "17:00")[number % 2],
        "minutes": 210,
        "place": "Salle polyvalente, Hondschoote",
        "trainer": "Lieselot Vermeersch",
        "url": f"HTTPS://GRENSTAAL.EXAMPLE/P/{number:02}K3M9QXD2TF",
    }
    return Meeting(**facts | changes)


def closed(number: int) -> Meeting:
    signature = Signed(name="Lieselot Vermeersch", path=STROKES, box=(300, 100), method="CLOSED", at="12:34")
    return meeting(
        number,
        signature=signature,
        closed_on=MONDAY,
        closed_at="12:34",
        fingerprint="0123456789abcdef" * 4,
    )


def presence(number: int) -> Presence:
    """Every kind of square, one after the other."""
    drawn = Signed(name="Amina Benali", path=STROKES, box=(300, 100), method="DRAWN", at="09:02")
    typed = Signed(name="Grégory Wallyn", method="TYPED", at="09:03")
    phone = Signed(name="Sonia Martins", method="PHONE", at="09:04")
    kinds = (
        Presence(state="present", minutes=210, signature=drawn),
        Presence(state="present", minutes=195, minutes_late=15, signature=typed),
        Presence(state="present", minutes=210, signature=phone),
        Presence(state="absent", code="J_SICK", code_fr="Maladie (arrêt de travail)", code_nl="Ziekte"),
        Presence(state="absent", code="U", code_fr="Non justifiée", code_nl="Ongewettigd", is_amended=True),
        Presence(state="outside"),
        Presence(state="open"),
        Presence(state="present", minutes=210),
    )
    return kinds[number % len(kinds)]


def attendance_facts(*, days: int = 5, people: int = 12, filled: bool = False, **changes) -> AttendanceFacts:
    columns = range(days * 2)
    facts = {
        "is_filled": filled,
        "first_day": MONDAY,
        "last_day": MONDAY + timedelta(days=days - 1),
        "meetings": tuple(closed(number) if filled else meeting(number) for number in columns),
        "attendants": tuple(
            Attendant(
                name=LONG_NAME if number == 3 else f"{NAMES[number % len(NAMES)]} {number + 1}",
                presences=tuple(
                    presence(number + column) if filled else Presence(state="blank") for column in columns
                ),
            )
            for number in range(people)
        ),
        "amendments": (amended(),) if filled else (),
    }
    return AttendanceFacts(**IDENTITY | facts | changes)


def amended() -> Amended:
    return Amended(
        day=MONDAY,
        part="AM",
        name="Karim Dewulf 5",
        old_fr="présent",
        old_nl="aanwezig",
        new_fr="absent : non justifiée",
        new_nl="afwezig: ongewettigd",
        reason="Signature d’une autre personne",
        by="Hélène Vandamme",
        on=date(2026, 11, 24),
    )


def counted(number: int, **changes) -> Counted:
    facts = {
        "day": date(2026, 11, 2) + timedelta(days=number),
        "part": "AM",
        "starts": "09:00",
        "ends": "12:30",
        "planned": 210,
        "followed": 210,
        "justified": 0,
        "unjustified": 0,
        "not_due": 0,
    }
    return Counted(**facts | changes)


def statement_facts(**changes) -> StatementFacts:
    facts = {
        "number": 1,
        "holder_name": "Amina Benali",
        "identifier": "1234567A",
        "month": date(2026, 11, 1),
        "lines": (
            counted(0),
            counted(1, followed=195, unjustified=15, note_fr="15 min de retard", note_nl="15 min te laat"),
            counted(7, followed=0, justified=210, note_fr="Maladie", note_nl="Ziekte"),
            counted(8, followed=0, unjustified=210, note_fr="Non justifiée", note_nl="Ongewettigd"),
            counted(14, followed=0, not_due=210, note_fr="Annulée", note_nl="Geannuleerd"),
        ),
        "certified_by": "Hélène Vandamme",
        "certified_on": date(2026, 12, 3),
    }
    return StatementFacts(**IDENTITY | facts | changes)


def realisation_facts(**changes) -> RealisationFacts:
    facts = {
        "number": 1,
        "holder_name": "Amina Benali",
        "first_day": date(2026, 10, 1),
        "last_day": date(2026, 12, 18),
        "minutes_followed": 6330,
        "signatory_name": "Jean-Marc Lefebvre",
        "signatory_role_fr": "Directeur",
        "signatory_role_nl": "Directeur",
        "place": "Dunkerque",
        "issued_on": date(2026, 12, 18),
    }
    return RealisationFacts(**IDENTITY | facts | changes)


def month_of_presence(number: int, **changes) -> MonthOfPresence:
    facts = {
        "month": date(2026 + (9 + number) // 12, (9 + number) % 12 + 1, 1),
        "held": 24,
        "attended": 21,
        "planned": 5040,
        "followed": 4395,
        "justified": 420,
        "unjustified": 15,
        "not_due": 210,
    }
    return MonthOfPresence(**facts | changes)


def presence_facts(**changes) -> PresenceFacts:
    facts = {
        "number": 1,
        "holder_name": "Amina Benali",
        "first_day": date(2026, 10, 1),
        "last_day": date(2026, 12, 18),
        "minutes_planned": 15120,
        "months": tuple(month_of_presence(number) for number in range(3)),
        "open_half_days": 4,
        "signatory_name": "Jean-Marc Lefebvre",
        "signatory_role_fr": "Directeur",
        "signatory_role_nl": "Directeur",
        "place": "Dunkerque",
        "issued_on": date(2026, 12, 14),
    }
    return PresenceFacts(**IDENTITY | facts | changes)
