"""What two versions of a template say otherwise: each text side by side, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from certificates.models import TemplateVersion
from documents.facts import Design
from documents.phrases import Words
from documents.sheets import SHEETS, Sheet

LANGUAGES = {"fr": _("in French"), "nl": _("in Dutch")}


@dataclass(frozen=True)
class Piece:
    """Some words of a text; `is_marked`: they do not stand in the other version."""

    text: str
    is_marked: bool


@dataclass(frozen=True)
class Difference:
    """One thing that is not the same. `language` of its words, empty for what has none."""

    label: Words
    language: str
    before: list[Piece]
    after: list[Piece]


def differences(before: TemplateVersion, after: TemplateVersion) -> list[Difference]:
    """In the order of the paper; empty when both look and read alike."""
    sheet = SHEETS[after.template.paper]
    one, other = (Design.from_json(version.design) for version in (before, after))
    return [
        Difference(label, language, *marked(old, new))
        for (label, language, old), (_label, _language, new) in zip(
            _texts(one, sheet), _texts(other, sheet), strict=True
        )
        if old != new
    ]


def marked(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces, what only one of them has marked."""
    old, new = (re.findall(r"\S+|\s+", text) for text in (before, after))
    left, right = [], []
    for kind, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        left.append(Piece("".join(old[a:b]), kind != "equal"))
        right.append(Piece("".join(new[c:d]), kind != "equal"))
    return [each for each in left if each.text], [each for each in right if each.text]


def _texts(design: Design, sheet: Sheet) -> Iterator[tuple[Words, str, str]]:
    """Everything that may differ, always in the same number: label, language, text."""
    words = {each.name: {"fr": each.fr, "nl": each.nl} for each in design.words}
    layout = sheet.layouts.get(design.layout)
    yield pgettext_lazy("template", "layout"), "", str(layout.label) if layout else design.layout
    for name, phrase in sheet.phrases.items():
        for language, said in LANGUAGES.items():
            label = format_lazy("{label}, {language}", label=phrase.label, language=said)
            yield label, language, words.get(name, {}).get(language, "")
