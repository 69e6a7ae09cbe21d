from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One kind of document: its template pair `documents/<name>/page.html` and `page.css`.

    `scene(facts, *, language)` gives the words the template places. With `pages` set, the `densities(facts)`
    (a class on the body) are tried in their order until the text fits. `stands`: its changing words are
    marked, so the press sets the page around them once (`documents.standing`).
    """

    name: str
    scene: Callable[..., dict]
    densities: Callable[..., tuple[str, ...]] = lambda facts: ("roomy",)
    pages: int | None = None
    stands: bool = False
