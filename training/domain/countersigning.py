"""The trainer signs last: what she is asked before, and what is frozen then (coherence rules 3 and 6).

Called by `attendance.close` with the locked half-day; nothing here closes anything.
"""

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from training.domain import chain, frozen, voiding
from training.enums import LinkKind, Signing
from training.exceptions import Refusal
from training.models import ChainLink, HalfDay, Signature

CLOSING = ("closed_at", "closed_by", "head_count", "unsigned_reason", "crowded_reason")


def insist_on_the_room(half_day: HalfDay, *, present: int) -> None:
    """The people in the room are counted and are as many as are marked; no more than the room holds."""
    if half_day.head_count is None and half_day.session.signing == Signing.SCREEN:
        raise Refusal(_("Count the people in the room and write the number."), code="head_count")
    if half_day.head_count not in (None, present):
        sentence = _(
            "You counted %(counted)d people, but %(present)d are marked present. "
            "Count again, or change a mark."
        )
        facts = {"counted": half_day.head_count, "present": present}
        raise Refusal(sentence % facts, code="head_count")
    if is_crowded(half_day, present) and not half_day.crowded_reason:
        sentence = ngettext(
            "The room holds %(number)d person. Say why more were in it.",
            "The room holds %(number)d people. Say why more were in it.",
            half_day.room.capacity,
        )
        raise Refusal(sentence % {"number": half_day.room.capacity}, code="crowded")


def not_asked(half_day: HalfDay) -> list[str]:
    """What need not be said to close this one: reasons for nothing; on paper the heads are on the sheet."""
    on_screen = half_day.session.signing == Signing.SCREEN
    present = half_day.marks.filter(absence_code=None)
    unneeded = {
        "head_count": not on_screen,
        "unsigned_reason": not (on_screen and present.exclude(enrolment__in=_signed(half_day)).exists()),
        "crowded_reason": not is_crowded(half_day, present.count()),
    }
    return [name for name, is_unneeded in unneeded.items() if is_unneeded]


def _signed(half_day: HalfDay) -> QuerySet:
    return Signature.objects.standing().filter(half_day=half_day).order_by().values("enrolment")


def is_crowded(half_day: HalfDay, present: int) -> bool:
    return half_day.room is not None and present > half_day.room.capacity


def insist_on_signatures(half_day: HalfDay, *, by: User) -> None:
    """Where people sign on screen: everybody present did, or the trainer says why not."""
    voiding.void_stale(half_day, by=by)
    if half_day.session.signing == Signing.SCREEN and not half_day.unsigned_reason:
        missing = half_day.marks.filter(absence_code=None).exclude(enrolment__in=_signed(half_day)).count()
        if missing:
            sentence = ngettext(
                "%(number)d person has not signed. Let them sign, or say why not.",
                "%(number)d people have not signed. Let them sign, or say why not.",
                missing,
            )
            raise Refusal(sentence % {"number": missing}, code="unsigned")


def countersign(half_day: HalfDay, *, by: User) -> ChainLink:
    """The whole slot, frozen under the trainer's account."""
    marks = half_day.marks.select_related("enrolment__person").order_by("enrolment__person__name_key", "pk")
    standing = Signature.objects.standing().filter(half_day=half_day).select_related("link")
    facts = frozen.slot(half_day, marks, {one.enrolment_id: one for one in standing})
    return chain.append(half_day=half_day, kind=LinkKind.CLOSED, facts=facts, by=by)
