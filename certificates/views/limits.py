"""How often one network may ask, and how often one code may be asked for."""

from collections.abc import Callable, Iterable
from functools import wraps

from django.http import HttpRequest, HttpResponse

from accounts.views.limits import digest, network_of, over, too_many, too_often
from certificates.domain import codes
from certificates.domain.many import Question

PER_CODE_NAMES = 5  # names tried on one certificate in a minute: enough for a slip of the pen, not for a list
# An agency's office behind one address checks a whole intake in a minute; nobody guesses 60 bits so.
PER_NETWORK, PER_CODE = 60, 30


def limited(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """429 in words when the network, or the code, has been asked about too often. Nothing is looked up."""

    @wraps(view)
    def guarded(request: HttpRequest, text: str = "") -> HttpResponse:
        if too_often(limits_of(request, text)):
            return too_many(request)
        return view(request, text) if text else view(request)

    return guarded


def held_back(questions: Iterable[Question]) -> set[str]:
    """Counts each code of a list once and says which were asked for too often, here or one by one."""
    asked = {of_code(one.code): one.code for one in questions if one.code}
    return {asked[key] for key in over(dict.fromkeys(asked, PER_CODE))}


def of_code(code: str) -> str:
    return f"verify:code:{digest(code)}"


def limits_of(request: HttpRequest, text: str = "") -> dict[str, int]:
    limits = {f"verify:network:{network_of(request)}": PER_NETWORK}
    if asked := codes.clean(text) or codes.compacted(text):
        limits[of_code(asked)] = PER_CODE
    return limits


def too_many_names(request: HttpRequest, text: str) -> bool:
    """Counts a name that is tried on a code, known or not, like every other question and on its own."""
    asked = codes.clean(text) or codes.compacted(text)
    return too_often(limits_of(request, text) | {f"verify:name:{digest(asked)}": PER_CODE_NAMES})
