"""Two people who come together or not at all: while both wait, they are offered two places at once or none.

The first gets a code and tells it to the second; the office can also do it for them. A pair stands where
the later of the two stood. Who has an offer answers for themselves: a place that one takes is not lost when
the other declines.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from training.domain import seats
from training.domain.moves import fresh, holder_or_office, remark
from training.enums import WAITING, EventReason
from training.exceptions import Refusal
from training.models import Enrolment, Pair


@transaction.atomic
def open_pair(*, enrolment: Enrolment, by: User | None) -> Pair:
    """A code to tell the other person. Idempotent: the same code as long as nobody parts."""
    seats.lock(enrolment.session_id)
    enrolment = _waiting(enrolment, by)
    if enrolment.pair is None:
        pair = Pair.objects.create(session_id=enrolment.session_id)
        _enter(enrolment, pair, 1)
    return enrolment.pair


@transaction.atomic
def join(*, enrolment: Enrolment, code: str, by: User | None) -> Pair:
    """The second person types the code; both have it in their diary. Same session, two people, no more.

    Idempotent: who has joined and sends it again stays where they are.
    """
    session = seats.lock(enrolment.session_id)
    enrolment = _waiting(enrolment, by)
    pair = Pair.objects.filter(session=session, code=code.replace(" ", "").upper()).first()
    if pair is None:
        raise Refusal(_("We do not know this code for this session. Look at it again."), code="unknown")
    others = list(pair.enrolments.exclude(pk=enrolment.pk).order_by("pair_place"))
    if enrolment.pair_id == pair.pk and others:
        return pair
    if enrolment.pair_id == pair.pk:
        raise Refusal(_("This is your own code: the other person types it on their page."), code="own")
    if len(others) != 1 or others[0].status not in WAITING:
        raise Refusal(_("Somebody else has used this code, or its owner no longer waits."), code="used")
    _leave(enrolment)
    _enter(enrolment, pair, 3 - others[0].pair_place)
    for one in (others[0], enrolment):
        remark(one, EventReason.PAIRED, by=by)
    return pair


@transaction.atomic
def pair(*, first: Enrolment, second: Enrolment, by: User | None) -> Pair:
    """The office does it for two people of one waiting list."""
    made = open_pair(enrolment=first, by=by)
    return join(enrolment=second, code=made.code, by=by)


@transaction.atomic
def part(*, enrolment: Enrolment, by: User | None) -> Enrolment:
    """Each waits alone again, at their own place. Idempotent."""
    seats.lock(enrolment.session_id)
    enrolment = _waiting(enrolment, by)
    left = enrolment.pair
    for one in left.enrolments.order_by("pk") if left else ():
        _leave(one)
        remark(one, EventReason.UNPAIRED, by=by)
    return fresh(enrolment.pk)


def companion(enrolment: Enrolment) -> Enrolment | None:
    """The other of the pair, if somebody joined."""
    if enrolment.pair_id is None:
        return None
    others = Enrolment.objects.filter(pair=enrolment.pair_id).exclude(pk=enrolment.pk)
    return others.select_related("person").order_by("pk").first()


def _waiting(enrolment: Enrolment, by: User | None) -> Enrolment:
    enrolment = fresh(enrolment.pk)
    if by is not None and not (verdict := holder_or_office(by, enrolment)):
        raise Refusal(verdict.reason, code="not_allowed")
    if enrolment.status not in WAITING:
        raise Refusal(_("This is for people on the waiting list."), code="wrong_state")
    return enrolment


def _enter(enrolment: Enrolment, pair: Pair, place: int) -> None:
    enrolment.pair, enrolment.pair_place = pair, place
    enrolment.save(update_fields=["pair", "pair_place"])


def _leave(enrolment: Enrolment) -> None:
    enrolment.pair = enrolment.pair_place = None
    enrolment.save(update_fields=["pair", "pair_place"])
