from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.office import OfficeForm


class WordsForm(OfficeForm):
    """The words of a letter in one language. What is refused is said by the verb."""

    subject = forms.CharField(label=_("Subject"), max_length=120, help_text=_("Without personal data."))
    heading = forms.CharField(
        label=_("Heading"), max_length=120, required=False, help_text=_("Empty: the subject.")
    )
    body = forms.CharField(
        label=_("Text"),
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("An empty line begins a new paragraph."),
    )
    button = forms.CharField(label=_("Button"), max_length=60, required=False)
    closing = forms.CharField(
        label=_("After the button"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
