"""What the office may change of a session once it exists: places, enrolment period, link, conditions."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Commune, User
from training.domain import seats
from training.domain.deadlines import insist_on_before_start
from training.domain.moves import announce_free_chair
from training.domain.permissions import can_plan, insist
from training.domain.violations import refused_by
from training.enums import Level, Skill
from training.exceptions import Refusal
from training.models import Conditions, EntryLevel, Session


@transaction.atomic
def adjust(
    *,
    session: Session,
    by: User | None,
    capacity: int,
    minimum_group: int,
    needs_decision: bool,
    decision_days: int,
    meeting_url: str,
    enrolment_opens_on: date,
    enrolment_closes_on: date,
    signing: str | None = None,
) -> Session:
    """Writes them under the session's lock; more places go at once to whoever waits longest.

    Refuses fewer places than people who hold one, a session that was cancelled, and a new end of enrolment
    once the course has begun. Idempotent.
    """
    insist(can_plan(by))
    session = seats.lock(session.pk)
    if session.cancelled_at:
        raise Refusal(_("The session was cancelled."), code="cancelled")
    _insist_on_room_for_all(session, capacity)
    if enrolment_closes_on != session.enrolment_closes_on:
        insist_on_before_start(enrolment_closes_on, session.first_day, code="enrolment_closes_on")
    session.capacity, session.minimum_group = capacity, minimum_group
    session.needs_decision, session.decision_days = needs_decision, decision_days
    session.meeting_url, session.signing = meeting_url, signing or session.signing
    session.enrolment_opens_on, session.enrolment_closes_on = enrolment_opens_on, enrolment_closes_on
    with refused_by(Session):
        session.save()
    _call_who_waits(session)
    return session


@transaction.atomic
def set_conditions(
    *,
    session: Session,
    by: User | None,
    minimum_age: int,
    maximum_age: int | None = None,
    jobseekers_only: bool = False,
    territories: Iterable[str] = (),
    communes: Iterable[Commune] = (),
    all_hours: bool = False,
    levels: Mapping[Skill, str] | None = None,
) -> Conditions:
    """Writes what the session asks, under its lock. Idempotent.

    Who has a place keeps it; who waits is looked at anew, and a free chair goes to whoever may have it.
    """
    insist(can_plan(by))
    session = seats.lock(session.pk)
    facts = {
        "minimum_age": minimum_age,
        "maximum_age": maximum_age,
        "jobseekers_only": jobseekers_only,
        "territories": list(territories),
        "all_hours": all_hours,
    }
    with refused_by(Conditions):
        conditions, _made = Conditions.objects.update_or_create(session=session, defaults=facts)
    conditions.communes.set(communes)
    conditions.entry_levels.all().delete()
    for skill, level in (levels or {}).items():
        if level:
            EntryLevel.objects.create(conditions=conditions, skill=Skill(skill), level=Level(level))
    _call_who_waits(session)
    return conditions


def copy_conditions(*, session: Session, like: Session, by: User | None) -> Conditions | None:
    """The new session asks what the old one asked. None when that one had no conditions of its own."""
    old = Conditions.objects.filter(session=like).first()
    if old is None:
        return None
    facts = ("minimum_age", "maximum_age", "jobseekers_only", "territories", "all_hours")
    return set_conditions(
        session=session,
        by=by,
        communes=old.communes.all(),
        levels={Skill(one.skill): one.level for one in old.entry_levels.all()},
        **{name: getattr(old, name) for name in facts},
    )


def _call_who_waits(session: Session) -> None:
    while seats.offer_next(session_id=session.pk):
        pass
    announce_free_chair(session.pk)


def _insist_on_room_for_all(session: Session, capacity: int) -> None:
    seated = session.enrolments.seated().count()
    if capacity < seated:
        sentence = ngettext(
            "%(seated)d person has a place: there cannot be fewer.",
            "%(seated)d people have a place: there cannot be fewer.",
            seated,
        )
        raise Refusal(sentence % {"seated": seated}, code="seated")
