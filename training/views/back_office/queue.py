"""The queue of decisions: one page, one decision for the requests that were ticked, a result for each."""

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from training.domain import queue
from training.enums import Inquiry
from training.forms.queue import DecideForm
from training.models import Enrolment
from training.views.back_office.deeds import OfficeOnly
from training.views.back_office.next_steps import next_step

PER_PAGE = 50
STATES = {
    "": pgettext_lazy("requests", "All"),
    "ours": _("To decide"),
    "answered": Inquiry.ANSWERED.label,
    "asked": Inquiry.ASKED.label,
}


class Queue(OfficeOnly, WagtailAdminTemplateMixin, View):
    """`/admin/decisions/`: requests that wait. A POST decides on those ticked, each with its own result."""

    template_name = "training/back_office/queue.html"
    page_title = _("Requests to decide")
    header_icon = "tasks"

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(DecideForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        ticked = {int(text) for text in request.POST.getlist("enrolment") if text.isdecimal()}
        form = DecideForm(request.POST)
        if form.is_valid() and not ticked:
            form.add_error(None, _("Tick the requests you decide on."))
        if not form.is_valid():
            return self.show(form, ticked=ticked)
        requests = list(
            Enrolment.objects.visible_to(request.user)
            .filter(pk__in=ticked)
            .select_related("person", "session")
            .order_by("submitted_at", "pk")
        )
        verb = form.cleaned_data["verb"]
        results = queue.decide(requests=requests, verb=verb, by=request.user, **form.facts())
        failed = {one.enrolment.pk for one in results if not one.is_done}
        return self.show(DecideForm(), ticked=failed, results=results)

    def show(self, form: DecideForm, *, ticked: set[int] = frozenset(), results: list = ()) -> HttpResponse:
        page = self.page()
        context = self.get_context_data(
            form=form,
            page=page,
            rows=queue.rows(page.object_list),
            ticked=ticked,
            results=[(one, None if one.is_done else next_step(one)) for one in results],
            done=sum(one.is_done for one in results),
            states=STATES,
            state=self.state,
            code=self.code,
        )
        return self.render_to_response(context)

    @property
    def state(self) -> str:
        return self.request.GET.get("state", "") if self.request.GET.get("state", "") in STATES else ""

    @property
    def code(self) -> str:
        return self.request.GET.get("session", "")[:40]

    def page(self) -> Page:
        user = self.request.user
        requests = queue.to_decide(user) if self.state == "ours" else queue.undecided(user)
        if self.state in ("answered", "asked"):
            requests = requests.filter(inquiry=self.state.upper())
        if self.code:
            requests = requests.filter(session__code__istartswith=self.code)
        return Paginator(requests, PER_PAGE).get_page(self.request.GET.get("p"))


class QueueViewSet(ViewSet):
    name = "decisions_office"
    url_prefix = "decisions"
    icon = "tasks"
    menu_label = _("Requests to decide")

    def get_urlpatterns(self) -> list:
        return [path("", Queue.as_view(), name="index")]
