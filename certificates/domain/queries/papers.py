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
    return [
        DocumentItem(
            enrolment_id=each.enrolment_id,
            title=_("Certificate %(code)s (PDF)") % {"code": each.grouped_code},
            url=reverse("certificate_file", args=[each.pk]),
            date=timezone.localdate(each.issued_at),
        )
        for each in standing
    ]
