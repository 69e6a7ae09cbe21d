"""One's own account: names, language, and the ways to the rest."""

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.adapter import remember_language
from accounts.domain import people, stopping
from accounts.forms.profile import NamesForm


@require_http_methods(["GET", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    form = NamesForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        return save(request, form)
    return render(request, "accounts/profile.html", {"form": form, **facts(request)})


def save(request: HttpRequest, form: NamesForm) -> HttpResponse:
    user = form.save()
    people.change_language(user=user, language=user.language)
    with translation.override(user.language):
        messages.success(request, _("Saved."))
    response = redirect("account_profile")
    remember_language(response, user.language)
    return response


def facts(request: HttpRequest) -> dict:
    user = request.user
    user.refresh_from_db(fields=["first_name", "last_name", "language", "email"])
    memberships = user.memberships.active(timezone.localdate()).select_related("organisation")
    stopped = set(user.stopped_letters.values_list("kind", flat=True))
    letters = [(one, one.kind not in stopped) for one in stopping.may_be_stopped()]
    return {"has_second_factor": is_mfa_enabled(user), "memberships": memberships, "letters": letters}
