from collections.abc import Callable
from dataclasses import dataclass, field

from documents.phrases import Phrases, Words


@dataclass(frozen=True, kw_only=True)
class Layout:
    """One way to lay a paper out: its template pair `documents/<pair>/page.html` and `page.css`.

    `across`: how many of many signatories stand side by side.
    """

    pair: str
    label: Words
    note: Words
    across: int = 6


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One kind of document: its template pair `documents/<name>/page.html` and `page.css`.

    `scene(facts, *, language)` gives the words the template places. With `pages` set, the `densities(facts)`
    (a class on the body) are tried in their order until the text fits. `stands`: its changing words are
    marked, so the press sets the page around them once (`documents.standing`).

    What the office may change of it (`certificates.domain.templates`), under its `label`: `phrases`, its
    named strings, `layouts` and `emblems` (places of the European emblem) by name, the first of which is
    taken without a design. All empty: nothing.
    """

    name: str
    scene: Callable[..., dict]
    densities: Callable[..., tuple[str, ...]] = lambda facts: ("roomy",)
    pages: int | None = None
    stands: bool = False
    label: Words = ""
    phrases: Phrases = field(default_factory=dict)
    layouts: dict[str, Layout] = field(default_factory=dict)
    emblems: dict[str, Words] = field(default_factory=dict)

    @property
    def pairs(self) -> tuple[str, ...]:
        """Every template pair it may be printed with."""
        return tuple(layout.pair for layout in self.layouts.values()) or (self.name,)

    def pair(self, facts) -> str:
        """The one for these facts. A KeyError names a layout that is no longer there."""
        design = getattr(facts, "design", None)
        return self.layouts[design.layout].pair if design else self.pairs[0]
