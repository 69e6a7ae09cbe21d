"""Stopping letters that are not needed: in the mailer (RFC 8058), by the link in them, in the account."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from accounts.domain import stopping


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "POST"])
def stop_letter(request: HttpRequest, token: str) -> HttpResponse:
    """The signed link is the permission: a mailer that posts it has neither cookie nor form."""
    found = stopping.read(token)
    if found is None:
        raise Http404
    user, letter = found
    if request.method == "POST":
        stopping.stop(user=user, kind=letter.kind)
    return render(request, "accounts/stop_letter.html", {"letter": letter, "done": request.method == "POST"})


@require_POST
def choose_letters(request: HttpRequest) -> HttpResponse:
    """The account page: what is ticked goes, the rest is stopped."""
    wanted = set(request.POST.getlist("letters"))
    for letter in stopping.may_be_stopped():
        verb = stopping.resume if letter.kind in wanted else stopping.stop
        verb(user=request.user, kind=letter.kind)
    messages.success(request, _("Saved."))
    return redirect("account_profile")
