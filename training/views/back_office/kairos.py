"""`/admin/enrolments/<pk>/kairos/`: what to copy into France Travail's portal, and the ticks of what was."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.views.back_office import carry_out
from training.domain import kairos
from training.domain.queries.kairos_sheet import sheet
from training.models import Enrolment
from training.views.back_office.deeds import OfficeOnly, enrolment_page

RELATED = ("person", "session__course", "session__provider", "session__room", "referred_by")


class KairosSheet(OfficeOnly, WagtailAdminTemplateMixin, View):
    template_name = "training/back_office/kairos.html"
    page_title = gettext_lazy("KAIROS sheet")
    header_icon = "form"

    def setup(self, request: HttpRequest, *args, pk: int, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        rows = Enrolment.objects.visible_to(request.user).select_related(*RELATED)
        self.enrolment = get_object_or_404(rows, pk=pk)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.render_to_response(self.get_context_data(sheet=sheet(self.enrolment)))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        ticks = {name: request.POST.getlist(name) for name in ("done", "seen")}
        return carry_out(
            request,
            lambda: kairos.note(enrolment=self.enrolment, by=request.user, **ticks),
            done=_("Noted."),
            back=request.path,
        )

    def get_page_subtitle(self) -> str:
        return str(self.enrolment.person)

    def get_breadcrumbs_items(self) -> list[dict]:
        there = {"url": enrolment_page(self.enrolment.pk), "label": str(self.enrolment)}
        return [*self.breadcrumbs_items, there, {"url": "", "label": self.get_page_title()}]
