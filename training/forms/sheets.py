"""Forms of the register's papers: a sheet that comes back, its half-days, the months to certify."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from accounts.forms.office import OfficeForm
from training.domain import words
from training.domain.file_types import insist_on_size
from training.exceptions import Refusal
from training.models import HalfDay, PaperSheet

MOST_FILES = 20  # at once


class SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class PagesField(forms.FileField):
    """Several files at once or none, each asked for its size before anybody reads it into memory."""

    widget = SeveralFiles

    def clean(self, data, initial=None) -> list[UploadedFile]:
        files = [super(PagesField, self).clean(one, initial) for one in data or []]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(_("Send at most 20 files at once."), code="many")
        try:
            for file in files:
                insist_on_size(file.size)
        except Refusal as refusal:
            raise forms.ValidationError(str(refusal), code=refusal.code) from refusal
        return files


class SheetForm(OfficeForm):
    """Photos straight from the telephone, or photos and scans that lie there already.

    One of the two is asked for. What each file is, and of which half-days, is decided by the verb.
    """

    use_required_attribute = False
    photo = PagesField(
        label=_("Take a photo of the sheet"),
        help_text=_("On a telephone: it opens the camera. The whole sheet, flat, with its square codes."),
        allow_empty_file=True,
        widget=SeveralFiles(attrs={"accept": "image/jpeg,image/png", "capture": "environment"}),
    )
    files = PagesField(
        label=_("Or choose photos or scans"),
        help_text=_(
            "Several pages at once if you like: JPEG, PNG or PDF, 20 MB each at most. An iPhone that writes "
            "HEIC: choose “Most compatible” in its camera settings, or send a PDF."
        ),
        allow_empty_file=True,
        widget=SeveralFiles(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
    )

    def clean(self) -> dict:
        found = super().clean()
        if not (self.errors or self.pages):
            self.add_error("files", _("Choose the file."))
        return found

    @property
    def pages(self) -> list[UploadedFile]:
        return [*self.cleaned_data.get("photo", []), *self.cleaned_data.get("files", [])]


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
        filed = sheet.half_days if sheet.filed_at else sheet.shows
        field.initial = list(filed.values_list("pk", flat=True))


class NewVersionForm(OfficeForm):
    """Why a certified month is certified again."""

    reason = forms.CharField(
        label=_("Why is there a new version?"),
        help_text=_("It stands on the new paper, for instance: Medical certificate received on 12 November."),
        max_length=200,
        widget=forms.TextInput,
    )
