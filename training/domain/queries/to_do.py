"""What is to be done today, for the dashboard of the office: counts and the first few of each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from accounts.models import Message, User
from training.domain import calling, deciding, kairos, proofs, queue
from training.domain.moves import ALLOWED_FROM
from training.enums import ATTENDING, ENDED, EnrolmentStatus, ProofState
from training.models import (
    AbsenceProof,
    Attendance,
    Contact,
    Delivery,
    Enrolment,
    HalfDay,
    Referral,
    RegisterFinding,
    Session,
)

S = EnrolmentStatus
SHOWN = 5
SOON = timedelta(days=14)
OFFER_ENDS_SOON = timedelta(hours=24)


@dataclass(frozen=True)
class Pile:
    """How many wait, and the first of them, longest waiting first."""

    number: int
    first: list


def pile(rows: QuerySet) -> Pile:
    """Two queries, whatever the number of rows: none when there is nothing to show."""
    number = rows.order_by().count()
    return Pile(number, list(rows[:SHOWN]) if number else [])


def decisions(user: User) -> QuerySet[Enrolment]:
    """Requests that wait for the office to say yes or no."""
    return queue.to_decide(user)


def offers(user: User) -> QuerySet[Enrolment]:
    """Places offered that nobody answered and whose time ends within a day."""
    limit = timezone.now() + OFFER_ENDS_SOON
    open_offers = Enrolment.objects.visible_to(user).filter(status=S.OFFERED, offered_until__lte=limit)
    return open_offers.select_related("person", "session").order_by("offered_until", "pk")


def registers(user: User) -> QuerySet[HalfDay]:
    """Half-days that are over and whose register is not closed."""
    now = timezone.localtime()
    over = Q(date__lt=now.date()) | Q(date=now.date(), end_time__lte=now.time())
    open_ones = HalfDay.objects.visible_to(user).held().filter(over, closed_at=None)
    alive = open_ones.filter(session__published_at__isnull=False, session__cancelled_at=None)
    return alive.select_related("session", "trainer").order_by("date", "start_time", "pk")


def referrals(user: User) -> QuerySet[Referral]:
    """People who asked by themselves and were referred too: may the organisation read the stage?"""
    unlinked = Referral.objects.visible_to(user).filter(enrolment__referred_by=None)
    open_ones = unlinked.exclude(enrolment__status__in=ENDED)
    return open_ones.select_related("enrolment__person", "organisation").order_by("at", "pk")


def referred_to_call(user: User) -> QuerySet[Enrolment]:
    """Whom no letter reaches: referred by an organisation, without an account, before they have a place;
    until somebody has called them, and again at the next news.

    With a place they stand among the welcome packs to post.
    """
    referred = Enrolment.objects.visible_to(user).exclude(referred_by=None)
    unreached = referred.filter(person__user=None, status__in=ALLOWED_FROM["note_call"])
    return calling.untold(unreached).select_related("person", "referred_by").order_by("submitted_at", "pk")


def small_groups(user: User) -> QuerySet[Session]:
    """Sessions whose day of decision has come with fewer people than their minimum."""
    return deciding.too_small(Session.objects.visible_to(user)).order_by("first_day", "code")


def without_trainer(user: User) -> QuerySet[HalfDay]:
    """Half-days to come of published sessions that nobody teaches: somebody is away."""
    ahead = HalfDay.objects.visible_to(user).held().filter(trainer=None, date__gte=timezone.localdate())
    alive = ahead.filter(session__published_at__isnull=False, session__cancelled_at=None)
    return alive.select_related("session", "trainer").order_by("date", "start_time", "pk")


def to_finish(user: User) -> QuerySet[Session]:
    """Sessions that are over, with people of whom nobody said whether they followed the course to its end."""
    over = Session.objects.visible_to(user).alive().filter(last_day__lt=timezone.localdate())
    undecided = Q(enrolments__status__in=[S.CONFIRMED, S.ENTERED])
    counted = over.annotate(undecided=Count("enrolments", filter=undecided))
    return counted.filter(undecided__gt=0).order_by("last_day", "code")


def drafts(user: User) -> QuerySet[Session]:
    """Sessions in preparation whose first day comes nearer."""
    soon = timezone.localdate() + 2 * SOON
    unpublished = Session.objects.visible_to(user).alive().filter(published_at=None, first_day__lte=soon)
    return unpublished.order_by("first_day", "code")


def letters(user: User) -> QuerySet[Message]:
    """What we wrote and did not arrive, or perhaps not: somebody sends it again or calls."""
    in_trouble = Message.objects.visible_to(user).in_trouble()
    return in_trouble.select_related("recipient").order_by("created_at", "pk")


def papers_to_post(user: User) -> QuerySet[Delivery]:
    """Welcome papers of people without an account that nobody has printed and sent yet."""
    due = Delivery.objects.visible_to(user).to_post()
    return due.select_related("enrolment__person", "pack__session").order_by("delivered_at", "pk")


def papers_in_trouble(user: User) -> QuerySet[Delivery]:
    """Welcome papers that the press refused: a fact is missing, or a name cannot be printed."""
    refused = Delivery.objects.visible_to(user).filter(document=None).exclude(trouble="")
    held = refused.filter(enrolment__status__in=ATTENDING)
    return held.select_related("enrolment__person", "pack__session").order_by("delivered_at", "pk")


def altered_registers(user: User) -> QuerySet[RegisterFinding]:
    """What the nightly check found: rows of registers that are no longer as they were signed."""
    found = RegisterFinding.objects.visible_to(user).of_the_last_check()
    return found.select_related("session").order_by("session", "pk")


def kairos_late(user: User) -> QuerySet[Enrolment]:
    """People in training for 72 hours whose certificate of entry is not in KAIROS."""
    seen = Enrolment.objects.visible_to(user).values("pk")
    return kairos.late().filter(pk__in=seen).select_related("person", "session")


def proofs_to_decide(user: User) -> QuerySet[AbsenceProof]:
    """Proofs of absence that nobody has looked at."""
    waiting = AbsenceProof.objects.visible_to(user).served().filter(state=ProofState.WAITING)
    return waiting.select_related("enrolment__person", "absence_code").order_by("added_at", "pk")


def proofs_missing(user: User) -> QuerySet[Attendance]:
    """Absences whose proof never came: does each become unjustified?"""
    seen = Enrolment.objects.visible_to(user).values("pk")
    return proofs.overdue().filter(enrolment__in=seen).select_related("enrolment__person")


def call_back(user: User) -> QuerySet[Contact]:
    """People with whom a next step was agreed for today or before."""
    due = Contact.objects.visible_to(user).to_call_back(timezone.localdate())
    return due.select_related("enrolment__person").order_by("next_on", "pk")


PILES: dict[str, Callable[[User], QuerySet]] = {
    "altered_registers": altered_registers,
    "decisions": decisions,
    "offers": offers,
    "referrals": referrals,
    "referred_to_call": referred_to_call,
    "call_back": call_back,
    "registers": registers,
    "proofs_to_decide": proofs_to_decide,
    "proofs_missing": proofs_missing,
    "small_groups": small_groups,
    "without_trainer": without_trainer,
    "to_finish": to_finish,
    "drafts": drafts,
    "kairos_late": kairos_late,
    "papers_to_post": papers_to_post,
    "papers_in_trouble": papers_in_trouble,
    "letters": letters,
}


def to_do(user: User) -> dict[str, Pile]:
    return {name: pile(rows(user)) for name, rows in PILES.items()}
