"""What is wrong with a line, in the language of everybody who may read it.

The sentences are the verbs' own, made when they refuse; one that is kept in one language could not be read in
another afterwards. So each is kept in all of them (docs/decisions/0087).
"""

from collections.abc import Callable

from django.utils.translation import get_language, override

from accounts.enums import Language


def in_each_language(say: Callable[[], dict[str, str]]) -> dict[str, dict[str, str]]:
    """Cell → language → sentence. Asks in the language of the moment, in the others only if that is wrong."""
    found: dict[str, dict[str, str]] = {}
    for language in sorted(Language.values, key=lambda one: one != get_language()):
        with override(language):
            for cell, sentence in say().items():
                found.setdefault(cell, {})[language] = sentence
        if not found:
            break
    return found


def to_the_reader(sentences: dict[str, str]) -> str:
    return sentences.get(get_language() or "") or next(iter(sentences.values()), "")
