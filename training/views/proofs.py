"""Proofs of absence: one page for the person (and the office for them), one address to open one."""

import logging

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from training.domain import proofs as verbs
from training.domain import received
from training.domain.moves import holder_or_office
from training.domain.queries import absences
from training.exceptions import Refusal
from training.forms.proofs import ProofForm, asked_for
from training.models import AbsenceProof, Enrolment
from training.views.files import attachment_response

logger = logging.getLogger(__name__)


@require_http_methods(["GET", "HEAD", "POST"])
def proofs(request: HttpRequest, pk: int) -> HttpResponse:
    """`?mark=` opens the form for one absence. Trainers and prescribers have no such page."""
    rows = Enrolment.objects.visible_to(request.user).select_related("session", "person")
    enrolment = get_object_or_404(rows, pk=pk)
    if not holder_or_office(request.user, enrolment):
        raise Http404
    page = absences.page(enrolment)
    form = ProofForm(
        request.POST or None, request.FILES or None, initial=asked_for(page.owed_for(request.GET.get("mark")))
    )
    if request.method == "POST" and form.is_valid():
        try:
            form.save(enrolment=enrolment, by=request.user)
        except Refusal as refusal:
            form.add_error(refusal.code if refusal.code in form.fields else "file", str(refusal))
        else:
            messages.success(request, _("Your proof is with the coordination."))
            return redirect("proofs", pk)
    context = {
        "enrolment": enrolment,
        "session": enrolment.session,
        "page": page,
        "form": form,
        "is_own": enrolment.person.user_id == request.user.pk,
        "days_kept": settings.PROOFS_KEPT_DAYS,
        "why_not": verbs.can_give(request.user, enrolment).reason,
    }
    return render(request, "training/absences/proofs.html", context)


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    rows = AbsenceProof.objects.visible_to(request.user).select_related("enrolment__person")
    proof = get_object_or_404(rows, pk=pk)
    try:
        verbs.take_back(proof=proof, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The file is deleted."))
    return redirect("proofs", proof.enrolment_id)


@require_safe
@cache_control(private=True, no_store=True)
def proof_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The holder's and the office's, once it was found clean. Anybody else, before and after: 404."""
    proof = get_object_or_404(AbsenceProof.objects.visible_to(request.user).served(), pk=pk)
    try:
        content = received.read(proof)
    except FileNotFoundError as gone:
        logger.critical("the file of proof %s is gone", proof.pk)
        raise Http404 from gone
    return attachment_response(content, media_type=proof.media_type, name=proof.file_name)
