"""The body of a question, checked: what is wrong is said with where it stands (a JSON pointer)."""

import json

from django.http import HttpRequest
from django.utils.translation import gettext as _

from certificates.domain import codes
from certificates.domain.many import MOST, Question
from certificates.views.api.problems import NOT_JSON, NOT_THIS_TYPE, NOT_VALID, TOO_LARGE, Stopped

LARGEST = 200_000  # bytes
LONGEST_CODE, LONGEST_NAME = codes.LONGEST_READ, 200
FIELDS = {"code": LONGEST_CODE, "family_name": LONGEST_NAME}


def questions_of(request: HttpRequest) -> list[Question]:
    """The items, numbered from 1. Raises Stopped. A text that is no code is asked all the same: unknown."""
    return questions_in(body_of(request))


def body_of(request: HttpRequest) -> object:
    if request.content_type != "application/json":
        raise Stopped(NOT_THIS_TYPE)
    content = request.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise Stopped(TOO_LARGE)
    try:
        return json.loads(content.decode())
    except (ValueError, RecursionError) as error:
        raise Stopped(NOT_JSON) from error


def questions_in(body: object) -> list[Question]:
    items = body.get("items") if isinstance(body, dict) else None
    if not isinstance(items, list) or not 1 <= len(items) <= MOST:
        sentence = _("A list of 1 to %(most)d items is needed.") % {"most": MOST}
        raise Stopped(NOT_VALID, errors=[{"pointer": "/items", "detail": sentence}])
    errors = [error for place, item in enumerate(items) for error in _errors(item, f"/items/{place}")]
    errors = errors or _twice(items)
    if errors:
        raise Stopped(NOT_VALID, errors=errors)
    return [
        Question(number, item["code"], codes.clean(item["code"]), item.get("family_name", "").strip())
        for number, item in enumerate(items, start=1)
    ]


def _errors(item: object, pointer: str) -> list[dict]:
    if not isinstance(item, dict):
        return [{"pointer": pointer, "detail": _("An object with code and perhaps family_name is needed.")}]
    errors = [
        {"pointer": pointer, "detail": _("Only code and family_name are read.")}
        for _name in sorted(item.keys() - FIELDS.keys())[:1]
    ]
    if "code" not in item:
        errors.append({"pointer": pointer, "detail": _("The code is missing.")})
    for name, longest in FIELDS.items():
        value = item.get(name, "")
        if not isinstance(value, str) or len(value) > longest:
            sentence = _("A text of at most %(longest)d characters is needed.") % {"longest": longest}
            errors.append({"pointer": f"{pointer}/{name}", "detail": sentence})
    return errors


def _twice(items: list[dict]) -> list[dict]:
    """The same code with one name after another would be guessing."""
    first: dict[str, int] = {}
    errors = []
    for place, item in enumerate(items):
        other = first.setdefault(codes.clean(item["code"]) or item["code"], place)
        if other != place:
            sentence = _("The same code stands in item %(other)d.") % {"other": other}
            errors.append({"pointer": f"/items/{place}/code", "detail": sentence})
    return errors
