from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from training.domain.queries.group import group as board_of
from training.domain.queries.trainer import day
from training.models import Session
from training.views import shell
from training.views.access import teaching_only


@require_safe
@teaching_only
def today(request: HttpRequest) -> HttpResponse:
    return render(
        request, "training/trainer/today.html", {"day": day(request.user), "device": shell.on_page(request)}
    )


@require_safe
@teaching_only
def group(request: HttpRequest, code: str) -> HttpResponse:
    own = Session.objects.taught_by(request.user)
    sessions = Session.objects.all() if request.user.runs_the_office else own
    session = get_object_or_404(sessions.select_related("course", "room"), code=code)
    return render(request, "training/trainer/group.html", {"group": board_of(session)})
