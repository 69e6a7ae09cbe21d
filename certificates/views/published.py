"""What verifiers elsewhere read without an account: who signs, with which keys, and which lists of status.

Open to every origin: a verifier may be a page of somebody else's. Nothing in these answers is about a person.
"""

from collections.abc import Callable
from functools import wraps

import rfc8785
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from certificates.domain import issuer_document
from certificates.models import Certificate, StatusList
from training.views.files import attachment_response

HOUR = 3600
CREDENTIAL = "application/vc"
View = Callable[..., HttpResponse]


def for_verifiers(view: View) -> View:
    """Readable from any origin, kept for an hour at most."""

    @wraps(view)
    def opened(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        return response

    return login_not_required(require_safe(cache_control(public=True, max_age=HOUR)(opened)))


@for_verifiers
def issuer(request: HttpRequest) -> HttpResponse:
    return JsonResponse(issuer_document.written(), content_type="application/json")


@for_verifiers
def did_web(request: HttpRequest) -> HttpResponse:
    return JsonResponse(issuer_document.written_for_did_web(), content_type="application/did+json")


@for_verifiers
def status_list(request: HttpRequest, name: str) -> HttpResponse:
    """The list as it was signed last. 404 until the worker that has the key signed it once."""
    found = get_object_or_404(StatusList, name=name)
    if found.credential is None:
        raise Http404
    return JsonResponse(found.credential, content_type=CREDENTIAL)


@require_safe
@cache_control(private=True, no_store=True)
def credential_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The credential as a file, for the holder and the office; a stranger gets 404."""
    visible = Certificate.objects.visible_to(request.user).filter(credential__isnull=False)
    certificate = get_object_or_404(visible, pk=pk)
    return attachment_response(
        rfc8785.dumps(certificate.credential),
        media_type=CREDENTIAL,
        name=f"grenstaal-{certificate.grouped_code}.json",
    )
