"""Signing on one's own telephone: the trainer's screen with the code, the learner's page where it is used."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts import devices
from accounts.views.limits import too_often
from training.domain import attendance, phone
from training.domain.queries import by_phone
from training.exceptions import Refusal
from training.forms.signing import PhoneForm
from training.views.access import teaching_only
from training.views.register import find
from training.views.signing import device_of

TRIES = 10  # a minute, for one account and half-day


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@teaching_only
def screen(request: HttpRequest, pk: int) -> HttpResponse:
    """What everybody in the room can read; htmx asks for the panel alone. To show it begins the register."""
    half_day = find(request, pk)
    if request.method == "POST":
        return _begin(request, pk)
    shown = by_phone.screen(half_day, request.user)
    name = "panel" if request.htmx else "screen"
    return render(request, f"training/signing/{name}.html", {"screen": shown})


def _begin(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        attendance.open_register(half_day=find(request, pk), by=request.user)
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    return redirect("register_phone", pk=pk)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def my_sign(request: HttpRequest, pk: int, code: str = "") -> HttpResponse:
    """For the account's own half-days. `code`: of the square; it does nothing until the button is pressed."""
    half_day = get_object_or_404(phone.half_days_of(request.user), pk=pk)
    form = PhoneForm(request.POST or None, initial={"code": code})
    if request.method == "POST" and _signs(request, form, half_day):
        messages.success(request, _("You have signed. Your trainer counts heads and confirms it."))
        return redirect("my_sign", pk=pk)
    page = by_phone.own(half_day, request.user)
    return render(request, "training/signing/phone.html", {"page": page, "form": form})


def _signs(request: HttpRequest, form: PhoneForm, half_day) -> bool:
    if too_often({f"sign:{request.user.pk}:{half_day.pk}": TRIES}):
        form.add_error(None, _("Too many tries. Wait a minute, then type the code that is on the screen."))
        return False
    device = replace(device_of(request), key=devices.key(request))
    return form.is_valid() and form.save(half_day=half_day, by=request.user, device=device)
