"""Letters about certificates. Subjects carry no personal data; the file itself stays behind the sign-in."""

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.bilingual import reader_language
from accounts.domain.messages import Letter, letter
from certificates.domain import letters
from certificates.models import Certificate


@letter(letters.ISSUED)
def issued(ids: dict) -> Letter:
    return Letter(subject=_("Your certificate is ready"), context=_facts(ids))


@letter(letters.REVOKED)
def revoked(ids: dict) -> Letter:
    return Letter(subject=_("A certificate is no longer valid"), context=_facts(ids))


def _facts(ids: dict) -> dict:
    certificate = Certificate.objects.select_related("replaces").get(pk=ids["certificate"])
    return {
        "given_name": certificate.facts["holder_given_name"],
        "title": certificate.facts[f"title_{reader_language()}"],
        "code": certificate.grouped_code,
        "issued_at": certificate.issued_at,
        "revoked_at": certificate.revoked_at,
        "is_replacement": hasattr(certificate, "replaces"),
        "verify_path": reverse("verify_code", args=[certificate.code]),
        "file_path": reverse("certificate_file", args=[certificate.pk]),
    }
