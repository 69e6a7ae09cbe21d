"""The file itself: for the holder and the office, as it was printed."""

import logging

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from certificates.models import Attestation, Certificate
from documents import store
from documents.exceptions import DocumentAltered
from training.views.files import pdf_response

logger = logging.getLogger(__name__)


@require_safe
@cache_control(private=True, no_store=True)
def certificate_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The bytes that were kept; the file's name carries the code, nobody's name. A stranger gets 404."""
    visible = Certificate.objects.visible_to(request.user).select_related("document")
    certificate = get_object_or_404(visible, pk=pk)
    try:
        pdf = store.read(certificate.document)
    except DocumentAltered as altered:  # nobody is handed a file that is not the one we issued
        logger.critical("certificate %s: %s", certificate.pk, altered)
        raise Http404 from altered
    return pdf_response(pdf, name=f"grenstaal-{certificate.grouped_code}.pdf")


@require_safe
@cache_control(private=True, no_store=True)
def attestation_file(request: HttpRequest, pk: int) -> HttpResponse:
    """An attestation as it was sealed, each version. 404 for a stranger, and until it is made."""
    visible = Attestation.objects.visible_to(request.user).exclude(document=None)
    paper = get_object_or_404(visible.select_related("document", "enrolment__session"), pk=pk)
    try:
        pdf = store.read(paper.document)
    except DocumentAltered as altered:
        logger.critical("attestation %s: %s", paper.pk, altered)
        raise Http404 from altered
    name = f"{paper.enrolment.session.code}-{paper.kind.lower()}-v{paper.number}.pdf"
    return pdf_response(pdf, name=name)
