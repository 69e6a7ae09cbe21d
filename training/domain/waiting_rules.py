"""What the office decides about a waiting list: how long offers hold, who goes first, what is kept for whom.

Each verb locks the session first: the rules never change between the look at a chair and its giving.
"""

from datetime import date

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.enums import KINDS_FOR_ROLE, Role
from accounts.models import Organisation, User
from training.domain import seats, words
from training.domain.deadlines import insist_on_before_start
from training.domain.moves import announce_free_chair
from training.domain.permissions import can_plan, insist
from training.domain.violations import refused_by
from training.exceptions import Refusal
from training.models import PriorityRule, Reservation, Session


@transaction.atomic
def set_offers(
    *,
    session: Session,
    by: User | None,
    offer_hours: int,
    late_offer_hours: int,
    late_days: int,
    offers_until: date | None,
    withdrawals_until: date | None,
) -> Session:
    """How long an offer holds, until when there are any, until when people withdraw on line. Idempotent.

    Offers that were made keep the deadline that was promised. Refuses days on which the course has begun, and
    offers after the end of enrolment.
    """
    insist(can_plan(by))
    session = seats.lock(session.pk)
    insist_on_before_start(offers_until, session.first_day, code="offers_until")
    insist_on_before_start(withdrawals_until, session.first_day, code="withdrawals_until")
    session.offer_hours, session.late_offer_hours = offer_hours, late_offer_hours
    session.late_days, session.offers_until = late_days, offers_until
    session.withdrawals_until = withdrawals_until
    with refused_by(Session):
        session.save()
    return session


@transaction.atomic
def keep_chairs(
    *, session: Session, organisation: Organisation, chairs: int, until: date, by: User | None
) -> Reservation:
    """Keeps chairs for people whom this organisation refers. Takes no chair from anybody who has one.

    Up to a day from today on and before the first lesson; with what is kept for others, never more chairs
    than the session has.
    """
    insist(can_plan(by))
    if organisation.kind not in KINDS_FOR_ROLE[Role.PRESCRIBER]:
        raise Refusal(_("Only a prescriber or a member authority refers people."), code="kind")
    session = seats.lock(session.pk)
    if not timezone.localdate() <= until < session.first_day:
        facts = {"day": words.day(session.first_day)}
        raise Refusal(
            _("Choose a day from today on, before the first lesson (%(day)s).") % facts, code="until"
        )
    kept = session.reservations.standing().aggregate(chairs=Sum("chairs"))["chairs"] or 0
    if chairs + kept > session.capacity:
        raise Refusal(_("The session has fewer places than that."), code="capacity")
    with refused_by(Reservation):
        facts = {"organisation": organisation, "chairs": chairs, "until": until}
        return Reservation.objects.create(session=session, **facts)


@transaction.atomic
def release(*, reservation: Reservation, by: User | None) -> bool:
    """The kept chairs go to everybody, and at once to who waits. Idempotent: False when it was done."""
    insist(can_plan(by))
    seats.lock(reservation.session_id)
    standing = Reservation.objects.filter(pk=reservation.pk, released_at=None)
    if not standing.update(released_at=timezone.now()):
        return False
    announce_free_chair(reservation.session_id)
    while seats.offer_next(session_id=reservation.session_id):
        pass
    return True


@transaction.atomic
def set_priority(
    *, session: Session | None, organisation: Organisation | None, rank: int, by: User | None
) -> PriorityRule:
    """People of this organisation (None: of any) go before who has a higher number or none. Idempotent."""
    insist(can_plan(by))
    if session is not None:
        session = seats.lock(session.pk)
    with refused_by(PriorityRule):
        rule, _created = PriorityRule.objects.update_or_create(
            session=session, organisation=organisation, defaults={"rank": rank}
        )
    return rule


def drop_priority(*, rule: PriorityRule, by: User | None) -> None:
    """Time alone decides again. Idempotent."""
    insist(can_plan(by))
    PriorityRule.objects.filter(pk=rule.pk).delete()
