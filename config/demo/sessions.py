"""Seven sessions around today: one finished, one running, five open.

Of those one is full, one is online, and one begins soon with too few people: the coordinator decides whether
it runs, and another session of its course has room for its group.
"""

from dataclasses import dataclass
from datetime import date, time, timedelta

from accounts.enums import Country
from accounts.models import Organisation, User
from config.demo.clock import on
from training.domain import absences, planning
from training.domain.calendar import ClosedRange, Reason
from training.domain.planning import WeeklyPattern, WeeklySlot
from training.enums import DayPart, Modality, Rhythm, Signing
from training.models import Course, Room, Session

MON, TUE, WED, THU, FRI, SAT = range(6)
MORNING = (DayPart.MORNING, time(9), time(12))
AFTERNOON = (DayPart.AFTERNOON, time(13, 30), time(17))
EVENING = (DayPart.EVENING, time(18), time(21))

ROOMS = {
    "dunkerque": {
        "name": "Salle Pertuis",
        "building": "Maison de l’emploi",
        "address": "4 rue du Leughenaer, 59140 Dunkerque",
        "town": "Dunkerque",
        "country": Country.FRANCE,
        "capacity": 16,
        "latitude": "51.03840",
        "longitude": "2.37750",
        "access_fr": "Gare de Dunkerque à 12 minutes à pied, bus gratuits jusqu'à la porte. De plain-pied.",
        "access_nl": "Station Duinkerke op 12 minuten te voet, gratis bussen tot aan de deur. Zonder drempel.",
    },
    "veurne": {
        "name": "Lokaal Duinroos",
        "building": "Oud College",
        "address": "Karel Coggelaan 8, 8630 Veurne",
        "town": "Veurne",
        "country": Country.BELGIUM,
        "capacity": 14,
        "latitude": "51.07230",
        "longitude": "2.66210",
        "access_fr": "Navette depuis la gare de Dunkerque à 12 h 45, retour à 17 h 15. Covoiturage organisé par le "
        "groupe. Ascenseur.",
        "access_nl": "Pendelbus vanaf station Duinkerke om 12.45 uur, terug om 17.15 uur. Carpoolen in groep. Lift.",
    },
    "hondschoote": {
        "name": "Salle du Moulin",
        "building": "Maison des associations",
        "address": "1 place du Général-de-Gaulle, 59122 Hondschoote",
        "town": "Hondschoote",
        "country": Country.FRANCE,
        "capacity": 12,
        "latitude": "50.98080",
        "longitude": "2.58300",
        "access_fr": "Parking devant la salle. Bus depuis Bergues. Entrée de plain-pied.",
        "access_nl": "Parking voor de deur. Bus vanuit Sint-Winoksbergen. Toegang zonder drempel.",
    },
    "poperinge": {
        "name": "Zaal Hoppebel",
        "building": "Opleidingscentrum",
        "address": "Oudstrijdersplein 2, 8970 Poperinge",
        "town": "Poperinge",
        "country": Country.BELGIUM,
        "capacity": 14,
        "latitude": "50.85620",
        "longitude": "2.72660",
        "access_fr": "Gare de Poperinge à 5 minutes à pied. Covoiturage depuis Hazebrouck et Bergues.",
        "access_nl": "Station Poperinge op 5 minuten te voet. Carpoolen vanuit Hazebroek en Sint-Winoksbergen.",
    },
}


@dataclass(frozen=True)
class Plan:
    code: str
    course: str
    room: str | None
    provider: str
    trainer: str
    days: tuple[int, ...]
    part: tuple
    weeks_from_now: int
    capacity: int
    rhythm: str
    needs_decision: bool = False
    decision_days: int = 10
    meeting_url: str = ""
    signing: str = Signing.PAPER

    @property
    def modality(self) -> str:
        return Modality.ON_SITE if self.room else Modality.REMOTE


