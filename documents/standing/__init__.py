"""Standing type: a page is set once, and for the next person only the words that change are set again.

Printers kept a page that would be printed again standing, locked into a forme, and changed the lines that
had to change. So does this package, for a template whose changing words are marked with `data-slot` (see
`slots`). The page around them is laid out by WeasyPrint once per process; everything that never changes
becomes one block of bytes. A person's words are shaped by WeasyPrint's own text code and written into the
page's stream where they stood; what would move anything else on the page (one line more, a fall-back font)
is laid out as a whole and becomes a forme of its own.

This is its door: `setting` finds or makes the forme of a page, `Setting.printed` gives the file; `page_of` is
the page for who lays it out as a whole.
"""

from documents.standing.formes import Setting, forget, setting
from documents.standing.galleys import page_of
from documents.standing.slots import Copy
from documents.standing.unfit import Unfit

__all__ = ["Copy", "Setting", "Unfit", "forget", "page_of", "setting"]
