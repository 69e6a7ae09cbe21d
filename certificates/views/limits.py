"""How often one network may ask, and how often one code may be asked for."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse

from accounts.views.limits import digest, network_of, too_many, too_often
from certificates.domain import codes

# An agency's office behind one address checks a whole intake in a minute; nobody guesses 60 bits so.
PER_NETWORK, PER_CODE = 60, 30


def limited(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """429 in words when the network, or the code, has been asked about too often. Nothing is looked up."""

    @wraps(view)
    def guarded(request: HttpRequest, text: str = "") -> HttpResponse:
        limits = {f"verify:network:{network_of(request)}": PER_NETWORK}
        if asked := codes.clean(text) or codes.compacted(text):
            limits[f"verify:code:{digest(asked)}"] = PER_CODE
        if too_often(limits):
            return too_many(request)
        return view(request, text) if text else view(request)

    return guarded
