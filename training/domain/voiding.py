"""A signature stops counting when what was signed changes. The row stays; a link of the chain says so."""

from collections.abc import Sequence

from accounts.models import User
from training.domain import chain, frozen
from training.enums import LinkKind
from training.models import HalfDay, Signature, Voiding


def void_all(*, half_day: HalfDay, enrolments: Sequence[int], by: User) -> None:
    """The signatures of these people, in this order; who has not signed is passed over.

    The caller holds the lock of the half-day.
    """
    standing = Signature.objects.standing().filter(half_day=half_day).select_related("link")
    signed = {one.enrolment_id: one for one in standing.filter(enrolment__in=enrolments)}
    for pk in enrolments:
        if pk in signed:
            _void(signed[pk], by=by)


def void_stale(half_day: HalfDay, *, by: User | None) -> None:
    """Signatures under something else than what stands there now: the lesson was moved meanwhile.

    The caller holds the lock of the half-day. Nobody has signed what the system itself still moves.
    """
    marks = {one.enrolment_id: one for one in half_day.marks.all()}
    standing = Signature.objects.standing().filter(half_day=half_day).select_related("link")
    for one in standing.order_by("pk"):
        mark = marks.get(one.enrolment_id)
        if mark is None or one.signed_hash != chain.sha256_of(frozen.what_is_signed(half_day, mark)):
            _void(one, by=by)


def _void(signature: Signature, *, by: User | None) -> None:
    facts = {"signature": signature.link.number, "enrolment": signature.enrolment_id}
    link = chain.append(half_day=signature.half_day, kind=LinkKind.VOIDED, facts=facts, by=by)
    Voiding.objects.create(signature=signature, link=link, by=by, at=link.at)
