"""What happened at the demo school: who enrolled, who came, what they learnt, what was certified.

Deterministic for a given day: the same seed, the same clock, the same verbs as the site.
"""

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from io import BytesIO

from django.utils import timezone
from PIL import Image

from accounts.domain.files import Candidate, Identity
from accounts.enums import FranceTravailMissing, Language
from accounts.models import Commune, Organisation, Person, User
from config.demo import signatures
from config.demo.clock import on
from training.domain import (
    adjusting,
    attachments,
    attendance,
    calling,
    enrolment,
    kairos,
    open_requests,
    pairing,
    progress,
    referring,
    transferring,
    waiting_rules,
    welcome,
)
from training.domain.requests import PRIVACY_VERSION
from training.enums import (
    ON_THE_REGISTER,
    UNDECIDED,
    AgreedHow,
    AttachmentKind,
    ExitReason,
    KairosStep,
    Level,
    Moment,
    Rhythm,
    Signing,
    Skill,
    Territory,
)
from training.models import AbsenceCode, Enrolment, HalfDay, Session

ALWAYS = "Toutes les heures de la session me conviennent"
MOTIVATIONS = [
    "Je veux travailler dans un entrepôt à Veurne ou à Ieper.",
    "Une agence m'a dit qu'il me manque seulement le néerlandais.",
    "J'ai dix ans d'expérience et je veux passer la frontière.",
    "Je cherche un travail stable, près de chez moi.",
    "",
]
COMMENTS = {Moment.ENTRY: "Entretien pendant la première leçon."}
COMMENTS_NL = {Moment.ENTRY: "Gesprek tijdens de eerste les."}
SIGNED_SINCE = timedelta(days=8)  # before, the group of the running session signed on paper
JUSTIFIED = ["J_SICK", "J_CHILD", "J_INTERVIEW", "J_TRANSPORT", "J_ADMIN"]


