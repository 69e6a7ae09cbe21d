from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from accounts.forms.office import OfficeForm
from training.domain.file_types import insist_on_size
from training.enums import AttachmentKind
from training.exceptions import Refusal


class AttachmentForm(OfficeForm):
    """What it is, and the file. The type is decided by the verb, from the content."""

    kind = forms.ChoiceField(
        choices=AttachmentKind.choices,
        widget=forms.RadioSelect,
        label=_("What is it?"),
        error_messages={"required": _("Choose what it is.")},
    )
    file = forms.FileField(
        label=_("The file"),
        help_text=_(
            "A PDF, or a picture in JPEG or PNG, 20 MB at most. You may take it with your telephone."
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
