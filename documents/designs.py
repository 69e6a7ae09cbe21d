"""What keeps a design from being printed: every text, signatory and logo of it, a sentence for each."""

from collections.abc import Iterator

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from documents import logos, phrases
from documents.facts import Design, Logo, Signatory
from documents.phrases import Words
from documents.sheets.sheet import Sheet

MOST = 12  # signatories, and logos
LONGEST_NAME, LONGEST_ROLE, LONGEST_PROGRAMME = 80, 100, 100  # characters


def troubles(sheet: Sheet, design: Design) -> Iterator[Words]:
    """In the order of the paper. Asks the archive whether each logo is there."""
    if design.layout not in sheet.layouts:
        yield _("Choose a layout: the one of this template is no longer known.")
    if design.emblem not in sheet.emblems:
        yield _("Choose where the European emblem stands.")
    written = {each.name: {"fr": each.fr, "nl": each.nl} for each in design.words}
    yield from phrases.troubles(sheet.phrases, written)
    yield from of_text(design.programme, LONGEST_PROGRAMME, label=_("funding programme"))
    if len(design.signatories) > MOST:
        yield format_lazy(_("A paper has room for {most} signatories."), most=MOST)
    for number, signatory in enumerate(design.signatories, start=1):
        yield from of_signatory(signatory, number)
    if len(design.logos) > MOST:
        yield format_lazy(_("A paper has room for {most} logos."), most=MOST)
    for number, logo in enumerate(design.logos, start=1):
        yield from of_logo(logo, number)


def of_signatory(signatory: Signatory, number: int) -> Iterator[Words]:
    """What one lacks; `number` counts from 1."""
    who = format_lazy(_("signatory {number}"), number=number)
    if not signatory.name.strip():
        yield format_lazy(_("The name of {who} is missing."), who=who)
    roles = {"fr": signatory.role_fr, "nl": signatory.role_nl}
    for language, sentence in NO_ROLE.items():
        if not roles[language].strip():
            yield format_lazy(sentence, who=signatory.name.strip() or who)
    yield from of_text(signatory.name, LONGEST_NAME, label=who)
    for role in roles.values():
        yield from of_text(role, LONGEST_ROLE, label=who)
    if signatory.logo is not None and not logos.is_kept(signatory.logo):
        yield format_lazy(GONE, who=who)


def of_logo(logo: Logo, number: int) -> Iterator[Words]:
    """What one lacks; `number` counts from 1."""
    what = format_lazy(_("logo {number}"), number=number)
    names = {"fr": logo.name_fr, "nl": logo.name_nl}
    for language, sentence in NO_NAME.items():
        if not names[language].strip():
            yield format_lazy(sentence, what=what)
    for name in names.values():
        yield from of_text(name, LONGEST_NAME, label=what)
    if not logos.is_kept(logo.sha256):
        yield format_lazy(GONE, who=what)


def of_text(text: str, most: int, *, label: Words) -> Iterator[Words]:
    """What keeps one line from being printed; `most` characters."""
    if len(text) > most:
        yield format_lazy(
            _("“{label}”: {length} characters, and the page has room for {most}."),
            label=label, length=len(text), most=most,
        )  # fmt: skip
    if unknown := phrases.unprintable(text):
        yield format_lazy(
            _("“{label}”: the press cannot print {characters}"), label=label, characters=" ".join(unknown)
        )


NO_ROLE = {
    "fr": _("{who}: the role is missing in French."),
    "nl": _("{who}: the role is missing in Dutch."),
}
NO_NAME = {
    "fr": _("{what}: say in French whose it is, for people who do not see it."),
    "nl": _("{what}: say in Dutch whose it is, for people who do not see it."),
}
GONE = _("The picture of {who} is no longer there: upload it again.")
