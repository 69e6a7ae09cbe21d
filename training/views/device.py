"""What a trainer's device needs to work without network (docs/decisions/0101)."""

import json

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_POST, require_safe

from training.domain import syncing
from training.domain.queries import device
from training.forms.register import NoteForm
from training.views import shell
from training.views.access import teaching_only
from training.views.register import find
from training.views.signing import device_of


@require_safe
@teaching_only
@never_cache
def registers(request: HttpRequest) -> JsonResponse:
    """Today's and tomorrow's registers for the device; `also`: those that wait there or are open now."""
    also = [int(one) for one in request.GET.getlist("also") if one.isdecimal()]
    boards = device.held(request.user, also=also)
    return JsonResponse(
        {
            "user": request.user.pk,
            "language": get_language(),
            "token": get_token(request),
            "codes": device.codes(),
            "refused": device.refused(request.user),
            "registers": [device.facts(one) for one in boards],
        }
    )


@require_POST
@teaching_only
def changes(request: HttpRequest, pk: int) -> HttpResponse:
    """What a device has gathered about one half-day, in its order; says what became of each."""
    half_day = find(request, pk)
    notes = NoteForm.read(request.body, device_of(request))
    if notes is None:
        return HttpResponseBadRequest()
    arrived = syncing.apply(half_day=half_day, by=request.user, notes=notes)
    told = [
        {"uid": str(one.uid), "outcome": one.outcome, "sentence": one.sentence, "kept": one.is_kept}
        for one in arrived
    ]
    return JsonResponse({"arrived": told})


@require_safe
@login_not_required
def trainer_offline(request: HttpRequest) -> HttpResponse:
    """The page that the service worker answers with: no name in it, both languages."""
    return _plain(render(request, "training/device/shell.html", {"device": shell.in_both_languages()}))


@require_safe
@login_not_required
def no_network(request: HttpRequest) -> HttpResponse:
    return _plain(render(request, "training/device/no_network.html"))


@require_safe
@login_not_required
@cache_control(no_cache=True)
def service_worker(request: HttpRequest) -> HttpResponse:
    """At the root, so that it stands before every page; it knows which files make up this release."""
    facts = {
        "version": shell.version(),
        "assets": shell.assets(),
        "shell": reverse("trainer_offline"),
        "noNetwork": reverse("no_network"),
        "trainer": reverse("trainer_today"),
        "kits": [kit.on_device() for kit in shell.kits],
    }
    context = {"facts": json.dumps(facts)}
    return render(request, "training/device/worker.js", context, content_type="text/javascript")


@require_safe
@login_not_required
@cache_control(max_age=3600)
def manifest(request: HttpRequest) -> JsonResponse:
    """What makes the trainer's day an application on a telephone."""
    return JsonResponse(shell.manifest(), content_type="application/manifest+json")


def _plain(response: HttpResponse) -> HttpResponse:
    """The same for everybody: no cookie is read for it."""
    patch_cache_control(response, no_cache=True)
    return response
