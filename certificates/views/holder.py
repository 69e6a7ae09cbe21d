"""The holder's own pages: their certificates, what others see of them, how often they were asked for."""

from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from certificates.domain import sharing, showing
from certificates.domain.queries import holder
from certificates.domain.showing import initials
from certificates.enums import Answer
from certificates.exceptions import Refusal
from certificates.forms.holder import ShareForm, ShownNameForm
from certificates.models import Certificate, ShareLink

USUAL = timedelta(days=90)  # how long a link is proposed to last


def own_or_404(request: HttpRequest, pk: int) -> Certificate:
    own = Certificate.objects.held_by(request.user).select_related("enrolment__session", "document")
    return get_object_or_404(own, pk=pk)


@require_safe
def my_certificates(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "certificates/holder/list.html",
        {
            "certificates": holder.certificates_of(request.user),
            "papers": holder.papers_of(request.user),
            "followed": holder.followed_by(request.user),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def my_certificate(request: HttpRequest, pk: int) -> HttpResponse:
    """One certificate; sent, it says what others see of the name."""
    certificate = own_or_404(request, pk)
    form = ShownNameForm(request.POST or None, initial={"shows": showing.current(certificate)})
    if request.method == "POST" and form.is_valid():
        try:
            showing.choose(certificate=certificate, by=request.user, shows=form.cleaned_data["shows"])
        except Refusal as refusal:
            form.add_error("shows", str(refusal))
        else:
            messages.success(request, _("Noted. It holds from now on."))
            return redirect("my_certificate", pk)
    return render(request, "certificates/holder/certificate.html", context_of(certificate, form=form))


@require_POST
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """A new link. Its address is shown now and never again: only its hash is kept."""
    certificate = own_or_404(request, pk)
    form = ShareForm(request.POST)
    if form.is_valid():
        try:
            made = sharing.make(certificate=certificate, by=request.user, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error("ends_on" if refusal.code == "ends_on" else None, str(refusal))
        else:
            address = settings.SITE_URL + reverse("shared", args=[made.token])
            context = {"certificate": certificate, "link": made.link, "address": address}
            return render(request, "certificates/holder/shared.html", context)
    context = context_of(certificate, share_form=form)
    return render(request, "certificates/holder/certificate.html", context)


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    link = get_object_or_404(ShareLink.objects.made_by(request.user), pk=pk)
    sharing.withdraw(link=link, by=request.user)
    messages.success(request, _("Withdrawn. The link opens nothing any more."))
    return redirect("my_certificate", link.certificate_id)


def context_of(certificate: Certificate, **forms) -> dict:
    shows = showing.current(certificate)
    return {
        "certificate": certificate,
        "form": ShownNameForm(initial={"shows": shows}),
        "share_form": ShareForm(initial={"ends_on": timezone.localdate() + USUAL}),
        "links": certificate.share_links.prefetch_related("views"),
        "may_share": certificate.answer == Answer.VALID,
        "initials": initials(certificate.holder_name),
        "history": certificate.enrolment.shown_names.select_related("chosen_by"),
        "asked": holder.asked(certificate),
        **forms,
    }
