"""A monthly statement as it was printed: for the person it is about, and the office."""

import logging

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from documents import store
from documents.exceptions import DocumentAltered
from training.models import MonthlyStatement
from training.views.files import pdf_response

logger = logging.getLogger(__name__)


@require_safe
@cache_control(private=True, no_store=True)
def statement_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The bytes that were printed. A stranger, a trainer, a prescriber get 404."""
    rows = MonthlyStatement.objects.visible_to(request.user).exclude(document=None)
    statement = get_object_or_404(rows.select_related("document", "enrolment__session"), pk=pk)
    try:
        pdf = store.read(statement.document)
    except DocumentAltered as altered:
        logger.critical("statement %s: %s", statement.pk, altered)
        raise Http404 from altered
    name = f"{statement.enrolment.session.code}-{statement.month:%Y-%m}-v{statement.number}.pdf"
    return pdf_response(pdf, name=name)
