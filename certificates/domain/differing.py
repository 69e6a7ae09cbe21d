"""What two versions of a template say otherwise: each text side by side, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from certificates.models import TemplateVersion
from documents.facts import Design
from documents.sheets import SHEETS, Sheet

LANGUAGES = {"fr": gettext_lazy("in French"), "nl": gettext_lazy("in Dutch")}


@dataclass(frozen=True)
class Piece:
    """Some words of a text; `is_marked`: they do not stand in the other version."""

    text: str
    is_marked: bool


@dataclass(frozen=True)
class Difference:
    """One thing that is not the same. `language` of its words, empty for what has none."""

    label: str
    language: str
    before: list[Piece]
    after: list[Piece]


def differences(before: TemplateVersion, after: TemplateVersion) -> list[Difference]:
    """In the active language; empty when both look and read alike."""
    sheet = SHEETS[after.template.paper]
    one, other = (Design.from_json(version.design) for version in (before, after))
    old, new = (
        {(label, language): text for label, language, text in _texts(each, sheet)} for each in (one, other)
    )
    return [
        Difference(label, language, *marked(old.get((label, language), ""), new.get((label, language), "")))
        for label, language in {**old, **new}
        if old.get((label, language)) != new.get((label, language))
    ]


def marked(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces, what only one of them has marked."""
    old, new = (re.findall(r"\S+\s*", text) for text in (before, after))
    left, right = [], []
    for kind, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        left.append(Piece("".join(old[a:b]), kind != "equal"))
        right.append(Piece("".join(new[c:d]), kind != "equal"))
    return [each for each in left if each.text], [each for each in right if each.text]


def _texts(design: Design, sheet: Sheet) -> Iterator[tuple[str, str, str]]:
    """Everything that may differ: label, language, text."""
    words = {each.name: {"fr": each.fr, "nl": each.nl} for each in design.words}
    for name, phrase in sheet.phrases.items():
        for language, said in LANGUAGES.items():
            yield f"{phrase.label}, {said}", language, words.get(name, {}).get(language, "")
    layout = sheet.layouts.get(design.layout)
    yield pgettext("template", "layout"), "", str(layout.label) if layout else design.layout
    emblem = sheet.emblems.get(design.emblem, design.emblem)
    yield pgettext("template", "place of the emblem"), "", str(emblem)
    yield pgettext("template", "funding programme"), "", design.programme
    for number, one in enumerate(design.signatories, start=1):
        with_logo = pgettext("signatory", "with a logo") + f" ({one.logo[:8]})" if one.logo else ""
        said = " – ".join(filter(None, [one.name, one.role_fr, one.role_nl, with_logo]))
        yield _("Signatory %(number)d") % {"number": number}, "", said
    for number, logo in enumerate(design.logos, start=1):
        said = f"{logo.name_fr} – {logo.name_nl} ({logo.sha256[:8]})"
        yield _("Logo %(number)d") % {"number": number}, "", said
