"""Where a session stands: a pure value computed from its dates, its facts and now. Nothing is stored."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from training.enums import SessionPhase
from training.models import Session


@dataclass(frozen=True)
class Facts:
    """What the phase depends on. Days are days of the wall clock; the closing day is still open."""

    published: bool
    cancelled: bool
    opens_on: date
    closes_on: date
    first_day: date
    last_day: date
    seats_left: int
    confirmed: bool = False


def phase(facts: Facts, now: datetime) -> SessionPhase:
    """The phase at the moment `now` (aware). Pure.

    Cancelled and unpublished come before any date; a course that runs is running even when its enrolment
    period was set to last longer. While requests are taken, "open" and "full" say more than "confirmed to
    run", which pages add to them; the phase says it once enrolment is closed.
    """
    if facts.cancelled:
        return SessionPhase.CANCELLED
    if not facts.published:
        return SessionPhase.DRAFT
    today = timezone.localdate(now)
    if today >= facts.first_day:
        return SessionPhase.RUNNING if today <= facts.last_day else SessionPhase.FINISHED
    if today > facts.closes_on:
        return SessionPhase.CONFIRMED if facts.confirmed else SessionPhase.CLOSED
    if today < facts.opens_on:
        return SessionPhase.ANNOUNCED
    return SessionPhase.OPEN if facts.seats_left > 0 else SessionPhase.FULL


def session_phase(session: Session, *, seats_left: int, now: datetime | None = None) -> SessionPhase:
    """The phase of a session whose free chairs the caller knows (`seats.with_seats`, `seats.left`)."""
    moment = now or timezone.now()
    facts = Facts(
        published=session.published_at is not None and session.published_at <= moment,
        cancelled=session.cancelled_at is not None,
        opens_on=session.enrolment_opens_on,
        closes_on=session.enrolment_closes_on,
        first_day=session.first_day,
        last_day=session.last_day,
        seats_left=seats_left,
        confirmed=session.confirmed_to_run_at is not None and session.confirmed_to_run_at <= moment,
    )
    return phase(facts, moment)
