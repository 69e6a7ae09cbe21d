"""The learner's own pages. Whatever else an account may see, here only its own enrolments are."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from training.domain import enrolment as verbs
from training.domain import pairing, rates
from training.domain.attachments import can_attach
from training.domain.moves import may
from training.domain.proofs import can_give
from training.domain.queries import absences, agenda, learner, timeline
from training.domain.queries.enrolments import session_facts
from training.enums import Inquiry
from training.exceptions import Refusal
from training.forms.answer import AnswerForm
from training.models import Enrolment
from training.views.start import start_of


@require_safe
def my_home(request: HttpRequest) -> HttpResponse:
    """The learner's page. Who works here and follows no course is led to the start of their work."""
    page = learner.home(request.user)
    if page.is_empty and (start := start_of(request.user)) != "my_home":
        return redirect(start)
    return render(request, "training/learner/home.html", {"page": page})


def own_or_404(request: HttpRequest, pk: int) -> Enrolment:
    return get_object_or_404(learner.own_enrolments(request.user), pk=pk)


@require_safe
def my_timeline(request: HttpRequest) -> HttpResponse:
    """Everything that happened, in all enrolments: for the account's own person."""
    lines = timeline.for_the_person(request.user)
    return render(request, "training/learner/way.html", {"items": timeline.items(lines)})


@require_safe
def my_enrolment(request: HttpRequest, pk: int) -> HttpResponse:
    enrolment = own_or_404(request, pk)
    follows = can_give(request.user, enrolment).ok
    context = {
        "page": learner.page(enrolment),
        "absences": absences.page(enrolment) if follows else None,
        "rates": rates.of(enrolment) if follows else None,
        "enrolment": enrolment,
        "session": enrolment.session,
        "facts": session_facts(enrolment.session),
        "may_withdraw": may("withdraw", enrolment=enrolment, by=request.user).ok,
        "attachments": enrolment.attachments.all(),
        "may_attach": can_attach(request.user, enrolment).ok,
        "may_answer": may("accept_offer", enrolment=enrolment, by=request.user).ok and enrolment.offer_holds,
        "companion": pairing.companion(enrolment),
    }
    return render(request, "training/learner/enrolment.html", context)


@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    return _do(request, pk, verbs.accept_offer, _("Your place is confirmed."))


@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    if request.method == "POST":
        return _do(request, pk, verbs.decline_offer, _("The place goes to the next person."))
    return _ask(request, pk, "decline_offer", "training/learner/decline.html")


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    if request.method == "POST":
        return _do(request, pk, verbs.withdraw, _("You are no longer enrolled."))
    return _ask(request, pk, "withdraw", "training/learner/withdraw.html")


@require_safe
def calendar_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The half-days for the telephone's own calendar, as in the letter of confirmation."""
    page = request.build_absolute_uri(request.path.removesuffix(agenda.FILE_NAME))
    response = HttpResponse(agenda.as_ics(own_or_404(request, pk), url=page), content_type=agenda.MIME_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{agenda.FILE_NAME}"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """What the coordination asked, and a place to answer it. When nothing is asked there is no such page."""
    enrolment = own_or_404(request, pk)
    if enrolment.inquiry != Inquiry.ASKED:
        return redirect("my_enrolment", pk)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _do(request, pk, partial(verbs.answer, **form.cleaned_data), _("Your answer is on its way."))
    context = {"form": form, "session": enrolment.session, "question": learner.page(enrolment).note}
    return render(request, "training/learner/answer.html", context)


def _do(request: HttpRequest, pk: int, verb, done: str) -> HttpResponse:
    try:
        verb(enrolment=own_or_404(request, pk), by=request.user)
        messages.success(request, done)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("my_enrolment", pk)


def _ask(request: HttpRequest, pk: int, verb: str, template: str) -> HttpResponse:
    """Before something is given up: what will happen. A move that is not possible now has no such page."""
    enrolment = own_or_404(request, pk)
    if not may(verb, enrolment=enrolment, by=request.user):
        return redirect("my_enrolment", pk)
    return render(request, template, {"enrolment": enrolment, "session": enrolment.session})
