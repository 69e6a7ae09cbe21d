"""From plain words (tuples) to the blocks of a page."""

import json
import re
from collections.abc import Callable

from cms.models import CataloguePage, StandardPage


def typeset(value):
    """French puts a space before ? ! : ; and inside « »: here one that does not break; curls apostrophes.

    Nested values too.
    """
    if isinstance(value, str):
        spaced = re.sub(r" ([?!:;»])", "\u00a0\\1", value).replace("« ", "«\u00a0")
        return re.sub(r"(?<=\w)'(?=\w)", "’", spaced)
    if isinstance(value, list | tuple):
        return type(value)(typeset(one) for one in value)
    return value


def built(words: dict, *, language: str) -> dict:
    """The stream fields among `words`, in the form Wagtail stores."""
    fields: dict[str, str] = {}
    if "steps" in words:
        fields["steps"] = stream([("steps", [step(*one) for one in words["steps"]])])
    if "body" in words:
        fields["body"] = stream(
            [(kind, block(kind, value, language=language)) for kind, value in words["body"]]
        )
    if "layers" in words:
        fields["layers"] = stream([("layer", layer(*one)) for one in words["layers"]])
    return fields


def stream(blocks: list[tuple]) -> str:
    return json.dumps([{"type": kind, "value": value} for kind, value in blocks])


def block(kind: str, value, *, language: str):
    makers: dict[str, Callable] = {
        "steps": lambda: {"steps": [step(*one) for one in value]},
        "facts": lambda: {"rows": [{"term": term, "value": text} for term, text in value]},
        "action": lambda: {"label": value[0], "page": page_id(value[1], language=language)},
    }
    return makers[kind]() if kind in makers else value


def step(title: str, text: str) -> dict:
    return {"title": title, "text": text}


def layer(title: str, short: str, details: str) -> dict:
    return {"title": title, "short": short, "details": details}


def page_id(wanted: str, *, language: str) -> int:
    """The catalogue, or the page with this purpose, in this language."""
    same = StandardPage.objects.filter(purpose=wanted)
    pages = CataloguePage.objects.all() if wanted == "catalogue" else same
    return pages.get(locale__language_code=language).pk
