"""Whether a person may have a chair in a session at all: asked once more before each chair is given.

The house's own rule (adults) has no exception; the conditions of a session have: the coordination sets them
aside for one person, with a reason (`enrolment.waive`).
"""

from collections.abc import Callable, Collection, Sequence

from accounts.models import Person
from accounts.rules import Verdict
from training.domain import conditions
from training.domain.conditions import Applicant, Asked, Lack
from training.domain.requests import old_enough
from training.enums import ACTIVE, Level, LevelSource, Skill
from training.exceptions import Refusal
from training.models import Assessment, Conditions, Enrolment, PlacementResult, Session

Eligible = Callable[[Person, Session], Verdict]
WORD_OF_A_TEACHER = (LevelSource.TRAINER, LevelSource.EXTERNAL_EXAM)


def eligible(person: Person, session: Session) -> Verdict:
    """The one question before a chair, whoever gives it: the form, an offer, a transfer."""
    return judging(session, [person])(person, session)


def insist_on_eligible(person: Person, session: Session) -> None:
    if not (verdict := eligible(person, session)):
        raise Refusal(verdict.reason, code="conditions")


def judging(session: Session, persons: Sequence[Person]) -> Eligible:
    """The same question for these people and this session, in a constant number of queries."""
    found = lacking(session, persons)

    def answer(person: Person, _session: Session) -> Verdict:
        lacks = found[person.pk]
        return Verdict(not lacks, " ".join(one.what for one in lacks))

    return answer


def lacking(session: Session, persons: Sequence[Person]) -> dict[int, list[Lack]]:
    """By the id of each person: each thing that is missing, with whom to ask."""
    asked = asked_by(session)
    known = applicants(session, persons, asked)
    return {one.pk: _lacks(one, session, asked, known.get(one.pk)) for one in persons}


def lacking_in(enrolments: Sequence[Enrolment]) -> dict[int, list[Lack]]:
    """The same by the id of each enrolment, of any sessions. Give them with `person` and `session`."""
    asked = _asked_by_each({one.session_id: one.session for one in enrolments}.values())
    wants_levels = [one.person for one in enrolments if asked[one.session_id].levels]
    levels = levels_of(wants_levels) if wants_levels else {}
    return {
        one.pk: _lacks(
            one.person,
            one.session,
            asked[one.session_id],
            None if one.waived_at else _applicant(one.person, one.availability, levels),
        )
        for one in enrolments
    }


def lacking_for(person: Person, sessions: Collection[Session]) -> dict[int, list[Lack]]:
    """By the id of each session: what somebody lacks who has not asked for it. Constant queries."""
    asked = _asked_by_each(sessions)
    levels = levels_of([person]) if any(one.levels for one in asked.values()) else {}
    who = _applicant(person, "", levels)
    return {one.pk: _lacks(person, one, asked[one.pk], who) for one in sessions}


def _asked_by_each(sessions: Collection[Session]) -> dict[int, Asked]:
    rows = Conditions.objects.filter(session__in={one.pk for one in sessions})
    found = {one.session_id: one for one in rows.prefetch_related("communes", "entry_levels")}
    return {one.pk: conditions.read(found.get(one.pk), one.first_day) for one in sessions}


def _applicant(person: Person, availability: str, levels: dict[int, dict[Skill, Level]]) -> Applicant:
    return Applicant(
        birth_date=person.birth_date,
        is_registered=bool(person.france_travail_identifier),
        commune=person.commune_id or "",
        availability=availability,
        levels=levels.get(person.pk, {}),
    )


def _lacks(person: Person, session: Session, asked: Asked, applicant: Applicant | None) -> list[Lack]:
    if not (verdict := old_enough(person.birth_date, session.first_day)):
        return [Lack(verdict.reason)]
    if applicant is None:  # nothing is asked, or the coordination has set it aside
        return []
    return conditions.lacking(asked, applicant)


def asked_by(session: Session) -> Asked:
    """Of a session that was read for this: what it says of its own conditions is believed."""
    return conditions.read(getattr(session, "conditions", None), session.first_day)


def applicants(session: Session, persons: Sequence[Person], asked: Asked) -> dict[int, Applicant]:
    """What is known of those for whom the conditions count. Nobody when the session asks nothing."""
    if asked == Asked(session.first_day):
        return {}
    rows = Enrolment.objects.filter(session=session, person__in=persons, status__in=ACTIVE)
    own = {one.person_id: one for one in rows.only("person_id", "availability", "waived_at").order_by("pk")}
    waived = {pk for pk, one in own.items() if one.waived_at}
    levels = levels_of(persons) if asked.levels else {}
    return {
        one.pk: _applicant(one, own[one.pk].availability if one.pk in own else "", levels)
        for one in persons
        if one.pk not in waived
    }


def levels_of(persons: Sequence[Person]) -> dict[int, dict[Skill, Level]]:
    """By person and skill: the last word of a trainer or an examiner, else the last placement test."""
    found: dict[int, dict[Skill, Level]] = {one.pk: {} for one in persons}
    accounts = {one.user_id: one.pk for one in persons if one.user_id}
    tested = PlacementResult.objects.filter(attempt__user__in=accounts, attempt__finished_at__isnull=False)
    for one in tested.select_related("attempt").order_by("attempt__finished_at", "pk"):
        found[accounts[one.attempt.user_id]][Skill(one.skill)] = Level(one.level)
    judged = Assessment.objects.filter(enrolment__person__in=persons, source__in=WORD_OF_A_TEACHER)
    rows = judged.order_by("recorded_at", "pk").values_list("enrolment__person", "skill", "level")
    for person_id, skill, level in rows:
        found[person_id][Skill(skill)] = Level(level)
    return found
