from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certificates.domain import many
from certificates.exceptions import Refusal
from training.domain.importing.tables import LARGEST


class CodesForm(forms.Form):
    """A list of codes, pasted or as a file; `questions` are its lines, `text` the list to be sent again."""

    codes = forms.CharField(
        label=gettext_lazy("Codes, one a line"),
        help_text=gettext_lazy("At most 200. A family name may follow: 7K3M-9XQ2-4BTD; Peeters"),
        required=False,
        max_length=many.MOST * many.LONGEST_LINE,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocomplete": "off"}),
    )
    file = forms.FileField(
        label=gettext_lazy("Or a file"),
        help_text=gettext_lazy("CSV, Excel (.xlsx) or text. It is read and not kept."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx"}),
    )

    questions: list[many.Question]

    @property
    def text(self) -> str:
        return self.cleaned_data["codes"] or many.as_text(self.questions)

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST:
            raise ValidationError(_("The file is larger than 5 MB. Divide it into several."), code="size")
        return file

    def clean(self) -> dict:
        facts = super().clean()
        if self.errors:
            return facts
        text, file = facts["codes"].strip(), facts["file"]
        if text and file:
            raise ValidationError(_("Paste the codes or choose a file, not both."), code="both")
        try:
            self.questions = many.read_file(file.read()) if file else many.read(facts["codes"])
        except Refusal as refusal:
            self.add_error("file" if file else "codes", refusal.sentence)
        return facts
