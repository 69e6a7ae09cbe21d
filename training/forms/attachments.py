from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.office import OfficeForm
from training.enums import AttachmentKind
from training.forms.uploads import PaperField


class AttachmentForm(OfficeForm):
    """What it is, and the file. The type is decided by the verb, from the content."""

    kind = forms.ChoiceField(
        choices=AttachmentKind.choices,
        widget=forms.RadioSelect,
        label=_("What is it?"),
        error_messages={"required": _("Choose what it is.")},
    )
    file = PaperField()
