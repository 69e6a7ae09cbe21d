"""What happened at the demo school: who enrolled, who came, what they learnt, what was certified.

Deterministic for a given day: the same seed, the same clock, the same verbs as the site.
"""

import random
from datetime import date, timedelta

from accounts.models import Person, User
from certificates.domain import issuing, revoking
from certificates.enums import RevocationReason
from certificates.models import Certificate
from config.demo.clock import on
from training.domain import attendance, enrolment, progress
from training.enums import EnrolmentStatus, ExitReason, Level, Moment, Skill
from training.models import AbsenceCode, Enrolment, HalfDay, Session

PRIVACY_VERSION = "2026-09"
MOTIVATIONS = [
    "Je veux travailler dans un entrepôt à Veurne ou à Ieper.",
    "Une agence m'a dit qu'il me manque seulement le néerlandais.",
    "J'ai dix ans d'expérience et je veux passer la frontière.",
    "Je cherche un travail stable, près de chez moi.",
    "",
]
ALWAYS = "Disponible à toutes les heures de la session"


def enrol(*, session: Session, person: Person, day: date, rng: random.Random) -> Enrolment:
    """Fills in the form and sends it, on that day."""
    with on(day, hour=rng.randint(8, 20), minute=rng.randint(0, 59)):
        draft = enrolment.begin(session=session, person=person, by=person.user)
        draft.availability = ALWAYS
        draft.motivation = rng.choice(MOTIVATIONS)
        draft.privacy_version = PRIVACY_VERSION
        draft.save()
        return enrolment.submit(enrolment=draft, by=person.user)


def fill(*, session: Session, people: list[Person], today: date, rng: random.Random) -> list[Enrolment]:
    """Everybody enrols, one after the other, between the announcement and the closing date."""
    opens = session.enrolment_opens_on
    closes = min(session.enrolment_closes_on, today - timedelta(days=1))
    step = max((closes - opens) // (len(people) + 1), timedelta())
    return [
        enrol(session=session, person=person, day=opens + step * number, rng=rng)
        for number, person in enumerate(people, start=1)
    ]
