"""A page that is laid out again and again with other words: what does not depend on them is done once.

WeasyPrint reads the page, matches it with its styles, makes its boxes and breaks its lines anew for each
document. Here the page is read and matched once, the boxes stay (WeasyPrint says of them that they are not
lost when pages are made), and a text that was broken at a width is broken the same way the next time.

Like `standing.pen`, it uses what WeasyPrint does not document: its minor version is pinned, and the suite
compares what comes out with what a process that never printed gives, byte for byte.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from weasyprint import DEFAULT_OPTIONS, HTML, Document
from weasyprint.css.counters import CounterStyle
from weasyprint.css.targets import TargetCollector
from weasyprint.document import DocumentMetadata
from weasyprint.document import Page as LaidOut
from weasyprint.formatting_structure import boxes
from weasyprint.formatting_structure.build import build_formatting_structure
from weasyprint.html import get_html_metadata
from weasyprint.images import get_image_from_uri
from weasyprint.layout import LayoutContext, inline, layout_document, preferred
from weasyprint.text.line_break import split_first_line

MOST_LINES = 512  # of one page, that are remembered: three times what it has


class Page(HTML):
    """Only the text of the elements in `marked`, and their pictures and addresses, may change meanwhile."""

    def __init__(self, source: str, fetcher) -> None:
        super().__init__(string=source, url_fetcher=fetcher)
        self.marked = [each for each in self.etree_element.iter() if each.get("data-slot")]
        self.counters = CounterStyle()
        self.styles = None
        self.tree = None
        self.lines: dict[tuple, tuple] = {}

    def set(self, number: int, kind: str, word: str) -> None:
        """Another word in the marked element of this number: in an attribute, or as its text."""
        element = self.marked[number]
        if kind in ("src", "alt", "href"):
            element.set(kind, word)
        else:
            element.text = word

    def lay_out(self, kept, options: dict) -> Document:
        """`kept`: the type that the page is set with, the same each time."""
        options = DEFAULT_OPTIONS | options | {"stylesheets": kept.styles}
        context = self._context(kept, options)
        if self.tree is None or not self._refill(options["cache"]):
            self.tree = build_formatting_structure(
                self.etree_element,
                context.style_for,
                context.get_image_from_uri,
                self.base_url,
                context.target_collector,
                self.counters,
                context.footnotes,
            )
        with self._known_lines():
            laid_out = list(layout_document(self, self.tree, context))
        return Document(
            [LaidOut(each) for each in laid_out],
            DocumentMetadata(**get_html_metadata(self)),
            self.url_fetcher,
            kept.fonts,
            kept.profiles,
            options["output_intent"],
        )

    def _context(self, kept, options: dict) -> LayoutContext:
        if self.styles is None:
            context = Document._build_layout_context(self, kept.fonts, self.counters, kept.profiles, options)
            self.styles = context.style_for
            return context
        images = partial(
            get_image_from_uri, cache=options["cache"], url_fetcher=self.url_fetcher, options=options
        )
        return LayoutContext(self.styles, images, kept.fonts, self.counters, TargetCollector())

    def _refill(self, pictures: dict) -> bool:
        """Puts the words of now into the boxes. False when that cannot be: they are made anew."""
        marked = set(self.marked)
        for box in _descendants(self.tree):
            if box.element not in marked:
                continue
            if isinstance(box, boxes.TextBox):
                if not box.element.text:
                    return False
                box.text = box.element.text
            elif isinstance(box, boxes.ReplacedBox):
                if box.element.get("src") not in pictures:
                    return False
                box.replacement = pictures[box.element.get("src")]
            elif box.link:
                how, (where, _address) = box.link
                box.link = how, (where, box.element.get("href"))
        return True

    @contextmanager
    def _known_lines(self) -> Iterator[None]:
        """For the time of one layout: whoever prints waits for whoever prints (`machine.one_at_a_time`)."""

        def known(text, style, context, *further, **named):
            key = text, id(style), further, *named.values()
            if key not in self.lines:
                if len(self.lines) >= MOST_LINES:
                    self.lines.clear()
                self.lines[key] = style, split_first_line(text, style, context, *further, **named)
            return self.lines[key][1]

        inline.split_first_line = preferred.split_first_line = known
        try:
            yield
        finally:
            inline.split_first_line = preferred.split_first_line = split_first_line


def _descendants(box) -> Iterator:
    yield box
    for child in box.children if isinstance(box, boxes.ParentBox) else ():
        yield from _descendants(child)
