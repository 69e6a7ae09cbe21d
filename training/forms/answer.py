"""What somebody answers when the coordination asks for more."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AnswerForm(forms.Form):
    note = forms.CharField(
        max_length=1000,
        label=_("Your answer"),
        help_text=_("In your own words, in French or in Dutch."),
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Write your answer.")},
    )
