"""Announcing an absence: one page for the person and for whom they rang up."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from training.domain import announcing
from training.exceptions import Refusal
from training.forms.announcing import AnnounceForm
from training.models import AnnouncedAbsence, Enrolment

SHOWN = 10  # half-days to choose from, unless all are asked for


@require_http_methods(["GET", "HEAD", "POST"])
def absences(request: HttpRequest, pk: int) -> HttpResponse:
    """`?all` offers every lesson to come."""
    rows = Enrolment.objects.visible_to(request.user).select_related("session", "person")
    enrolment = get_object_or_404(rows, pk=pk)
    everything = "all" in request.GET or request.method == "POST"
    form = AnnounceForm(request.POST or None, enrolment=enrolment, shown=None if everything else SHOWN)
    if request.method == "POST" and form.is_valid():
        try:
            form.save(enrolment=enrolment, by=request.user)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Noted. The trainer knows."))
            return redirect("absences", pk)
    context = {
        "enrolment": enrolment,
        "session": enrolment.session,
        "is_own": enrolment.person.user_id == request.user.pk,
        "form": form,
        "announced": announcing.to_come(enrolment),
        "readable": set(enrolment.announced_absences.visible_to(request.user).values_list("pk", flat=True)),
        "why_not": announcing.can_announce(request.user, enrolment).reason,
    }
    return render(request, "training/absences/announce.html", context)


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    own = Enrolment.objects.visible_to(request.user).values("pk")
    rows = AnnouncedAbsence.objects.filter(enrolment__in=own).select_related("enrolment")
    announced = get_object_or_404(rows, pk=pk)
    try:
        announcing.take_back(announced=announced, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Taken back. The trainer knows."))
    return redirect("absences", announced.enrolment_id)
