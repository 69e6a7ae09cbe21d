"""The named strings of a paper: what the office may word otherwise, with gaps for what differs from person to
person.

A sheet lists its phrases (`Sheet.phrases`); their built-in words stand in both languages side by side. What
the law words – the statement of the funding, the mention of the training provider – is no phrase.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from unicodedata import category

from django.utils.functional import Promise
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.exceptions import PressRefusal
from documents.facts import Design

GAP = re.compile(r"\{([a-z_]+)\}")
UNSEEN = "CMZ"  # of Unicode's categories: controls, marks on a letter, spaces
LINE, SENTENCE = 70, 240  # characters
Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """One named string: its label for the office, its words, the gaps it has to keep, by name.

    `most`: characters, so that the page has room for it.
    """

    label: Words
    fr: str
    nl: str
    gaps: dict[str, Words] = field(default_factory=dict)
    most: int = LINE

    def built_in(self) -> dict[str, str]:
        return {"fr": self.fr, "nl": self.nl}


Phrases = dict[str, Phrase]


def said(phrases: Phrases, design: Design | None, values: dict[str, dict[str, Words]]) -> dict[str, dict]:
    """Each phrase in both languages as HTML, its gaps filled with the `values` of the language.

    Raises PressRefusal like `chosen`.
    """
    return {
        name: {language: fill(text, values[language]) for language, text in both.items()}
        for name, both in chosen(phrases, design).items()
    }


def chosen(phrases: Phrases, design: Design | None) -> dict[str, dict[str, str]]:
    """The words of each phrase in both languages: those of the design, the built-in ones without.

    Raises PressRefusal that names the first that is missing, or does not fit its gaps.
    """
    if design is None:
        return {name: phrase.built_in() for name, phrase in phrases.items()}
    written = {each.name: {"fr": each.fr, "nl": each.nl} for each in design.words}
    for sentence in troubles(phrases, written):
        raise PressRefusal(sentence)
    return {name: written[name] for name in phrases}


def troubles(phrases: Phrases, written: dict[str, dict[str, str]]) -> Iterator[Words]:
    """What keeps these words from being printed: a sentence for each, naming the string and its language."""
    for name, phrase in phrases.items():
        words = written.get(name, {})
        for language in ("fr", "nl"):
            yield from troubles_of(phrase, language, words.get(language, ""))


def fill(text: str, values: dict[str, Words]) -> SafeString:
    """The words as HTML, each gap filled; a value that is no safe string is escaped."""
    parts, end = [], 0
    for found in GAP.finditer(text):
        parts += [conditional_escape(text[end : found.start()]), conditional_escape(values[found[1]])]
        end = found.end()
    return SafeString("".join([*parts, conditional_escape(text[end:])]))


def changing(kind: str, value: str) -> SafeString:
    """A value that differs from person to person, marked for standing type."""
    return format_html('<strong data-slot="{}">{}</strong>', kind, value)


def troubles_of(phrase: Phrase, language: str, text: str) -> Iterator[Words]:
    """Of one string in one language, "fr" or "nl"."""
    text = text.strip()
    if not text:
        yield _said(MISSING[language], phrase)
        return
    found, known = GAP.findall(text), ", ".join(map(_typed, phrase.gaps)) or "–"
    for name in found:
        if name not in phrase.gaps:
            yield _said(UNKNOWN_GAP[language], phrase, gap=_typed(name), known=known)
    for name, label in phrase.gaps.items():
        if name not in found:
            yield _said(LOST_GAP[language], phrase, gap=_typed(name), label=label)
        elif found.count(name) > 1:
            yield _said(TWICE[language], phrase, gap=_typed(name))
    if {"{", "}"} & set(GAP.sub("", text)):
        yield _said(BRACE[language], phrase, known=known)
    if len(text) > phrase.most:
        yield _said(TOO_LONG[language], phrase, most=phrase.most, length=len(text))
    if unknown := unprintable(text):
        yield _said(UNPRINTABLE[language], phrase, characters=" ".join(unknown))


def unprintable(text: str) -> list[str]:
    """The characters of a text that no font of the press has; one that nobody would see, by its number."""
    from documents import proofreading  # reads the fonts, which a process that prints nothing need not have

    return [
        f"U+{ord(each):04X}" if category(each)[0] in UNSEEN else each for each in proofreading.uncovered(text)
    ]


def _typed(name: str) -> str:
    return "{" + name + "}"


def _said(sentence, phrase: Phrase, **facts):
    return format_lazy(sentence, name=phrase.label, field=phrase.label, **facts)


SIGNED = Phrase(
    label=pgettext_lazy("on the paper", "line of place and date"),
    fr="Fait à {place}, le\u00a0{issued_on}",
    nl="Opgemaakt in {place} op {issued_on}",
    gaps={"place": _("place of signature"), "issued_on": _("day of issue")},
)
MISSING = {
    "fr": _("The French text is missing: “{field}”."),
    "nl": _("The Dutch text is missing: “{field}”."),
}
UNKNOWN_GAP = {
    "fr": _("“{name}”, in French: {gap} is not known here. You may use: {known}."),
    "nl": _("“{name}”, in Dutch: {gap} is not known here. You may use: {known}."),
}
LOST_GAP = {
    "fr": _("“{name}”, in French: keep {gap} ({label}) somewhere in it."),
    "nl": _("“{name}”, in Dutch: keep {gap} ({label}) somewhere in it."),
}
TWICE = {
    "fr": _("“{name}”, in French: {gap} stands there twice."),
    "nl": _("“{name}”, in Dutch: {gap} stands there twice."),
}
BRACE = {
    "fr": _("“{name}”, in French: a brace stands alone. You may use: {known}."),
    "nl": _("“{name}”, in Dutch: a brace stands alone. You may use: {known}."),
}
TOO_LONG = {
    "fr": _("“{name}”, in French: {length} characters, and the page has room for {most}."),
    "nl": _("“{name}”, in Dutch: {length} characters, and the page has room for {most}."),
}
UNPRINTABLE = {
    "fr": _("“{name}”, in French: the press cannot print {characters}"),
    "nl": _("“{name}”, in Dutch: the press cannot print {characters}"),
}
