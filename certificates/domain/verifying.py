"""Is it genuine, and does it still stand? Answered from the frozen facts, never from today's course."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from certificates.domain import codes
from certificates.domain.showing import LAST_CHOICE
from certificates.enums import Answer, Shown
from certificates.models import Certificate, Verification
from documents.facts import CertificateFacts

KEPT_FOR = timedelta(days=365)
# What the answer depends on. The question is worded once, here: wording it each time takes longer than the
# answer. In no order, because there is one at most.
STATE = Certificate.objects.order_by().only("code", "revoked_at", "replaced_by", "valid_until", "document")
KNOWN = STATE.annotate(shows=LAST_CHOICE)
NO_CODE = ""  # no certificate has it: the question is asked all the same, so that no time can tell


@dataclass(frozen=True)
class Verified:
    """The answer to a code, and what of the name may be shown. `certificate` is None when it is unknown."""

    answer: Answer
    certificate: Certificate | None = None
    shows: str = Shown.FULL

    @property
    def facts(self) -> CertificateFacts | None:
        """What was certified. One more query: whoever has it drawn already need not read it."""
        return CertificateFacts.from_json(self.certificate.facts) if self.certificate else None


def verify(text: str) -> Verified:
    """What we know of the code in `text`. One indexed query, whether the text is a code or not."""
    wanted = codes.clean(text) or NO_CODE
    return _answer(code=wanted)


def of_file(sha256: str) -> Verified:
    """What we know of the file with this fingerprint. One indexed query."""
    return _answer(document__sha256=sha256)


def _answer(**wanted) -> Verified:
    certificate = next(iter(KNOWN.filter(**wanted)), None)
    if certificate is None:
        return Verified(answer=Answer.UNKNOWN)
    return Verified(answer=certificate.answer, certificate=certificate, shows=certificate.shows)


def over_their_time() -> QuerySet[Verification]:
    """Questions of more than 12 months ago."""
    return Verification.objects.filter(asked_at__lt=timezone.now() - KEPT_FOR)


def forget_old() -> int:
    """Deletes them. Idempotent; returns how many."""
    return over_their_time().delete()[0]


def note(rows: Iterable[tuple[UUID | str, int | None, str, str]]) -> None:
    """That codes were asked for: (key, certificate, answer, language), without a word about who asked.

    Idempotent by key.
    """
    now = timezone.now()
    noted = [
        Verification(pk=key, certificate_id=certificate_id, answer=answer, language=language, asked_at=now)
        for key, certificate_id, answer, language in rows
    ]
    Verification.objects.bulk_create(noted, ignore_conflicts=True)
