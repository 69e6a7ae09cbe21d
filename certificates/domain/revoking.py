"""Taking back what was issued. Nothing else ever changes a certificate, and nothing deletes one."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from certificates.domain import issuing, letters, readiness
from certificates.enums import RevocationReason
from certificates.exceptions import Refusal
from certificates.models import Certificate
from certificates.signals import certificate_revoked

REASONS_TO_REVOKE = (
    RevocationReason.ERROR_IN_DATA,
    RevocationReason.FRAUD,
    RevocationReason.HOLDER_REQUEST,
)
REASONS_TO_REPLACE = (RevocationReason.ERROR_IN_DATA, RevocationReason.HOLDER_REQUEST)


@transaction.atomic
def revoke(*, certificate: Certificate, by: User, reason: str) -> Certificate:
    """The certificate stands no longer, from now on; its page says so. The holder is told by letter.

    Locks the enrolment, then the certificate. Raises Refusal when it was revoked before.
    """
    _refuse_reason(reason, REASONS_TO_REVOKE)
    certificate = _locked(certificate, by)
    if certificate.revoked_at:
        raise Refusal(_("This certificate was revoked before."), code="revoked")
    _mark(certificate, by=by, reason=reason)
    letters.tell_revoked(certificate)
    return certificate


@transaction.atomic
def replace(*, certificate: Certificate, by: User, reason: str) -> Certificate:
    """A new certificate with today's facts takes the place of this one; returns the new one.

    A certificate that was revoked alone may still be replaced, once: its revocation stays as it was.
    Raises Refusal with nothing written when the new one cannot be issued.
    """
    _refuse_reason(reason, REASONS_TO_REPLACE)
    certificate = _locked(certificate, by)
    if certificate.replaced_by_id:
        raise Refusal(_("This certificate was replaced before."), code="replaced")
    if not certificate.revoked_at:
        _mark(certificate, by=by, reason=reason)
    enrolment = certificate.enrolment
    readiness.refuse_unready(enrolment, but_for=certificate)
    certificate.replaced_by = issuing.write_down(enrolment=enrolment, by=by, replaces=certificate)
    certificate.save(update_fields=["replaced_by"])
    letters.tell_issued(certificate.replaced_by)
    return certificate.replaced_by


def _locked(certificate: Certificate, by: User) -> Certificate:
    issuing.refuse_stranger(by)
    enrolment = issuing.locked(certificate.enrolment)
    fresh = Certificate.objects.select_for_update(of=("self",)).get(pk=certificate.pk)
    fresh.enrolment = enrolment
    return fresh


def _mark(certificate: Certificate, *, by: User, reason: str) -> None:
    certificate.revoked_at = timezone.now()
    certificate.revoked_by = by
    certificate.revocation_reason = reason
    certificate.save(update_fields=["revoked_at", "revoked_by", "revocation_reason"])
    transaction.on_commit(lambda: certificate_revoked.send_robust(Certificate, certificate_id=certificate.pk))


def _refuse_reason(reason: str, allowed: tuple[str, ...]) -> None:
    if reason not in allowed:
        raise Refusal(_("Choose a reason from the list."), code="reason")
