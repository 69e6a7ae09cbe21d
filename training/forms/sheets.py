"""Forms of the register's papers: a sheet that comes back, its half-days, the months to certify."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from accounts.forms.office import OfficeForm
from training.domain import words
from training.domain.file_types import insist_on_size
from training.exceptions import Refusal
from training.models import HalfDay, PaperSheet


class SheetForm(OfficeForm):
    """The photo or the scan. What it is, and of which half-days, is decided by the verb."""

    file = forms.FileField(
        label=_("Photo or scan of the sheet"),
        help_text=_(
            "The whole sheet, flat, with its square codes: JPEG, PNG or PDF, 20 MB at most. An iPhone that "
            "writes HEIC: choose “Most compatible” in its camera settings, or send a PDF."
        ),
        allow_empty_file=True,
        error_messages={"required": _("Choose the file.")},
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
    )

    def clean_file(self) -> UploadedFile:
        """Before anybody reads it into memory."""
        file = self.cleaned_data["file"]
        try:
            insist_on_size(file.size)
        except Refusal as refusal:
            raise forms.ValidationError(str(refusal), code=refusal.code) from refusal
        return file


class SeveralHalfDays(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: HalfDay) -> str:
        return f"{words.dated(obj.date)}, {words.span(obj.start_time, obj.end_time)}"


class HalfDaysForm(OfficeForm):
    """Of which half-days a sheet is, by somebody who looked at it."""

    half_days = SeveralHalfDays(
        queryset=HalfDay.objects.none(),
        label=_("Which half-days are on this sheet?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one half-day.")},
    )

    def __init__(self, *args, sheet: PaperSheet, user, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        seen = HalfDay.objects.visible_to(user).held().filter(session=sheet.session)
        field = self.fields["half_days"]
        field.queryset = seen.order_by("date", "start_time", "pk")
        field.initial = list(sheet.half_days.values_list("pk", flat=True))


class NewVersionForm(OfficeForm):
    """Why a certified month is certified again."""

    reason = forms.CharField(
        label=_("Why is there a new version?"),
        help_text=_("It stands on the new paper, for instance: Medical certificate received on 12 November."),
        max_length=200,
        widget=forms.TextInput,
    )
