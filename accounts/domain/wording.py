"""The words of a letter: built in, or put in their place by the office, per language and version."""

import re
from dataclasses import dataclass

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.domain.letters import Letter, gaps_in, plain
from accounts.enums import Language
from accounts.exceptions import Refusal
from accounts.models import LetterText, User

PARTS = ("subject", "heading", "body", "button", "closing")
ONE_LINE = ("subject", "heading", "button")
FOREIGN_GAP = re.compile(r"%\(\w*\)?[sd]?|%[sd]\b")  # as programmers write them: nothing would fill it


@dataclass(frozen=True)
class Wording:
    """The words in one language, gaps still open. Paragraphs are separated by an empty line."""

    subject: str
    heading: str
    body: str
    button: str
    closing: str

    @property
    def everything(self) -> str:
        return "\n".join(getattr(self, part) for part in PARTS)


def built_in(letter: type[Letter], language: str) -> Wording:
    with translation.override(language):
        return Wording(
            subject=plain(letter.subject),
            heading=plain(letter.heading),
            body="\n\n".join(map(plain, letter.body)),
            button=plain(letter.button),
            closing="\n\n".join(map(plain, letter.closing)),
        )


def current(letter: type[Letter], language: str) -> Wording:
    """The newest version of the office; the built-in words where it wrote none in this language."""
    newest = LetterText.objects.of(letter.kind, language).first()
    if newest is None or newest.is_built_in:
        return built_in(letter, language)
    return Wording(**{part: getattr(newest, part) for part in PARTS})


def paragraphs(text: str) -> list[str]:
    return [one.strip() for one in text.replace("\r\n", "\n").split("\n\n") if one.strip()]


@transaction.atomic
def rewrite(*, letter: type[Letter], language: str, by: User | None, **words: str) -> LetterText:
    """A new version of the words in one language. The versions before it stay.

    Refuses, with a sentence: an unknown gap, one of another spelling, a needed gap that is missing, one in
    the button, one that is not always filled beside one that is needed, personal data in the subject, a
    stray brace, an empty subject or body.
    """
    wanted = Wording(**{part: _tidied(part, words.get(part, "")) for part in PARTS})
    for check in CHECKS:
        check(letter, wanted)
    facts = {part: getattr(wanted, part) for part in PARTS}
    language = Language(language).value
    return LetterText.objects.create(kind=letter.kind, language=language, written_by=by, **facts)


@transaction.atomic
def reset(*, letter: type[Letter], language: str, by: User | None) -> LetterText | None:
    """Back to the built-in words; a version like any other. None when they stand already. Idempotent."""
    newest = LetterText.objects.of(letter.kind, language).first()
    if newest is None or newest.is_built_in:
        return None
    return LetterText.objects.create(
        kind=letter.kind, language=Language(language).value, written_by=by, is_built_in=True
    )


def _tidied(part: str, text: str) -> str:
    """A subject, a heading and a button are one line: a mail whose subject has two is never sent."""
    if part in ONE_LINE:
        return " ".join(re.split(r"[\r\n]+", text)).strip()
    return text.replace("\r\n", "\n").strip()


def _not_empty(letter: type[Letter], words: Wording) -> None:
    if not words.subject or not words.body:
        raise Refusal(_("A letter has a subject and a text."), code="empty")
    if letter.button and not words.button:
        raise Refusal(_("This letter has a button: give it a name."), code="button")


def _known(letter: type[Letter]) -> str:
    return ", ".join("{" + name + "}" for name in letter.gaps) or "–"


def _only_our_gaps(letter: type[Letter], words: Wording) -> None:
    if found := FOREIGN_GAP.search(words.everything):
        facts = {"found": found[0], "known": _known(letter)}
        sentence = _("“%(found)s” would stand in the letter as it is. You may use: %(known)s.")
        raise Refusal(sentence % facts, code="foreign_gap")


def _only_known_gaps(letter: type[Letter], words: Wording) -> None:
    known = _known(letter)
    unknown = [name for name in gaps_in(words.everything) if name not in letter.gaps]
    if unknown:
        facts = {"unknown": "{" + unknown[0] + "}", "known": known}
        sentence = _("%(unknown)s is not known in this letter. You may use: %(known)s.")
        raise Refusal(sentence % facts, code="unknown_gap")
    rest = words.everything
    for name in letter.gaps:
        rest = rest.replace("{" + name + "}", "")
    if "{" in rest or "}" in rest:
        raise Refusal(_("A brace stands alone. You may use: %(known)s.") % {"known": known}, code="brace")


def _every_needed_gap(letter: type[Letter], words: Wording) -> None:
    used = set(gaps_in(words.everything))
    missing = [name for name, gap in letter.gaps.items() if gap.is_needed and name not in used]
    if missing:
        facts = {"name": "{" + missing[0] + "}", "label": letter.gaps[missing[0]].label}
        raise Refusal(_("Keep %(name)s somewhere in the letter: %(label)s.") % facts, code="missing_gap")


def _no_gap_in_button(letter: type[Letter], words: Wording) -> None:
    for name in gaps_in(words.button):
        facts = {"name": "{" + name + "}"}
        sentence = _("A button is short and always the same: take %(name)s out of it.")
        raise Refusal(sentence % facts, code="button")


def _unsure_gaps_apart(letter: type[Letter], words: Wording) -> None:
    """A paragraph whose gap has nothing to say is left out: nothing that is needed may go with it."""
    needed = {name for name, gap in letter.gaps.items() if gap.is_needed}
    for text in (words.heading, *paragraphs(words.body), *paragraphs(words.closing)):
        unsure = [name for name in gaps_in(text) if name not in needed]
        if unsure and needed & set(gaps_in(text)):
            _refuse_unsure(unsure[0])
    for name in gaps_in(words.subject):
        if name not in needed:
            _refuse_unsure(name)


def _refuse_unsure(name: str) -> None:
    sentence = _(
        "%(name)s is not always filled; what stands beside it is then left out. Put it into a paragraph of "
        "its own, between two empty lines."
    )
    raise Refusal(sentence % {"name": "{" + name + "}"}, code="unsure_gap")


def _nothing_private_in_subject(letter: type[Letter], words: Wording) -> None:
    private = [name for name in gaps_in(words.subject) if letter.gaps[name].is_private]
    if private:
        facts = {"name": "{" + private[0] + "}"}
        sentence = _("%(name)s is personal: a subject can be read by anybody who sees the screen.")
        raise Refusal(sentence % facts, code="private_gap")


CHECKS = (
    _not_empty,
    _only_our_gaps,
    _only_known_gaps,
    _no_gap_in_button,
    _unsure_gaps_apart,
    _every_needed_gap,
    _nothing_private_in_subject,
)
