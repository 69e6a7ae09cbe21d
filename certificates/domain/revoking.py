"""Taking back what was issued, by two people: one asks, another confirms (decision 0111).

Nothing else ever changes a certificate, and nothing deletes one. Each verb locks the enrolment, then the
certificate; the database refuses a certificate that was taken back without a second person.
"""

from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from certificates.domain import issuing, letters, readiness
from certificates.domain.office import refuse_stranger
from certificates.enums import Decision, RevocationReason, Wish
from certificates.exceptions import Refusal
from certificates.models import Certificate, RevocationRequest
from certificates.signals import certificate_revoked, replacement_confirmed

REASONS = {
    Wish.REVOKE: (RevocationReason.ERROR_IN_DATA, RevocationReason.FRAUD, RevocationReason.HOLDER_REQUEST),
    Wish.REPLACE: (RevocationReason.ERROR_IN_DATA, RevocationReason.HOLDER_REQUEST),
}


@transaction.atomic
def ask(*, certificate: Certificate, by: User, wish: str, reason: str) -> RevocationRequest:
    """Nothing happens to the certificate yet; the office sees what waits for a second person.

    Idempotent: the same person who asks the same again has the request that waits. Refuses (by code):
    `not_allowed`, `reason`, `revoked`, `replaced`, `asked` (somebody asked already), and for a replacement
    what is missing for one today.
    """
    refuse_stranger(by)
    if reason not in REASONS[Wish(wish)]:
        raise Refusal(_("Choose a reason from the list."), code="reason")
    certificate = _locked(certificate)
    _refuse_taken_back(certificate, wish)
    waiting = certificate.revocation_requests.under_way().first()
    if waiting and (waiting.asked_by, waiting.wish, waiting.reason) == (by, wish, reason):
        return waiting
    if waiting:
        raise Refusal(_("Somebody asked this already: decide on it first."), code="asked")
    if wish == Wish.REPLACE:
        readiness.refuse_unready(certificate.enrolment, but_for=certificate)
    facts = {"wish": wish, "reason": reason, "asked_at": timezone.now(), "asked_by": by}
    return RevocationRequest.objects.create(certificate=certificate, **facts)


@transaction.atomic
def confirm(*, request: RevocationRequest, by: User) -> RevocationRequest:
    """The second person. A revocation holds from now on; a replacement is made by the worker that signs.

    Idempotent for who confirmed. Refuses (by code): `not_allowed`, `same_person`, `decided`.
    """
    refuse_stranger(by)
    request = _fresh(request)
    if (request.decision, request.decided_by) == (Decision.CONFIRMED, by):
        return request
    if request.asked_by == by:
        raise Refusal(_("You asked this yourself: a second person confirms it."), code="same_person")
    _decide(request, Decision.CONFIRMED, by)
    if request.wish == Wish.REVOKE:
        _revoke(request)
    else:
        transaction.on_commit(partial(replacement_confirmed.send_robust, Certificate, request_id=request.pk))
    return request


@transaction.atomic
def decline(*, request: RevocationRequest, by: User) -> RevocationRequest:
    """The certificate stands. By anybody of the office, also who asked. Idempotent; `decided` otherwise."""
    refuse_stranger(by)
    request = _fresh(request)
    if request.decision != Decision.DECLINED:
        _decide(request, Decision.DECLINED, by)
    return request


@transaction.atomic
def carry_out(request_id: int) -> Certificate | None:
    """Makes the replacement that two people want; needs the key that signs. Idempotent.

    All or nothing: what cannot be made is said in the request, and the old certificate stands.
    """
    request = _fresh(RevocationRequest.objects.get(pk=request_id))
    if request.done_at or request.decision != Decision.CONFIRMED:
        return request.certificate.replaced_by
    try:
        with transaction.atomic():
            return _replace(request)
    except Refusal as refusal:
        request.decision = Decision.FAILED
        old = request.certificate
        why = issuing.in_both_languages(refusal, old.enrolment, but_for=old)
        request.message_fr, request.message_nl = why["fr"], why["nl"]
        request.save(update_fields=["decision", "message_fr", "message_nl"])
    return None


def _refuse_taken_back(certificate: Certificate, wish: str) -> None:
    if certificate.replaced_by_id:
        raise Refusal(_("This certificate was replaced before."), code="replaced")
    if certificate.revoked_at and wish == Wish.REVOKE:
        raise Refusal(_("This certificate was revoked before."), code="revoked")


def _revoke(request: RevocationRequest) -> None:
    _mark(request)
    letters.tell_revoked(request.certificate)
    _close(request)


def _replace(request: RevocationRequest) -> Certificate:
    """With today's facts. One that was revoked alone keeps its date and reason."""
    old = request.certificate
    if not old.revoked_at:
        _mark(request)
    readiness.refuse_unready(old.enrolment, but_for=old)
    new = issuing.write_down(enrolment=old.enrolment, by=request.decided_by, replaces=old)
    old.replaced_by = new
    old.save(update_fields=["replaced_by"])
    letters.tell_issued(new)
    _close(request)
    return new


def _mark(request: RevocationRequest) -> None:
    """Revoked in the name of who confirmed."""
    certificate = request.certificate
    certificate.revoked_at, certificate.revoked_by = timezone.now(), request.decided_by
    certificate.revocation_reason = request.reason
    certificate.save(update_fields=["revoked_at", "revoked_by", "revocation_reason"])
    transaction.on_commit(
        partial(certificate_revoked.send_robust, Certificate, certificate_id=certificate.pk)
    )


def _close(request: RevocationRequest) -> None:
    request.done_at = timezone.now()
    request.save(update_fields=["done_at"])


def _decide(request: RevocationRequest, decision: str, by: User) -> None:
    if not request.is_waiting:
        raise Refusal(_("This was decided already."), code="decided")
    request.decision, request.decided_at, request.decided_by = decision, timezone.now(), by
    request.save(update_fields=["decision", "decided_at", "decided_by"])


def _fresh(request: RevocationRequest) -> RevocationRequest:
    """Under the locks of its certificate."""
    certificate = _locked(request.certificate)
    fresh = RevocationRequest.objects.select_related("asked_by", "decided_by").get(pk=request.pk)
    fresh.certificate = certificate
    return fresh


def _locked(certificate: Certificate) -> Certificate:
    enrolment = issuing.locked(certificate.enrolment)
    fresh = Certificate.objects.select_for_update(of=("self",)).get(pk=certificate.pk)
    fresh.enrolment = enrolment
    return fresh
