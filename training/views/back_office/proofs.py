"""Proofs of absence in the back office: looked at, accepted or refused; those that never came."""

import django_filters
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.generic import View
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.views.back_office import LOOK, OfficeIndex, OfficeInspect, OfficeViewSet, carry_out, text
from training.domain import proofs
from training.enums import ProofState
from training.forms.proofs import RefuseProofForm
from training.models import AbsenceProof, Attendance
from training.views.back_office.days import day, moment
from training.views.back_office.deeds import OfficeOnly, Question


def page_of(proof_id: int) -> str:
    return reverse("proofs_office:inspect", args=[proof_id])


class ProofFilters(WagtailFilterSet):
    state = django_filters.ChoiceFilter(choices=ProofState.choices, label=gettext_lazy("State"))

    class Meta:
        model = AbsenceProof
        fields: list[str] = []


class ProofIndex(OfficeIndex):
    related = ("enrolment__person", "enrolment__session", "absence_code")
    key_fields = ("enrolment__person__name_key",)


class ProofPage(OfficeInspect):
    related = ("enrolment__person", "enrolment__session", "absence_code", "decided_by")

    def get_page_title(self) -> str:
        return self.object.enrolment.person.full_name

    def get_page_subtitle(self) -> str:
        return self.object.enrolment.session.code

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(marks=proofs.marks_within(self.object), **kwargs)


class AcceptProof(OfficeOnly, View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        proof = get_object_or_404(AbsenceProof.objects.visible_to(request.user), pk=pk)
        return carry_out(
            request,
            lambda: proofs.accept(proof=proof, by=request.user),
            done=_("Accepted. The proof is no longer asked for."),
            back=page_of(pk),
        )


class RefuseProof(Question):
    page_title = gettext_lazy("Refuse the proof")
    header_icon = "doc-empty"
    label = pgettext_lazy("proof, verb", "Refuse")
    done = gettext_lazy("Refused. The person has a letter, the file is deleted.")

    def setup(self, request: HttpRequest, *args, pk: int, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        rows = AbsenceProof.objects.visible_to(request.user).select_related("enrolment__person")
        self.proof = get_object_or_404(rows, pk=pk)

    def ask(self) -> forms.Form:
        return RefuseProofForm(self.data())

    def do(self, facts: dict) -> None:
        proofs.refuse(proof=self.proof, by=self.request.user, **facts)

    def home(self) -> str:
        return page_of(self.proof.pk)

    def get_page_subtitle(self) -> str:
        return self.proof.enrolment.person.full_name

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**{"why_not": "", "takes_away": True} | kwargs, label=self.label)


class MissingProofs(OfficeOnly, WagtailAdminTemplateMixin, View):
    """`/admin/proofs/missing/`: absences whose proof never came; does each become unjustified?"""

    template_name = "training/back_office/missing_proofs.html"
    page_title = gettext_lazy("Proofs that never came")
    header_icon = "doc-empty"

    def get(self, request: HttpRequest) -> HttpResponse:
        marks = proofs.overdue().select_related("enrolment__person", "enrolment__session")
        rows = [{"mark": mark, "until": proofs.due_on(mark)} for mark in marks]
        return self.render_to_response(self.get_context_data(rows=rows))

    def get_breadcrumbs_items(self) -> list[dict]:
        proofs_page = {"url": reverse("proofs_office:index"), "label": gettext_lazy("Proofs of absence")}
        return [*self.breadcrumbs_items, proofs_page, {"url": "", "label": self.get_page_title()}]


class WaiveProof(OfficeOnly, View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        mark = get_object_or_404(Attendance.objects.select_related("enrolment__person"), pk=pk)
        return carry_out(
            request,
            lambda: proofs.waive(mark=mark, by=request.user),
            done=_("Noted: the absence stays justified."),
            back=reverse("proofs_office:missing"),
        )


class CountAsUnjustified(OfficeOnly, View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        marks = Attendance.objects.select_related("enrolment__person__user", "half_day")
        mark = get_object_or_404(marks, pk=pk)
        return carry_out(
            request,
            lambda: proofs.count_as_unjustified(mark=mark, by=request.user),
            done=_("The register is corrected: the absence counts as unjustified."),
            back=reverse("proofs_office:missing"),
        )


class ProofViewSet(OfficeViewSet):
    """Papers that prove an absence. Decided on by their verbs; the file goes by itself."""

    model = AbsenceProof
    name = "proofs_office"
    url_prefix = "proofs"
    icon = "doc-empty"
    menu_label = gettext_lazy("Proofs of absence")
    title_label = gettext_lazy("Person")
    title_sort = "enrolment__person__name_key"
    may = LOOK
    index_view_class = ProofIndex
    inspect_view_class = ProofPage
    inspect_template_name = "training/back_office/proof.html"
    list_display = [
        text("person", gettext_lazy("Person"), "enrolment.person"),
        text("session", gettext_lazy("Session"), "enrolment.session.code", "enrolment__session__code"),
        text("absence_code", gettext_lazy("Kind of absence"), "absence_code"),
        text("first_day", gettext_lazy("First day"), lambda one: day(one.first_day), "first_day"),
        text("last_day", gettext_lazy("Last day"), lambda one: day(one.last_day), "last_day"),
        text("state", gettext_lazy("State"), "get_state_display", "state"),
        text("added_at", gettext_lazy("Given on"), lambda one: moment(one.added_at), "added_at"),
    ]
    ordering = ["-added_at", "-pk"]
    filterset_class = ProofFilters
    search_fields = ["enrolment__person__name_key", "enrolment__session__code"]
    list_export = [
        "enrolment.session.code",
        "enrolment.person",
        "absence_code.code",
        "first_day",
        "last_day",
        "get_state_display",
        "added_at",
        "decided_at",
    ]
    export_headings = {
        "enrolment.session.code": gettext_lazy("Session"),
        "enrolment.person": gettext_lazy("Person"),
        "absence_code.code": gettext_lazy("Kind of absence"),
        "get_state_display": gettext_lazy("State"),
    }
    export_filename = "proofs"

    def deeds(self) -> list:
        return [
            path("missing/", MissingProofs.as_view(), name="missing"),
            path("missing/<int:pk>/waive/", WaiveProof.as_view(), name="waive"),
            path("missing/<int:pk>/unjustified/", CountAsUnjustified.as_view(), name="unjustified"),
            path("<int:pk>/accept/", AcceptProof.as_view(), name="accept"),
            path("<int:pk>/refuse/", RefuseProof.as_view(), name="refuse"),
        ]
