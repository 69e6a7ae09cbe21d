"""The site's addresses plus the two floors that pages are measured against."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import path

from certificates.models import Certificate
from config.urls import urlpatterns as the_site


@login_not_required
def trivial(request: HttpRequest) -> HttpResponse:
    return HttpResponse("<!doctype html><title>-</title>")


@login_not_required
def one_select(request: HttpRequest, code: str) -> HttpResponse:
    found = Certificate.objects.filter(code=code).values_list("issued_at", flat=True).first()
    return HttpResponse(f"<!doctype html><title>{found}</title>")


urlpatterns = [
    path("bench/trivial/", trivial),
    path("bench/select/<str:code>/", one_select),
    *the_site,
]