PLANS = [
    Plan("LOG-A1-DK", "logistique-a1", "dunkerque", "atelier", "Lieselot", (MON, TUE, WED, THU), MORNING, -13, 12,
         Rhythm.PART_TIME),
    Plan("AGRO-A1-VE", "agroalimentaire-a1", "veurne", "taalwerk", "Lieselot", (MON, TUE, WED, THU, FRI, SAT),
         AFTERNOON, -4, 12, Rhythm.PART_TIME, signing=Signing.SCREEN),
    Plan("AGRO-A2-HO", "agroalimentaire-a2", "hondschoote", "taalwerk", "Katrien", (MON, TUE, THU), MORNING, 3, 10,
         Rhythm.PART_TIME),
    Plan("LOG-A2-DK", "logistique-a2", "dunkerque", "atelier", "Matthieu", (TUE, THU), EVENING, 5, 12, Rhythm.EVENING),
    Plan("BAT-A1-PO", "construction-a1", "poperinge", "atelier", "Katrien", (MON, TUE, WED, THU), AFTERNOON, 8, 12,
         Rhythm.PART_TIME, needs_decision=True),
    Plan("LOG-A2-PO", "logistique-a2", "poperinge", "atelier", "Matthieu", (MON, TUE, THU), MORNING, 2, 12,
         Rhythm.PART_TIME, decision_days=14),
    Plan("AGRO-A1-WEB", "agroalimentaire-a1", None, "taalwerk", "Lieselot", (MON, WED, FRI), MORNING, 6, 12,
         Rhythm.PART_TIME, meeting_url="https://visio.example.org/agro-a1"),
]  # fmt: skip

# Who is away: weeks from now, for how many days.
AWAY = [("Matthieu", 7, 5), ("Lieselot", 20, 12)]


def first_day(plan: Plan, today: date) -> date:
    """The Monday or the first teaching day of that week."""
    return monday(today, plan.weeks_from_now) + timedelta(days=plan.days[0])


def monday(today: date, weeks_from_now: int) -> date:
    return today - timedelta(days=today.weekday()) + timedelta(weeks=weeks_from_now)


def stay_away(trainer: User, *, first: date, days: int) -> None:
    """She said so herself, long ago: the planner leaves her half-days out. Idempotent."""
    last = first + timedelta(days=days - 1)
    if not trainer.unavailabilities.filter(first_day=first).exists():
        whole = {"first_part": DayPart.MORNING, "last_part": DayPart.EVENING}
        absences.enter(trainer=trainer, first_day=first, last_day=last, by=trainer, **whole)


def build(
    *,
    courses: dict[str, Course],
    organisations: dict[str, Organisation],
    staff: dict[str, User],
    today: date,
) -> dict[str, Session]:
    """Plans and publishes the sessions on the day they were announced; by code."""
    rooms = {key: keep_room(facts) for key, facts in ROOMS.items()}
    for name, weeks_from_now, days in AWAY:
        stay_away(staff[name], first=monday(today, weeks_from_now), days=days)
    return {
        plan.code: announce(
            plan=plan,
            course=courses[plan.course],
            organisations=organisations,
            room=rooms.get(plan.room),
            staff=staff,
            today=today,
        )
        for plan in PLANS
    }


def announce(*, plan: Plan, course: Course, organisations, room: Room | None, staff, today: date) -> Session:
    starts_on = first_day(plan, today)
    announced = announced_on(plan, today)
    coordinator = staff["Hélène"]
    with on(announced):
        session = planning.create_session(
            course=course,
            code=plan.code,
            provider=organisations[plan.provider],
            room=room,
            trainers=[staff[plan.trainer]],
            capacity=plan.capacity,
            pattern=WeeklyPattern(tuple(WeeklySlot(day, *plan.part) for day in plan.days)),
            starts_on=starts_on,
            enrolment_opens_on=announced,
            enrolment_closes_on=starts_on - timedelta(days=3),
            rhythm=plan.rhythm,
            school_holidays=[year_end(starts_on.year - 1), year_end(starts_on.year)],
            modality=plan.modality,
            meeting_url=plan.meeting_url,
            signing=plan.signing,
            needs_decision=plan.needs_decision,
            decision_days=plan.decision_days,
            works_around=True,
            by=coordinator,
        )
        return planning.publish(session=session, by=coordinator)


def announced_on(plan: Plan, today: date) -> date:
    """Ten weeks before the first lesson, and at least two weeks ago."""
    return min(first_day(plan, today) - timedelta(weeks=10), today - timedelta(weeks=2))


def year_end(year: int) -> ClosedRange:
    """The schools' rest between the years."""
    return ClosedRange(
        first=date(year, 12, 24),
        last=date(year + 1, 1, 2),
        reason=Reason(fr="Fermeture de fin d’année", nl="Sluiting tussen Kerst en Nieuwjaar"),
    )


def keep_room(facts: dict) -> Room:
    facts = dict(facts)
    where = {key: facts.pop(key) for key in ("town", "building", "name")}
    room, _ = Room.objects.get_or_create(**where, defaults=facts)
    return room
