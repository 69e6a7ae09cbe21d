"""The end of a course for a whole group, the half-days nobody may miss, and who is ready for which job."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from training.domain import ending, lessons
from training.domain.queries.jobs import group_jobs
from training.exceptions import Refusal
from training.forms.back_office_progress import EndForm, MandatoryForm
from training.views.back_office.sessions import PageOfSession, SessionQuestion


class EndSession(PageOfSession):
    """`/admin/sessions/<pk>/end/`: who completes, who does not and why; changed where needed, then done."""

    template_name = "training/back_office/end.html"
    page_title = gettext_lazy("End of the course")
    header_icon = "success"

    def get(self, request: HttpRequest, **kwargs) -> HttpResponse:
        return self.show(ending.preview(self.session))

    def post(self, request: HttpRequest, **kwargs) -> HttpResponse:
        preview = ending.preview(self.session)
        form = EndForm(request.POST, proposals=preview.proposals)
        if not form.is_valid():
            return self.show(preview, form)
        try:
            ended = ending.end(session=self.session, by=request.user, chosen=form.chosen())
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return redirect(request.path)
        self.say(ended)
        return redirect(request.path)

    def say(self, ended: ending.Ended) -> None:
        number = len(ended.done)
        words = ngettext(
            "The course has ended for %(number)d person.",
            "The course has ended for %(number)d people.",
            number,
        )
        messages.success(self.request, words % {"number": number})
        for one in ended.failed:
            messages.error(self.request, f"{one.enrolment.person.full_name}: {one.reason}")

    def show(self, preview: ending.Preview, form: EndForm | None = None) -> HttpResponse:
        form = form or EndForm(proposals=preview.proposals)
        ended = [(one, ending.outcome(one)) for one in preview.ended]
        return self.render_to_response(self.get_context_data(preview=preview, form=form, ended=ended))


class SetMandatory(SessionQuestion):
    """`/admin/sessions/<pk>/mandatory/`: which half-days the certificate asks for."""

    page_title = gettext_lazy("Mandatory half-days")
    header_icon = "calendar-check"
    label = gettext_lazy("Save the half-days")
    done = gettext_lazy("Saved. The people of the group read it on their page.")

    def ask(self) -> forms.Form:
        open_ones = self.session.half_days.held().filter(closed_at=None).select_related("mandatory")
        return MandatoryForm(self.data(), half_days=list(open_ones))

    def do(self, facts: dict) -> None:
        purposes = {int(name): purpose for name, purpose in facts.items()}
        lessons.set_mandatory(session=self.session, purposes=purposes, by=self.request.user)


class SessionJobs(PageOfSession):
    """`/admin/sessions/<pk>/jobs/`: who is ready for which job now, and who will be at the end."""

    template_name = "training/back_office/jobs.html"
    page_title = gettext_lazy("Distance to the jobs")
    header_icon = "cogs"

    def get(self, request: HttpRequest, **kwargs) -> HttpResponse:
        return self.render_to_response(self.get_context_data(page=group_jobs(self.session)))
