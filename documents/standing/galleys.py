"""Pages that were read and matched with their styles once, and are laid out again with other words."""

from documents.pages import Page
from documents.standing.slots import Copy
from documents.typesetting import Type

MOST = 12  # pages kept at once; the one not asked for longest goes


def page_of(copy: Copy, kept: Type) -> Page:
    """The page with the words of this copy, until the next call. One without slots is read each time."""
    if not copy.slots:
        return Page(copy.page, kept.fetcher)
    page = kept.pages.get(copy.around)
    if page is None:
        page = kept.pages[copy.around] = Page(copy.page, kept.fetcher)
        while len(kept.pages) > MOST:
            kept.pages.popitem(last=False)
    kept.pages.move_to_end(copy.around)
    for slot, word in zip(copy.slots, copy.words, strict=True):
        page.set(slot.element, slot.kind, word)
    return page
