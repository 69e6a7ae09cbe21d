"""The log of a refused request names the route, never what stood in the address."""

import logging
from io import StringIO

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import Resolver404, resolve
from django.utils.log import log_response
from django.utils.module_loading import import_string

CODE = "7K3M9XQ24BTD"


def written(path: str) -> str:
    """What our console makes of Django's words about it."""
    request = RequestFactory().get(path)
    try:
        request.resolver_match = resolve(path)
    except Resolver404:
        request.resolver_match = None
    [name] = settings.LOGGING["handlers"]["console"]["filters"]
    handler = logging.StreamHandler(StringIO())
    handler.addFilter(import_string(settings.LOGGING["filters"][name]["()"])())
    logger = logging.getLogger("django.request")
    logger.addHandler(handler)
    try:
        log_response("%s: %s", "Too Many Requests", path, response=HttpResponse(status=429), request=request)
    finally:
        logger.removeHandler(handler)
    return handler.stream.getvalue().strip()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (f"/v/{CODE}", "/[vV]/(?P<text>.+)"),
        (f"/s/{CODE}/", "/s/<str:token>/"),
        (f"/api/v1/certificates/{CODE}", "/api/v1/certificates/<str:code>"),
        ("/wp-login.php", "/wp-login.php"),
    ],
)
def test_no_code_and_no_key(path, said):
    assert written(path) == f"Too Many Requests: {said}"
