"""What cannot be answered, as RFC 9457 says it: a type, a title, a status, and what to do."""

from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True)
class Problem:
    """`name` is the anchor on the human page; `detail` says what to do."""

    name: str
    status: HTTPStatus
    title: str | Promise
    detail: str | Promise

    @property
    def type(self) -> str:
        return f"{reverse('api')}#{self.name}"


NOT_JSON = Problem(
    "not-json", HTTPStatus.BAD_REQUEST, _("The body is no JSON"), _("Send one JSON object, in UTF-8.")
)
NO_KEY = Problem(
    "no-key",
    HTTPStatus.UNAUTHORIZED,
    _("No key that opens this"),
    _("Send Authorization: Bearer with a key of your organisation that still opens."),
)
NOT_ALLOWED = Problem(
    "not-allowed", HTTPStatus.METHOD_NOT_ALLOWED, _("Not this method"), _("The header Allow says which one.")
)
TOO_LARGE = Problem(
    "too-large",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    _("The body is too large"),
    _("Divide the list: 200 codes at most, in 200 kB at most."),
)
NOT_THIS_TYPE = Problem(
    "not-this-type",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    _("Another type of content"),
    _("Send Content-Type: application/json."),
)
NOT_VALID = Problem(
    "not-valid",
    HTTPStatus.UNPROCESSABLE_ENTITY,
    _("The list cannot be read"),
    _("Each error says where, as a JSON pointer, and what."),
)
TOO_MANY = Problem(
    "too-many",
    HTTPStatus.TOO_MANY_REQUESTS,
    _("Too many questions"),
    _("Wait as many seconds as Retry-After says, then send the same again. Nothing was answered."),
)
ALL = (NOT_JSON, NO_KEY, NOT_ALLOWED, TOO_LARGE, NOT_THIS_TYPE, NOT_VALID, TOO_MANY)


class Stopped(Exception):
    """A request that is answered by a problem. `errors`: where and what."""

    def __init__(self, problem: Problem, *, errors: list[dict] | None = None, headers: dict | None = None):
        super().__init__(problem.name)
        self.problem, self.errors, self.headers = problem, errors, headers or {}


def response_to(stopped: Stopped) -> HttpResponse:
    problem = stopped.problem
    body = {
        "type": problem.type,
        "title": str(problem.title),
        "status": int(problem.status),
        "detail": str(problem.detail),
    }
    if stopped.errors:
        body["errors"] = stopped.errors
    return JsonResponse(body, status=problem.status, headers=stopped.headers, content_type=MEDIA_TYPE)
