"""The words of a page that change from person to person, as its template marks them.

`<p data-slot="name">`, `<strong data-slot="hours">` … hold text and nothing else; `<img data-slot="picture"
src alt>` and `<a data-slot="link" href>` change in what they name. Whatever is not marked belongs to the
page: when it changes, it is another page.
"""

import html
import re
from dataclasses import dataclass
from functools import cached_property

from django.utils.html import escape

from documents.standing import repertoire

MARKED = re.compile(
    r'<(?P<tag>p|strong|title)\b[^<>]*?\bdata-slot="(?P<kind>[a-z]+)"[^<>]*>(?P<text>[^<]*)</(?P=tag)>'
    r'|<img data-slot="picture" src="(?P<src>[^"]*)" alt="(?P<alt>[^"]*)">'
    r'|<a data-slot="link" href="(?P<href>[^"]*)">'
)
FOLDED = re.compile("[ \t\r\n\f]+")  # HTML folds them into one space; a no-break space is none of them


@dataclass(frozen=True)
class Slot:
    """`element` counts the marked elements of the page, in its order; a picture has two slots."""

    kind: str
    element: int


@dataclass(frozen=True)
class Copy:
    """What the compositor gets: the page around the slots, the slots, and the words for each."""

    around: tuple[str, ...]
    slots: tuple[Slot, ...]
    words: tuple[str, ...]

    @classmethod
    def of(cls, page: str) -> "Copy":
        around, slots, words, end = [], [], [], 0
        for element, mark in enumerate(MARKED.finditer(page)):
            for group in ("text", "src", "alt", "href"):
                if mark[group] is None:
                    continue
                around.append(page[end : mark.start(group)])
                end = mark.end(group)
                slots.append(Slot(mark["kind"] if group == "text" else group, element))
                words.append(FOLDED.sub(" ", html.unescape(mark[group])).strip(" "))
        return cls((*around, page[end:]), tuple(slots), tuple(words))

    def with_words(self, words: tuple[str, ...]) -> "Copy":
        return Copy(self.around, self.slots, words)

    @cached_property
    def is_usual(self) -> bool:
        """Whether its names have the letters that the page has at hand for most people."""
        return all(
            repertoire.is_usual(slot.kind, word) for slot, word in zip(self.slots, self.words, strict=True)
        )

    @cached_property
    def page(self) -> str:
        """The page with these words, as HTML."""
        filled = (part + escape(words) for part, words in zip(self.around, self.words, strict=False))
        return "".join(filled) + self.around[-1]