def fill(*, session: Session, people: Sequence[Person], today: date, rng: random.Random) -> list[Enrolment]:
    """Everybody enrols, one after the other, between the announcement and the closing date."""
    opens = session.enrolment_opens_on
    closes = min(session.enrolment_closes_on, today - timedelta(days=1))
    days = (closes - opens).days
    return [
        enrol(session=session, person=person, day=opens + timedelta(days=days * n // len(people)), rng=rng)
        for n, person in enumerate(people)
    ]


def enrol(*, session: Session, person: Person, day: date, rng: random.Random) -> Enrolment:
    """Fills in the form and sends it, on that day."""
    with on(day, hour=rng.randint(8, 20), minute=rng.randint(0, 59)):
        draft = enrolment.begin(session=session, person=person, by=person.user)
        draft.availability = ALWAYS
        draft.motivation = rng.choice(MOTIVATIONS)
        draft.privacy_version = PRIVACY_VERSION
        draft.privacy_seen_at = timezone.now()
        draft.save()
        return enrolment.submit(enrolment=draft, by=person.user)


def wait(*, full: Session, open_to_any: Person, today: date) -> None:
    """Two of the full session come together; one waits for any session that fits."""
    with on(today - timedelta(days=1), hour=11):
        first, second = list(full.enrolments.waiting())[-2:]
        pairing.pair(first=first, second=second, by=None)
        facts = {"level": Level.A0, "not_before": today + timedelta(days=14), "rhythms": [Rhythm.EVENING]}
        open_requests.ask(person=open_to_any, by=open_to_any.user, **facts)


def set_conditions(*, session: Session) -> None:
    """A course for jobseekers of the Dunkirk area: whoever else asks comes to the coordination."""
    with on(session.enrolment_opens_on):
        adjusting.set_conditions(
            session=session,
            by=None,
            minimum_age=18,
            jobseekers_only=True,
            territories=[Territory.DUNKIRK],
        )


def ask_for_more(*, session: Session, by: User, today: date) -> None:
    """Of the requests to decide one waits for an answer of the person, one has it."""
    answered, asked, *_others = session.enrolments.filter(status__in=UNDECIDED).order_by("queue_position")
    with on(today - timedelta(days=3), hour=10):
        enrolment.ask_more(enrolment=answered, by=by, note="Pouvez-vous venir en voiture à Poperinge ?")
    with on(today - timedelta(days=2), hour=19):
        note = "Oui, et je peux emmener deux personnes depuis Dunkerque."
        enrolment.answer(enrolment=answered, by=answered.person.user, note=note)
    with on(today - timedelta(days=1), hour=9):
        enrolment.ask_more(enrolment=asked, by=by, note="Depuis quand travaillez-vous dans le bâtiment ?")


def keep_a_chair(*, session: Session, partner: Organisation, today: date) -> None:
    """A partner has announced somebody: one chair of a session that has some stays theirs for a while."""
    until = session.first_day - timedelta(days=10)
    with on(today - timedelta(days=1), hour=11):
        waiting_rules.keep_chairs(session=session, organisation=partner, chairs=1, until=until, by=None)


def tell_france_travail(sessions: Sequence[Session], *, by: User) -> None:
    """What the coordinator entered in KAIROS on the day after each entry; the last two still wait."""
    followed = Enrolment.objects.filter(session__in=sessions, entered_at__isnull=False)
    for one in list(followed.order_by("session__first_day", "queue_position"))[:-2]:
        done = [KairosStep.AIS, KairosStep.AIS_VALIDATED, KairosStep.AES]
        with on(timezone.localdate(one.entered_at) + timedelta(days=1), hour=9):
            kairos.note(enrolment=one, done=done + [KairosStep.END] * bool(one.completed_at), by=by)


def print_papers(session: Session) -> None:
    """The worker had time to print the first two; it prints the others as soon as it runs."""
    for one in session.enrolments.filter(deliveries__isnull=False).order_by("queue_position")[:2]:
        welcome.print_papers(one.deliveries.get().pk)


def show_papers(full: Session, decided: Session, *, today: date) -> None:
    """A learner has sent the proof of her status; who asks for a place in construction their CVs."""
    with on(today - timedelta(days=1), hour=12):
        for one in full.enrolments.seated().order_by("queue_position")[:1]:
            show(one, AttachmentKind.STATUS_PROOF)
        for one in decided.enrolments.exclude(submitted_at=None).order_by("queue_position"):
            show(one, AttachmentKind.CV)


def show(one: Enrolment, kind: str) -> None:
    attachments.attach(enrolment=one, kind=kind, content=picture(), by=one.person.user)


def picture() -> bytes:
    """As a telephone takes it."""
    taken = BytesIO()
    Image.new("RGB", (600, 848), "#f7f2e8").save(taken, "JPEG")
    return taken.getvalue()


def send(enrolments: Sequence[Enrolment], *, partner: Organisation) -> None:
    """Some were sent by a partner, who hears of their entry and of the end."""
    for one in enrolments:
        with on(timezone.localdate(one.submitted_at), hour=21):
            referring.refer(enrolment=one, organisation=partner, by=None)


def change_rhythm(*, one: Enrolment, to: Session, by: User, today: date) -> None:
    """In training, and works in the daytime since Monday: goes on in the evening, one level up."""
    note = "Vous travaillez la journée depuis lundi et vous suivez déjà bien : le soir, au niveau A2."
    with on(today - timedelta(days=1), hour=18):
        transferring.transfer(enrolment=one, to=to, by=by, note=note)


def send_from_outside(
    *, session: Session, partner: Organisation, by: User, caller: User, shared: str, today: date
) -> None:
    """A counsellor sends three people whom we did not know, on line, and says how they agreed.

    Two gave an address that is somebody else's (`shared`): no letter reaches them. One of them was called.
    """
    sent = {"session": session, "organisation": partner, "by": by}
    nora, lise, marek = (
        Identity("Nora", "Lemaire", date(1991, 9, 4)),
        Identity("Lise", "Ducrocq", date(1987, 2, 19)),
        Identity("Marek", "Nowak", date(1979, 11, 30)),
    )
    with on(today - timedelta(days=1), hour=14):
        agreement = referring.Agreement(on=today - timedelta(days=2), how=AgreedHow.IN_PERSON)
        sent |= {"agreement": agreement}
        message = "Dix ans de carrelage, cherche un emploi à Furnes. Disponible tout de suite."
        referring.send_person(candidate=outsider(nora, "nora.lemaire@example.org"), message=message, **sent)
        referring.send_person(candidate=outsider(lise, shared, "+33 3 99 00 00 21"), **sent)
        called = referring.send_person(candidate=outsider(marek, shared, "+33 3 99 00 00 22"), **sent)
    with on(today - timedelta(days=1), hour=16):
        note = "Joint au téléphone : sa demande est arrivée, nous lui répondons d’ici vendredi."
        calling.note_call(enrolment=called.enrolment, by=caller, note=note)


def outsider(identity: Identity, email: str, phone: str = "") -> Candidate:
    return Candidate(
        identity=identity,
        email=email,
        language=Language.FRENCH,
        commune=Commune.objects.get(code="59183"),
        phone=phone,
        france_travail_missing=FranceTravailMissing.FORGOTTEN,
    )


def assess(
    *, session: Session, moment: str, levels: Sequence[str], trainer: User, day: date, rng: random.Random
) -> None:
    """The trainer records the five skills of everybody who is there; oral skills lead by a step."""
    with on(day, hour=16):
        for one in session.enrolments.filter(status__in=ON_THE_REGISTER).exclude(exited_at__date__lte=day):
            for skill in Skill:
                oral = skill in (Skill.LISTENING, Skill.INTERACTION)
                level = levels[-1] if oral else rng.choice(levels)
                progress.record(
                    enrolment=one,
                    moment=moment,
                    skill=skill,
                    level=Level(level),
                    by=trainer,
                    assessed_on=day,
                    comment_fr=COMMENTS.get(moment, ""),
                    comment_nl=COMMENTS_NL.get(moment, ""),
                )


def teach(
    *,
    session: Session,
    trainer: User,
    until: date,
    rng: random.Random,
    missed: Mapping[tuple[int, date], str] | None = None,
) -> None:
    """Every open register before `until`: mostly present, some late, some absent with a code; then closed.

    `missed`: who was absent that day for certain, by enrolment and day, with the code.
    """
    codes = {code.code: code for code in AbsenceCode.objects.all()}
    for half_day in session.half_days.held().filter(closed_at__isnull=True, date__lt=until):
        absent = {pk: codes[code] for (pk, day), code in (missed or {}).items() if day == half_day.date}
        signs = half_day.date >= until - SIGNED_SINCE
        take_register(
            half_day=half_day, trainer=trainer, codes=codes, rng=rng, absent=absent, signs_on_screen=signs
        )


def take_register(
    *,
    half_day: HalfDay,
    trainer: User,
    codes: dict[str, AbsenceCode],
    rng: random.Random,
    absent: Mapping[int, AbsenceCode],
    signs_on_screen: bool,
) -> None:
    end = half_day.end_time
    with on(half_day.date, hour=end.hour, minute=end.minute):
        attendance.open_register(half_day=half_day, by=trainer)
        marks = half_day.marks.select_related("enrolment").order_by("enrolment__queue_position")
        for mark in marks:
            exception = what_happened(rng, codes)
            if code := absent.get(mark.enrolment_id):
                exception = {"absence_code": code}
            if exception:
                attendance.mark(half_day=half_day, enrolment=mark.enrolment, by=trainer, **exception)
        on_screen = half_day.session.signing == Signing.SCREEN
        if on_screen and signs_on_screen:
            if half_day.pk % 2:
                signatures.sign_on_telephones(half_day)
            signatures.sign_all(half_day=half_day, trainer=trainer)
        attendance.close(
            half_day=half_day,
            by=trainer,
            head_count=half_day.marks.filter(absence_code=None).count(),
            unsigned_reason="Les premières semaines, on signait sur papier." if on_screen else "",
        )


def what_happened(rng: random.Random, codes: dict[str, AbsenceCode]) -> dict:
    """Nothing, nine times in ten."""
    luck = rng.random()
    if luck < 0.02:
        return {"absence_code": codes["U_UNJUSTIFIED"]}
    if luck < 0.06:
        return {"absence_code": codes[rng.choice(JUSTIFIED)]}
    if luck < 0.10:
        return {"minutes_late": rng.choice([5, 10, 15, 20])}
    return {}


def leave_for_work(*, one: Enrolment, by: User, day: date) -> None:
    """Found a job in Flanders before the end: a success, with its own reason."""
    with on(day, hour=17):
        enrolment.exit_early(enrolment=one, by=by, reason=ExitReason.LEFT_FOR_JOB_BE_TEMP)
