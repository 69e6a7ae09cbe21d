"""The attendance sheet of a day or a week (feuille d’émargement), blank for the pen or filled in.

Its words stand here in both languages side by side. French is the original; the Dutch copy says so.
"""

from documents import wording
from documents.addresses import qr_address, strokes_address
from documents.register_facts import Amended, AttendanceFacts, Attendant, Meeting, Presence, Signed
from documents.sheets.sheet import Sheet

LANGUAGES = ("fr", "nl")
COLON = (f"{wording.NBSP}:", ":")
DATE = (wording.date_fr, wording.date_nl)
WEEKDAY = (wording.weekday_fr, wording.weekday_nl)
HOURS = (wording.hours_fr, wording.hours_nl)
PARTS = {
    "AM": ("matin", "voormiddag"),
    "PM": ("après-midi", "namiddag"),
    "EVE": ("soir", "avond"),
}
METHODS = {
    "DRAWN": ("tracé sur la tablette", "getekend op de tablet"),
    "TYPED": ("nom saisi sur la tablette", "naam getypt op de tablet"),
    "PHONE": ("signé sur son téléphone", "getekend op de eigen telefoon"),
    "PAPER": ("signé sur papier", "getekend op papier"),
    "CLOSED": ("contresigné et clos", "tegengetekend en afgesloten"),
}
WORDS = {
    "sheet": ("Feuille d’émargement", "Aanwezigheidslijst"),
    "translation": ("", "vertaling ter informatie – het Franse origineel geldt"),
    "session": ("Session", "Sessie"),
    "place": ("Lieu", "Plaats"),
    "learner": ("Stagiaire", "Cursist"),
    "trainer": ("Formateur ou formatrice", "Lesgever"),
    "sign_here": ("signature", "handtekening"),
    "total": ("Présents · heures", "Aanwezig · uren"),
    "absent": ("absent", "afwezig"),
    "present": ("présent", "aanwezig"),
    "open": ("non renseigné", "niet ingevuld"),
    "outside": ("non concerné", "niet van toepassing"),
    "amended": ("corrigé", "verbeterd"),
    "register_open": ("feuille encore ouverte", "lijst nog open"),
    "how_blank": (
        f"Chaque stagiaire signe une case par demi-journée, après l’avoir suivie. Absent{wording.NBSP}: "
        "écrivez ABS. Le formateur ou la formatrice signe en dernier. Photographiez ensuite la feuille "
        f"entière{wording.NBSP}: le code de chaque demi-journée la range à sa place.",
        "Elke cursist tekent één vak per halve dag, nadat hij of zij die gevolgd heeft. Afwezig: schrijf "
        "AFW. De lesgever tekent als laatste. Neem daarna een foto van het hele blad: met de code van elke "
        "halve dag komt het op zijn plaats.",
    ),
    "closings": ("Feuilles closes", "Afgesloten lijsten"),
    "half_day": ("Demi-journée", "Halve dag"),
    "closed": ("Clos", "Afgesloten"),
    "fingerprint": ("Empreinte (SHA-256)", "Vingerafdruk (SHA-256)"),
    "amendments": ("Corrections après la signature", "Verbeteringen na het afsluiten"),
    "person": ("Personne", "Persoon"),
    "before": ("Avant", "Voordien"),
    "after": ("Après", "Nadien"),
    "reason": ("Motif", "Reden"),
    "by": ("Par, le", "Door, op"),
    "code_of": ("Code de la demi-journée", "Code van de halve dag"),
}
MOST_COLUMNS = 10  # half-days side by side: the fifth of a hand's breadth each, enough for a pen
SPARE_LINES = 2


def span(starts: str, ends: str, index: int) -> str:
    """'9 h – 12 h 30', '9.00 – 12.30 uur'."""
    if LANGUAGES[index] == "nl":
        return f"{_clock_nl(starts).removesuffix(UUR)} – {_clock_nl(ends)}"
    return f"{_clock_fr(starts)} – {_clock_fr(ends)}"


def _clock_fr(time: str) -> str:
    hour, _colon, minute = time.partition(":")
    return f"{int(hour)}{wording.NBSP}h" + (f"{wording.NBSP}{minute}" if minute != "00" else "")


def _clock_nl(time: str) -> str:
    hour, _colon, minute = time.partition(":")
    return f"{int(hour)}.{minute}{UUR}"


UUR = f"{wording.NBSP}uur"
CLOCK = (_clock_fr, _clock_nl)


