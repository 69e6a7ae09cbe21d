"""Five sessions around today: one finished, one running, three open (one of them full)."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from accounts.enums import Country
from accounts.models import Organisation, User
from config.demo.clock import on
from training.domain import planning
from training.domain.planning import WeeklyPattern, WeeklySlot
from training.enums import DayPart, Rhythm
from training.models import Course, Room, Session

MON, TUE, WED, THU, FRI, SAT = range(6)
MORNING = (DayPart.MORNING, time(9), time(12))
AFTERNOON = (DayPart.AFTERNOON, time(13, 30), time(17))
EVENING = (DayPart.EVENING, time(18), time(21))

# key: name, building, address, town, country, capacity, latitude, longitude, access in French and Dutch
ROOMS = {
    "dunkerque": (
        "Salle Pertuis", "Maison de l'emploi", "4 rue du Leughenaer, 59140 Dunkerque", "Dunkerque", Country.FRANCE, 16,
        "51.03840", "2.37750",
        "Gare de Dunkerque à 12 minutes à pied, bus gratuits jusqu'à la porte. Rez-de-chaussée, de plain-pied.",
        "Station Duinkerke op 12 minuten stappen, gratis bussen tot aan de deur. Gelijkvloers, zonder drempel.",
    ),
    "veurne": (
        "Lokaal Duinroos", "Oud College", "Karel Coggelaan 8, 8630 Veurne", "Veurne", Country.BELGIUM, 14,
        "51.07230", "2.66210",
        "Navette depuis la gare de Dunkerque à 12 h 45, retour à 17 h 15. Covoiturage organisé par le groupe. Ascenseur.",
        "Pendelbus vanaf station Duinkerke om 12.45 uur, terug om 17.15 uur. Carpoolen in groep. Lift aanwezig.",
    ),
    "hondschoote": (
        "Salle du Moulin", "Maison des associations", "1 place du Général-de-Gaulle, 59122 Hondschoote", "Hondschoote",
        Country.FRANCE, 12, "50.98080", "2.58300",
        "Parking devant la salle. Bus depuis Bergues. Entrée de plain-pied.",
        "Parking voor de deur. Bus vanuit Bergues. Toegang zonder drempel.",
    ),
    "poperinge": (
        "Zaal Hoppebel", "Opleidingscentrum", "Oudstrijdersplein 2, 8970 Poperinge", "Poperinge", Country.BELGIUM, 14,
        "50.85620", "2.72660",
        "Gare de Poperinge à 5 minutes à pied. Covoiturage depuis Hazebrouck et Bergues.",
        "Station Poperinge op 5 minuten stappen. Carpoolen vanuit Hazebroek en Bergues.",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Plan:
    code: str
    course: str
    room: str
    provider: str
    trainer: str
    days: tuple[int, ...]
    part: tuple
    weeks_from_now: int
    capacity: int
    rhythm: str
    announced_weeks_before: int = 10
    needs_decision: bool = False


PLANS = [
    Plan("LOG-A1-DK", "logistique-a1", "dunkerque", "atelier", "Lieselot", (MON, TUE, WED, THU), MORNING, -13, 12,
         Rhythm.PART_TIME),
    Plan("AGRO-A1-VE", "agroalimentaire-a1", "veurne", "taalwerk", "Lieselot", (MON, TUE, WED, THU, FRI, SAT),
         AFTERNOON, -4, 12, Rhythm.PART_TIME),
    Plan("AGRO-A2-HO", "agroalimentaire-a2", "hondschoote", "taalwerk", "Katrien", (MON, TUE, THU), MORNING, 3, 10,
         Rhythm.PART_TIME),
    Plan("LOG-A2-DK", "logistique-a2", "dunkerque", "atelier", "Matthieu", (TUE, THU), EVENING, 5, 12, Rhythm.EVENING),
    Plan("BAT-A1-PO", "construction-a1", "poperinge", "atelier", "Katrien", (MON, TUE, WED, THU), AFTERNOON, 8, 12,
         Rhythm.PART_TIME, needs_decision=True),
]  # fmt: skip


def first_day(plan: Plan, today: date) -> date:
    """The Monday or the first teaching day of that week."""
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=plan.weeks_from_now)
    return monday + timedelta(days=plan.days[0])


def build(
    *,
    courses: dict[str, Course],
    organisations: dict[str, Organisation],
    staff: dict[str, User],
    today: date,
) -> dict[str, Session]:
    """Plans and publishes the sessions on the day they were announced; by code."""
    rooms = {key: keep_room(*facts) for key, facts in ROOMS.items()}
    return {plan.code: announce(plan, courses, organisations, rooms, staff, today) for plan in PLANS}


def announce(plan: Plan, courses, organisations, rooms, staff, today: date) -> Session:
    starts_on = first_day(plan, today)
    announced = min(starts_on - timedelta(weeks=plan.announced_weeks_before), today - timedelta(days=14))
    coordinator = staff["Hélène"]
    with on(announced):
        session = planning.create_session(
            course=courses[plan.course],
            code=plan.code,
            provider=organisations[plan.provider],
            room=rooms[plan.room],
            trainers=[staff[plan.trainer]],
            capacity=plan.capacity,
            minimum_group=6,
            pattern=WeeklyPattern(tuple(WeeklySlot(day, *plan.part) for day in plan.days)),
            starts_on=starts_on,
            enrolment_opens_on=announced,
            enrolment_closes_on=starts_on - timedelta(days=3),
            rhythm=plan.rhythm,
            needs_decision=plan.needs_decision,
            by=coordinator,
        )
        return planning.publish(session=session, by=coordinator)


def keep_room(
    name, building, address, town, country, capacity, latitude, longitude, access_fr, access_nl
) -> Room:
    room, _ = Room.objects.get_or_create(
        town=town,
        building=building,
        name=name,
        defaults={
            "address": address,
            "country": country,
            "capacity": capacity,
            "latitude": latitude,
            "longitude": longitude,
            "access_fr": access_fr,
            "access_nl": access_nl,
        },
    )
    return room
