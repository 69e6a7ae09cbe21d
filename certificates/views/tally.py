"""Tells the worker which codes were asked for: gathered in this process, handed over together.

One message a question would cost more than the answer. The first question of a second takes along what was
gathered since the one before, so a code that is asked for now and then is counted at once; what a rush leaves
goes with the next question or when the process ends. A process that is killed loses that; no answer depends
on it.
"""

import atexit
import logging
import time
import uuid
from collections import deque

from django.conf import settings
from kombu.exceptions import OperationalError

from certificates.domain.verifying import Verified
from certificates.tasks import note_verifications

logger = logging.getLogger(__name__)
MOST_IN_A_MESSAGE = 500
MOST_KEPT = 10_000  # while the broker is away; then the oldest are forgotten
BROKER_LEFT_ALONE = 60  # seconds after it did not answer, so that few visitors wait for it
Row = tuple[str, int | None, str, str]


class Tally:
    """What one process has gathered. Its threads may add and hand over at the same moment."""

    def __init__(self) -> None:
        self.asked: deque[Row] = deque(maxlen=MOST_KEPT)
        self.due_at = 0.0

    def count(self, row: Row) -> None:
        self.asked.append(row)
        if time.monotonic() >= self.due_at:
            self.hand_over()

    def hand_over(self) -> None:
        """Sends what was gathered; when the broker is away it stays for the next time."""
        self.due_at = time.monotonic() + settings.VERIFICATIONS_HANDED_OVER_EVERY
        while rows := self._take():
            try:
                note_verifications.apply_async([rows], retry=False)
            except OperationalError:
                logger.warning("the broker is away: %d verifications wait to be counted", len(rows))
                self.asked.extendleft(reversed(rows))
                self.due_at = time.monotonic() + BROKER_LEFT_ALONE
                return

    def _take(self) -> list[Row]:
        rows: list[Row] = []
        while self.asked and len(rows) < MOST_IN_A_MESSAGE:
            try:
                rows.append(self.asked.popleft())
            except IndexError:  # another thread was quicker
                break
        return rows


tally = Tally()
atexit.register(tally.hand_over)


def count(verified: Verified, *, language: str) -> None:
    """A random key, the certificate, the answer and the language: nothing about who asked."""
    certificate_id = verified.certificate.pk if verified.certificate else None
    tally.count((str(uuid.uuid4()), certificate_id, verified.answer.value, language[:2]))
