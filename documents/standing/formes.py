"""The formes of this process: which one a page is printed with, and whether it may be lent."""

import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from weasyprint import Attachment

from documents.standing.forme import Forme
from documents.standing.proving import is_proved
from documents.standing.slots import Copy
from documents.standing.unfit import Unfit
from documents.typesetting import Type

logger = logging.getLogger(__name__)
MOST_PAGES = 12  # pages that stand at once; the one not asked for longest is taken apart
MOST_SHAPES = 6  # of one page: other numbers of lines

standing: OrderedDict[tuple, list[Forme]] = OrderedDict()


@dataclass
class Setting:
    """A page that is ready to be printed."""

    forme: Forme
    words: tuple[str, ...]
    lines: list[list[bytes]]

    @property
    def pages(self) -> int:
        return self.forme.pages

    def printed(self, attachments: Sequence[bytes]) -> bytes:
        return self.forme.printed(self.words, self.lines, attachments)


def setting(
    page: str,
    kept: Type,
    *,
    names: Sequence[tuple[str, str]],
    enclose: Callable[[], Sequence[Attachment]],
    room: int,
) -> Setting:
    """The page with its words in a forme that stands, or in a new one. Which of both changes no byte.

    `names` and relationships of the enclosed files, which `enclose` gives for a new forme; `room` for a seal.
    Raises Unfit for a page whose changing words cannot be told apart from the rest.
    """
    copy = Copy.of(page)
    key = (copy.around, copy.is_usual, tuple(names), room)
    shapes = standing.setdefault(key, [])
    standing.move_to_end(key)
    for forme in shapes:
        try:
            lines = forme.set(copy.words)
        except Unfit:
            continue
        if copy.words == forme.copy.words or is_proved(forme):
            return Setting(forme, copy.words, lines)
    forme = Forme(copy, kept, attachments=enclose(), room=room)
    if forme.has_only_the_repertoire() and len(shapes) < MOST_SHAPES and not _stands_already(forme, shapes):
        shapes.append(forme)
    while len(standing) > MOST_PAGES:
        standing.popitem(last=False)
    return Setting(forme, copy.words, forme.set(copy.words))


def _stands_already(forme: Forme, shapes: list[Forme]) -> bool:
    """Words that were too close to the end of a line to tell may turn out to need no other page."""
    return any(forme.shape == each.shape for each in shapes)


def forget() -> None:
    standing.clear()
