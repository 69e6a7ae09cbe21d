"""The verification page without network (0124): what a device keeps, nothing of it about a person."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from certificates.views.verify import public
from training.enums import Skill
from training.views import shell

LANGUAGES = [code for code, _name in settings.LANGUAGES]


@require_safe
@login_not_required
@cache_control(no_cache=True)
def verify_no_network(request: HttpRequest) -> HttpResponse:
    """Kept by the service worker; in all languages, because nobody can be asked. The same for everybody."""
    return render(request, "certificates/no_network.html", {"languages": LANGUAGES, "skills": Skill})


@public
def verify_manifest(request: HttpRequest) -> JsonResponse:
    """What makes the verification page an application on a telephone, named in the reader's language."""
    written = shell.application(_("Check a certificate"), start=reverse("verify"))
    return JsonResponse(written, content_type="application/manifest+json")
