"""One line on its way to a verb: its cells become facts, and what is wrong is noted at its cell."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from accounts.domain.files import Identity
from accounts.models import Person
from accounts.rules import sort_key
from training.domain.importing import cells
from training.domain.importing.columns import Column
from training.exceptions import Refusal

WHOLE_LINE = ""  # the "cell" of what is wrong with a line as a whole
SPREADSHEET_ERROR = re.compile(r"^#[#A-Z0-9/]*[!?]?$")  # #REF!, #N/A, #VALEUR!, ##### in a narrow column


class Row:
    """`texts`: column → what the cell says. `errors`: column → what is wrong with it, in words."""

    def __init__(self, texts: dict[str, str], columns: Sequence[Column]) -> None:
        self.texts = texts
        self.errors = {
            column.name: _("This cell is empty.")
            for column in columns
            if column.is_needed and not texts.get(column.name)
        }
        self.errors |= {name: said for name, text in texts.items() if (said := _no_value(text))}

    def read(self, name: str, reader: Callable[[str], Any]) -> Any:
        """The fact of this cell; None where it is empty or wrong."""
        text = self.texts.get(name, "")
        if not text or name in self.errors:
            return None
        try:
            return reader(text)
        except Refusal as refusal:
            self.errors[name] = str(refusal)
            return None

    def text(self, name: str, *, longest: int) -> str:
        text = self.texts.get(name, "")
        if len(text) > longest:
            self.errors[name] = _("At most %(number)d characters.") % {"number": longest}
        return text

    def who(self) -> tuple:
        """What makes two lines the same person."""
        names = (self.texts.get("family_name", ""), self.texts.get("given_name", ""))
        return (sort_key(*names), self.read("birth_date", cells.a_birth_date))

    def identity(self) -> Identity:
        """Of the person whom the line is about. Refuses with everything that is wrong so far."""
        longest = Person._meta.get_field("given_name").max_length
        facts = {name: self.text(name, longest=longest) for name in ("given_name", "family_name")}
        for name in facts:
            self.read(name, cells.a_name)
        facts["birth_date"] = self.read("birth_date", cells.a_birth_date)
        facts["identifier"] = self.read("identifier", cells.an_identifier) or ""
        self.insist()
        return Identity(**facts)

    def insist(self) -> None:
        """Refuses when a cell is wrong: the sentences are in `errors`."""
        if self.errors:
            raise Refusal(next(iter(self.errors.values())), code="cells")


def _no_value(text: str) -> str:
    """What to do about a formula that was never worked out, or went wrong."""
    if text.startswith("="):
        return _("This is a formula without its value. Write in its place what it gives.")
    if SPREADSHEET_ERROR.match(text):
        return _("The spreadsheet shows %(text)s here instead of a value. Mend it there.") % {"text": text}
    return ""
