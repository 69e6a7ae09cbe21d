"""Where people fetch the file for use without any network (0124)."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from certificates.domain import offline_file
from certificates.views.verify import public, shell
from training.views.files import attachment_response


@public
def verify_offline(request: HttpRequest) -> HttpResponse:
    """What the file is for, and the file."""
    return render(request, "certificates/offline/about.html", shell(request))


@login_not_required
@require_safe
@cache_control(public=True, no_cache=True)
@condition(etag_func=lambda request: f'"{offline_file.version()}"')
def offline_verifier(request: HttpRequest) -> HttpResponse:
    """The file itself: saved, and never shown by this site, so it is no page of the site to a browser.

    Who has it asks again each time, and is sent another one only when the day or a key changed.
    """
    name = f"grenstaal-{timezone.localdate():%Y-%m-%d}.html"
    content = offline_file.written().encode()
    return attachment_response(content, media_type="application/octet-stream", name=name)
