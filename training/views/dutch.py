"""The learner's Dutch: levels, what they can do in their own words, and how far jobs are."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import Person
from training.domain import can_dos, progress, wishes
from training.domain.queries import ways
from training.domain.queries.jobs import jobs
from training.domain.queries.learner import own_enrolments
from training.enums import FOLLOWED, EnrolmentStatus, LevelSource
from training.exceptions import Refusal
from training.forms.can_dos import TicksForm
from training.forms.jobs import WishesForm
from training.views.progress import chosen_ladder, source_rows, ticked_in_words

HAS_DUTCH = (EnrolmentStatus.CONFIRMED, *FOLLOWED)


@require_http_methods(["GET", "HEAD", "POST"])
def my_dutch(request: HttpRequest, pk: int) -> HttpResponse:
    """Levels of every source, and the statements: the trainer's ticks beside the person's own (`?skill=`)."""
    mine = own_enrolments(request.user).filter(status__in=HAS_DUTCH)
    enrolment = get_object_or_404(mine, pk=pk)
    found = can_dos.ladders(enrolment)
    ladder = chosen_ladder(request, found)
    form = TicksForm(request.POST or None, ladder=ladder, source=LevelSource.SELF)
    may_tick = enrolment.status in can_dos.JUDGES_ALONE
    if request.method == "POST" and form.is_valid():
        number = form.save(enrolment=enrolment, by=request.user)
        if number is not None:
            messages.success(request, ticked_in_words(number))
            return HttpResponseRedirect(f"{request.path}?skill={ladder.skill}#statements")
    context = {
        "enrolment": enrolment,
        "profile": progress.profile(enrolment),
        "sources": source_rows(enrolment),
        "history": progress.history(enrolment),
        "comments": comments(enrolment),
        "ladders": found,
        "ladder": ladder,
        "form": form,
        "may_tick": may_tick,
        "ways": ways.of(enrolment),
    }
    return render(request, "training/learner/dutch.html", context)


def comments(enrolment) -> list:
    """The trainer's latest words on each skill."""
    latest = {one.skill: one for one in enrolment.assessments.filter(source=LevelSource.TRAINER)}
    return [one for one in latest.values() if one.comment]


@require_http_methods(["GET", "HEAD", "POST"])
def my_jobs(request: HttpRequest) -> HttpResponse:
    """How far every job is, the chosen ones first; choosing them."""
    person = get_object_or_404(Person, user=request.user)
    form = WishesForm(request.POST or None, person=person)
    if request.method == "POST" and form.is_valid():
        try:
            wishes.choose(person=person, occupations=form.cleaned_data["occupations"], by=request.user)
            messages.success(request, _("Saved. These jobs are shown first."))
            return redirect("my_jobs")
        except Refusal as refusal:
            form.add_error("occupations", refusal.sentence)
    return render(request, "training/learner/jobs.html", {"jobs": jobs(person), "form": form})
