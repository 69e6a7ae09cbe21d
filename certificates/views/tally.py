"""Tells the worker which codes were asked for: gathered in this process, handed over together.

One message a question would cost more than the answer, and a broker that is slow would be felt by whoever
waits for it. A process that is killed loses its last second of counts; no answer depends on them.
"""

import atexit
import logging
import time
import uuid
from queue import SimpleQueue
from threading import Lock, Thread

from django.conf import settings
from kombu.exceptions import OperationalError

from certificates.domain.verifying import Verified
from certificates.tasks import note_verifications

logger = logging.getLogger(__name__)
MOST_IN_A_MESSAGE = 500
_asked: SimpleQueue = SimpleQueue()
_starting = Lock()
_postman: list[Thread] = []


def count(verified: Verified, *, language: str) -> None:
    """A random key, the certificate, the answer and the language: nothing about who asked."""
    certificate_id = verified.certificate.pk if verified.certificate else None
    _asked.put((str(uuid.uuid4()), certificate_id, verified.answer.value, language[:2]))
    if settings.VERIFICATIONS_HANDED_OVER_EVERY:
        start_postman()
    else:
        hand_over()


def hand_over() -> None:
    """Sends what was gathered. Does nothing when there is nothing."""
    while rows := [_asked.get() for _ in range(min(_asked.qsize(), MOST_IN_A_MESSAGE))]:
        try:
            note_verifications.delay(rows)
        except OperationalError:
            logger.warning("the broker is away: %d verifications were not counted", len(rows))


def start_postman() -> None:
    """One thread a process, from its first question on; what is left is sent when the process ends."""
    with _starting:
        if not _postman:
            _postman.append(Thread(target=walk, name="verification-tally", daemon=True))
            _postman[0].start()
            atexit.register(hand_over)


def walk() -> None:
    while True:
        time.sleep(settings.VERIFICATIONS_HANDED_OVER_EVERY)
        try:
            hand_over()
        except Exception:
            logger.exception("verifications were not counted")
