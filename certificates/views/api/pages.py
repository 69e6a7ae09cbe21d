"""The pages about the interface, for people: how it works, and the keys of an organisation."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from certificates.domain import api_keys
from certificates.exceptions import Refusal
from certificates.forms.api_keys import KeyForm
from certificates.models import ApiKey
from certificates.views.api import problems
from certificates.views.api.document import EXAMPLE, document
from certificates.views.verify import public, shell


@public
def interface(request: HttpRequest) -> HttpResponse:
    """Read from the same document as the JSON, in three languages."""
    described = document()
    context = {
        "document": described,
        "operations": operations(described),
        "answer": described["components"]["schemas"]["Answer"]["properties"],
        "problems": problems.ALL,
        "example": EXAMPLE,
        **shell(request),
    }
    return render(request, "certificates/api/page.html", context)


@login_not_required
@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    """Open to every origin, like whatever verifiers read."""
    response = JsonResponse(document(), json_dumps_params={"indent": 1})
    response["Access-Control-Allow-Origin"] = "*"
    response["Content-Language"] = get_language()
    patch_cache_control(response, private=True, max_age=3600)
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def keys(request: HttpRequest) -> HttpResponse:
    """The keys of the reader's organisations, and making one: its text stands in that one answer only."""
    organisations = own_or_404(request)
    form = KeyForm(request.POST or None, organisations=organisations)
    made = None
    if request.method == "POST" and form.is_valid():
        try:
            made = api_keys.make(**form.cleaned_data, by=request.user)
            form = KeyForm(organisations=organisations)
        except Refusal as refusal:
            form.add_error("ends_on" if refusal.code == "ends_on" else None, refusal.sentence)
    found = ApiKey.objects.visible_to(request.user).select_related("organisation")
    context = {"keys": found, "form": form, "text": made[1] if made else ""}
    return render(request, "certificates/api/keys.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def revoke_key(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks first; a stranger gets 404."""
    own_or_404(request)
    key = get_object_or_404(ApiKey.objects.visible_to(request.user).select_related("organisation"), pk=pk)
    if request.method != "POST":
        return render(request, "certificates/api/revoke.html", {"key": key})
    api_keys.revoke(key=key, by=request.user)
    return redirect("api_keys")


def own_or_404(request: HttpRequest):
    organisations = api_keys.organisations_of(request.user)
    if not organisations and not request.user.runs_the_office:
        raise Http404
    return organisations


def operations(described: dict) -> list[dict]:
    """Each with its method, its address and the command that tries it."""
    return [
        {**operation, "method": method.upper(), "path": path}
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    ]
