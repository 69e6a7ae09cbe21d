"""A file that somebody sends: which ones are taken is said before, its size is asked before it is read."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from training.domain.file_types import insist_on_size
from training.exceptions import Refusal


class PaperField(forms.FileField):
    """A PDF or a picture. The type is decided by the verb, from the content."""

    def __init__(self, **options) -> None:
        super().__init__(
            **{
                "label": _("The file"),
                "help_text": _(
                    "A PDF, or a picture in JPEG or PNG, 20 MB at most. You may take it with your telephone."
                ),
                "allow_empty_file": True,
                "error_messages": {"required": _("Choose the file.")},
                "widget": forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
            }
            | options
        )

    def clean(self, data, initial=None) -> UploadedFile:
        """Refuses a file that is too large before anybody reads it into memory."""
        file = super().clean(data, initial)
        try:
            insist_on_size(file.size)
        except Refusal as refusal:
            raise forms.ValidationError(str(refusal), code=refusal.code) from refusal
        return file
