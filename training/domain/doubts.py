"""What speaks against a signature that was given on a telephone, in words, for the trainer (decision 0105).

Nothing here refuses anything: two sisters may share a telephone, and a clock may be wrong. The trainer looks
up, counts heads and decides. Two queries for a half-day, whoever signed.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from training.domain import words
from training.enums import SignatureMethod
from training.models import HalfDay, Signature

CLOCK_MAY_BE_OFF = timedelta(minutes=2)
A_ROOM = 3  # signatures from which on a network may be called that of the room


def by_phone(half_day: HalfDay) -> dict[Signature, list[str]]:
    """The proposals that stand in this half-day, in order of name, each with its doubts."""
    here = list(_on_telephones(half_day.session_id).filter(half_day=half_day, voiding=None))
    if not here:
        return {}
    known = _on_telephones(half_day.session_id).filter(
        Q(device__in={one.device for one in here}) | Q(enrolment__in={one.enrolment_id for one in here})
    )
    history, room = list(known), _network_of_the_room(here)
    return {one: _against(one, history, room) for one in here}


def _on_telephones(session_id: int) -> QuerySet[Signature]:
    found = Signature.objects.filter(half_day__session=session_id, method=SignatureMethod.PHONE)
    return found.select_related("enrolment__person").order_by(
        "enrolment__person__name_key", "signed_at", "pk"
    )


def _network_of_the_room(here: Iterable[Signature]) -> str:
    """Where more than half of at least three signed; empty where everybody is on a network of their own."""
    networks = Counter(one.network for one in here)
    network, number = networks.most_common(1)[0]
    return network if networks.total() >= A_ROOM and number * 2 > networks.total() else ""


def _against(one: Signature, history: list[Signature], room: str) -> list[str]:
    sentences = (_shared(one, history), _new(one, history), _far(one, room), _clock(one))
    return [one for one in sentences if one]


def _shared(one: Signature, history: list[Signature]) -> str:
    others = {
        other.enrolment.person.full_name
        for other in history
        if other.device == one.device and other.enrolment_id != one.enrolment_id
    }
    names = ", ".join(sorted(others))
    return _("The same telephone signed for %(names)s too.") % {"names": names} if others else ""


def _new(one: Signature, history: list[Signature]) -> str:
    before = {
        other.device
        for other in history
        if other.enrolment_id == one.enrolment_id and other.signed_at < one.signed_at
    }
    is_new = before and one.device not in before
    return _("It is another telephone than before.") if is_new else ""


def _far(one: Signature, room: str) -> str:
    is_far = room and one.network != room
    return _("It was on another network than the others in the room.") if is_far else ""


def _clock(one: Signature) -> str:
    wrong = abs(one.said_at - one.signed_at) if one.said_at else timedelta(0)
    if wrong <= CLOCK_MAY_BE_OFF:
        return ""
    sentence = _("Its clock is wrong by %(duration)s. The time that counts is ours.")
    return sentence % {"duration": words.duration(round(wrong.total_seconds() / 60))}
