"""One cell becomes a fact, however people write it; else a Refusal that says how to write it."""

import re
from datetime import date, time, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language_info, override
from django.utils.translation import gettext as _

from accounts.domain.names import insist_latin
from accounts.enums import FranceTravailMissing, Language, Role
from accounts.models import Commune, Membership, Organisation, User
from accounts.rules import age_on, clean_france_travail_identifier, clean_phone, sort_key
from training.domain.calendar import is_near
from training.enums import DayPart
from training.exceptions import Refusal
from training.models import Course, Room, Session

DATES = (
    re.compile(r"^(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?: 0?0:00(?::00)?)?$"),
    re.compile(r"^(?P<day>\d{1,2})[/.\- ](?P<month>\d{1,2})[/.\- ](?P<year>\d{4})(?: 0?0:00(?::00)?)?$"),
)
YEARS = range(1900, 2200)
OLDEST = 100
CLOCK = re.compile(r"^(\d{1,2})\s*[:hu.]\s*(\d{2})?(?::00)?(?:\s*uur)?$", re.IGNORECASE)
WHOLE = re.compile(r"^([0-9]{1,4})(?:[.,]0+)?$")
EXCEL_BEGAN = date(1899, 12, 30)
LOST = {"?", "\N{REPLACEMENT CHARACTER}"}
SERIAL = re.compile(r"^[1-9]\d{4}$")  # how a spreadsheet counts the days from 1927 to 2173


def a_date(text: str) -> date:
    """05/10/2027, 5.10.2027, 2027-10-05, or the number by which a spreadsheet means it."""
    if SERIAL.match(text):
        return EXCEL_BEGAN + timedelta(days=int(text))
    for form in DATES:
        if found := form.match(text):
            year, month, day = (int(found[part]) for part in ("year", "month", "day"))
            try:
                if year in YEARS:
                    return date(year, month, day)
            except ValueError:
                break
    raise Refusal(_("This is no date. Write it like 05/10/2027 or 2027-10-05."), code="date")


def a_day(text: str) -> date:
    """Of a lesson, or the first or last of a session."""
    day = a_date(text)
    if is_near(day):
        return day
    raise Refusal(_("No lesson is planned then. Look again at the year."), code="year")


def a_birth_date(text: str) -> date:
    day = a_date(text)
    if 0 <= age_on(day, timezone.localdate()) <= OLDEST:
        return day
    raise Refusal(_("Nobody in a course was born then. Look again at the year."), code="year")


def a_time(text: str) -> time:
    """9h, 9h00, 9 h 30, 09:00, 9.30 uur."""
    found = CLOCK.match(text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " "))
    if found and int(found[1]) < 24 and int(found[2] or 0) < 60:
        return time(int(found[1]), int(found[2] or 0))
    raise Refusal(_("This is no time. Write it like 9h00 or 09:00."), code="time")


def a_number(text: str) -> int:
    """12, or 12,00 as a spreadsheet may show it."""
    if found := WHOLE.match(text):
        return int(found[1])
    raise Refusal(_("This is no whole number. Write it in digits, like 12."), code="number")


def places(text: str) -> int:
    if number := a_number(text):
        return number
    raise Refusal(_("A session has at least one place."), code="number")


def one_of(text: str, choices) -> str:
    """A value of a list, by its code or by its name in French, Dutch or English."""
    wanted = sort_key(text)
    for value in choices.values:
        if wanted in {sort_key(value), *_names(choices(value))}:
            return value
    names = ", ".join(str(label) for label in choices.labels)
    raise Refusal(_("This is none of: %(names)s.") % {"names": names}, code="choice")


def _names(choice) -> set[str]:
    found = set()
    for language in ("fr", "nl", "en"):
        with override(language):
            found.add(sort_key(str(choice.label)))
    return found


def a_part(text: str) -> str:
    return one_of(text, DayPart)


