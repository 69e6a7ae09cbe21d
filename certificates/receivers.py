from django.dispatch import receiver

from certificates.signals import (
    attestation_ordered,
    batch_ordered,
    certificate_revoked,
    replacement_confirmed,
    template_proof_asked,
)
from certificates.tasks import (
    make_attestation,
    make_replacement,
    print_template_proof,
    renew_status_lists,
    run_batch,
)


@receiver(batch_ordered)
def begin(sender, batch_id: int, **kwargs) -> None:
    run_batch.delay(batch_id)


@receiver(certificate_revoked)
def publish_status(sender, **kwargs) -> None:
    renew_status_lists.delay()


@receiver(replacement_confirmed)
def replace(sender, request_id: int, **kwargs) -> None:
    make_replacement.delay(request_id)


@receiver(attestation_ordered)
def make(sender, attestation_id: int, **kwargs) -> None:
    make_attestation.delay(attestation_id)


@receiver(template_proof_asked)
def prove(sender, proof_id: int, **kwargs) -> None:
    print_template_proof.delay(proof_id)
