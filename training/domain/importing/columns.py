"""The columns of each kind of file: what they are called, how they are recognised, an example of each."""

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from accounts.rules import sort_key
from training.enums import ImportKind

LANGUAGES = ("fr", "nl", "en")


@dataclass(frozen=True)
class Column:
    """`words`: other headings by which it is recognised, without accents. `example`: for the template."""

    name: str
    label: str | Promise
    example: str
    words: tuple[str, ...] = ()
    is_needed: bool = False


SESSION = Column(
    "session",
    _("Session code"),
    "LOG-A1-2027",
    ("session", "code session", "code de session", "code", "sessiecode", "sessie"),
    True,
)
PERSON = (
    Column("given_name", _("Given name"), "Camille", ("prenom", "prenoms", "voornaam", "first name"), True),
    Column(
        "family_name",
        _("Family name"),
        "Delattre",
        ("nom", "nom de famille", "nom de naissance", "familienaam", "achternaam", "last name"),
        True,
    ),
    Column(
        "birth_date",
        _("Birth date"),
        "12/03/1994",
        (
            "date de naissance",
            "date naissance",
            "ne le",
            "nee le",
            "ne e le",
            "naissance",
            "geboortedatum",
            "birthdate",
            "date of birth",
        ),
        True,
    ),
    Column(
        "identifier",
        _("France Travail identifier"),
        "1234567A",
        ("identifiant", "identifiant ft", "identifiant pole emploi", "identificatienummer", "identifier"),
    ),
)
TRAINER_WORDS = ("formateur", "formatrice", "lesgever", "trainer", "formateurs", "lesgevers")

COLUMNS: dict[str, tuple[Column, ...]] = {
    ImportKind.SESSIONS: (
        Column(
            "code",
            _("Session code"),
            "LOG-A1-2027",
            ("code", "session", "code session", "code de session", "sessiecode", "sessie"),
            True,
        ),
        Column("course", _("Course code"), "LOG-A1", ("formation", "opleiding", "course", "cours"), True),
        Column(
            "provider",
            _("Training provider"),
            "Maison des langues",
            ("organisme", "organisme de formation", "opleidingsverstrekker", "provider"),
            True,
        ),
        Column("first_day", _("First day"), "05/10/2027", ("debut", "start", "begin", "eerste dag"), True),
        Column("last_day", _("Last day"), "25/11/2027", ("fin", "einde", "end", "laatste dag"), True),
        Column("capacity", _("Places"), "12", ("capacite", "capaciteit", "plaatsen", "capacity"), True),
        Column("minimum", _("Minimum group"), "6", ("minimum", "effectif minimum", "minimumgroep")),
        Column("room", _("Room"), "Salle Pertuis, Dunkerque", ("salle", "lieu", "lokaal", "zaal", "room")),
        Column("trainers", _("Trainers"), "formatrice@example.org", TRAINER_WORDS),
    ),
    ImportKind.HALF_DAYS: (
        SESSION,
        Column("date", _("Date"), "05/10/2027", ("jour", "dag", "datum", "day"), True),
        Column(
            "start_time",
            pgettext_lazy("time", "From"),
            "9h00",
            ("debut", "de", "van", "heure debut", "begin", "beginuur", "start"),
            True,
        ),
        Column(
            "end_time",
            pgettext_lazy("time", "Until"),
            "12h00",
            ("fin", "a", "tot", "heure fin", "einde", "einduur", "end"),
            True,
        ),
        Column("part", _("Part of the day"), "Matin", ("periode", "dagdeel", "demi-journee", "part")),
        Column("room", _("Room"), "Salle Pertuis, Dunkerque", ("salle", "lieu", "lokaal", "zaal", "room")),
        Column("trainer", _("Trainer"), "formatrice@example.org", TRAINER_WORDS),
        Column("holiday_reason", _("On a public holiday: why?"), "", ("motif jour ferie", "reden feestdag")),
    ),
    ImportKind.PEOPLE: (
        *PERSON,
        Column(
            "no_identifier",
            _("Reason why there is no identifier"),
            "",
            ("motif absence identifiant", "reden geen identificatienummer"),
        ),
        Column(
            "commune",
            _("Commune"),
            "59183",
            ("code insee", "ville", "insee", "code postal", "gemeente", "postcode", "town"),
        ),
        Column(
            "phone",
            _("Telephone"),
            "06 12 34 56 78",
            ("tel", "mobile", "portable", "gsm", "telefoon", "phone"),
        ),
        Column("language", pgettext_lazy("column", "Language"), "fr", ("langue", "taal", "language")),
    ),
    ImportKind.ENROLMENTS: (SESSION, *PERSON),
}


def columns(kind: str) -> tuple[Column, ...]:
    return COLUMNS[ImportKind(kind)]


def guess(kind: str, headers: list[str]) -> dict[str, int]:
    """Column → place in the file, for the headings that are recognised; each heading once.

    Two columns of one name are left to the person.
    """
    plain = [_plain(header) for header in headers]
    found: dict[str, int] = {}
    for column in columns(kind):
        for word in _known(column):
            if plain.count(word) == 1 and plain.index(word) not in found.values():
                found[column.name] = plain.index(word)
                break
    return found


def heading(headers: list[str], place: int) -> str:
    """What stands above this column, with the letter by which a spreadsheet calls it."""
    before, last = divmod(place, 26)
    letter = (chr(ord("A") + before - 1) if before else "") + chr(ord("A") + last)
    return f"{headers[place]} ({letter})".strip()


def _known(column: Column) -> list[str]:
    """Its own name first, in each language, then the other words."""
    names = [column.name]
    for language in LANGUAGES:
        with override(language):
            names.append(str(column.label))
    return [_plain(word) for word in (*names, *column.words)]


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", sort_key(text)).strip()
