"""When a request may be sent: the session takes requests, the person is an adult, nothing is missing.

Read by the person, by the coordination and by who refers or brings in: the sentences address nobody.
"""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.enums import Language
from accounts.models import Person
from accounts.rules import ADULT_AGE, YES, Verdict, age_on
from training.domain import words
from training.domain.timing import session_phase
from training.enums import SessionPhase
from training.exceptions import Refusal
from training.models import Enrolment, Session

PRIVACY_VERSION = "2026-11"  # of the notice shown in the form; a change of its words is a new version


def takes_requests(session: Session) -> Verdict:
    """Whether somebody may enrol now, and if not, why and what to do."""
    phase = session_phase(session, seats_left=0)  # full or not, the waiting list is open
    if phase.takes_requests:
        return YES
    if phase == SessionPhase.ANNOUNCED:
        sentence = _("Enrolment for this session opens on %(day)s.")
        return Verdict(False, sentence % {"day": words.day(session.enrolment_opens_on)})
    reasons = {
        SessionPhase.CANCELLED: _("This session was cancelled. Look at the other dates."),
        SessionPhase.CLOSED: _("Enrolment for this session is closed. Look at the other dates."),
        SessionPhase.CONFIRMED: _("Enrolment for this session is closed. Look at the other dates."),
        SessionPhase.RUNNING: _("This session has already begun. Look at the other dates."),
        SessionPhase.FINISHED: _("This session is over. Look at the other dates."),
    }
    return Verdict(False, reasons.get(phase, _("This session is not open for enrolment.")))


def old_enough(birth_date: date, first_day: date) -> Verdict:
    """Training is for adults; younger people have a house of their own to turn to (domain report, 6.1)."""
    if age_on(birth_date, first_day) >= ADULT_AGE:
        return YES
    sentence = _(
        "The course is for people who are 18 on its first day (%(day)s). "
        "At 16 or 17, the nearest Mission locale helps to find a training."
    )
    return Verdict(False, sentence % {"day": words.day(first_day)})


def missing(person: Person) -> str:
    """The first thing that the person's file still lacks, in words; empty when it is whole."""
    if not (person.given_name and person.family_name and person.birth_date):
        return _("The name or the birth date is missing.")
    if person.commune_id is None:
        return _("The commune is missing.")
    if not (person.france_travail_identifier or person.france_travail_missing):
        return _("The France Travail identifier, or the reason why there is none, is missing.")
    return ""


def insist_on_open(session: Session) -> None:
    if not (verdict := takes_requests(session)):
        raise Refusal(verdict.reason, code="not_open")


def insist_on_complete(enrolment: Enrolment) -> None:
    """Of a draft with its person and session loaded."""
    person = enrolment.person
    if lacks := missing(person):
        raise Refusal(lacks, code="incomplete")
    if not (verdict := old_enough(person.birth_date, enrolment.session.first_day)):
        raise Refusal(verdict.reason, code="minor")
    if not enrolment.privacy_version:
        raise Refusal(_("The notice on the use of the data has not been read."), code="privacy")


def always_free() -> str:
    """What the file says of somebody who can come to every lesson."""
    return _("Free at all hours of the session")


def is_always_free(availability: str) -> bool:
    """Whichever language it was written in."""
    for language in Language.values:
        with override(language):
            if availability == always_free():
                return True
    return False


def availability_words(enrolment: Enrolment) -> str:
    """What the person said, or our own sentence in the reader's language."""
    return always_free() if is_always_free(enrolment.availability) else enrolment.availability
