"""Everything that happened to one person, for the office: who decided has a name here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from accounts.models import Person
from training.domain.queries import timeline
from training.views.back_office.deeds import OfficeOnly


class PersonTimeline(OfficeOnly, WagtailAdminTemplateMixin, View):
    """`/admin/timelines/<person>/`."""

    template_name = "training/back_office/timeline.html"
    page_title = _("Everything that happened")
    header_icon = "history"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.person = get_object_or_404(Person.objects.visible_to(request.user), pk=pk)
        lines = timeline.of(self.person)
        return self.render_to_response(self.get_context_data(person=self.person, lines=lines))

    def get_page_subtitle(self) -> str:
        return self.person.full_name

    def get_breadcrumbs_items(self) -> list[dict]:
        there = {
            "url": reverse("people_office:inspect", args=[self.person.pk]),
            "label": self.person.full_name,
        }
        return [*self.breadcrumbs_items, there, {"url": "", "label": self.get_page_title()}]


class TimelineViewSet(ViewSet):
    """No place in the menu: a timeline is reached from the person."""

    name = "timelines_office"
    url_prefix = "timelines"

    def get_urlpatterns(self) -> list:
        return [path("<int:pk>/", PersonTimeline.as_view(), name="person")]
