"""The addresses of the page trees: Wagtail's, with our page view in the place of its own."""

from django.urls import re_path
from wagtail import urls as wagtail_urls

from cms.views.serve import serve

urlpatterns = [
    *(pattern for pattern in wagtail_urls.urlpatterns if pattern.name != "wagtail_serve"),
    re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve"),
]
