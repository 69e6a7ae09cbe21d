"""A session is built on one screen: the dates are shown as the week is ticked, then it is made."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from training.domain import planning, school_holidays
from training.domain.adjusting import copy_conditions
from training.domain.queries.again import starting_point
from training.domain.queries.enrolments import conditions_in_words
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
        older = self.older()
        return starting_point(older) if older else {"course": self.request.GET.get("course")}

    def older(self) -> Session | None:
        """The session this one begins from: its conditions go along when it is made."""
        number = self.request.GET.get("from", "")
        if not number.isdecimal():
            return None
        sessions = Session.objects.visible_to(self.request.user).select_related("conditions")
        return get_object_or_404(sessions, pk=int(number))

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
            session = self.make(form)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
            return self.show(form)
        messages.success(self.request, _("The session is made. Look it over, then publish it."))
        return redirect(page_of(session.pk))

    @transaction.atomic
    def make(self, form: NewSessionForm) -> Session:
        session = planning.create_session(by=self.request.user, **form.facts())
        if older := self.older():
            copy_conditions(session=session, like=older, by=self.request.user)
        return session

    def show(self, form: NewSessionForm) -> HttpResponse:
        older = self.older()
        asked = conditions_in_words(older) if older and hasattr(older, "conditions") else []
        context = self.get_context_data(form=form, asked=asked, **self.dates(form))
        return self.render_to_response(context)

    def dates(self, form: NewSessionForm) -> dict:
        """What the week gives, or why it gives nothing yet. Nothing is written."""
        if not form.says_when():
            return {"plan": None, "problem": ""}
        try:
            found = planning.draft(**form.timetable())
        except Refusal as refusal:
            return {"plan": None, "problem": str(refusal)}
        calendars, plan = form.cleaned_data["school_calendars"], found.plan
        not_known = school_holidays.not_known(calendars, plan.first_day, plan.last_day)
        return timetable(found, form.put_back()) | {"not_known": not_known}


def timetable(found: planning.Draft, put_back: dict) -> dict:
    """For plan.html: each half-day with its trainer, each day left out with what was typed there."""
    teachers = dict(zip(found.plan.half_days, found.teachers, strict=True))
    rows = [
        {"line": line, "teacher": teachers.get(line.half_day), "reason": put_back.get(line.date, "")}
        for line in found.plan.lines
    ]
    return {"plan": found.plan, "rows": rows, "shares": len(set(found.teachers)) > 1}
