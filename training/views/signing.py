"""Signing on the trainer's tablet, and corrections of a register that is closed."""

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from training.domain import amending, signing
from training.domain.device import Device
from training.domain.permissions import can_take_register
from training.domain.queries import device
from training.forms.signing import CorrectionForm, SignForm
from training.models import Amendment, Attendance, Enrolment, HalfDay
from training.views import shell
from training.views.access import teaching_only
from training.views.files import attachment_response
from training.views.register import find


@require_safe
@teaching_only
def hand_round(request: HttpRequest, pk: int) -> HttpResponse:
    """The names of who has not signed yet, and nothing else: the tablet goes from hand to hand."""
    half_day = find(request, pk)
    people = list(signing.unsigned(half_day)) if _is_open(request, half_day) else []
    context = {"half_day": half_day, "people": people, "signed": len(signing.of(half_day))}
    context["device"] = shell.on_page(request, register=pk)
    return render(request, "training/signing/hand_round.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@teaching_only
def sign(request: HttpRequest, pk: int, enrolment: int) -> HttpResponse:
    half_day = find(request, pk)
    if not _is_open(request, half_day):
        return redirect("register", pk=pk)
    person = get_object_or_404(Enrolment.objects.filter(session=half_day.session_id), pk=enrolment)
    form = SignForm(request.POST or None)
    proof = {"by": request.user, "device": device_of(request)}
    signs = request.method == "POST" and form.is_valid()
    if signs and form.save(half_day=half_day, enrolment=person, **proof):
        messages.success(request, _("%(name)s has signed.") % {"name": person.person.full_name})
        taken = {"signed": form.cleaned_data["change_id"]}  # the device need not keep it any longer
        return redirect(f"{reverse('register_signatures', args=[pk])}?{urlencode(taken)}")
    context = {"half_day": half_day, "name": person.person.full_name, "form": form}
    context["device"] = shell.on_page(request, register=pk) | {"signing": device.to_sign(half_day, person)}
    return render(request, "training/signing/sign.html", context)


def device_of(request: HttpRequest) -> Device:
    address = get_adapter().get_client_ip(request)
    return Device(user_agent=request.headers.get("user-agent", ""), address=address or "")


def _is_open(request: HttpRequest, half_day: HalfDay) -> bool:
    over = half_day.is_closed or half_day.cancelled_at
    return bool(can_take_register(request.user, half_day)) and not over


@require_http_methods(["GET", "HEAD", "POST"])
@teaching_only
def correct(request: HttpRequest, pk: int, enrolment: int) -> HttpResponse:
    """One mark of a closed register is corrected; without the right to it there is no such page."""
    half_day = find(request, pk)
    if not (half_day.is_closed and amending.can_amend(request.user, half_day)):
        raise Http404
    mark = get_object_or_404(half_day.marks.select_related("enrolment__person"), enrolment=enrolment)
    form = CorrectionForm(request.POST or None, request.FILES or None, initial=_as_it_stands(mark))
    corrects = request.method == "POST" and form.is_valid()
    if corrects and form.save(half_day=half_day, enrolment=mark.enrolment, by=request.user):
        messages.success(request, _("The correction stands on the register, beside what was signed."))
        return redirect("register", pk=pk)
    context = {"half_day": half_day, "mark": mark, "form": form}
    return render(request, "training/signing/correct.html", context)


def _as_it_stands(mark: Attendance) -> dict:
    stands = mark.amended
    return {
        "absence_code": stands.absence_code_id,
        "minutes_late": stands.minutes_late or None,
        "minutes_left_early": stands.minutes_left_early or None,
    }


@require_safe
@teaching_only
def correction_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The document of a correction: for who sees the register and may correct it."""
    found = get_object_or_404(Amendment.objects.exclude(document=""), pk=pk)
    half_day = find(request, found.mark.half_day_id)
    if not amending.can_amend(request.user, half_day):
        raise Http404
    content = amending.read_document(found)
    return attachment_response(content, media_type=found.media_type, name="correction")
