from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from training.domain import can_dos, lessons, progress
from training.domain.can_dos import Ladder
from training.domain.permissions import can_take_register
from training.domain.queries import ways
from training.domain.queries.placement import shown_for
from training.enums import ON_THE_REGISTER, LevelSource, Moment, Skill
from training.exceptions import Refusal
from training.forms.can_dos import LessonNoteForm, TicksForm
from training.forms.progress import ExternalCertificateForm, LevelsForm
from training.models import Enrolment, HalfDay, LessonNote, Session
from training.views.access import teaching_only


@require_http_methods(["GET", "HEAD", "POST"])
@teaching_only
def levels(request: HttpRequest, pk: int) -> HttpResponse:
    """The five skills of one person: at entry, midway, at the end (`?moment=`)."""
    enrolment = find(request, pk)
    profile = progress.profile(enrolment)
    moment = chosen_moment(request.GET.get("moment"), profile)
    form = LevelsForm(request.POST or None, enrolment=enrolment, moment=moment)
    if request.method == "POST" and "draft" in request.POST:
        form.keep_draft(by=request.user)
        messages.success(request, _("The draft is kept. Nobody else reads it."))
        return HttpResponseRedirect(f"{request.path}?moment={moment}")
    if request.method == "POST" and form.is_valid() and form.save(by=request.user):
        messages.success(
            request, _("The levels of %(name)s are saved.") % {"name": enrolment.person.full_name}
        )
        return where_next(enrolment, moment) if "next" in request.POST else back_to_group(enrolment)
    context = {"enrolment": enrolment, "profile": profile, "moment": moment, "form": form, "moments": Moment}
    context |= {
        "placement": shown_for(enrolment.person.user_id),
        "sources": source_rows(enrolment),
        "history": progress.history(enrolment),
        "ways": ways.of(enrolment),
        "papers": enrolment.external_certificates.all(),
        "suggested": [
            (skill.label, level.short)
            for skill, level in can_dos.suggestions([enrolment])[enrolment.pk].items()
        ],
    }
    return render(request, "training/progress/levels.html", context)


def source_rows(enrolment: Enrolment) -> list[tuple]:
    """A line for each skill with every source and its latest level (or None)."""
    found = progress.sources(enrolment)
    return [(skill, [(source, found[skill].get(source)) for source in LevelSource]) for skill in Skill]


@require_http_methods(["GET", "HEAD", "POST"])
@teaching_only
def external_certificate(request: HttpRequest, pk: int) -> HttpResponse:
    """A certificate of Dutch from elsewhere that the person has shown."""
    enrolment = find(request, pk)
    form = ExternalCertificateForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and form.save(enrolment=enrolment, by=request.user):
        messages.success(request, _("Noted. Its levels stand beside the others."))
        return redirect("levels", pk)
    return render(request, "training/progress/external.html", {"enrolment": enrolment, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@teaching_only
def ticks(request: HttpRequest, pk: int) -> HttpResponse:
    """What one person can do, skill by skill (`?skill=`), as the trainer sees it."""
    enrolment = find(request, pk)
    found = can_dos.ladders(enrolment)
    ladder = chosen_ladder(request, found)
    form = TicksForm(request.POST or None, ladder=ladder, source=LevelSource.TRAINER)
    if request.method == "POST" and form.is_valid():
        number = form.save(enrolment=enrolment, by=request.user)
        if number is not None:
            messages.success(request, ticked_in_words(number))
            return HttpResponseRedirect(f"{request.path}?skill={ladder.skill}")
    context = {"enrolment": enrolment, "ladders": found, "ladder": ladder, "form": form}
    return render(request, "training/progress/ticks.html", context)


def chosen_ladder(request: HttpRequest, found: list[Ladder]) -> Ladder:
    """The skill that was asked for; the first otherwise."""
    return next((one for one in found if one.skill == request.GET.get("skill")), found[0])


def ticked_in_words(number: int) -> str:
    if not number:
        return _("Nothing has changed.")
    return ngettext("%(number)d tick is saved.", "%(number)d ticks are saved.", number) % {"number": number}


@require_http_methods(["GET", "HEAD", "POST"])
@teaching_only
def lesson_note(request: HttpRequest, pk: int) -> HttpResponse:
    """What the group worked on in one half-day."""
    rows = HalfDay.objects.visible_to(request.user).held().select_related("session__course")
    half_day = get_object_or_404(rows, pk=pk)
    written = LessonNote.objects.filter(half_day=half_day).first()
    statements = can_dos.taught_in(half_day.session.course)
    form = LessonNoteForm(request.POST or None, instance=written, statements=statements)
    if request.method == "POST" and form.is_valid():
        try:
            lessons.note(half_day=half_day, by=request.user, **form.cleaned_data)
            messages.success(request, _("Saved. The group reads it too."))
            return redirect("group", half_day.session.code)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
    context = {"half_day": half_day, "form": form, "may": can_take_register(request.user, half_day)}
    return render(request, "training/progress/lesson_note.html", context)


def find(request: HttpRequest, pk: int) -> Enrolment:
    """Somebody on the register of one of her own sessions; 404 for everybody else."""
    people = Enrolment.objects.filter(status__in=ON_THE_REGISTER)
    if not request.user.runs_the_office:
        people = people.filter(session__in=Session.objects.taught_by(request.user).values("pk"))
    return get_object_or_404(people.select_related("person", "session__course"), pk=pk)


def chosen_moment(wanted: str | None, profile: progress.Profile) -> Moment:
    """What was asked for; else the entry as long as it is empty, then the end."""
    if wanted in Moment.values:
        return Moment(wanted)
    return Moment.EXIT if any(one.entry for one in profile.skills) else Moment.ENTRY


def back_to_group(enrolment: Enrolment) -> HttpResponseRedirect:
    address = reverse("group", args=[enrolment.session.code])
    return HttpResponseRedirect(f"{address}#person-{enrolment.pk}")


def where_next(enrolment: Enrolment, moment: Moment) -> HttpResponse:
    """The next person of the group, in the order of the board; the board after the last one."""
    group = Enrolment.objects.filter(session=enrolment.session, status__in=ON_THE_REGISTER)
    names = list(group.order_by("person__name_key", "pk").values_list("pk", flat=True))
    later = names[names.index(enrolment.pk) + 1 :]
    if not later:
        return back_to_group(enrolment)
    return HttpResponseRedirect(reverse("levels", args=[later[0]]) + f"?moment={moment}")
