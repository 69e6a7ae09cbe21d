"""The placement test: with or without an account, one question a screen, no script needed."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from training.domain.placement import clips, taking
from training.domain.placement.fitting import fitting
from training.domain.queries import placement as read
from training.enums import WITH_CLIP
from training.forms.placement import AnswerForm
from training.models import PlacementAttempt, PlacementItem


def current(request: HttpRequest) -> PlacementAttempt | None:
    """Of the account, the open one first; without an account, the one this browser began."""
    if request.user.is_authenticated:
        return read.current_of(request.user)
    found = request.session.get(taking.SESSION_KEY)
    return PlacementAttempt.objects.filter(pk=found, user=None).first() if found else None


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """What it is; POST begins, or goes on with what was begun."""
    attempt = current(request)
    if request.method != "POST":
        return render(request, "training/placement/start.html", {"attempt": attempt})
    if attempt is None or attempt.finished_at:
        attempt = taking.begin(user=request.user if request.user.is_authenticated else None)
        request.session[taking.SESSION_KEY] = attempt.pk
    return redirect("placement_question")


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest) -> HttpResponse:
    """The open question. An answer to another one (Back, a second window) changes nothing."""
    attempt = current(request)
    if attempt is None:
        return redirect("placement")
    state = taking.standing(attempt)
    if state.question is None:
        return redirect("placement_result")
    form = AnswerForm(request.POST or None, attempt=attempt, state=state)
    if request.method == "POST" and (moved := keep(request, attempt, form)):
        return moved
    context = {"form": form, "page": read.question_page(attempt, state)}
    return render(request, "training/placement/question.html", context)


def keep(request: HttpRequest, attempt: PlacementAttempt, form: AnswerForm) -> HttpResponse | None:
    """Where to go on; None when an answer is missing."""
    if "skip" in request.POST:
        taking.skip_listening(attempt=attempt)
    elif request.POST.get("question") == form.key:
        if not form.is_valid():
            return None
        taking.answer(attempt=attempt, key=form.key, choice=form.answer)
    return redirect("placement_question")


@login_not_required
@never_cache
@require_safe
def result(request: HttpRequest) -> HttpResponse:
    attempt = current(request)
    if attempt is None:
        return redirect("placement")
    if not attempt.finished_at:
        return redirect("placement_question")
    context = {
        "attempt": attempt,
        "shown": read.shown(attempt),
        "fits": read.cards(fitting(attempt.results.all())),
    }
    return render(request, "training/placement/result.html", context)


@login_not_required
@require_POST
def regional(request: HttpRequest) -> HttpResponse:
    """Adds the West Flemish set to a finished test."""
    attempt = current(request)
    if attempt is None or not attempt.finished_at:
        return redirect("placement")
    taking.add_regional(attempt=attempt)
    return redirect("placement_question")


@login_not_required
@require_safe
def clip(request: HttpRequest, code: str) -> HttpResponse:
    """The sound of an item, whole or in parts: some telephones only play what they may ask for in parts."""
    found = clips.clip(get_object_or_404(PlacementItem, code=code, part__in=WITH_CLIP))
    if found is None:
        return HttpResponse(status=404)
    body, size = found.body, len(found.body)
    response = HttpResponse(body, content_type=found.media_type, headers={"Accept-Ranges": "bytes"})
    if wanted := clips.part(request.headers.get("Range", ""), size):
        first, last = wanted
        response = HttpResponse(body[first : last + 1], status=206, content_type=found.media_type)
        response["Content-Range"] = f"bytes {first}-{last}/{size}"
    response["Cache-Control"] = "public, max-age=3600"
    response["X-Content-Type-Options"] = "nosniff"
    return response
