"""What a learner's pages show of certificates, through the register of documents of the floor below."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from certificates.models import Certificate
from training.domain.queries.learner import DocumentItem
from training.models import Enrolment


def certificates_of(enrolments: Sequence[Enrolment]) -> list[DocumentItem]:
    """Those that stand, one query for all the enrolments. A revoked one is not handed out as a document."""
    standing = Certificate.objects.standing().filter(enrolment__in=enrolments).order_by("-issued_at", "-pk")
    return [item for each in standing for item in _items(each)]


def _items(certificate: Certificate) -> list[DocumentItem]:
    """The paper, and the page where its holder shows it and sees how often it was checked."""
    code = {"code": certificate.grouped_code}
    links = [
        (_("Certificate %(code)s (PDF)") % code, "certificate_file"),
        (_("Who may see certificate %(code)s, and how often it was checked") % code, "my_certificate"),
    ]
    return [
        DocumentItem(
            enrolment_id=certificate.enrolment_id,
            title=title,
            url=reverse(name, args=[certificate.pk]),
            date=timezone.localdate(certificate.issued_at),
        )
        for title, name in links
    ]
