"""Before a forme is lent to a second person: other words are set in it and laid out as a whole, and compared.

The words are the shortest and the longest that each slot takes in this forme. Once per forme and process.
"""

import logging

from documents.standing.forme import Forme
from documents.standing.unfit import Unfit

logger = logging.getLogger(__name__)
SHORTEST = {"name": "Al Ly", "hours": "1\u00a0h", "level": "A1", "code": "1"}


def is_proved(forme: Forme) -> bool:
    """Asked once. A forme that fails is an error in our understanding of the layout: it is logged, and
    everybody with such a page gets one of their own.
    """
    if forme.proved is None:
        forme.proved = all(_stands(forme, words) for words in (_shortest(forme), _longest(forme)))
        if not forme.proved:
            logger.error("a standing page differs from its layout: it is laid out anew for each person")
    return forme.proved


def _stands(forme: Forme, words: tuple[str, ...]) -> bool:
    laid_out = Forme(forme.copy.with_words(words), forme.kept, attachments=(), room=0)
    if laid_out.pages != forme.pages:
        return False
    if forme.pages > 1:
        return True
    same = laid_out.content(laid_out.own) == forme.content(forme.set(words))
    return same and laid_out.before == forme.before


def _shortest(forme: Forme) -> tuple[str, ...]:
    return _changed(forme, lambda kind, word: [SHORTEST.get(kind, word)])


def _longest(forme: Forme) -> tuple[str, ...]:
    return _changed(forme, lambda kind, word: _longer(word))


def _longer(word: str) -> list[str]:
    """From long to short: its own letters repeated, so that nothing but its width changes."""
    return [word + word[-2:] * times for times in (24, 16, 8, 4, 2, 1)]


def _changed(forme: Forme, candidates) -> tuple[str, ...]:
    """For each slot the first of its candidates that the forme takes, else its own word."""
    words = list(forme.copy.words)
    for number in [each for paragraph in forme.paragraphs for each in paragraph.slots]:
        slot = forme.copy.slots[number]
        for word in candidates(slot.kind, words[number]):
            tried = [*words[:number], word, *words[number + 1 :]]
            try:
                forme.set(tuple(tried))
            except Unfit:
                continue
            words = tried
            break
    return tuple(words)
