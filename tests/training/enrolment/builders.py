"""People who enrol: built through the verbs. Sessions come from the builders of planning."""

from datetime import date
from itertools import count

from django.utils import timezone

from accounts.enums import FranceTravailMissing
from accounts.models import Commune, Person, User
from tests.training.planning.builders import a_session, at
from training.domain import enrolment as verbs
from training.domain import moves, planning
from training.enums import EnrolmentStatus
from training.models import Enrolment, Session

number = count(1)
TODAY = date(2026, 12, 1)  # the courses of the builders begin on 11 January 2027
FIRST_DAY = date(2027, 1, 11)
S = EnrolmentStatus


def an_open_session(**fields) -> Session:
    """Published, open from 1 November 2026 to 8 January 2027; three places."""
    defaults = {
        "capacity": 3,
        "minimum_group": 1,
        "enrolment_opens_on": date(2026, 11, 1),
        "enrolment_closes_on": date(2027, 1, 8),
    }
    with at(date(2026, 11, 1)):
        return planning.publish(session=a_session(**defaults | fields), by=None)


def a_learner(*, language: str = "fr", account: bool = True, **fields) -> Person:
    """A complete file, ready to enrol."""
    defaults = {
        "given_name": "Yasmine",
        "family_name": f"Haddad{next(number):03}",
        "birth_date": date(1994, 3, 12),
        "commune": Commune.objects.get(code="59183"),
        "france_travail_missing": FranceTravailMissing.NOT_REGISTERED,
        "language": language,
    }
    if account:
        email = f"yasmine{next(number)}@example.org"
        defaults["user"] = User.objects.create(email=email, language=language, first_name="Yasmine")
    return Person.objects.create(**defaults | fields)


def a_draft(session: Session, person: Person | None = None) -> Enrolment:
    person = person or a_learner()
    draft = verbs.begin(session=session, person=person, by=person.user)
    draft.privacy_version = "2026-11"
    draft.save(update_fields=["privacy_version"])
    return draft


def sent(session: Session, person: Person | None = None) -> Enrolment:
    draft = a_draft(session, person)
    return verbs.submit(enrolment=draft, by=draft.person.user)


def in_state(status: str, session: Session) -> Enrolment:
    """An enrolment in any state, written by `move` itself so that every constraint holds."""
    draft = a_draft(session)
    if status == S.DRAFT:
        return draft
    return moves.move(draft, to=status, by=None, **facts_of(status))


def facts_of(status: str) -> dict:
    now = timezone.now()
    facts = {"submitted_at": now, "queue_position": 1000 + next(number)}
    if status in (S.CONFIRMED, S.ENTERED, S.COMPLETED, S.EXITED, S.NO_SHOW):
        facts["confirmed_at"] = now
    if status in (S.ENTERED, S.COMPLETED, S.EXITED):
        facts["entered_at"] = now
    return facts | {
        S.OFFERED: {"offered_until": now},
        S.COMPLETED: {"completed_at": now},
        S.EXITED: {"exited_at": now, "exit_reason": "OTHER"},
        S.WITHDRAWN: {"withdrawn_at": now},
        S.TRANSFERRED: {"transferred_at": now},
        S.REFUSED: {"refused_at": now, "refusal_reason": "OTHER"},
    }.get(status, {})
