"""The waiting list in the back office: explained line by line, and the rules behind it."""

from django import forms
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.views.back_office import carry_out
from training.domain import pairing, waiting_rules
from training.domain.queries.waiting_page import waiting_page
from training.forms.back_office_waiting import KeepForm, OffersForm, PairForm, PriorityForm
from training.models import PriorityRule, Reservation, Session
from training.views.back_office.deeds import OfficeOnly
from training.views.back_office.sessions import SessionQuestion, page_of


def list_of(session_id: int) -> str:
    return reverse("sessions_office:waiting", args=[session_id])


class WaitingList(OfficeOnly, WagtailAdminTemplateMixin, View):
    """`/admin/sessions/<pk>/waiting/`: why each person waits and when their turn comes."""

    template_name = "training/back_office/waiting.html"
    page_title = gettext_lazy("Waiting list, line by line")
    header_icon = "list-ol"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.session = get_object_or_404(Session.objects.visible_to(request.user), pk=pk)
        rules = PriorityRule.objects.filter(session=self.session) | PriorityRule.objects.filter(session=None)
        context = {
            "page": waiting_page(self.session),
            "rules": rules.select_related("organisation").order_by("rank", "pk"),
            "reservations": self.session.reservations.select_related("organisation"),
        }
        return self.render_to_response(self.get_context_data(**context))

    def get_page_subtitle(self) -> str:
        return self.session.code

    def get_breadcrumbs_items(self) -> list[dict]:
        there = {"url": page_of(self.session.pk), "label": self.session.code}
        return [*self.breadcrumbs_items, there, {"url": "", "label": self.get_page_title()}]


class WaitingQuestion(SessionQuestion):
    """A question whose answer leads back to the list."""

    header_icon = "list-ol"

    def home(self) -> str:
        return list_of(self.session.pk)


class SetOffers(WaitingQuestion):
    page_title = gettext_lazy("How long offers hold")
    label = gettext_lazy("Save the rules")
    done = gettext_lazy("Saved. Offers already made keep their deadline.")

    def ask(self) -> forms.Form:
        return OffersForm(self.data(), initial=model_to_dict(self.session, fields=OffersForm.base_fields))

    def do(self, facts: dict) -> None:
        waiting_rules.set_offers(session=self.session, by=self.request.user, **facts)


class KeepChairs(WaitingQuestion):
    page_title = gettext_lazy("Keep places for a partner")
    label = gettext_lazy("Keep the places")
    done = gettext_lazy("The places are kept.")

    def ask(self) -> forms.Form:
        return KeepForm(self.data())

    def do(self, facts: dict) -> None:
        waiting_rules.keep_chairs(session=self.session, by=self.request.user, **facts)


class SetPriority(WaitingQuestion):
    page_title = gettext_lazy("Who goes first")
    label = gettext_lazy("Save the rule")
    done = gettext_lazy("Saved. The list stands in the new order.")

    def ask(self) -> forms.Form:
        return PriorityForm(self.data(), initial={"rank": 1})

    def do(self, facts: dict) -> None:
        session = None if facts.pop("everywhere") else self.session
        waiting_rules.set_priority(session=session, by=self.request.user, **facts)


class PairPeople(WaitingQuestion):
    page_title = gettext_lazy("Two people who come together")
    label = gettext_lazy("Put them together")
    done = gettext_lazy("From now on they are offered two places at once, or none.")

    def ask(self) -> forms.Form:
        return PairForm(self.data(), session=self.session)

    def do(self, facts: dict) -> None:
        pairing.pair(by=self.request.user, **facts)


class ReleaseChairs(OfficeOnly, View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, reservation: int) -> HttpResponse:
        kept = get_object_or_404(Reservation, session=pk, pk=reservation)
        return carry_out(
            request,
            lambda: waiting_rules.release(reservation=kept, by=request.user),
            done=_("The places go to everybody."),
            back=list_of(pk),
        )


class DropPriority(OfficeOnly, View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, rule: int) -> HttpResponse:
        session = get_object_or_404(Session.objects.visible_to(request.user), pk=pk)
        dropped = get_object_or_404(PriorityRule, pk=rule, session__in=[session.pk])
        return carry_out(
            request,
            lambda: waiting_rules.drop_priority(rule=dropped, by=request.user),
            done=_("The rule is gone. The list stands in the new order."),
            back=list_of(pk),
        )
