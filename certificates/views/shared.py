"""What opens under a link that a holder made: first a question, then the certificate with the name.

A GET shows nothing of anybody and counts nothing: programs that look ahead in messages open links too.
"""

import logging
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from accounts.views.limits import digest, too_many, too_often
from certificates.domain import sharing
from certificates.domain.verifying import Verified
from certificates.enums import Answer
from certificates.forms.holder import OrganisationForm
from certificates.models import ShareLink
from certificates.views.drawing import draw_anew
from certificates.views.limits import PER_CODE, limits_of
from certificates.views.verify import public, shell
from documents import store
from documents.exceptions import DocumentAltered
from training.views.files import pdf_response

logger = logging.getLogger(__name__)


@csrf_exempt  # who has the address may look: there is no session to ride on
@partial(public, methods=require_http_methods(["GET", "HEAD", "POST"]))
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """Asks which organisation looks, then shows. Ended, withdrawn, unknown or nonsense: the same 404."""
    if too_often(limits_of_link(request, token)):
        return too_many(request)
    link = found_or_404(token)
    form = OrganisationForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"form": form, "token": token, **shell(request)}
        return render(request, "certificates/shared.html", context)
    sharing.note_look(link=link, organisation=form.cleaned_data["organisation"])
    certificate = link.certificate
    verified = Verified(answer=certificate.answer, certificate=certificate)
    may_download = link.includes_file and certificate.answer == Answer.VALID
    file = reverse("shared_file", args=[token]) if may_download else ""
    return HttpResponse(draw_anew(verified, request, shell(request), file=file))


@csrf_exempt  # as above
@partial(public, methods=require_POST)
def shared_file(request: HttpRequest, token: str) -> HttpResponse:
    """The PDF, when the holder gave it along and the certificate still is valid."""
    if too_often(limits_of_link(request, token)):
        return too_many(request)
    link = found_or_404(token)
    if not link.includes_file or link.certificate.answer != Answer.VALID:
        raise Http404
    try:
        pdf = store.read(link.certificate.document)
    except DocumentAltered as altered:
        logger.critical("certificate %s: %s", link.certificate_id, altered)
        raise Http404 from altered
    return pdf_response(pdf, name=f"grenstaal-{link.certificate.grouped_code}.pdf")


def found_or_404(token: str) -> ShareLink:
    link = sharing.find(token)
    if link is None:
        raise Http404
    return link


def limits_of_link(request: HttpRequest, token: str) -> dict[str, int]:
    return limits_of(request) | {f"share:{digest(token)}": PER_CODE}
