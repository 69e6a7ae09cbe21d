"""What the office types into a template. Nothing is judged here: a draft may be half done."""

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from accounts.enums import Language
from documents import phrases
from documents.facts import Design
from documents.phrases import Phrase
from documents.sheets import Sheet

LONGEST = 1000  # characters of a text that is kept as it was typed, however little room the page has


@dataclass(frozen=True)
class Text:
    """One named string in one language. `troubles`: why it cannot be printed."""

    language: str
    field: BoundField
    troubles: list[str]


@dataclass(frozen=True)
class Named:
    """One named string: what it is, its gaps as they are typed, its texts side by side."""

    name: str
    phrase: Phrase
    texts: list[Text]

    @property
    def gaps(self) -> list[tuple[str, object]]:
        return [("{" + name + "}", label) for name, label in self.phrase.gaps.items()]


class DesignForm(forms.Form):
    """Every named string of a sheet in both languages."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def __init__(self, *args, sheet: Sheet, design: Design, seen: str, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.sheet = sheet
        self.initial["seen"] = seen
        written = {each.name: {"fr": each.fr, "nl": each.nl} for each in design.words}
        for name, phrase in sheet.phrases.items():
            for language in Language:
                self.fields[key(name, language)] = text_field(name, phrase, language)
                self.initial[key(name, language)] = written.get(name, {}).get(language.value, "")

    def words(self) -> dict[str, dict[str, str]]:
        """By name, then by language, as they were typed. Once the form is valid."""
        return {
            name: {each.value: self.cleaned_data[key(name, each)] for each in Language}
            for name in self.sheet.phrases
        }

    def strings(self) -> Iterator[Named]:
        for name, phrase in self.sheet.phrases.items():
            yield Named(name, phrase, [self._text(name, phrase, language) for language in Language])

    def _text(self, name: str, phrase: Phrase, language: Language) -> Text:
        field = self[key(name, language)]
        found = [*map(str, phrases.troubles_of(phrase, language.value, field.value() or "")), *field.errors]
        if found:
            said = field.field.widget.attrs["aria-describedby"]
            field.field.widget.attrs |= {
                "aria-invalid": "true",
                "aria-describedby": f"{said} {field.auto_id}-troubles",
            }
        return Text(language.value, field, found)


def key(name: str, language: Language) -> str:
    return f"{name}-{language.value}"


def text_field(name: str, phrase: Phrase, language: Language) -> forms.CharField:
    rows = 2 if phrase.most <= phrases.LINE else 5
    pointed = f"gaps-{name}" if phrase.gaps else f"most-{name}"
    attrs = {"lang": language.value, "rows": rows, "aria-describedby": pointed}
    return forms.CharField(
        label=language.label,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs=attrs),
        error_messages={"max_length": _("This text is too long to be kept.")},
    )