def scene(facts: AttendanceFacts, *, language: str) -> dict:
    index = LANGUAGES.index(language)
    date = DATE[index]
    return {
        "say": {name: both[index] for name, both in WORDS.items()},
        "colon": COLON[index],
        "period": " – ".join(dict.fromkeys((date(facts.first_day), date(facts.last_day)))),
        "title": facts.title_nl if language == "nl" else facts.title_fr,
        "other_title": facts.title_fr if language == "nl" else facts.title_nl,
        "places": list(dict.fromkeys(one.place for one in facts.meetings if one.place)),
        "tables": [
            _table(facts, start, index=index) for start in range(0, len(facts.meetings), MOST_COLUMNS)
        ],
        "closings": [_closing(one, index) for one in facts.meetings if one.fingerprint],
        "amendments": [_amendment(one, index) for one in facts.amendments],
    }


def _table(facts: AttendanceFacts, start: int, *, index: int) -> dict:
    """Ten half-days at most, with everybody's squares of them."""
    meetings = facts.meetings[start : start + MOST_COLUMNS]
    columns = range(start, start + len(meetings))
    return {
        "columns": [_column(one, index) for one in meetings],
        "rows": [
            {
                "name": one.name,
                "squares": [_square(one, number, index) for number in columns],
            }
            for one in facts.attendants
        ],
        "spare": [] if facts.is_filled else range(SPARE_LINES),
        "totals": [_total(facts.attendants, number, index) for number in columns],
    }


def _column(meeting: Meeting, index: int) -> dict:
    return {
        "day": WEEKDAY[index](meeting.day).rpartition(wording.NBSP)[0],
        "part": PARTS[meeting.part][index],
        "span": span(meeting.starts, meeting.ends, index),
        "duration": HOURS[index](meeting.minutes),
        "trainer": meeting.trainer,
        "qr": qr_address(meeting.url),
        "code": meeting.url.rpartition("/")[2],
        "signature": _signature(meeting.signature, index),
        "fingerprint": meeting.fingerprint[:16],
    }


def _square(attendant: Attendant, number: int, index: int) -> dict:
    presence = attendant.presences[number]
    return {
        "state": presence.state,
        "words": _in_words(presence, index),
        "code": presence.code,
        "duration": HOURS[index](presence.minutes) if presence.state == "present" else "",
        "signature": _signature(presence.signature, index),
        "is_amended": presence.is_amended,
    }


def _in_words(presence: Presence, index: int) -> str:
    """'absent : maladie', 'en retard de 15 min'; nothing for somebody who was there all the time."""
    if presence.state == "absent":
        return (presence.code_fr, presence.code_nl)[index]
    late, early = presence.minutes_late, presence.minutes_left_early
    parts = []
    if late:
        parts.append((f"en retard de {late}{wording.NBSP}min", f"{late}{wording.NBSP}min te laat")[index])
    if early:
        parts.append(
            (f"parti {early}{wording.NBSP}min avant la fin", f"{early}{wording.NBSP}min vroeger weg")[index]
        )
    return ", ".join(parts)


def _signature(signed: Signed | None, index: int) -> dict | None:
    if signed is None:
        return None
    how = METHODS[signed.method][index] if signed.method else ""
    return {
        "name": signed.name,
        "strokes": strokes_address(signed.path, box=signed.box) if signed.path else "",
        "how": f"{how} {CLOCK[index](signed.at)}".strip() if signed.at else how,
    }


def _total(attendants: tuple[Attendant, ...], number: int, index: int) -> dict:
    present = [one.presences[number] for one in attendants if one.presences[number].state == "present"]
    return {"present": len(present), "hours": HOURS[index](sum(one.minutes for one in present))}


def _closing(meeting: Meeting, index: int) -> dict:
    return {
        "half_day": _half_day(meeting, index),
        "by": meeting.signature.name if meeting.signature else meeting.trainer,
        "on": f"{DATE[index](meeting.closed_on)}, {CLOCK[index](meeting.closed_at)}",
        "fingerprint": meeting.fingerprint,
    }


def _amendment(one: Amended, index: int) -> dict:
    return {
        "half_day": _half_day(one, index),
        "name": one.name,
        "old": (one.old_fr, one.old_nl)[index],
        "new": (one.new_fr, one.new_nl)[index],
        "reason": one.reason,
        "by": f"{one.by}, {DATE[index](one.on)}",
    }


def _half_day(it: Meeting | Amended, index: int) -> str:
    return f"{WEEKDAY[index](it.day)}, {PARTS[it.part][index]}"


SHEET = Sheet(name="attendance", scene=scene)
