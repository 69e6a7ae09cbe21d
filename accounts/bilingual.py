"""One fact in two languages: `name_fr` and `name_nl` read as `name` in the reader's language."""

from django.utils.translation import get_language


def reader_language() -> str:
    """'fr' or 'nl': the active language; French where a page is read in another one."""
    return "nl" if (get_language() or "").startswith("nl") else "fr"


class InLanguage:
    """Reads `<field>_fr` or `<field>_nl`; falls back to the other when one is empty, so nothing is blank."""

    def __init__(self, field: str) -> None:
        self.field = field

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        language = reader_language()
        other = "fr" if language == "nl" else "nl"
        return getattr(obj, f"{self.field}_{language}") or getattr(obj, f"{self.field}_{other}")
