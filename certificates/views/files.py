"""The file itself: for the holder and the office, as it was printed."""

import logging

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from certificates.models import Certificate, Realisation
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
def realisation_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The certificat de réalisation as it was printed, each version. A stranger gets 404."""
    visible = Realisation.objects.visible_to(request.user).select_related("document", "enrolment__session")
    realisation = get_object_or_404(visible, pk=pk)
    try:
        pdf = store.read(realisation.document)
    except DocumentAltered as altered:
        logger.critical("realisation %s: %s", realisation.pk, altered)
        raise Http404 from altered
    return pdf_response(pdf, name=f"{realisation.enrolment.session.code}-v{realisation.number}.pdf")
