"""A session is built on one screen: the dates are shown as the week is ticked, then it is made."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from training.domain import planning, school_holidays
from training.domain.queries.again import starting_point
from training.exceptions import Refusal
from training.forms.new_session import NewSessionForm
from training.models import Session
from training.views.back_office.deeds import OfficeOnly
from training.views.back_office.sessions import page_of


class NewSession(OfficeOnly, WagtailAdminTemplateMixin, View):
    """A form with a week. "Show the dates" plans without writing; "Create" writes what was shown.

    With htmx the dates follow each change. `?from=<id>` begins with the facts of an older session.
    """

    template_name = "training/back_office/new_session.html"
    page_title = gettext_lazy("New session")
    header_icon = "date"

    def get_breadcrumbs_items(self) -> list[dict]:
        everything = {"url": reverse("sessions_office:index"), "label": _("Sessions")}
        return [*self.breadcrumbs_items, everything, {"url": "", "label": self.get_page_title()}]

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(NewSessionForm(initial=self.beginning()))

    def beginning(self) -> dict:
        older = self.request.GET.get("from", "")
        if not older.isdecimal():
            return {"course": self.request.GET.get("course")}
        sessions = Session.objects.visible_to(self.request.user)
        return starting_point(get_object_or_404(sessions, pk=int(older)))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = NewSessionForm(request.POST)
        if request.htmx:
            form.is_valid()
            return render(request, "training/back_office/plan.html", self.dates(form))
        if not form.is_valid() or "create" not in request.POST:
            return self.show(form)
        return self.create(form)

    def create(self, form: NewSessionForm) -> HttpResponse:
        try:
            session = planning.create_session(by=self.request.user, **form.facts())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
            return self.show(form)
        messages.success(self.request, _("The session is made. Look it over, then publish it."))
        return redirect(page_of(session.pk))

    def show(self, form: NewSessionForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form, **self.dates(form)))

    def dates(self, form: NewSessionForm) -> dict:
        """What the week gives, or why it gives nothing yet. Nothing is written."""
        if not form.says_when():
            return {"plan": None, "problem": ""}
        try:
            found = planning.draft(**form.timetable())
        except Refusal as refusal:
            return {"plan": None, "problem": str(refusal)}
        calendars, plan = form.cleaned_data["school_calendars"], found.plan
        return {
            "plan": plan,
            "rows": rows(found, form.put_back()),
            "shares": len(set(found.teachers)) > 1,
            "not_known": school_holidays.not_known(calendars, plan.first_day, plan.last_day),
        }


def rows(found: planning.Draft, put_back: dict) -> list[dict]:
    """The lines of the preview: a half-day with its trainer, a day left out with what was typed there."""
    teachers = dict(zip(found.plan.half_days, found.teachers, strict=True))
    return [
        {"line": line, "teacher": teachers.get(line.half_day), "reason": put_back.get(line.date, "")}
        for line in found.plan.lines
    ]
