"""The forms of an import: which file, and which of its columns is what."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from accounts.forms.office import OfficeForm
from training.domain.importing.columns import columns, heading
from training.domain.importing.tables import LARGEST
from training.enums import ImportKind
from training.models import Import

ABOUT_PEOPLE = (ImportKind.PEOPLE, ImportKind.ENROLMENTS)


class UploadForm(OfficeForm):
    kind = forms.ChoiceField(
        choices=ImportKind.choices, widget=forms.RadioSelect, label=gettext_lazy("What is in the file?")
    )
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("CSV or Excel (.xlsx), 5 MB and 5 000 lines at most."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx"}),
        error_messages={"empty": gettext_lazy("The file is empty.")},
    )
    told = forms.BooleanField(
        required=False,
        label=gettext_lazy("These people know our privacy notice"),
        help_text=gettext_lazy("Needed for people and enrolments: they were told how we use their data."),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise ValidationError(_("The file is larger than 5 MB. Divide it into several."), code="size")
        return file

    def clean(self) -> dict:
        facts = super().clean()
        if facts.get("kind") in ABOUT_PEOPLE and not facts.get("told"):
            self.add_error("told", _("Tell these people first how we use their data, then tick this box."))
        return facts


class ColumnsForm(OfficeForm):
    """One choice of a heading for each column of the kind; guessed, to be mended."""

    missing = gettext_lazy(
        "Say in which column this is. If there is none, add it and bring the file in again."
    )

    def __init__(self, *args, source: Import, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        headings = [(str(place), heading(source.headers, place)) for place in range(len(source.headers))]
        nothing = ("", pgettext_lazy("column of a file", "Not in the file"))
        first = source.rows.order_by("number").first()
        for column in columns(source.kind):
            place = source.mapping.get(column.name)
            self.fields[column.name] = forms.ChoiceField(
                choices=[nothing, *headings],
                required=column.is_needed,
                label=column.label,
                initial="" if place is None else str(place),
                help_text=self.example("" if place is None or first is None else first.cells[place]),
                error_messages={"required": self.missing},
            )

    @staticmethod
    def example(text: str) -> str:
        """What the first line says there, so that a wrong guess is seen."""
        return _("In the first line: %(text)s") % {"text": text[:60]} if text else ""

    def mapping(self) -> dict[str, int]:
        return {name: int(place) for name, place in self.cleaned_data.items() if place != ""}
