"""The private calendar address: the page that gives and takes it, and what a telephone reads there."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.views.limits import digest, network_of, too_many, too_often
from training.domain import feeds
from training.domain.queries import agenda, feed

# A telephone asks a few times an hour; one service asks for many people from one address.
PER_ADDRESS, PER_NETWORK = 20, 300


@require_http_methods(["GET", "HEAD", "POST"])
def subscribe(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _change(request)
    own = feeds.of(request.user)
    address = feeds.address(own) if own else ""
    context = {"feed": own, "address": address, "webcal": f"webcal://{address.partition('://')[2]}"}
    response = render(request, "training/calendar/subscribe.html", context)
    response["Cache-Control"] = "private, no-store"
    return response


def _change(request: HttpRequest) -> HttpResponse:
    if "revoke" in request.POST:
        feeds.revoke(user=request.user)
        messages.success(request, _("Your calendar address is taken back. It opens nothing any more."))
    elif "renew" in request.POST:
        feeds.renew(user=request.user)
        messages.success(request, _("Here is your new address. The one before opens nothing any more."))
    else:
        feeds.make(user=request.user)
    return redirect("calendar_subscribe")


@require_safe
@login_not_required
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """No sign-in: whoever holds the address reads the lessons. 304 when nothing changed, 410 once revoked."""
    limits = {
        f"calendar:{digest(token)}": PER_ADDRESS,
        f"calendar:network:{network_of(request)}": PER_NETWORK,
    }
    if too_often(limits):
        return too_many(request)
    found = feeds.find(token)
    if found is None:
        raise Http404
    if found.revoked_at:
        return render(request, "training/calendar/gone.html", status=410)
    return _file(request, feed.read(found))


def _file(request: HttpRequest, reading: feed.Reading) -> HttpResponse:
    response = HttpResponse(reading.content, content_type=f"{agenda.MIME_TYPE}; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{agenda.FILE_NAME}"'
    response["ETag"] = reading.etag
    response["Last-Modified"] = http_date(reading.changed_at.timestamp())
    response["Cache-Control"] = "private, no-cache"
    response["X-Robots-Tag"] = "noindex"
    last_modified = int(reading.changed_at.timestamp())
    return get_conditional_response(request, reading.etag, last_modified, response)
