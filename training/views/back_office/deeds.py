"""Verbs of the office as pages: a question with the fields the verb needs, then what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from training.domain import calling
from training.domain import enrolment as verbs
from training.domain.referring import refer
from training.domain.transferring import transfer
from training.enums import Inquiry
from training.exceptions import Refusal
from training.forms import back_office as forms_of
from training.models import Enrolment

Words = str | Promise


@dataclass(frozen=True)
class Deed:
    """One verb on an enrolment: its button, what it says when done, the form it needs (if any)."""

    verb: str
    label: Words
    done: Words
    form: type[forms.Form] | None = None
    takes_away: bool = False
    elsewhere: Callable[..., Enrolment] | None = None  # the verb, when it is not filed with the others

    def run(self, enrolment: Enrolment, **facts: Any) -> Enrolment:
        return (self.elsewhere or getattr(verbs, self.verb))(enrolment=enrolment, **facts)


DEEDS = {
    deed.verb: deed
    for deed in (
        Deed("accept", pgettext_lazy("enrolment, verb", "Accept"), _("Accepted. The person has a letter.")),
        Deed(
            "waive",
            _("Set the conditions aside"),
            _("Noted. The person may have a place like anybody else."),
            forms_of.WaiveForm,
        ),
        Deed(
            "ask_more",
            _("Ask for more"),
            _("Asked. The person has a letter and answers on their page."),
            forms_of.AskForm,
        ),
        Deed(
            "answer",
            _("Note the person's answer"),
            _("Noted. The request waits for your decision."),
            forms_of.AnswerForPersonForm,
        ),
        Deed("invite", _("Invite to an interview"), _("The invitation is on its way."), forms_of.InviteForm),
        Deed("offer", _("Offer a place"), _("The place is offered. The person has a letter.")),
        Deed(
            "confirm", pgettext_lazy("enrolment, verb", "Confirm"), _("Confirmed. The person has a letter.")
        ),
        Deed("enter", _("Note as present"), _("Noted: the person is in training.")),
        Deed("complete", _("Course completed"), _("Noted: the course is completed.")),
        Deed("mark_no_show", _("Did not come"), _("Noted. The place is free again."), None, True),
        Deed(
            "exit_early",
            _("Left before the end"),
            _("Noted. The hours followed stay."),
            forms_of.ExitForm,
            True,
        ),
        Deed(
            "refuse",
            pgettext_lazy("enrolment, verb", "Refuse"),
            _("Refused. The person has a letter."),
            forms_of.RefuseForm,
            True,
        ),
        Deed(
            "transfer",
            _("Move to another session"),
            _("Moved. The person has a letter."),
            forms_of.TransferForm,
            elsewhere=transfer,
        ),
        Deed(
            "note_call",
            _("Note the call"),
            _("Noted: the person was called."),
            forms_of.CallForm,
            elsewhere=calling.note_call,
        ),
        Deed("withdraw", _("Withdraw for the person"), _("Withdrawn."), forms_of.NoteForm, True),
    )
}


ONCE_BEGUN = ("enter", "mark_no_show")
ONCE_ELIGIBLE = ("accept", "offer", "confirm")


def deeds_for(enrolment: Enrolment, *, by, lacks: bool = False) -> list[Deed]:
    """The verbs that can be done now, in the order of a course. Needs `session` and `person` loaded.

    `lacks`: the person lacks a condition of the session, which is set aside before they get a place.
    """
    early = timezone.localdate() < enrolment.session.first_day
    unasked = () if enrolment.inquiry == Inquiry.ASKED else ("answer",)
    reached = ("note_call",) if enrolment.person.user_id else ()
    conditional = ONCE_ELIGIBLE if lacks else ("waive",)
    senseless = (*unasked, *reached, *(ONCE_BEGUN if early else ()), *conditional)
    return [
        deed
        for deed in DEEDS.values()
        if deed.verb not in senseless and verbs.may(deed.verb, enrolment=enrolment, by=by)
    ]


class OfficeOnly(PermissionRequiredMixin):
    """Coordinators and administrators; Wagtail's own 'no' for the rest of the back office."""

    def has_permission(self) -> bool:
        return self.request.user.runs_the_office


