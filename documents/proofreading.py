"""What a compositor checks before the press starts: nothing is missing, everything can be printed."""

from collections.abc import Iterator
from dataclasses import fields

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from documents import glyphs
from documents.exceptions import PressRefusal
from documents.facts import Facts

EMPTY = (None, "", ())
SPACES = frozenset(map(ord, "\n\r\t"))  # HTML folds them into one space


def refuse_gaps(facts: Facts) -> None:
    """Raises PressRefusal for the first fact or translation that is missing; the sentence names it."""
    for each in fields(facts):
        value = getattr(facts, each.name)
        _refuse_half_translated(facts, name=each.name, label=each.metadata.get("label"))
        if isinstance(value, str) and not value.strip():
            value = ""
        if value in EMPTY and each.metadata and not each.metadata["optional"]:
            raise PressRefusal(_missing(each.name, label=each.metadata["label"]))
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Facts):
                refuse_gaps(inner)


def refuse_unprintable(facts: Facts) -> None:
    """Raises PressRefusal for characters that no font of the press has: they would be printed as boxes."""
    for label, text in _labelled_strings(facts):
        if unknown := uncovered(text):
            raise PressRefusal(
                format_lazy(
                    _("“{field}” has characters that the press cannot print: {characters}."),
                    field=label,
                    characters=", ".join(f"{character} (U+{ord(character):04X})" for character in unknown),
                )
            )


def uncovered(text: str) -> list[str]:
    """The characters of a text that cannot be printed, each once, in their order."""
    known = glyphs.characters()
    return [each for each in dict.fromkeys(text) if ord(each) not in known and ord(each) not in SPACES]


def _refuse_half_translated(facts: Facts, *, name: str, label) -> None:
    """Lists in two languages have the same number of lines, none of them empty."""
    stem, _sep, language = name.rpartition("_")
    if language not in ("fr", "nl") or not isinstance(getattr(facts, name), tuple):
        return
    other = getattr(facts, f"{stem}_{'nl' if language == 'fr' else 'fr'}")
    if len(getattr(facts, name)) < len(other) or not all(getattr(facts, name)):
        raise PressRefusal(_missing(name, label=label))


def _missing(name: str, *, label):
    match name.rpartition("_")[2]:
        case "fr":
            return format_lazy(_("The French text is missing: “{field}”."), field=label)
        case "nl":
            return format_lazy(_("The Dutch text is missing: “{field}”."), field=label)
    return format_lazy(_("This is missing: “{field}”."), field=label)


def _labelled_strings(facts: Facts) -> Iterator[tuple[object, str]]:
    for each in fields(facts):
        value = getattr(facts, each.name)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, str):
                yield each.metadata.get("label", each.name), inner
            elif isinstance(inner, Facts):
                yield from _labelled_strings(inner)
