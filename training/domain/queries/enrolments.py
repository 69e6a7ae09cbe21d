"""What the pages of the form read: the session in short, and how far somebody has come."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from training.domain import conditions, eligibility, requests, words
from training.enums import EnrolmentStatus, Modality
from training.models import Enrolment, Session

STEPS = ("identity", "home", "availability", "check")


@dataclass(frozen=True)
class Fact:
    """A short fact with its icon (components/facts.html)."""

    icon: str
    text: str


def session_facts(session: Session) -> list[Fact]:
    """When, at what hours, where: the three things people ask first. Needs `room` loaded."""
    half_days = list(session.half_days.held())
    facts = [Fact("calendar-days", words.period(session.first_day, session.last_day))]
    spans = {(one.start_time, one.end_time) for one in half_days}
    hours = f", {words.span(*spans.pop())}" if len(spans) == 1 else ""
    facts.append(Fact("clock", f"{session.get_rhythm_display()}{hours}"))
    facts.append(Fact(*_place(session)))
    return facts


def _place(session: Session) -> tuple[str, str]:
    if session.room is None or session.modality == Modality.REMOTE:
        return "laptop", str(session.get_modality_display())
    return "map-pin", f"{session.room.name}, {session.room.address}"


def conditions_in_words(session: Session) -> list[str]:
    """What the session asks, for who has not filled anything in yet."""
    return conditions.in_words(eligibility.asked_by(session))


def places_in_words(session: Session) -> str:
    """Of a session with its seats counted: how many places are left, or how long the waiting list is."""
    if session.seats_left and not session.waiting_count:
        sentence = ngettext("%(number)d place left", "%(number)d places left", session.seats_left)
        return sentence % {"number": session.seats_left}
    if not session.waiting_count:
        return _("All places are taken. You would be the first on the waiting list.")
    sentence = ngettext(
        "All places are taken. %(number)d person is on the waiting list.",
        "All places are taken. %(number)d people are on the waiting list.",
        session.waiting_count,
    )
    return sentence % {"number": session.waiting_count}


def own_enrolment(user: User, session: Session) -> Enrolment | None:
    """The active enrolment of this account's own person in this session."""
    own = Enrolment.objects.visible_to(user).active().filter(person__user=user, session=session)
    return own.select_related("person__commune", "session__room").order_by("pk").first()


def next_step(enrolment: Enrolment | None) -> str:
    """The first step that is not filled in; the last one, to check and send, when all of it is."""
    if enrolment is None:
        return "identity"
    person = enrolment.person
    if not requests.old_enough(person.birth_date, enrolment.session.first_day):
        return "identity"
    if requests.missing(person):
        return "home"
    return "check" if enrolment.availability else "availability"


def reachable(step: str, enrolment: Enrolment | None) -> bool:
    """Whether everything before `step` is filled in: nobody lands on an empty summary."""
    return STEPS.index(step) <= STEPS.index(next_step(enrolment))


def is_sent(enrolment: Enrolment | None) -> bool:
    return enrolment is not None and enrolment.status != EnrolmentStatus.DRAFT
