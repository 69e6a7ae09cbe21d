"""The door of the trainers' pages: a trainer or the office; to anybody else they do not exist."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse

from accounts.enums import Role


def teaching_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not (request.user.has_role(Role.TRAINER) or request.user.runs_the_office):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
