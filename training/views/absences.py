"""A trainer's own page: when she cannot teach. Made for a telephone, in one form."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from training.domain import absences as verbs
from training.exceptions import Refusal
from training.forms.absence import AbsenceForm
from training.models import HalfDay, Unavailability
from training.views.access import teaching_only


@require_http_methods(["GET", "HEAD", "POST"])
@teaching_only
def absences(request: HttpRequest) -> HttpResponse:
    form = AbsenceForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return show(request, form)
    try:
        agreed = "hands_over" in request.POST
        verbs.enter(trainer=request.user, by=request.user, hands_over=agreed, **form.cleaned_data)
    except Refusal as refusal:
        if refusal.code == "teaches":
            return show(request, form, lessons=verbs.lessons_within(form.absence(request.user)))
        form.add_error(None, refusal.sentence)
        return show(request, form)
    messages.success(request, _("Noted. Nobody plans a lesson for you then."))
    return redirect("trainer_absences")


@require_POST
@teaching_only
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    mine = Unavailability.objects.filter(trainer=request.user)
    verbs.remove(absence=get_object_or_404(mine, pk=pk), by=request.user)
    messages.success(request, _("Noted: you are there."))
    return redirect("trainer_absences")


def show(request: HttpRequest, form: AbsenceForm, *, lessons: list[HalfDay] | None = None) -> HttpResponse:
    """`lessons`: what she teaches in that time; the page asks before it hands them over."""
    to_come = Unavailability.objects.filter(trainer=request.user).since(timezone.localdate())
    context = {"form": form, "absences": to_come, "lessons": lessons or []}
    return render(request, "training/trainer/absences.html", context)
