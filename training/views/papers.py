"""A learner's welcome papers: opened by a button, because looking at them is a fact that is kept."""

import logging

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from documents import store
from documents.exceptions import DocumentAltered
from training.domain import welcome
from training.models import Delivery
from training.views.files import pdf_response

logger = logging.getLogger(__name__)


def visible_or_404(request: HttpRequest, pk: int) -> Delivery:
    rows = Delivery.objects.visible_to(request.user).exclude(document=None)
    return get_object_or_404(rows.select_related("document", "enrolment__person", "pack__session"), pk=pk)


@require_POST
def open_papers(request: HttpRequest, pk: int) -> HttpResponse:
    """Notes that they were opened, then leads to the file (a GET writes nothing)."""
    welcome.open_papers(delivery=visible_or_404(request, pk), by=request.user)
    return redirect("papers_file", pk)


@require_safe
@cache_control(private=True, no_store=True)
def papers_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The bytes that were printed. A stranger, a trainer, a prescriber get 404."""
    delivery = visible_or_404(request, pk)
    try:
        pdf = store.read(delivery.document)
    except DocumentAltered as altered:
        logger.critical("papers of delivery %s: %s", delivery.pk, altered)
        raise Http404 from altered
    return pdf_response(pdf, name=f"grenstaal-{delivery.pack.session.code}-{delivery.pack.number}.pdf")
