"""Who manages an organisation's access invites colleagues and ends their access."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.domain import invitations, roles
from accounts.exceptions import Refusal
from accounts.forms.colleagues import ColleagueForm
from accounts.models import Membership


def managed_or_404(request: HttpRequest, pk: int) -> Membership:
    """The reader's own membership by which they manage; anybody else's does not exist for them."""
    own = request.user.memberships.active().filter(is_manager=True).select_related("organisation")
    return get_object_or_404(own, pk=pk)


@require_http_methods(["GET", "POST"])
def colleagues(request: HttpRequest, pk: int) -> HttpResponse:
    own = managed_or_404(request, pk)
    form = ColleagueForm(request.POST or None, initial={"language": request.user.language})
    if request.method == "POST" and form.is_valid():
        return invite(request, own, form)
    return show(request, own, form)


def invite(request: HttpRequest, own: Membership, form: ColleagueForm) -> HttpResponse:
    facts = {"organisation": own.organisation, "role": own.role, "by": request.user}
    try:
        invitations.invite(**facts, **form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return show(request, own, form)
    messages.success(request, _("The invitation is on its way."))
    return redirect("colleagues", own.pk)


def show(request: HttpRequest, own: Membership, form: ColleagueForm) -> HttpResponse:
    others = own.organisation.memberships.active().filter(role=own.role).select_related("user")
    context = {"own": own, "form": form, "others": others.order_by("user__last_name", "user__email")}
    return render(request, "accounts/colleagues.html", context)


@require_POST
def end_colleague(request: HttpRequest, pk: int, membership: int) -> HttpResponse:
    own = managed_or_404(request, pk)
    theirs = own.organisation.memberships.active().filter(role=own.role).exclude(user=request.user)
    try:
        roles.end(membership=get_object_or_404(theirs, pk=membership), by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The access has ended."))
    return redirect("colleagues", own.pk)
