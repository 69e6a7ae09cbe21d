"""What a prescriber's pages read: sessions that take people, and what came of a referral."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Organisation, User
from training.domain import referring, requests, seats
from training.domain.queries.enrolments import Fact, places_in_words, session_facts
from training.enums import EXITS_FOR_WORK, EnrolmentStatus
from training.models import Enrolment, Referral, Session


@dataclass(frozen=True)
class Card:
    """A session that takes requests, for components/session_card.html."""

    session: Session
    facts: list[Fact]
    places: str


def open_sessions(user: User) -> list[Card]:
    """Those in which somebody can be referred now, the nearest first."""
    today = timezone.localdate()
    coming = Session.objects.visible_to(user).published().alive().upcoming()
    coming = seats.with_seats(coming.filter(enrolment_opens_on__lte=today, enrolment_closes_on__gte=today))
    coming = coming.select_related("course", "room").order_by("first_day", "pk")
    return [
        Card(one, session_facts(one), places_in_words(one)) for one in coming if requests.takes_requests(one)
    ]


def not_yet(user: User, organisations: Iterable[Organisation]) -> str:
    """Why nobody can be referred for any of these organisations; empty when one of them may."""
    verdicts = [referring.may_send(user, one) for one in organisations]
    return "" if any(verdicts) else verdicts[0].reason


@dataclass(frozen=True)
class State:
    """The stage in a word, for components/state.html."""

    word: str
    kind: str = "info"


def state(enrolment: Enrolment) -> State:
    """Who left for a job reached what the course is for: never shown as a dropout (domain report, 1.6)."""
    if enrolment.status == EnrolmentStatus.EXITED and enrolment.exit_reason in EXITS_FOR_WORK:
        return State(_("Found work"), kind="done")
    is_done = enrolment.status == EnrolmentStatus.COMPLETED
    return State(str(enrolment.get_status_display()), kind="done" if is_done else "info")


def unlinked(user: User) -> list[Referral]:
    """Referrals of people who had asked for the session by themselves: no stage is shown of these."""
    found = Referral.objects.visible_to(user).unlinked().exclude(enrolment__person__user=user)
    return list(found.select_related("enrolment__person", "enrolment__session__room").order_by("-at", "-pk"))


def stage(referral: Referral) -> EnrolmentStatus:
    """What the prescriber reads; where the two are not linked, that it was received and no more."""
    return EnrolmentStatus(referral.enrolment.status) if referral.is_linked else EnrolmentStatus.SUBMITTED
