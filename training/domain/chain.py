"""The chain of a session: what happened to its registers, frozen one after the other (decision 0100).

Order of locks: the half-day first, the chain last. The chain's lock is held until the transaction ends, so
numbers have no gaps and nobody reads a head that is not there yet.
"""

import hashlib
from datetime import UTC, datetime

import rfc8785
from django.db import connection
from django.utils import timezone

from accounts.models import User
from training.models import ChainLink, HalfDay
from training.models.signing import BEFORE_THE_FIRST

QUEUE = 0x6368  # "ch": the advisory locks of the chains, one a session
VERSION = 1


def append(*, half_day: HalfDay, kind: str, facts: dict, by: User | None) -> ChainLink:
    """The next link. `facts` must be plain JSON: no dates, no decimals. Call it last in the transaction."""
    _our_turn(half_day.session_id)
    last = head(half_day.session_id)
    number, previous = (last.number + 1, last.hash) if last else (1, BEFORE_THE_FIRST)
    at = timezone.now()
    payload = canonical(
        {
            "version": VERSION,
            "session": half_day.session_id,
            "number": number,
            "previous": previous,
            "kind": str(kind),
            "half_day": half_day.pk,
            "at": moment(at),
            "by": by and by.pk,
            "facts": facts,
        }
    )
    return ChainLink.objects.create(
        session_id=half_day.session_id,
        number=number,
        kind=kind,
        half_day=half_day,
        at=at,
        payload=payload,
        previous_hash=previous,
        hash=fingerprint(payload),
    )


def head(session_id: int) -> ChainLink | None:
    return ChainLink.objects.filter(session=session_id).order_by("-number").first()


def canonical(facts: dict) -> str:
    """RFC 8785: the same facts are the same text everywhere."""
    return rfc8785.dumps(facts).decode()


def fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def sha256_of(facts) -> str:
    """Of a JSON value. Raises CanonicalizationError for one that RFC 8785 cannot write: we never made it."""
    return fingerprint(canonical(facts))


def moment(at: datetime | None) -> str | None:
    """UTC, to the microsecond, always written alike."""
    return at and at.astimezone(UTC).isoformat(timespec="microseconds")


def _our_turn(session_id: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [QUEUE, session_id])
