"""The site's addresses plus the floors that pages are measured against."""

from django.urls import path

from config.bench import floors
from config.urls import urlpatterns as the_site

urlpatterns = [
    path("bench/trivial/", floors.trivial),
    path("bench/select/<str:code>/", floors.one_select),
    path("bench/ordinary/", floors.ordinary),
    *the_site,
]
