"""A finished session with people who have earned a certificate, and some who have not. All fictional."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from accounts.domain import roles
from accounts.enums import Country, OrganisationKind, Role
from accounts.models import Organisation, Person, User
from certificates.domain import attesting, revoking
from certificates.enums import RevocationReason, Wish
from certificates.models import Attestation, Certificate, Issuer
from training.domain import attendance, planning, progress
from training.domain.planning import WeeklyPattern, WeeklySlot
from training.enums import DayPart, EnrolmentStatus, Level, Moment, Skill
from training.models import CanDo, Course, Enrolment, Sector, Session

NAMES = (
    ("Amina", "Benali"), ("Bruno", "Carpentier"), ("Chloé", "Delattre"), ("Désiré", "Évrard"),
    ("Élodie", "Fasquelle"), ("Farid", "Ghanem"), ("Grégory", "Hochart"), ("Inès", "Lefebvre"),
)  # fmt: skip
MORNINGS = WeeklyPattern(
    tuple(WeeklySlot(day, DayPart.MORNING, time(9), time(12)) for day in range(5)),
)
TEXTS = {
    f"{field}_{language}": f"{field} ({language})"
    for field in (
        "summary", "audience", "prerequisites", "methods", "evaluation", "accessibility", "access_delay",
    )
    for language in ("fr", "nl")
}  # fmt: skip


@dataclass
class School:
    coordinator: User
    trainer: User
    provider: Organisation
    session: Session
    enrolments: list[Enrolment]


def account(email: str, given: str, family: str, **fields) -> User:
    return User.objects.create_user(email, first_name=given, last_name=family, **fields)


def organisation(kind: str, name: str, **fields) -> Organisation:
    return Organisation.objects.create(
        kind=kind, name_fr=name, name_nl=f"{name} (nl)", country=Country.FRANCE, town="Dunkerque", **fields
    )


def staff() -> tuple[Organisation, User, User]:
    operator = organisation(OrganisationKind.OPERATOR, "GECT de la côte")
    provider = organisation(
        OrganisationKind.PROVIDER,
        "Atelier des langues",
        activity_number="32590987659",
        activity_region="Hauts-de-France",
    )
    coordinator = account("coordination@example.org", "Hélène", "Vandamme")
    trainer = account("trainer@example.org", "Lieselot", "Vermeulen", language="nl")
    roles.grant(user=coordinator, organisation=operator, role=Role.COORDINATOR, by=None)
    roles.grant(user=trainer, organisation=provider, role=Role.TRAINER, by=None)
    Issuer.objects.create(
        provider=provider,
        signatory_name="Marc Debruyne",
        signatory_role_fr="Directeur",
        signatory_role_nl="Directeur",
        place="Dunkerque",
        programme="Interreg VI France-Wallonie-Vlaanderen",
    )
    return provider, coordinator, trainer


def course() -> Course:
    sector, _ = Sector.objects.get_or_create(
        code="logistics", defaults={"name_fr": "Logistique", "name_nl": "Logistiek"}
    )
    made = Course.objects.create(
        code="log-a1",
        sector=sector,
        title_fr="Néerlandais pour la logistique",
        title_nl="Nederlands voor de logistiek",
        target_level=Level.A1,
        minutes=720,
        objectives_fr="Comprendre une consigne\nLire un bon de livraison",
        objectives_nl="Een instructie begrijpen\nEen leveringsbon lezen",
        updated_on=date(2026, 9, 1),
        **TEXTS,
    )
    made.can_dos.set(
        CanDo.objects.get_or_create(
            text_fr=f"Je peux {n}.",
            defaults={"text_nl": f"Ik kan {n}.", "level": Level.A1, "skill": Skill.LISTENING},
        )[0]
        for n in ("compter", "lire une étiquette", "demander de l’aide", "prévenir l’équipe")
    )
    return made


def finished_session(people: int = 3, *, language: str = "fr", minutes_late: int = 0) -> School:
    """Four mornings that took place a month ago; everybody was there and reached A1 in all skills.

    The first person came late on the first morning, by so many minutes.
    """
    provider, coordinator, trainer = staff()
    session = planning.create_session(
        course=course(),
        code="LOG-A1",
        provider=provider,
        room=None,
        trainers=[trainer],
        capacity=max(people, 1),
        minimum_group=1,
        pattern=MORNINGS,
        starts_on=timezone.localdate() - timedelta(days=40),
        by=coordinator,
    )
    enrolments = [enrolled(session, number, language=language) for number in range(people)]
    for number, half_day in enumerate(session.half_days.all()):
        attendance.open_register(half_day=half_day, by=trainer)
        if minutes_late and number == 0:
            attendance.mark(half_day=half_day, enrolment=enrolments[0], by=trainer, minutes_late=minutes_late)
        attendance.close(half_day=half_day, by=trainer)
    for enrolment in enrolments:
        reach(enrolment, by=trainer)
    return School(coordinator, trainer, provider, session, enrolments)


def enrolled(session: Session, number: int, *, language: str = "fr") -> Enrolment:
    given, family = NAMES[number % len(NAMES)]
    family = family + (f" {number}" if number >= len(NAMES) else "")
    user = account(f"learner{number}@example.org", given, family, language=language)
    person = Person.objects.create(
        user=user, given_name=given, family_name=family, birth_date=date(1990, 5, 1), language=language
    )
    before = timezone.make_aware(datetime.combine(session.first_day - timedelta(days=9), time(10)))
    return Enrolment.objects.create(
        session=session,
        person=person,
        status=EnrolmentStatus.ENTERED,
        queue_position=number + 1,
        submitted_at=before,
        confirmed_at=before,
        entered_at=before + timedelta(days=9),
    )


def reach(enrolment: Enrolment, *, by: User, level: str = Level.A1) -> None:
    for moment, reached in ((Moment.ENTRY, Level.A0), (Moment.EXIT, level)):
        for skill in Skill:
            progress.record(
                enrolment=enrolment,
                moment=moment,
                skill=skill,
                level=reached,
                by=by,
                assessed_on=timezone.localdate() - timedelta(days=20),
            )


def made(**order) -> Attestation:
    """Ordered and made, as the signer does it after commit."""
    paper = attesting.order(**order)
    attesting.make(paper.pk)
    paper.refresh_from_db()
    return paper


def a_second_person() -> User:
    """Another one of the office, to confirm what the coordinator asks."""
    found = User.objects.filter(email="second@example.org").first()
    if found is None:
        found = account("second@example.org", "Sophie", "Lambert")
        operator = Organisation.objects.get(kind=OrganisationKind.OPERATOR)
        roles.grant(user=found, organisation=operator, role=Role.COORDINATOR, by=None)
    return found


def revoke(certificate: Certificate, by: User, reason: str = RevocationReason.FRAUD) -> Certificate:
    """Asked by one, confirmed by a second person."""
    return _taken_back(certificate, by, Wish.REVOKE, reason)


def replace(certificate: Certificate, by: User, reason: str = RevocationReason.ERROR_IN_DATA) -> Certificate:
    """The new one. Asked by one, confirmed by a second person, made by the worker."""
    return _taken_back(certificate, by, Wish.REPLACE, reason).replaced_by


def _taken_back(certificate: Certificate, by: User, wish: str, reason: str) -> Certificate:
    request = revoking.ask(certificate=certificate, by=by, wish=wish, reason=reason)
    revoking.confirm(request=request, by=a_second_person())
    revoking.carry_out(request.pk)
    certificate.refresh_from_db()
    return certificate
