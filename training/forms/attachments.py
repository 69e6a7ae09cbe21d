from django import forms
from django.utils.translation import gettext_lazy as _

from training.enums import AttachmentKind


class AttachmentForm(forms.Form):
    """What it is, and the file. The type is decided by the verb, from the content."""

    kind = forms.ChoiceField(
        choices=AttachmentKind.choices,
        widget=forms.RadioSelect,
        label=_("What is it?"),
        error_messages={"required": _("Choose what it is.")},
    )
    file = forms.FileField(
        label=_("The file"),
        help_text=_("A PDF, or a picture in JPEG or PNG, 5 MB at most. You may take it with your telephone."),
        allow_empty_file=True,
        error_messages={"required": _("Choose the file.")},
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
    )
