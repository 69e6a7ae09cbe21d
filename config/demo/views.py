"""The demo's letterbox: what would have been sent, readable in the browser. Exists in demo mode only."""

from csp.decorators import csp_replace
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_sameorigin

from config.demo import mailbox


@login_not_required
def mailbox_list(request: HttpRequest) -> HttpResponse:
    return render(request, "demo/mail_list.html", {"mails": mailbox.latest()})


@login_not_required
def mail(request: HttpRequest, number: str) -> HttpResponse:
    return render(request, "demo/mail.html", {"mail": found(number)})


@login_not_required
@xframe_options_sameorigin
@csp_replace({"default-src": ["'none'"], "style-src": ["'unsafe-inline'"], "img-src": ["'self'"]})
def mail_html(request: HttpRequest, number: str) -> HttpResponse:
    """The mail's own page, shown in a frame: mails may carry their own style sheet, never a script."""
    return HttpResponse(found(number).html)


def found(number: str) -> mailbox.Mail:
    if letter := mailbox.find(number):
        return letter
    raise Http404
