"""Welcome papers in the back office: who has which version, and handing them over on paper."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.views.back_office import carry_out
from training.domain import welcome
from training.domain.queries.papers import papers_page
from training.forms.back_office import HandOverForm
from training.models import Delivery, Session
from training.views.back_office.deeds import OfficeOnly, Question, enrolment_page
from training.views.back_office.sessions import page_of


class SessionPapers(OfficeOnly, WagtailAdminTemplateMixin, View):
    """`/admin/sessions/<pk>/papers/`: each person's version; the button compares at once."""

    template_name = "training/back_office/papers.html"
    page_title = gettext_lazy("Who has which papers")
    header_icon = "doc-full"

    def setup(self, request: HttpRequest, *args, pk: int, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.session = get_object_or_404(Session.objects.visible_to(request.user), pk=pk)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        context = self.get_context_data(page=papers_page(self.session), here=request.path)
        return self.render_to_response(context)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        return carry_out(request, self.compare, done=_("Compared and delivered."), back=request.path)

    def compare(self) -> None:
        welcome.try_again(session=self.session)
        welcome.renew(session_id=self.session.pk)

    def get_page_subtitle(self) -> str:
        return self.session.code

    def get_breadcrumbs_items(self) -> list[dict]:
        there = {"url": page_of(self.session.pk), "label": self.session.code}
        return [*self.breadcrumbs_items, there, {"url": "", "label": self.get_page_title()}]


class HandOver(Question):
    page_title = gettext_lazy("Handed over on paper")
    header_icon = "doc-full"
    label = pgettext_lazy("verb", "Save")
    done = gettext_lazy("Noted.")

    def setup(self, request: HttpRequest, *args, pk: int, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        rows = Delivery.objects.visible_to(request.user)
        self.delivery = get_object_or_404(rows.select_related("enrolment__person", "pack__session"), pk=pk)

    def ask(self) -> forms.Form:
        return HandOverForm(self.data(), initial={"on": timezone.localdate()})

    def do(self, facts: dict) -> None:
        welcome.hand_over(delivery=self.delivery, by=self.request.user, **facts)

    def home(self) -> str:
        return enrolment_page(self.delivery.enrolment_id)

    def get_page_subtitle(self) -> str:
        return str(self.delivery.enrolment.person)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs, label=self.label, takes_away=False, why_not="")