def a_language(text: str) -> str:
    """By its code, its own name, or the name it has on the other side: Français, Frans."""
    wanted = sort_key(text)
    called = (value for value in Language.values if wanted in _called(value))
    return next(called, None) or one_of(text, Language)


def _called(code: str) -> set[str]:
    found = set()
    for language in ("fr", "nl", "en"):
        with override(language):
            found.add(sort_key(get_language_info(code)["name_translated"]))
    return found


def why_no_identifier(text: str) -> str:
    return one_of(text, FranceTravailMissing)


def an_identifier(text: str) -> str:
    if found := clean_france_travail_identifier(text):
        return found
    raise Refusal(_("A France Travail identifier has 8 characters or 11 digits."), code="identifier")


def a_phone(text: str) -> str:
    """A spreadsheet takes a number for a number, and its first 0 away."""
    if found := clean_phone(text) or clean_phone(f"0{text}"):
        return found
    sentence = _("Write a French number with 10 digits, or a Belgian one that begins with +32.")
    raise Refusal(sentence, code="phone")


def a_name(text: str) -> str:
    """In Latin letters, as in a form. Excel writes "?" for each letter that its plain CSV cannot hold."""
    if set(text) & LOST:
        sentence = _("Letters of this name were lost. Save the file as .xlsx or “CSV UTF-8”.")
        raise Refusal(sentence, code="letters")
    return insist_latin(text)


def a_commune(text: str) -> Commune:
    """By its INSEE code, its name, or its postcode where one commune has it."""
    if known := Commune.objects.filter(pk=text).first():
        return known
    found = list(Commune.objects.matching(text)[:20])
    same = [one for one in found if sort_key(one.name) == sort_key(text)] or found
    if len(same) == 1:
        return same[0]
    raise Refusal(_("We do not know which commune this is. Write its INSEE code."), code="commune")


def a_session(text: str) -> Session:
    if known := Session.objects.select_related("course", "room").filter(code__iexact=text).first():
        return known
    raise Refusal(_("There is no session with this code."), code="session")


def a_course(text: str) -> Course:
    if known := Course.objects.filter(code__iexact=text, retired_on=None).first():
        return known
    raise Refusal(_("There is no course with this code."), code="course")


def a_provider(text: str) -> Organisation:
    names = Q(name_fr__iexact=text) | Q(name_nl__iexact=text) | Q(siret=re.sub(r"\s", "", text) or "-")
    found = list(Organisation.objects.providers().filter(names)[:2])
    if len(found) == 1:
        return found[0]
    raise Refusal(_("There is no training provider with this name."), code="provider")


def a_room(text: str) -> Room:
    """By its name, or by name and town where two have the same: "Salle Vauban, Bergues"."""
    name, _comma, town = (part.strip() for part in text.partition(","))
    found = Room.objects.filter(name__iexact=name)
    rooms = list(found.filter(town__iexact=town)[:2] if town else found[:2])
    if len(rooms) == 1:
        return rooms[0]
    if rooms:
        raise Refusal(_("Two rooms have this name. Write the town behind it, after a comma."), code="room")
    raise Refusal(_("There is no room with this name."), code="room")


def a_trainer(text: str) -> User:
    """By e-mail address, or by given and family name."""
    teaching = Membership.objects.filter(role=Role.TRAINER, ended_on=None).values("user")
    trainers = User.objects.filter(pk__in=teaching).order_by("pk")
    if "@" in text:
        found = list(trainers.filter(email__iexact=text))
    else:
        wanted = sort_key(text)
        found = [one for one in trainers if sort_key(one.get_full_name()) == wanted]
    if len(found) == 1:
        return found[0]
    raise Refusal(_("There is no trainer with this address or name."), code="trainer")


def trainers(text: str) -> list[User]:
    """Several, with a comma, a slash or a bar between them."""
    return [a_trainer(part.strip()) for part in re.split(r"[,/|]", text) if part.strip()]
