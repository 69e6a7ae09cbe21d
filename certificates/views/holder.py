"""The holder's own pages: their certificates, what others see of them, how often they were asked for."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from certificates.domain import showing
from certificates.domain.queries import holder
from certificates.domain.showing import initials
from certificates.exceptions import Refusal
from certificates.forms.holder import ShownNameForm
from certificates.models import Certificate


def own_or_404(request: HttpRequest, pk: int) -> Certificate:
    own = Certificate.objects.held_by(request.user).select_related("enrolment__session", "document")
    return get_object_or_404(own, pk=pk)


@require_safe
def my_certificates(request: HttpRequest) -> HttpResponse:
    return render(
        request, "certificates/holder/list.html", {"certificates": holder.certificates_of(request.user)}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def my_certificate(request: HttpRequest, pk: int) -> HttpResponse:
    """One certificate; sent, it says what others see of the name."""
    certificate = own_or_404(request, pk)
    shows = showing.current(certificate)
    form = ShownNameForm(request.POST or None, initial={"shows": shows})
    if request.method == "POST" and form.is_valid():
        try:
            showing.choose(certificate=certificate, by=request.user, shows=form.cleaned_data["shows"])
        except Refusal as refusal:
            form.add_error("shows", str(refusal))
        else:
            messages.success(request, _("Noted. It holds from now on."))
            return redirect("my_certificate", pk)
    context = {
        "certificate": certificate,
        "form": form,
        "initials": initials(certificate.holder_name),
        "history": certificate.enrolment.shown_names.select_related("chosen_by"),
        "asked": holder.asked(certificate),
    }
    return render(request, "certificates/holder/certificate.html", context)
