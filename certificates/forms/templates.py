"""What the office types into a template. Nothing is judged here: a draft may be half done."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.enums import Language
from documents import designs, phrases
from documents.facts import Design, Logo, Signatory
from documents.phrases import Phrase
from documents.sheets import Sheet

LONGEST = 1000  # characters of a text that is kept as it was typed, however little room the page has
SHA256 = r"^[0-9a-f]{64}\Z"
SIGNATORY = {
    "name": _("Name"),
    "role_fr": pgettext_lazy("signatory", "Role in French"),
    "role_nl": pgettext_lazy("signatory", "Role in Dutch"),
}
LOGO = {"name_fr": _("Whose logo, in French"), "name_nl": _("Whose logo, in Dutch")}


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


@dataclass(frozen=True)
class Entry:
    """One signatory or logo: its place in the row, its fields, the picture there is, what it lacks."""

    number: int
    prefix: str
    fields: list[BoundField]
    sha256: str
    troubles: list[str]
    others: dict[str, BoundField]
    is_there: bool
    is_first: bool
    is_last: bool


class DesignForm(forms.Form):
    """All that can be designed of a sheet: named strings in both languages, look, who signs, logos."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    programme = forms.CharField(
        label=_("Funding programme"),
        max_length=LONGEST,
        required=False,
        help_text=_("Stands beside the European emblem. Empty: the programme of the provider."),
    )

    def __init__(self, data=None, files=None, *, sheet: Sheet, design: Design, seen: str) -> None:
        super().__init__(data, files)
        self.sheet, self.design = sheet, design
        self.initial |= {"seen": seen, "programme": design.programme}
        self._add_looks()
        self._add_texts()
        self.signing = self._add_rows("signatory", design.signatories, blank=1)
        self.showing = self._add_rows("logo", design.logos, blank=0)

    # What was typed, once the form is valid

    def words(self) -> dict[str, dict[str, str]]:
        """By name, then by language, as they were typed."""
        return {
            name: {each.value: self.cleaned_data[key(name, each)] for each in Language}
            for name in self.sheet.phrases
        }

    def looks(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("layout", "emblem", "programme")}

    def signatories(self, wish: str = "") -> Iterator[tuple[Signatory, object]]:
        """Each row that says anything, with the picture that was uploaded for it, or None; see `moved`."""
        for prefix in moved(self.signing, wish):
            typed = {name: self.cleaned_data[f"{prefix}-{name}"] for name in SIGNATORY}
            kept = self.cleaned_data[f"{prefix}-sha256"]
            if self.cleaned_data[f"{prefix}-bare"]:
                kept = ""
            upload = self.cleaned_data[f"{prefix}-picture"]
            if any(typed.values()) or kept or upload:
                yield Signatory(**typed, logo=kept or None), upload

    def logos(self, wish: str = "") -> list[Logo]:
        return [
            Logo(
                sha256=self.cleaned_data[f"{prefix}-sha256"],
                **{name: self.cleaned_data[f"{prefix}-{name}"] for name in LOGO},
            )
            for prefix in moved(self.showing, wish)
            if self.cleaned_data[f"{prefix}-sha256"]
        ]

    # For the page

    def strings(self) -> Iterator[Named]:
        for name, phrase in self.sheet.phrases.items():
            yield Named(name, phrase, [self._text(name, phrase, language) for language in Language])

    def troubles_of_programme(self) -> list[str]:
        field = self["programme"]
        most = designs.LONGEST_PROGRAMME
        found = [*map(str, designs.of_text(field.value() or "", most, label=field.label)), *field.errors]
        if found:
            said = f"{field.auto_id}_helptext {field.auto_id}-troubles"
            field.field.widget.attrs |= {"aria-invalid": "true", "aria-describedby": said}
        return found

    def signatory_rows(self) -> list[Entry]:
        return [self._signatory_row(number, prefix) for number, prefix in enumerate(self.signing, start=1)]

    def logo_rows(self) -> list[Entry]:
        return [self._logo_row(number, prefix) for number, prefix in enumerate(self.showing, start=1)]

    def _signatory_row(self, number: int, prefix: str) -> Entry:
        typed = {name: self[f"{prefix}-{name}"].value() or "" for name in SIGNATORY}
        sha256 = self._picture(prefix)
        lacks = []
        if any(typed.values()) or sha256:
            lacks = list(map(str, designs.of_signatory(Signatory(**typed, logo=sha256 or None), number)))
        return self._row(number, prefix, SIGNATORY, sha256, lacks, used=len(self.design.signatories))

    def _logo_row(self, number: int, prefix: str) -> Entry:
        typed = {name: self[f"{prefix}-{name}"].value() or "" for name in LOGO}
        sha256 = self._picture(prefix)
        lacks = list(map(str, designs.of_logo(Logo(sha256=sha256, **typed), number)))
        return self._row(number, prefix, LOGO, sha256, lacks, used=len(self.design.logos))

    def _picture(self, prefix: str) -> str:
        """The hash of the picture of a row; empty for what is none, whoever sent it."""
        sent = self[f"{prefix}-sha256"].value() or ""
        return sent if re.fullmatch(SHA256, sent) else ""

    def _row(
        self, number: int, prefix: str, names: dict, sha256: str, lacks: list[str], *, used: int
    ) -> Entry:
        shown = [self[f"{prefix}-{name}"] for name in names]
        for field in shown:
            if lacks and not field.value():
                field.field.widget.attrs |= {"aria-invalid": "true", "aria-describedby": f"{prefix}-troubles"}
        others = {
            name.removeprefix(f"{prefix}-"): self[name]
            for name in self.fields
            if name.startswith(f"{prefix}-") and self[name] not in shown
        }
        wrong = [error for field in (*shown, *others.values()) for error in field.errors]
        return Entry(
            number=number,
            prefix=prefix,
            fields=shown,
            sha256=sha256,
            troubles=[*lacks, *wrong],
            others=others,
            is_there=number <= used,
            is_first=number == 1,
            is_last=number >= used,
        )

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

    # The fields

    def _add_looks(self) -> None:
        layouts = [(name, layout.label) for name, layout in self.sheet.layouts.items()]
        places = list(self.sheet.emblems.items())
        self.fields["layout"] = chosen_from(_("Layout"), layouts)
        self.fields["emblem"] = chosen_from(_("Place of the European emblem"), places)
        self.initial |= {"layout": self.design.layout, "emblem": self.design.emblem}

    def _add_texts(self) -> None:
        written = {each.name: {"fr": each.fr, "nl": each.nl} for each in self.design.words}
        for name, phrase in self.sheet.phrases.items():
            for language in Language:
                self.fields[key(name, language)] = text_field(name, phrase, language)
                self.initial[key(name, language)] = written.get(name, {}).get(language.value, "")

    def _add_rows(self, kind: str, rows: tuple, *, blank: int) -> list[str]:
        """The prefix of each row: as many as the page that was sent had, else what there is and `blank`."""
        number = min(len(rows) + blank, designs.MOST)
        if self.is_bound:
            sent = sum(f"{kind}-{index}-sha256" in self.data for index in range(designs.MOST))
            number = max(number, sent)
        prefixes = [f"{kind}-{index}" for index in range(number)]
        for prefix, row in zip_longest(prefixes, rows[:number]):
            self._add_row(kind, prefix, row)
        return prefixes

    def _add_row(self, kind: str, prefix: str, row: Signatory | Logo | None) -> None:
        """`row` None: one to fill in."""
        for name, label in (SIGNATORY if kind == "signatory" else LOGO).items():
            self.fields[f"{prefix}-{name}"] = line_field(label, language=name.partition("_")[2])
            self.initial[f"{prefix}-{name}"] = getattr(row, name, "")
        hidden = forms.RegexField(SHA256, required=False, widget=forms.HiddenInput)
        self.fields[f"{prefix}-sha256"] = hidden
        picture = getattr(row, "logo" if kind == "signatory" else "sha256", None)
        self.initial[f"{prefix}-sha256"] = picture or ""
        if kind == "signatory":
            self.fields[f"{prefix}-picture"] = forms.FileField(
                label=_("Logo beside the name (PNG or JPEG)"), required=False, allow_empty_file=True
            )
            self.fields[f"{prefix}-bare"] = forms.BooleanField(label=_("Without this logo"), required=False)


def key(name: str, language: Language) -> str:
    return f"{name}-{language.value}"


def moved(prefixes: list[str], wish: str) -> list[str]:
    """The rows after "signatory-2-up", "…-down" or "…-remove"; as they are after any other wish."""
    prefix, _dash, verb = wish.rpartition("-")
    if prefix not in prefixes or verb not in ("up", "down", "remove"):
        return prefixes
    place, left = prefixes.index(prefix), [one for one in prefixes if one != prefix]
    if verb != "remove":
        left.insert(max(place + {"up": -1, "down": 1}[verb], 0), prefix)
    return left


def chosen_from(label, choices: list) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)


def line_field(label, *, language: str) -> forms.CharField:
    """One line, in this language where it has one."""
    widget = forms.TextInput(attrs={"lang": language} if language else {})
    return forms.CharField(label=label, required=False, max_length=LONGEST, widget=widget)


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
