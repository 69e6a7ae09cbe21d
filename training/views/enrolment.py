"""Enrolling: a page before the door, four steps, the answer. Only the account's own request is ever shown."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.http import require_safe

from training.domain import enrolment as verbs
from training.domain import requests, seats
from training.domain.applicants import introduce
from training.domain.queries import enrolments as read
from training.domain.queries import standing
from training.enums import EnrolmentStatus
from training.exceptions import Refusal
from training.forms.enrolment import AvailabilityForm, CheckForm, HomeForm, IdentityForm
from training.models import Enrolment, Session

TITLES = {
    "identity": _("Who you are"),
    "home": _("Where you live"),
    "availability": _("When you can come"),
    "check": _("Check and send"),
}
JUST_SENT = (EnrolmentStatus.SUBMITTED, EnrolmentStatus.WAITLISTED, EnrolmentStatus.CONFIRMED)
PURPOSES = {
    "identity": _(
        "Your name will be on the certificate. Your birth date, because our courses are for adults."
    ),
    "home": _(
        "The course is paid for by public money: we must show where people come from and who helps them "
        "find work. France Travail can then keep your rights open."
    ),
    "availability": _("So that we find out now, and not on the first day, when the hours do not fit."),
    "check": _("Look at it once more. You can change everything."),
}


def session_or_404(request: HttpRequest, code: str) -> Session:
    shown = seats.with_seats(Session.objects.visible_to(request.user))
    return get_object_or_404(shown.select_related("course", "room"), code=code)


@login_not_required
@require_safe
def start(request: HttpRequest, code: str) -> HttpResponse:
    """Leads each to where they are: the account, the next step, their enrolment; or says why not."""
    session = session_or_404(request, code)
    own = read.own_enrolment(request.user, session) if request.user.is_authenticated else None
    if read.is_sent(own):
        return redirect("my_enrolment", own.pk)
    if not (verdict := requests.takes_requests(session)):
        return render(request, "training/enrolment/closed.html", facts(session, reason=verdict.reason))
    if request.user.is_authenticated:
        return redirect("enrol_step", session.code, read.next_step(own))
    return render(request, "training/enrolment/start.html", facts(session))


def facts(session: Session, **more: object) -> dict:
    shown = {
        "facts": read.session_facts(session),
        "places": read.places_in_words(session),
        "conditions": read.conditions_in_words(session),
    }
    return {"session": session, "title": session.title} | shown | more


class Step(View):
    """One step. GET shows what is known, POST keeps it and goes on; a refusal is said on the page."""

    def dispatch(self, request: HttpRequest, code: str, step: str) -> HttpResponse:
        if step not in read.STEPS:
            raise Http404
        self.session, self.step = session_or_404(request, code), step
        self.own = read.own_enrolment(request.user, self.session)
        if read.is_sent(self.own) or not requests.takes_requests(self.session):
            return redirect("enrol_start", code)
        if not read.reachable(step, self.own):
            return redirect("enrol_step", code, read.next_step(self.own))
        return super().dispatch(request)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.page(self.form())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.form(request.POST)
        if not form.is_valid():
            return self.page(form)
        try:
            return self.keep(form)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
            return self.page(form)

    def form(self, data=None):
        person = self.own.person if self.own else getattr(self.request.user, "person", None)
        if self.step == "identity":
            return IdentityForm(data, instance=person, session=self.session, initial=self.names(person))
        if self.step == "home":
            return HomeForm(data, instance=person)
        return {"availability": AvailabilityForm, "check": CheckForm}[self.step](data, instance=self.own)

    def names(self, person) -> dict[str, str]:
        """Those of the account, for who has no file yet."""
        user = self.request.user
        return {} if person else {"given_name": user.first_name, "family_name": user.last_name}

    def keep(self, form) -> HttpResponse:
        if self.step == "identity":
            introduce(user=self.request.user, session=self.session, **form.cleaned_data)
            return self.go_on()
        form.save()
        if self.step == "check":
            verbs.submit(enrolment=self.own, by=self.request.user)
            return redirect("enrol_sent", self.session.code)
        return self.go_on()

    def go_on(self) -> HttpResponse:
        """To the summary when somebody came from there to change one thing, else to the next step."""
        here = read.STEPS.index(self.step)
        back = self.request.POST.get("back") == "check"
        step = "check" if back and read.reachable("check", self.fresh()) else read.STEPS[here + 1]
        return redirect("enrol_step", self.session.code, step)

    def fresh(self) -> Enrolment | None:
        return read.own_enrolment(self.request.user, self.session)

    def page(self, form) -> HttpResponse:
        here = read.STEPS.index(self.step)
        context = {
            "form": form,
            "own": self.own,
            "availability": requests.availability_words(self.own) if self.own else "",
            "step": self.step,
            "steps": read.STEPS,
            "number": here + 1,
            "step_title": TITLES[self.step],
            "purpose": PURPOSES[self.step],
            "previous": read.STEPS[here - 1] if here else "",
            "back": self.request.POST.get("back") or self.request.GET.get("back", ""),
        }
        if self.step == "check":
            context["lacks"] = standing.lacks(self.own)
        template = "check" if self.step == "check" else "step"
        return render(self.request, f"training/enrolment/{template}.html", facts(self.session) | context)


@require_safe
def sent(request: HttpRequest, code: str) -> HttpResponse:
    """The answer, right after sending: a place, a number on the waiting list, or "received"."""
    session = session_or_404(request, code)
    own = read.own_enrolment(request.user, session)
    if not read.is_sent(own):
        return redirect("enrol_start", code)
    if own.status not in JUST_SENT or own.inquiry:  # it has gone on since
        return redirect("my_enrolment", own.pk)
    lacks = standing.lacks(own) if own.status == EnrolmentStatus.SUBMITTED else []
    context = facts(session, own=own, position=seats.position(own), lacks=lacks)
    return render(request, "training/enrolment/sent.html", context)
