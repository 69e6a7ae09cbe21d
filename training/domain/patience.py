"""Waiting for a lock, but not for ever: who would wait too long is told so politely."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection
from django.utils.translation import gettext as _
from psycopg.errors import LockNotAvailable

from training.exceptions import Refusal

PATIENCE = "5s"


def our_turn(queue: int, number: int) -> None:
    """The advisory lock (`queue`, `number`) until the end of the transaction: first come, first served.

    From here on no lock of this transaction is waited for longer than PATIENCE. One trip for both, the limit
    first: it stands in the inner query. Use it inside `politely`.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(%s, %s)"
            " FROM (SELECT set_config('lock_timeout', %s, true) OFFSET 0) AS patience",
            [queue, number, PATIENCE],
        )


@contextmanager
def politely() -> Iterator[None]:
    """Turns this one error, a lock not had in time, into a Refusal with code "busy"."""
    try:
        yield
    except OperationalError as error:
        if not isinstance(error.__cause__, LockNotAvailable):
            raise
        sentence = _("Many people are enrolling at this moment. Wait a minute, then try again.")
        raise Refusal(sentence, code="busy") from error
