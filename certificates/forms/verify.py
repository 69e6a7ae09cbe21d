from django import forms
from django.utils.translation import gettext_lazy as _


class CodeForm(forms.Form):
    """The code as it stands on the paper, in any writing; a whole address may be pasted."""

    code = forms.CharField(
        label=_("Verification code"),
        help_text=_("Twelve letters and figures, under the square code of the certificate."),
        max_length=500,
        error_messages={"required": _("Type the code that stands on the certificate.")},
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "code",
                "size": 20,
            }
        ),
    )
