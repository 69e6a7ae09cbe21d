"""Background work of this floor. Ids only; each task may run twice."""

import itertools
import logging
from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from certificates.domain import (
    api_keys,
    attesting,
    chain,
    issuing,
    proofing,
    revoking,
    sharing,
    status,
    verifying,
)
from certificates.models import IssueBatch, Issuer, RevocationRequest

logger = logging.getLogger(__name__)

PATIENCE = timedelta(seconds=30)  # an order this young is still in its first worker's hands


@shared_task
def run_batch(batch_id: int) -> None:
    issuing.run_batch(batch_id)


@shared_task
def make_attestation(attestation_id: int) -> None:
    """Prints and seals what somebody ordered. For the worker that has the key."""
    attesting.make(attestation_id)


@shared_task
def make_replacement(request_id: int) -> None:
    """Of a certificate that two people want replaced. For the worker that has the key."""
    revoking.carry_out(request_id)


@shared_task
def print_template_proof(proof_id: int) -> None:
    """Somebody waits for it before a page. Idempotent."""
    proofing.make(proof_id)


@shared_task
def note_verifications(rows: list[tuple[str, int | None, str, str]]) -> None:
    """Each row: the key of the question, the certificate's id, the answer, the language."""
    verifying.note(rows)


@shared_task
def renew_status_lists() -> None:
    """Signs the public lists that are behind a revocation or a night old. For the worker that has the key."""
    status.renew()


@shared_task
def verify_chains() -> None:
    """Nightly: whatever is not as it was issued is said in the log, at the level that wakes somebody.

    The ends of chains in which nothing was found are kept outside the database.
    """
    found = {issuer: list(chain.verify(issuer)) for issuer in Issuer.objects.all()}
    for finding in itertools.chain.from_iterable(found.values()):
        logger.critical("certificates: %s", finding)
    chain.keep_ends([issuer for issuer, findings in found.items() if not findings])


@shared_task
def forget() -> None:
    """Nightly: that a code was asked for, links and keys that ended are kept for 12 months."""
    verifying.forget_old()
    sharing.forget_old()
    api_keys.forget()


@shared_task
def note_key_used(key_id: int) -> None:
    """Today. Idempotent."""
    api_keys.note_used(key_id)


@shared_task
def sweep() -> None:
    """Takes up the orders and revocations that a killed worker or a lost message left behind."""
    for attestation_id in attesting.left_behind(timezone.now() - PATIENCE).values_list("pk", flat=True):
        make_attestation.delay(attestation_id)
    left_behind = IssueBatch.objects.unfinished().filter(requested_at__lt=timezone.now() - PATIENCE)
    for batch_id in left_behind.values_list("pk", flat=True):
        run_batch.delay(batch_id)
    confirmed = RevocationRequest.objects.confirmed().filter(decided_at__lt=timezone.now() - PATIENCE)
    for request_id in confirmed.values_list("pk", flat=True):
        make_replacement.delay(request_id)
    for proof_id in proofing.left_behind(timezone.now() - PATIENCE).values_list("pk", flat=True):
        print_template_proof.delay(proof_id)
    renew_status_lists.delay()
