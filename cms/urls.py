from django.urls import path

from cms.views import site

urlpatterns = [
    path("", site.front_door, name="front_door"),
    path("en/", site.english_door, name="english_door"),
    path("en/<path:rest>", site.english_door),
    path("robots.txt", site.robots, name="robots"),
    path("sitemap.xml", site.sitemap_xml, name="sitemap"),
]
