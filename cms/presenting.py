"""Who shows which page: views register themselves here, so that a page model knows no view.

A Wagtail page is a model that answers requests. Here the model keeps what an editor writes; what a visitor
sees beside it (sessions, filters, links) is put together in `cms.views`, above.
"""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

_contexts: dict[str, Callable[..., dict]] = {}
_answers: dict[str, Callable[..., HttpResponse]] = {}


def presents(*models: type) -> Callable:
    """The decorated function gives the context of these page types: `(page, request) -> dict`."""

    def register(function: Callable[..., dict]) -> Callable[..., dict]:
        _contexts.update({model._meta.label: function for model in models})
        return function

    return register


def answers(route: str) -> Callable:
    """The decorated function answers this route below a page: `(page, request, **kwargs) -> HttpResponse`."""

    def register(function: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        _answers[route] = function
        return function

    return register


def context_of(page, request: HttpRequest) -> dict:
    present = _contexts.get(page._meta.label)
    return present(page, request) if present else {}


def answer(route: str, page, request: HttpRequest, **kwargs) -> HttpResponse:
    if getattr(request, "is_preview", False):
        raise Http404
    return _answers[route](page, request, **kwargs)