class Question(OfficeOnly, WagtailAdminTemplateMixin, View):
    """A page that asks before a verb. Subclasses say what is asked and what is done."""

    template_name = "training/back_office/question.html"
    header_icon = "help"
    label: Words = ""
    done: Words = ""

    def ask(self) -> forms.Form | None:
        """The fields; bound when the page was sent."""
        raise NotImplementedError

    def do(self, facts: dict) -> None:
        raise NotImplementedError

    def get(self, request: HttpRequest, **kwargs) -> HttpResponse:
        return self.show(self.ask())

    def post(self, request: HttpRequest, **kwargs) -> HttpResponse:
        form = self.ask()
        if form is not None and not form.is_valid():
            return self.show(form)
        try:
            self.do(form.cleaned_data if form is not None else {})
        except Refusal as refusal:
            return self.refused(form, refusal)
        messages.success(request, self.done)
        return redirect(self.back)

    def refused(self, form: forms.Form | None, refusal: Refusal) -> HttpResponse:
        """Said on the form where there is one, so that nothing typed is lost."""
        if form is None:
            messages.error(self.request, str(refusal))
            return redirect(self.back)
        form.add_error(None, str(refusal))
        return self.show(form)

    def show(self, form: forms.Form | None) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form, back=self.back))

    @property
    def back(self) -> str:
        return get_valid_next_url_from_request(self.request) or self.home()

    def home(self) -> str:
        raise NotImplementedError

    def get_breadcrumbs_items(self) -> list[dict]:
        there = {"url": self.home(), "label": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, there, {"url": "", "label": self.get_page_title()}]

    def data(self) -> dict | None:
        return self.request.POST if self.request.method == "POST" else None


class EnrolmentDeed(Question):
    """`/admin/enrolments/<pk>/<verb>/`: any verb of `DEEDS`, with its reason where it has one."""

    def setup(self, request: HttpRequest, *args, pk: int, verb: str, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        if verb not in DEEDS:
            raise Http404
        rows = Enrolment.objects.visible_to(request.user).select_related("person", "session")
        self.done = DEEDS[verb].done
        self.deed, self.enrolment = DEEDS[verb], get_object_or_404(rows, pk=pk)

    def ask(self) -> forms.Form | None:
        return self.deed.form(self.data()) if self.deed.form else None

    def do(self, facts: dict) -> None:
        self.deed.run(self.enrolment, by=self.request.user, **facts)

    def home(self) -> str:
        return enrolment_page(self.enrolment.pk)

    def get_page_title(self) -> Words:
        return self.deed.label

    def get_page_subtitle(self) -> str:
        return str(self.enrolment)

    def get_context_data(self, **kwargs) -> dict:
        verdict = verbs.may(self.deed.verb, enrolment=self.enrolment, by=self.request.user)
        question = {"label": self.deed.label, "takes_away": self.deed.takes_away, "why_not": verdict.reason}
        return super().get_context_data(**kwargs, **question)


class ReferEnrolment(Question):
    page_title = _("Referred by")
    header_icon = "group"
    label = pgettext_lazy("verb", "Save")
    done = _("Noted.")

    def setup(self, request: HttpRequest, *args, pk: int, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        rows = Enrolment.objects.visible_to(request.user).select_related("person", "session")
        self.enrolment = get_object_or_404(rows, pk=pk)

    def ask(self) -> forms.Form:
        return forms_of.ReferForm(self.data(), initial={"organisation": self.enrolment.referred_by_id})

    def do(self, facts: dict) -> None:
        refer(enrolment=self.enrolment, by=self.request.user, **facts)

    def home(self) -> str:
        return enrolment_page(self.enrolment.pk)

    def get_page_subtitle(self) -> str:
        return str(self.enrolment)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs, label=self.label, takes_away=False, why_not="")


def enrolment_page(enrolment_id: int) -> str:
    return reverse("enrolments_office:inspect", args=[enrolment_id])
