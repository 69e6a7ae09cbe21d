"""Who may do what with a session, its half-days and its people: predicates that say why not."""

from django.utils.translation import gettext as _

from accounts.enums import Role
from accounts.models import User
from accounts.rules import YES, Verdict
from training.enums import ON_THE_REGISTER
from training.exceptions import Refusal
from training.models import Enrolment, HalfDay, Session


def insist(verdict: Verdict) -> None:
    """Turns a 'no' into the refusal of a verb."""
    if not verdict:
        raise Refusal(verdict.reason, code="not_allowed")


def can_plan(user: User | None) -> Verdict:
    """The office plans; so does the system (None)."""
    if user is None or user.runs_the_office:
        return YES
    return Verdict(False, _("Only the coordination plans sessions."))


def can_take_register(user: User, half_day: HalfDay) -> Verdict:
    """The trainer of the half-day; one of the session's trainers when nobody is named yet; the office."""
    if user.runs_the_office or (user.has_role(Role.TRAINER) and half_day.trainer_id == user.pk):
        return YES
    if half_day.trainer_id is None and _teaches(user, half_day.session):
        return YES
    return Verdict(False, _("Only the trainer of this half-day takes its register."))


def can_assess(user: User, enrolment: Enrolment) -> Verdict:
    """A trainer of the session, or the office, for somebody who is on its register."""
    if not (user.runs_the_office or _teaches(user, enrolment.session)):
        return Verdict(False, _("Only a trainer of this session records levels."))
    if enrolment.status not in ON_THE_REGISTER:
        return Verdict(False, _("Levels are recorded for people who follow the course."))
    return YES


def _teaches(user: User, session: Session) -> bool:
    return user.has_role(Role.TRAINER) and Session.objects.taught_by(user).filter(pk=session.pk).exists()
