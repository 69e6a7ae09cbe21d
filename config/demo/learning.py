"""What the demo school learnt: ticks over the weeks, notes on lessons, jobs people want, how courses ended.

Its own dice, so that nothing else at the school falls otherwise.
"""

import random
from collections.abc import Sequence
from datetime import date, timedelta

from accounts.models import User
from config.demo.clock import on
from training.domain import can_dos, ending, evaluating, external, lessons, wishes
from training.domain.evaluating import Judgement
from training.enums import (
    ON_THE_REGISTER,
    CanDoAnswer,
    ExamKind,
    HalfDayPurpose,
    Level,
    LevelSource,
    Moment,
    Skill,
)
from training.models import Enrolment, HalfDay, Occupation, Session

SEED = 104
NOTES = [
    ("Se présenter, dire d’où l’on vient, épeler son nom", ["pre-a1-spi-3", "pre-a1-spp-1"]),
    ("Les nombres, l’heure et les équipes", ["pre-a1-lis-2", "a1-lis-1"]),
    ("L’hygiène : se laver les mains, mettre une charlotte", ["food-a1-lis-1"]),
    ("Lire une étiquette : température, date, lot", ["food-a1-rea-1"]),
    ("Dire qu’on n’a pas compris, demander de répéter", ["a1-spi-1"]),
    ("Les allergènes, les produits de la ligne", ["food-a1-spp-1"]),
]
WORDS = {
    Level.A1: ("Se débrouille seul avec des phrases courtes.", "Redt zich alleen met korte zinnen."),
    Level.A1_2: ("Comprend bien, ose encore peu.", "Verstaat veel, durft nog weinig."),
    Level.A1_1: ("Reconnaît les mots de la ligne.", "Herkent de woorden van de lijn."),
    Level.PRE_A1: ("Connaît les premiers mots.", "Kent de eerste woorden."),
}


def learn(*, session: Session, trainer: User, until: date) -> None:
    """Once a week the trainer ticks; the notes say what was worked on; some judge themselves."""
    dice = random.Random(SEED)
    people = list(in_training(session))
    pace = {one.pk: dice.choice([6, 9, 9, 12, 15]) for one in people}
    half_days = list(session.half_days.held().filter(date__lt=until).order_by("date", "start_time"))
    for number, half_day in enumerate(half_days[::6]):
        with on(half_day.date, hour=18):
            for one in people:
                tick(one, by=trainer, upto=(number + 1) * pace[one.pk], dice=dice)
    for number, half_day in enumerate(half_days[:-1][-len(NOTES) :]):
        write(half_day, trainer, *NOTES[number % len(NOTES)])


def in_training(session: Session):
    people = session.enrolments.filter(status__in=ON_THE_REGISTER, exited_at=None)
    return people.select_related("person", "session__course").order_by("queue_position")


def tick(one: Enrolment, *, by: User, upto: int, dice: random.Random) -> None:
    """The first statements of each skill, the last of them with help."""
    answers: dict[int, int] = {}
    for ladder in can_dos.ladders(one):
        statements = [each for rung in ladder.rungs for each in rung.statements]
        reached = upto // 5 + dice.randint(0, 1)
        for number, each in enumerate(statements[: reached + 2]):
            answers[each.can_do.pk] = CanDoAnswer.YES if number < reached else CanDoAnswer.WITH_HELP
    can_dos.tick(enrolment=one, answers=answers, by=by)


def write(half_day: HalfDay, trainer: User, text: str, codes: list[str]) -> None:
    statements = [one for one in can_dos.statements_of(half_day.session.course) if one.code in codes]
    with on(half_day.date, hour=half_day.end_time.hour + 1):
        lessons.note(half_day=half_day, by=half_day.trainer or trainer, text=text, can_dos=statements)


def judge_themselves(people: Sequence[Enrolment], *, today: date) -> None:
    """Three people say what they think they can do, a little more than their trainer saw."""
    with on(today - timedelta(days=3), hour=20):
        for one in people:
            answers: dict[int, int] = {}
            for ladder in can_dos.ladders(one)[2:4]:
                for rung in ladder.rungs[:2]:
                    answers |= {each.can_do.pk: CanDoAnswer.YES for each in rung.statements}
            can_dos.tick(enrolment=one, answers=answers, by=one.person.user, source=LevelSource.SELF)


def evaluate_midway(*, session: Session, trainer: User, day: date, ahead: Enrolment) -> None:
    """Levels with words in both languages; one is at the target already, one evaluation is only a draft."""
    people = list(in_training(session))
    dice = random.Random(SEED)
    with on(day, hour=17):
        for one in people[:-1]:
            evaluating.evaluate(
                enrolment=one,
                moment=Moment.MIDWAY,
                judgements={skill: judgement(one, skill, ahead, dice) for skill in Skill},
                by=trainer,
                assessed_on=day,
            )
        typed = {"LIS": Level.A1_1, "LIS_nl": "Verstaat de cijfers al goed."}
        evaluating.keep_draft(enrolment=people[-1], moment=Moment.MIDWAY, typed=typed, by=trainer)


def judgement(one: Enrolment, skill: Skill, ahead: Enrolment, dice: random.Random) -> Judgement:
    oral = skill in (Skill.LISTENING, Skill.INTERACTION)
    level = dice.choice([Level.A1_1, Level.A1_2] if oral else [Level.PRE_A1, Level.A1_1, Level.A1_1])
    if one.pk == ahead.pk and skill != Skill.WRITING:
        level = Level.A1
    return Judgement(level, *WORDS[level])


def ask_for_presence(*, session: Session, by: User, today: date) -> None:
    """The meeting with the agencies and the last assessment may not be missed."""
    coming = list(session.half_days.held().filter(date__gt=today).order_by("date", "start_time"))
    purposes = {coming[len(coming) // 2].pk: HalfDayPurpose.AGENCY_VISIT, coming[-1].pk: HalfDayPurpose.EXAM}
    with on(today - timedelta(days=10), hour=10):
        lessons.set_mandatory(session=session, purposes=purposes, by=by)


def show_a_paper(one: Enrolment, *, trainer: User, today: date) -> None:
    """Somebody took a test elsewhere last year."""
    with on(today - timedelta(days=12), hour=12):
        external.note(
            enrolment=one,
            kind=ExamKind.CVO,
            profile="Richtgraad 1.1",
            level=Level.PRE_A1,
            skills=[Skill.LISTENING, Skill.READING],
            dated=one.session.first_day - timedelta(days=200),
            number="OEF-0417",
            by=trainer,
        )


def wish(people: Sequence[Enrolment], codes: Sequence[str], *, today: date) -> None:
    """What work they look for."""
    jobs = {one.rome_code: one for one in Occupation.objects.filter(rome_code__in=codes)}
    with on(today - timedelta(days=4), hour=21):
        for number, one in enumerate(people):
            wanted = [jobs[code] for code in codes[number % 2 :][:2]]
            wishes.choose(person=one.person, occupations=wanted, by=one.person.user)


def end(*, session: Session, by: User, day: date) -> None:
    """Six have completed; the others wait for the coordinator, with what is proposed for each."""
    with on(day, hour=15):
        found = ending.preview(session).proposals
        earned = [one for one in found if one.completion.reached]
        chosen = {one.enrolment.pk: one.choice for one in earned[:6]}
        ending.end(session=session, by=by, chosen=chosen)
