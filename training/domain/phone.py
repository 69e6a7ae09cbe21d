"""A learner signs on their own telephone, with the code that the trainer's screen shows (decision 0105).

It is a proposal: it says "I am here" and writes no mark. The trainer sees what speaks against it
(`doubts`) and confirms it by counting heads when she closes; whom she marks absent, whose signature is
voided. Locks: the half-day, then the chain.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from training.domain import attendance, rotating_code, signing
from training.domain.device import Device
from training.enums import ON_THE_REGISTER, SignatureMethod, Signing
from training.exceptions import Refusal
from training.models import Attendance, Enrolment, HalfDay, Signature

AFTERWARDS = timedelta(minutes=15)  # people still in the room when the lesson is over


def is_open(half_day: HalfDay, at: datetime) -> bool:
    """Whether people can sign here on their telephones at this moment: shortly before until shortly after."""
    in_time = attendance.opens_at(half_day) <= at <= closes_at(half_day)
    on_screen = half_day.session.signing == Signing.SCREEN
    return on_screen and in_time and not (half_day.is_closed or half_day.cancelled_at)


def closes_at(half_day: HalfDay) -> datetime:
    return half_day.ends_at + AFTERWARDS


@transaction.atomic
def sign(
    *,
    half_day: HalfDay,
    by: User,
    code: str,
    change_id: UUID,
    device: Device,
    said_at: datetime | None = None,
) -> Signature:
    """For oneself alone: the place of the account's own person. The mark of the signature is the account.

    Idempotent by `change_id`. What counts is the clock of the server; `said_at`, what the telephone's says,
    is kept. Refuses (by code): `paper`, `closed`, `cancelled`, `too_early`, `late` (a quarter of an hour
    after the end), `code` (not on the screen during the last minute), `device` (a sign-in that belongs to no
    browser), `not_on_register`, `absent`, `signed`, `change_id`.
    """
    half_day = attendance.locked(half_day)
    enrolment = own_place(half_day, by)
    if earlier := signing.of_change(change_id, half_day, enrolment):
        return earlier
    now = timezone.now()
    _insist_on_window(half_day, now)
    if not device.key:
        raise Refusal(_("Sign out and sign in again on this telephone, then sign."), code="device")
    if not rotating_code.is_taken(half_day, code, now):
        sentence = _("This code does not hold, or no longer. Type the one that is on the screen now.")
        raise Refusal(sentence, code="code")
    mark = _mark_of(half_day, enrolment)
    proof = signing.Proof(by, SignatureMethod.PHONE, "", now, said_at, device, change_id)
    return signing.write(half_day=half_day, mark=mark, by=by, proof=proof)


def half_days_of(user: User) -> QuerySet[HalfDay]:
    """Those of the groups in which the account's own person has a place, whatever else it may see."""
    own = Enrolment.objects.visible_to(user).filter(person__user=user, status__in=ON_THE_REGISTER)
    found = HalfDay.objects.filter(session__in=own.order_by().values("session"))
    return found.select_related("session", "room")


def own_place(half_day: HalfDay, user: User) -> Enrolment:
    """Of the account's own person in this group; the last one, if somebody came back."""
    own = Enrolment.objects.filter(session=half_day.session_id, person__user=user).select_related("person")
    found = own.order_by("-pk").first()
    if found is None:
        raise Refusal(_("You have no place in this group."), code="not_on_register")
    return found


def _insist_on_window(half_day: HalfDay, now: datetime) -> None:
    if half_day.session.signing != Signing.SCREEN:
        raise Refusal(_("This group signs on paper."), code="paper")
    attendance.insist_open(half_day)
    if now > closes_at(half_day):
        raise Refusal(_("The lesson is over: sign with your trainer, on the tablet."), code="late")


def _mark_of(half_day: HalfDay, enrolment: Enrolment) -> Attendance:
    """What the trainer has noted so far: the telephone adds nothing to the register."""
    found = half_day.marks.filter(enrolment=enrolment).first()
    if found is None:
        raise Refusal(_("You are not on this register yet: speak to your trainer."), code="not_on_register")
    if not found.is_present:
        raise Refusal(_("Your trainer has marked you absent: speak to them."), code="absent")
    return found
