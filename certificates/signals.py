"""News of this floor, sent after commit, ids only."""

from django.dispatch import Signal

batch_ordered = Signal()  # batch_id
replacement_confirmed = Signal()  # request_id
certificate_revoked = Signal()  # certificate_id
attestation_ordered = Signal()  # attestation_id
template_proof_asked = Signal()  # proof_id
