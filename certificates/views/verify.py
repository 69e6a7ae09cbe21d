"""The verification page: no account, three languages, the same for everybody who asks."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.http import urlencode
from django.utils.translation import activate, get_language, get_language_info
from django.views.decorators.http import require_safe

from certificates.domain import codes, verifying
from certificates.forms.verify import CodeForm
from certificates.views import tally
from certificates.views.drawing import draw
from certificates.views.limits import limited

LANGUAGES = [code for code, _name in settings.LANGUAGES]
LONGEST_IN_ADDRESS = 40
View = Callable[..., HttpResponse]


def public(view: View) -> View:
    """Open to all, in the browser's language or the one that `?lang=` asks for; never indexed or kept."""

    @wraps(view)
    def opened(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.GET.get("lang") in LANGUAGES:
            activate(request.GET["lang"])
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "no-referrer"
        patch_cache_control(response, private=True, no_store=True)
        return response

    return login_not_required(require_safe(opened))


@public
@limited
def verify(request: HttpRequest) -> HttpResponse:
    """The form for typing the code; a code that was typed leads to its own address."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_bound and form.is_valid():
        return HttpResponseRedirect(address_of(form.cleaned_data["code"], request))
    return render(request, "certificates/verify.html", {"form": form, **shell(request)})


@public
@limited
def verify_code(request: HttpRequest, text: str) -> HttpResponse:
    """What we know of a code. Whatever is no code looks exactly like a code we do not know.

    “Unknown” is an answer like the others, so it is no 404: that would write what was typed into the log.
    """
    verified = verifying.verify(text)
    tally.count(verified, language=get_language())
    return HttpResponse(draw(verified, request, shell(request)))


def address_of(typed: str, request: HttpRequest) -> str:
    code = codes.clean(typed) or codes.compacted(typed)[:LONGEST_IN_ADDRESS] or "-"
    chosen = request.GET.get("lang")
    query = f"?{urlencode({'lang': chosen})}" if chosen in LANGUAGES else ""
    return reverse("verify_code", args=[code]) + query


def shell(request: HttpRequest) -> dict:
    """The language switch stays on the page; a choice is carried on in the address, nothing is stored."""
    chosen = request.GET.get("lang") if request.GET.get("lang") in LANGUAGES else ""
    links = [
        {
            "code": code,
            "name": get_language_info(code)["name_local"].capitalize(),
            "url": f"?lang={code}",
            "current": code == get_language(),
        }
        for code in LANGUAGES
    ]
    return {"language_links": links, "chosen": chosen, "query": f"?lang={chosen}" if chosen else ""}
