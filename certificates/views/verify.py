"""The verification page: no account, three languages, the same for everybody who asks."""

from collections.abc import Callable
from functools import partial, wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.http import urlencode
from django.utils.translation import activate, get_language, get_language_info
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from accounts.views.limits import too_many, too_often
from certificates.domain import codes, comparing, verifying
from certificates.domain.comparing import Compared, Finding
from certificates.domain.kinds import KINDS
from certificates.domain.name_check import same_family_name
from certificates.forms.verify import CodeForm, FileForm, NameForm
from certificates.views import tally
from certificates.views.drawing import draw, draw_anew
from certificates.views.in_memory import only_in_memory
from certificates.views.limits import limited, limits_of, too_many_names

LANGUAGES = [code for code, _name in settings.LANGUAGES]
LONGEST_IN_ADDRESS = 40
View = Callable[..., HttpResponse]


def public(view: View, *, methods: Callable[[View], View] = require_safe) -> View:
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

    return login_not_required(methods(opened))


@public
@limited
def verify(request: HttpRequest) -> HttpResponse:
    """The form for typing the code; a code that was typed leads to its own address."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_bound and form.is_valid():
        return HttpResponseRedirect(address_of(form.cleaned_data["code"], request))
    return start_page(request, form=form)


@public
@limited
def verify_code(request: HttpRequest, text: str) -> HttpResponse:
    """What we know of a code. Whatever is no code looks exactly like a code we do not know.

    “Unknown” is an answer like the others, so it is no 404: that would write what was typed into the log.
    """
    verified = verifying.verify(text)
    tally.count(verified, language=get_language())
    return HttpResponse(draw(verified, request, shell(request)))


@csrf_exempt  # nothing is changed, and nobody is asked to be known: there is no session to ride on
@partial(public, methods=require_http_methods(["GET", "HEAD", "POST"]))
def verify_name(request: HttpRequest) -> HttpResponse:
    """Whether a family name is the certified one: yes or no. Sent, never in an address.

    A code that is unknown, or none, is answered like everywhere, before any name is looked at.
    """
    if request.method != "POST":
        return HttpResponseRedirect(reverse("verify") + shell(request)["query"])
    text = request.POST.get("code", "")
    if too_many_names(request, text):
        return too_many(request)
    verified, form = verifying.verify(text), NameForm(request.POST)
    known = verified.certificate is not None
    here = shell(request, address_of(text, request, language=False) if known else reverse("verify"))
    if not known or not form.is_valid():
        return HttpResponse(draw_anew(verified, request, here, name_form=form))
    typed = form.cleaned_data["family_name"]
    matches = same_family_name(typed, verified.facts.holder_family_name)
    return HttpResponse(
        draw_anew(verified, request, here, name_form=form, matches="yes" if matches else "no")
    )


@csrf_exempt  # as above
@partial(public, methods=require_http_methods(["GET", "HEAD", "POST"]))
def verify_file(request: HttpRequest) -> HttpResponse:
    """Whether a file is the one that was issued; with the code of a certificate or without. Keeps nothing."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("verify") + shell(request)["query"])
    handler = only_in_memory(request)
    text = request.POST.get("code")
    if too_often(limits_of(request, text or "")):
        return too_many(request)
    form = FileForm(request.POST, request.FILES)
    if handler.was_too_large:
        form.fields["file"].error_messages["required"] = _("This file is larger than 2 MB: none of ours is.")
    if not form.is_valid():
        return ask_again(request, text, form)
    compared = comparing.compare(form.cleaned_data["file"].read(), code=text)
    if text is None and not compared.paper:  # with a code, the page it was sent from has been counted
        tally.count(compared.verified, language=get_language())
    return say_what_it_is(request, compared)


def ask_again(request: HttpRequest, text: str | None, form: FileForm) -> HttpResponse:
    """The page the form stood on, with what is wrong."""
    verified = verifying.verify(text or "")
    if verified.certificate is None:
        return start_page(request, file_form=form)
    here = shell(request, reverse("verify_code", args=[verified.certificate.code]))
    return HttpResponse(draw_anew(verified, request, here, file_form=form))


def say_what_it_is(request: HttpRequest, compared: Compared) -> HttpResponse:
    """An unknown file, and any file beside an unknown code, look the same."""
    verified = compared.verified
    if compared.finding == Finding.UNKNOWN:
        return start_page(request, file_is_unknown=True)
    if compared.paper:
        attests = KINDS[compared.paper.kind].in_short(compared.paper.facts)
        is_same = compared.finding == Finding.SAME
        return start_page(request, paper=compared.paper, paper_is_same=is_same, attests=attests)
    here = shell(request, reverse("verify_code", args=[verified.certificate.code]))
    return HttpResponse(draw_anew(verified, request, here, finding=compared.finding.value))


def start_page(request: HttpRequest, **more) -> HttpResponse:
    context = {"form": CodeForm(), "file_form": FileForm(), **shell(request, reverse("verify")), **more}
    return render(request, "certificates/verify.html", context)


def address_of(typed: str, request: HttpRequest, *, language: bool = True) -> str:
    code = codes.clean(typed) or codes.compacted(typed)[:LONGEST_IN_ADDRESS] or "-"
    chosen = request.GET.get("lang")
    query = f"?{urlencode({'lang': chosen})}" if language and chosen in LANGUAGES else ""
    return reverse("verify_code", args=[code]) + query


def shell(request: HttpRequest, address: str = "") -> dict:
    """The language switch stays on the page, or leads to `address` where the page was an answer to a form; a
    choice is carried on in the address, nothing is stored."""
    chosen = request.GET.get("lang") if request.GET.get("lang") in LANGUAGES else ""
    links = [
        {
            "code": code,
            "name": get_language_info(code)["name_local"].capitalize(),
            "url": f"{address}?lang={code}",
            "current": code == get_language(),
        }
        for code in LANGUAGES
    ]
    return {"language_links": links, "chosen": chosen, "query": f"?lang={chosen}" if chosen else ""}
