"""A session in the back office: made from a week, looked at, published, adjusted, cancelled."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.views.back_office import OfficeIndex, OfficeInspect, carry_out
from training.domain import conditions, planning, seats
from training.domain.adjusting import adjust, set_conditions
from training.domain.conditions import Lack
from training.domain.eligibility import asked_by, lacking_in
from training.domain.queries.session_page import session_page
from training.forms import conditions as conditions_form
from training.forms.back_office import AdjustForm
from training.models import Enrolment, Session
from training.views.back_office.deeds import OfficeOnly, Question, deeds_for


def page_of(session_id: int) -> str:
    return reverse("sessions_office:inspect", args=[session_id])


class PageOfSession(OfficeOnly, WagtailAdminTemplateMixin, View):
    """A page about one session; `self.session` is what the reader may see."""

    def setup(self, request: HttpRequest, *args, pk: int, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        rows = Session.objects.visible_to(request.user).select_related("course", "provider")
        self.session = get_object_or_404(rows, pk=pk)

    def get_page_subtitle(self) -> str:
        return self.session.code

    def get_breadcrumbs_items(self) -> list[dict]:
        there = {"url": page_of(self.session.pk), "label": self.session.code}
        return [*self.breadcrumbs_items, there, {"url": "", "label": self.get_page_title()}]


class SessionIndex(OfficeIndex):
    related = ("course", "room", "provider")

    def get_base_queryset(self):
        return seats.with_seats(super().get_base_queryset())


class SessionPage(OfficeInspect):
    related = ("course", "room", "provider")

    def get_page_title(self) -> str:
        return self.object.title

    def get_page_subtitle(self) -> str:
        return self.object.code

    def get_context_data(self, **kwargs) -> dict:
        page = session_page(self.object)
        heaps = (page.people.to_decide, page.people.seated, page.people.waiting, page.people.others)
        undecided = [*page.people.to_decide, *page.people.waiting]
        lacks = lacking_in(undecided)
        numbers = page.people.numbers
        decided = [[self.row(one, lacks) | {"number": numbers.get(one.pk)} for one in heap] for heap in heaps]
        return super().get_context_data(
            page=page,
            trainers=self.object.trainers.order_by("last_name", "pk"),
            skipped=self.object.skipped_days.all(),
            conditions=conditions.in_words(asked_by(self.object)),
            people=dict(zip(("to_decide", "seated", "waiting", "others"), decided, strict=True)),
            here=self.request.path,
            **kwargs,
        )

    def row(self, enrolment: Enrolment, lacks: dict[int, list[Lack]]) -> dict:
        missing = lacks.get(enrolment.pk, [])
        deeds = deeds_for(enrolment, by=self.request.user, lacks=bool(missing))
        return {"enrolment": enrolment, "deeds": deeds, "lacks": missing}


class SessionQuestion(Question):
    def setup(self, request: HttpRequest, *args, pk: int, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.session = get_object_or_404(Session.objects.visible_to(request.user), pk=pk)

    def home(self) -> str:
        return page_of(self.session.pk)

    def get_page_subtitle(self) -> str:
        return self.session.code

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**{"why_not": "", "takes_away": False} | kwargs, label=self.label)


class AdjustSession(SessionQuestion):
    page_title = gettext_lazy("Places and enrolment period")
    header_icon = "edit"
    label = pgettext_lazy("verb", "Save")
    done = gettext_lazy("Saved. More places go at once to whoever waits.")

    def ask(self) -> forms.Form:
        return AdjustForm(self.data(), instance=self.session)

    def do(self, facts: dict) -> None:
        adjust(session=self.session, by=self.request.user, **facts)


class SetConditions(SessionQuestion):
    page_title = gettext_lazy("Conditions")
    header_icon = "tasks"
    label = gettext_lazy("Save the conditions")
    done = gettext_lazy("Saved. People read them before they fill anything in.")

    def ask(self) -> forms.Form:
        return conditions_form.ConditionsForm(
            self.data(), initial=conditions_form.initial(asked_by(self.session))
        )

    def do(self, facts: dict) -> None:
        set_conditions(session=self.session, by=self.request.user, **facts)


class PublishSession(OfficeOnly, View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        session = get_object_or_404(Session.objects.visible_to(request.user), pk=pk)
        return carry_out(
            request,
            lambda: planning.publish(session=session, by=request.user),
            done=_("The session is on the public site."),
            back=page_of(pk),
        )
