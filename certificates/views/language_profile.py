"""A language profile: ordered by its holder or a trainer, made by the signer, downloaded."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from certificates.domain import attesting
from certificates.domain.queries import language_profile as profiles
from certificates.domain.queries.session_papers import SOON
from certificates.enums import AttestationKind
from certificates.exceptions import Refusal
from training.models import Enrolment

REFRESH_SECONDS = "3"


@require_http_methods(["GET", "HEAD", "POST"])
def language_profile(request: HttpRequest, pk: int) -> HttpResponse:
    """What there is; sent, it orders. While it is being made the page looks again by itself, for a while."""
    enrolment = enrolment_or_404(request, pk)
    if request.method == "POST":
        try:
            attesting.order(enrolment=enrolment, kind=AttestationKind.PROFILE, by=request.user)
        except Refusal as refusal:
            messages.error(request, str(refusal))
        return redirect("language_profile", pk)
    cell = profiles.of(enrolment)
    watched = cell.is_being_made and cell.under_way.ordered_at > timezone.now() - SOON
    context = {
        "enrolment": enrolment,
        "cell": cell,
        "is_own": enrolment.person.user_id == request.user.pk,
        "is_watched": watched,
    }
    response = render(request, "certificates/language_profile.html", context)
    if watched:
        response["Refresh"] = REFRESH_SECONDS
    return response


def enrolment_or_404(request: HttpRequest, pk: int) -> Enrolment:
    """Who may not order it learns nothing of it, also who referred the person."""
    rows = Enrolment.objects.visible_to(request.user).select_related("session__course", "person")
    enrolment = get_object_or_404(rows, pk=pk)
    if not attesting.may_order(request.user, enrolment, AttestationKind.PROFILE).ok:
        raise Http404
    return enrolment
